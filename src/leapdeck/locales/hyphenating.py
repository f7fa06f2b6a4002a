"""Where long words may be parted at a line's end, language by language."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from leapdeck.locales import base

if TYPE_CHECKING:
    from pathlib import Path

    from leapdeck.locales.patterns import Patterns

SHORTEST = 7
"""Letters: no shorter word is parted."""
LEAST = 3
"""So many letters of a word stay on either line."""
_BETTER = {"en": "en_US"}
"""Where no region is named that has patterns of its own, pyphen takes a language's first; Liang's for English part by the ear."""
_DOTTED = {"nl": "äëïöü"}
"""Letters whose dots say that a syllable begins, and which lose them after a hyphen: as no letter is changed, none is parted there."""
_LENT = {"de": ("coaching", "feedback", "meeting", "mentoring", "team", "workshop")}
"""What compounds begin with that patterns made for a language's own words part amiss: "Tea-mevent"."""
_JOINT = "s"
"""A letter that may join such a word to the next, or begin the next: where it stands nothing is parted."""
_VOWELS = frozenset("aeiouyäöüáàâãąåæéèêëęíìîïóòôõøœúùûůýÿ")

Parting = Callable[[str], tuple[int, ...]]
"""Where a word may be parted: numbers of letters before the hyphen, in order."""


@lru_cache(16)
def parting(language: str) -> Parting | None:
    """How words of a language (BCP 47) are parted; None where no rules are known."""
    import pyphen

    name = pyphen.language_fallback(language) if language else None
    return _parter(pyphen.LANGUAGES[_BETTER.get(name, name)], base(language)) if name else None


def _parter(dictionary: Path, language: str) -> Parting:
    dotted, lent = _DOTTED.get(language, ""), _LENT.get(language, ())

    @lru_cache(4096)
    def parted(word: str) -> tuple[int, ...]:
        if len(word) < SHORTEST:
            return ()
        points = _compound(word, dictionary, lent)
        if points is None:
            points = _sound(word, _patterns(dictionary).positions(word))
        return tuple(at for at in points if LEAST <= at <= len(word) - LEAST and word[at] not in dotted)

    return parted


def _compound(word: str, dictionary: Path, lent: tuple[str, ...]) -> list[int] | None:
    """The points in a compound that begins with a lent word: behind that, and in the rest; None for all other words."""
    first = next((len(one) for one in lent if word.lower().startswith(one) and len(word) >= len(one) + LEAST), 0)
    if not first:
        return None
    if word[first].lower() == _JOINT:
        return []
    rest = word[first:]
    return [first, *(first + at for at in _sound(rest, _patterns(dictionary).positions(rest)))]


@lru_cache(16)
def _patterns(dictionary: Path) -> Patterns:
    """A language's patterns, read when the first word is to be parted: many a workbook has none."""
    from leapdeck.locales.patterns import Patterns

    return Patterns(dictionary)


def _sound(word: str, points: list[int]) -> list[int]:
    """The points between two syllables; where patterns leave a lone letter, or one without a vowel, they contradict each other."""
    cuts = [0, *points, len(word)]
    good = [_is_syllable(word[start:stop]) for start, stop in pairwise(cuts)]
    return [point for number, point in enumerate(points) if good[number] and good[number + 1]]


def _is_syllable(part: str) -> bool:
    return len(part) > 1 and not _VOWELS.isdisjoint(part.lower())
