"""Dates as a language writes them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from leapdeck.locales import FALLBACK, base

if TYPE_CHECKING:
    from babel import Locale

_DAY_FIRST = "en_001"
"""English where no region is named: the day before the month, as in most of the world."""
FIRSTS = {"fr": "1er", "it": "1º", "pt-BR": "1º"}
"""Where the first of a month is an ordinal number in print; the Unicode locale data count it as any other day."""


def date_text(day: str, language: str) -> str:
    """A day given as 2026-12-03 in the words of a language (BCP 47), by the Unicode locale data; ValueError where there is no such day."""
    given = date.fromisoformat(day)
    from babel.dates import format_date

    text: str = format_date(given, "long", locale_of(language))
    first = FIRSTS.get(language) or FIRSTS.get(base(language), "1")
    return re.sub(r"^1\b", first, text)


def locale_of(language: str) -> Locale:
    """What the Unicode locale data say of a language (BCP 47); that of English where they know none of that name."""
    from babel import Locale, UnknownLocaleError

    name = _DAY_FIRST if language.lower() == FALLBACK else language
    try:
        return Locale.parse(name, sep="_" if name == _DAY_FIRST else "-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_DAY_FIRST)
