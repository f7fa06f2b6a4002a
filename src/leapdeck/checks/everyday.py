"""Everyday words: those of the workshops that ship, and leapdeck's own in all languages.

A client may be called Trust or The Team. Such words stand in anybody's files, and nobody can take them out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from leapdeck.checks.words import folded
from leapdeck.locales import languages, words
from leapdeck.places import shipped

LONG = 4
"""Letters: shorter words of a name may be small."""


@lru_cache(1)
def everyday() -> frozenset[str]:
    """All of them, folded; read when the first word is in doubt."""
    texts = [path.read_text("utf-8") for path in sorted(shipped("outlines").glob("*.yaml"))]
    texts += [said for language in languages() for said in words(language).values()]
    return frozenset(word for text in texts for word in folded(text) if len(word) > 1 and word.isalpha())


def is_everyday(found: tuple[str, ...]) -> bool:
    """Whether words of a text are nothing but such words."""
    return everyday().issuperset(found)


def written_as_a_name(phrase: str, found: tuple[str, ...], text: str) -> bool:
    """Whether words stand in a text as their phrase is given, or with capitals but for short ones ("of"): Trust, and not trust."""
    if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text):
        return True
    places = re.finditer(rf"(?<!\w){r'[^a-zA-Z]+'.join(map(re.escape, found))}(?!\w)", text, re.IGNORECASE)
    return any(_has_capitals(place[0]) for place in places)


def _has_capitals(words: str) -> bool:
    parts = re.findall(r"[^\W_]+", words)
    long = [part for part in parts if len(part) >= LONG] or parts
    return all(part[0].isupper() for part in long)
