"""Finding phrases in text: whole words, whatever their case, all phrases in one pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W_]+")

Owner = TypeVar("Owner")


def folded(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: composed, without case ("Müller & Söhne" is müller, söhne)."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


class Phrases(Generic[Owner]):
    """Phrases and whose they are, kept by their first word, so that a thousand cost a text no more than one."""

    def __init__(self, phrases: Iterable[tuple[str, Owner]]) -> None:
        """Keep (phrase, owner) pairs; what has no word in it is left out."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, Owner]]] = {}
        for phrase, owner in phrases:
            if parts := folded(phrase):
                self._by_first.setdefault(parts[0], []).append((parts, phrase, owner))

    def found_in(self, text: str) -> Iterator[tuple[str, Owner]]:
        """The phrases that stand in a text, each as often as it does."""
        parts = folded(text)
        for index, first in enumerate(parts):
            for phrase, given, owner in self._by_first.get(first, ()):
                if parts[index : index + len(phrase)] == phrase:
                    yield given, owner
