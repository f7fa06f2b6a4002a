"""Finding phrases in text: whole words, whatever their case and however they are written down, all phrases in one pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

BETWEEN = "\x1f"
"""Stands between texts that are searched together: no phrase reaches over it."""
_WORD = re.compile(rf"[^\W_]+|{BETWEEN}")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens, joiners and marks of direction: inside a word they are not seen."""

Owner = TypeVar("Owner")


@lru_cache(512)  # clients' files have most of their texts in common
def folded(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: composed, without case ("Müller & Söhne" is müller, söhne)."""
    if text.isascii():
        return tuple(_WORD.findall(text.lower()))
    composed = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", composed.casefold())))


class Found(Struct, Generic[Owner], frozen=True):
    """A phrase as it was given, whose it is, and which words of the text it is: from `start` up to `end`."""

    phrase: str
    owner: Owner
    start: int
    end: int


class _Node(Generic[Owner]):
    """Where a phrase may go on after the words so far, and the phrases that end there."""

    __slots__ = ("after", "ending")

    def __init__(self) -> None:
        self.after: dict[str, _Node[Owner]] = {}
        self.ending: list[tuple[str, Owner]] = []


class Phrases(Generic[Owner]):
    """Phrases and whose they are, as a tree of their words, so that a thousand cost a text no more than one."""

    def __init__(self, phrases: Iterable[tuple[str, Owner]]) -> None:
        """Keep (phrase, owner) pairs; what has no word in it is left out."""
        self._first = _Node[Owner]()
        for phrase, owner in phrases:
            node = self._first
            for word in folded(phrase):
                node = node.after.setdefault(word, _Node())
            if node is not self._first:
                node.ending.append((phrase, owner))
        self._beginnings = frozenset(self._first.after)

    def found_in(self, words: tuple[str, ...]) -> Iterator[Found[Owner]]:
        """The phrases that stand in a folded text, each as often as it does."""
        if self._beginnings.isdisjoint(words):
            return
        for start, word in enumerate(words):
            node, end = self._first.after.get(word), start + 1
            while node:
                yield from (Found(phrase, owner, start, end) for phrase, owner in node.ending)
                node = node.after.get(words[end]) if end < len(words) else None
                end += 1
