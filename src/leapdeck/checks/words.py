"""Finding phrases in text: whole words, whatever their case and however they are written down, all phrases in one pass."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct

BETWEEN = "\x1f"
"""Stands between texts that are searched together: what reaches over it is marked as parted."""
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that put no spaces between words, or add endings to them: each of their letters counts as a word."""
_WORD = re.compile(rf"[^\W_]+|{BETWEEN}")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Soft hyphens, joiners, selectors and marks of direction: inside a word they are not seen."""
_PILE = re.compile(r"([^\w\s\x00-\x7f]{30})[^\w\s\x00-\x7f]+")
"""More marks on a letter than any language has; sorting them takes a time that grows with their square."""
_APART = dict.fromkeys(map(ord, "™℠®©ʹʺʻʼʽʾʿˈˊˋ´`⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"), " ")
"""Signs that stand beside a word, or are its apostrophe, and would be letters or figures of it when they are composed."""
_DOTS = str.maketrans({"ı": "i", "\u0307": None})
"""The Turkish i, with its dot and without, is an i in capitals."""

LEAST_INSIDE = 8
"""Letters: a phrase with fewer is looked for as a word alone, and not within one."""

Owner = TypeVar("Owner")
Doubt = Literal[0, 1, 2]
"""How likely words stand somewhere by chance: not at all; but for an address; anywhere."""
Spelled = tuple[tuple[str, ...], Doubt]
"""The words of a phrase as they may be written."""


@lru_cache(512)  # clients' files have most of their texts in common
def folded(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: composed, without case ("Müller & Söhne" is müller, söhne)."""
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    composed = unicodedata.normalize("NFKC", _PILE.sub(r"\1", _UNSEEN.sub("", text)).translate(_APART))
    whole = unicodedata.normalize("NFKC", composed.casefold().translate(_DOTS))
    return tuple((_letters() if _may_be_unspaced(whole) else _WORD).findall(whole))


def _may_be_unspaced(text: str) -> bool:
    return any("\u0e00" <= c <= "\u17ff" or "\u3040" <= c <= "\ud7af" or "\uf900" <= c <= "\ufaff" or c >= "\U00020000" for c in set(text))


@lru_cache(1)
def _letters() -> re.Pattern[str]:
    """Words, and single letters of unspaced scripts; nobody pays for it who has none."""
    return re.compile(rf"[^\W_{_UNSPACED}]+|[{_UNSPACED}]|{BETWEEN}")


def as_it_stands(phrase: str) -> Iterable[Spelled]:
    """A phrase in its own words alone."""
    return ((folded(phrase), 0),)


class Found(Struct, Generic[Owner], frozen=True):
    """A phrase as it was given, whose it is, and which words of the text it is: from `start` up to `end`.

    There is some `doubt` where it is written in a way that may be chance; it is `parted` where it reaches from one text into the next.
    """

    phrase: str
    owner: Owner
    start: int
    end: int
    doubt: Doubt = 0
    parted: bool = False


class Places(Generic[Owner]):
    """Finds in the order of their beginnings, to be asked which of them hold another."""

    def __init__(self, finds: Iterable[Found[Owner]]) -> None:
        """Keep them."""
        self.finds = tuple(finds)
        self._starts = [found.start for found in self.finds]
        self._longest = max((found.end - found.start for found in self.finds), default=0)

    def holding(self, inner: Found[Any]) -> Iterator[tuple[int, Found[Owner]]]:
        """Those that begin no later than it does and end no sooner, with their numbers."""
        for number in range(bisect_left(self._starts, inner.end - self._longest), bisect_right(self._starts, inner.start)):
            if self.finds[number].end >= inner.end:
                yield number, self.finds[number]


class _Node(Generic[Owner]):
    """Where a phrase may go on after the words so far, and the phrases that end there."""

    __slots__ = ("after", "ending")

    def __init__(self) -> None:
        self.after: dict[str, _Node[Owner]] = {}
        self.ending: list[tuple[str, Owner, Doubt]] = []


class Phrases(Generic[Owner]):
    """Phrases and whose they are, as a tree of their words, so that a thousand cost a text no more than one."""

    def __init__(self, phrases: Iterable[tuple[str, Owner]], spellings: Callable[[str], Iterable[Spelled]] = as_it_stands) -> None:
        """Keep (phrase, owner) pairs in all their `spellings`; what has no word in it is left out."""
        self._first = _Node[Owner]()
        for phrase, owner in phrases:
            for words, doubt in spellings(phrase):
                node = self._first
                for word in words:
                    node = node.after.setdefault(word, _Node())
                if words:
                    node.ending.append((phrase, owner, doubt))
        self._beginnings = frozenset(self._first.after)
        self._heads: dict[str, list[tuple[str, str, Owner, Doubt]]] = {}

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._beginnings)

    def found_in(self, words: tuple[str, ...]) -> Iterator[Found[Owner]]:
        """The phrases that stand in a folded text, each as often as it does, in the order of their beginnings."""
        if self._beginnings.isdisjoint(words):
            return
        for start, word in enumerate(words):
            if node := self._first.after.get(word):
                yield from self._from(node, words, start)

    def _from(self, node: _Node[Owner] | None, words: tuple[str, ...], start: int) -> Iterator[Found[Owner]]:
        end, parted = start + 1, False
        while node:
            for phrase, owner, doubt in node.ending:
                yield Found(phrase, owner, start, end, doubt, parted)
            while node.after and end < len(words) and words[end] == BETWEEN:
                end, parted = end + 1, True
            node = node.after.get(words[end]) if end < len(words) else None
            end += 1

    def inside(self, word: str) -> Iterator[Found[Owner]]:
        """The phrases that are part of one long word, as those of an address are; `start` and `end` are letters of it."""
        if not self._heads:
            self._heads = self._begun()
        for start in range(len(word) - LEAST_INSIDE + 1):
            for joined, phrase, owner, doubt in self._heads.get(word[start : start + LEAST_INSIDE], ()):
                if word.startswith(joined, start):
                    yield Found(phrase, owner, start, start + len(joined), doubt)

    def _begun(self) -> dict[str, list[tuple[str, str, Owner, Doubt]]]:
        """All phrases in one word, by its first letters; one that is a single word may be chance."""
        found: dict[tuple[str, str, Owner], Doubt] = {}
        nodes = [("", 0, self._first)]
        while nodes:
            joined, count, node = nodes.pop()
            for phrase, owner, doubt in node.ending if len(joined) >= LEAST_INSIDE else ():
                found[joined, phrase, owner] = min(2 if count == 1 else doubt, found.get((joined, phrase, owner), 2))
            nodes += [(joined + word, count + 1, after) for word, after in node.after.items()]
        heads: dict[str, list[tuple[str, str, Owner, Doubt]]] = {}
        for (joined, phrase, owner), doubt in found.items():
            heads.setdefault(joined[:LEAST_INSIDE], []).append((joined, phrase, owner, doubt))
        return heads
