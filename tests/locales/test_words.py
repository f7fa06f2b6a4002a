"""Words, dates, figures and quotation marks in each language."""

from __future__ import annotations

import re

import pytest

from languages import TEXTS
from leapdeck.locales import figure, known, languages, quoted, word, words
from leapdeck.locales.dates import date_text
from leapdeck.slides.table import TableSlide

BRACES = re.compile(r"\{\w+\}")


def test_every_language_has_the_same_words() -> None:
    """Each file has the keys of the English one, in its order, and each word the same braces to fill in."""
    english = words("en")
    for language in languages():
        given = words(language)
        assert list(given) == list(english), language
        for key, said in given.items():
            assert sorted(BRACES.findall(said)) == sorted(BRACES.findall(english[key])), (language, key)
            assert said, (language, key)


def test_eight_languages_are_there() -> None:
    """Those that the outlines of these tests are written in, and no others."""
    assert set(languages()) == set(TEXTS)
    assert len(TEXTS) == 8


def test_a_region_speaks_its_language() -> None:
    """A language with a region has the words of its language; one that nobody knows the English ones."""
    assert words("de-AT") == words("de")
    assert words("pt-BR")["contents"] == "Índice"
    assert words("sv") == words("en-GB")
    assert known("nl-BE")
    assert not known("sv")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-US", "December 3, 2026"),
        ("en-GB", "3 December 2026"),
        ("de-AT", "3. Dezember 2026"),
        ("fr", "3 décembre 2026"),
        ("es", "3 de diciembre de 2026"),
        ("pt-BR", "3 de dezembro de 2026"),
        ("nl", "3 december 2026"),
        ("it", "3 dicembre 2026"),
        ("pl", "3 grudnia 2026"),
        ("sv", "3 december 2026"),
        ("zz", "3 December 2026"),
    ],
)
def test_dates(language: str, shown: str) -> None:
    """A day is written as the language does, whether or not leapdeck has words in it."""
    assert date_text("2026-12-03", language) == shown


def test_the_first_of_a_month() -> None:
    """It is an ordinal number where a language prints it so, and no other day is."""
    shown = {language: date_text("2026-12-01", language) for language in ("fr-CA", "it", "pt-BR", "pt-PT", "de", "es", "en-GB")}
    assert [day.split()[0] for day in shown.values()] == ["1er", "1º", "1º", "1", "1.", "1", "1"]
    assert [date_text(f"2026-12-{day}", "fr").split()[0] for day in ("10", "11", "21")] == ["10", "11", "21"]


def test_figures() -> None:
    """Thousands are parted and decimals begun as the language does; a minus is a minus."""
    shown = {language: figure(-1234.5, words(language)) for language in ("en", "de", "fr", "pl")}
    assert shown == {"en": "−1,234.5", "de": "−1.234,5", "fr": "−1\u00a0234,5", "pl": "−1\u00a0234,5"}
    assert word(words("de"), "minutes-of", minutes=7.5) == "7,5 Minuten"
    assert word(words("en"), "minutes-of", minutes=40.0) == "40 minutes"


def test_columns_of_figures_stand_at_the_right() -> None:
    """In a table numbers are known as such in whichever language they are written."""
    rows = (("a", "1.234,5", "12\u00a0000"), ("b", "−3 %", "1’000"))
    assert TableSlide(title="T", header=("x", "y", "z"), rows=rows).sides() == ("left", "right", "right")


def test_quotation_marks() -> None:
    """What is quoted stands between the marks of its language."""
    shown = {language: quoted("a", words(language)) for language in ("en", "de", "fr", "it", "pl")}
    assert shown == {"en": "“a”", "de": "„a“", "fr": "«\u00a0a\u00a0»", "it": "«a»", "pl": "„a”"}
