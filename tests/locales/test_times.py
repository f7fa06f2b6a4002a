"""Clock times in each language and region."""

from __future__ import annotations

from datetime import time

import pytest
from babel import Locale
from babel.dates import format_time

from leapdeck.locales import words
from leapdeck.locales.times import PATTERNS, clock

DAY = [(hour, minute) for hour in range(24) for minute in (0, 5, 30)]


@pytest.mark.parametrize("language", [*PATTERNS, "fr-CA", "es-MX", "en-NZ", "de-CH", "en-IE"])
def test_times_are_those_of_the_unicode_locale_data(language: str) -> None:
    """All through the day a language's times are as Babel writes them, where leapdeck has the pattern itself and where it asks Babel."""
    locale = Locale.parse("en_001") if language == "en" else Locale.parse(language, sep="-")
    for hour, minute in DAY:
        expected = format_time(time(hour, minute), "short", locale=locale).replace("\u202f", "\u00a0").replace(" ", "\u00a0")
        assert clock(hour * 60 + minute, words(language)) == expected


def test_noon_and_midnight() -> None:
    """Twelve is noon in the second half of the day, and a day that goes on after midnight begins anew."""
    english = words("en-US")
    assert [clock(hours * 60, english) for hours in (0, 12, 13, 25)] == ["12:00\u00a0AM", "12:00\u00a0PM", "1:00\u00a0PM", "1:00\u00a0AM"]


def test_a_minute_is_not_lost() -> None:
    """Parts of minutes are rounded, up to the next hour too; where no time is known nothing is written."""
    assert clock(9 * 60 + 59.6, words("de")) == "10:00"
    assert clock(None, words("de")) == ""
