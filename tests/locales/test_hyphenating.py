"""Where words may be parted."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest

from leapdeck.locales.hyphenating import parting


def parted(language: str, word: str) -> str:
    """A word with a hyphen wherever it may be parted."""
    rule = parting(language)
    assert rule
    cuts = [0, *rule(word), len(word)]
    return "-".join(word[start:stop] for start, stop in pairwise(cuts))


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "orga-ni-za-tion"),
        ("en-CA", "respon-si-bility"),
        ("en-GB", "respons-ib-il-ity"),
        ("de", "Ent-schei-dungs-spiel-raum"),
        ("de-AT", "Füh-rungs-kräf-te-ent-wick-lung"),
        ("fr", "res-pon-sa-bi-lité"),
        ("es", "orga-ni-za-ción"),
        ("pt-BR", "orga-ni-za-ção"),
        ("nl", "lei-ding-ge-ven-den"),
        ("it", "orga-niz-za-zione"),
        ("pl", "odpo-wie-dzial-ność"),
    ],
)
def test_words_are_parted_between_syllables(language: str, shown: str) -> None:
    """Long words are parted as their language does it, three letters at least on either side."""
    assert parted(language, shown.replace("-", "")) == shown


@pytest.mark.parametrize(("word", "shown"), [("Rückmeldung", "Rückmel-dung"), ("Moderationsleitfaden", "Mode-ra-ti-ons-leitfa-den")])
def test_where_patterns_contradict_each_other_nothing_is_parted(word: str, shown: str) -> None:
    """A point that would leave a lone letter, or letters without a vowel, is none."""
    assert parted("de", word) == shown


@pytest.mark.parametrize("shown", ["Team-ent-wick-lung", "Meeting-raum", "Coaching-ge-spräch", "Workshop-lei-tung", "Coachingstunde"])
def test_german_compounds_are_parted_behind_english_words(shown: str) -> None:
    """Not "Meetin-graum"; where an s may belong to either part the word stays whole."""
    assert parted("de", shown.replace("-", "")) == shown


def test_no_dutch_word_is_parted_before_dots() -> None:
    """A letter that a hyphen would rob of its dots stays with the one before it."""
    assert parted("nl", "tweeëntwintig") == "tweeën-twin-tig"
    assert parted("nl", "patiëntenzorg") == "patiën-ten-zorg"


def test_short_words_stay_whole() -> None:
    """Words of fewer than seven letters are never parted."""
    assert parted("de", "Übung") == "Übung"
    assert parted("pl", "zeszyt") == "zeszyt"


def test_unknown_languages_are_not_parted() -> None:
    """Where nobody knows a language's rules its words stay whole."""
    assert parting("") is None
    assert parting("zz") is None


def test_english_without_a_date_loads_no_babel() -> None:
    """Babel isn't loaded for English text without a date, as it costs every start."""
    code = "import sys; from leapdeck.locales.hyphenating import parting; import leapdeck.locales.dates; parting('en'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "babel" not in loaded
