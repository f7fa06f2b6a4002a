"""What stays with the facilitator: no note's sentence and no answer in a file that participants get."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from leapdeck.checks.finished import said
from leapdeck.checks.words import Phrases, folded
from leapdeck.diagnostics import Diagnostic, Position

SHORTEST = 5
"""Words: a shorter sentence ("Thank you.") may stand in notes and workbook alike by chance."""
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")


def sentences(texts: Iterable[str]) -> Iterator[str]:
    """The sentences of some texts that are long enough to be nobody else's."""
    for text in texts:
        yield from (part.strip() for part in _SENTENCE.split(text) if len(part.split()) >= SHORTEST)


def answers_given_away(data: bytes, name: str, secret: Iterable[str], open_: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """What a participants' file says of `secret` texts (notes, answers), but for sentences that `open_` texts hold too."""
    phrases, allowed = _secret(tuple(secret), tuple(open_))
    found: dict[str, Diagnostic] = {}
    for text in said(data):
        for phrase in (found.phrase for found in phrases.found_in(folded(text.text))):
            if phrase not in allowed:
                message = f"“{phrase[:60]}” is the facilitator's, and stands in {text.where}"
                found.setdefault(phrase, Diagnostic("answer-given-away", message, position=Position(name)))
    return tuple(found.values())


@lru_cache(1)  # workbooks for two thousand participants keep the same secrets
def _secret(secret: tuple[str, ...], open_: tuple[str, ...]) -> tuple[Phrases[str], frozenset[str]]:
    """What must not be said, and those sentences of it that may be said all the same."""
    phrases = Phrases((sentence, sentence) for sentence in sentences(secret))
    return phrases, frozenset(found.phrase for found in phrases.found_in(folded(" ".join(open_))))
