"""Everyday words: those of the workshops that ship, and leapdeck's own in all languages.

A client may be called Trust or The Team. Such words stand in anybody's files, and nobody can take them out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from leapdeck.checks.words import folded
from leapdeck.locales import languages, words
from leapdeck.places import shipped


@lru_cache(1)
def everyday() -> frozenset[str]:
    """All of them, folded; read when the first word is in doubt."""
    texts = [path.read_text("utf-8") for path in sorted(shipped("outlines").glob("*.yaml"))]
    texts += [said for language in languages() for said in words(language).values()]
    return frozenset(word for text in texts for word in folded(text) if len(word) > 1 and word.isalpha())


def is_everyday(found: tuple[str, ...]) -> bool:
    """Whether words of a text are nothing but such words."""
    return everyday().issuperset(found)


def stands_as_written(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text with the capitals that it is given with: Trust, and not trust."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None
