"""Work that comes again with every client, done once a process: the same text in the same measure and fonts."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from leapdeck.brand.fonts import Family
from leapdeck.brand.model import Brand
from leapdeck.scene import Paragraph

Made = TypeVar("Made")
Setter = Callable[[tuple[Paragraph, ...], float, Brand], Made]

ROOM = 8_000
"""Texts that are remembered in a set of fonts: those of several days' workshops, in some megabytes."""
_FONTS = 4
"""Sets of fonts that are remembered."""


def remembered(function: Setter[Made]) -> Setter[Made]:
    """Remember what a function makes of paragraphs, a measure and a brand's fonts; it must ask the brand for nothing else."""
    shelves: list[tuple[dict[str, Family], dict[tuple[tuple[Paragraph, ...], float], Made]]] = []

    def shelf_of(families: dict[str, Family]) -> dict[tuple[tuple[Paragraph, ...], float], Made]:
        for known, shelf in shelves:
            if known is families or known == families:
                return shelf
        del shelves[: len(shelves) - _FONTS + 1]
        shelves.append((families, {}))
        return shelves[-1][1]

    @wraps(function)
    def again(paragraphs: tuple[Paragraph, ...], width: float, brand: Brand) -> Made:
        shelf, key = shelf_of(brand.families), (paragraphs, width)
        made = shelf.get(key)
        if made is None:
            if len(shelf) >= ROOM:
                shelf.clear()
            made = shelf[key] = function(paragraphs, width, brand)
        return made

    return again
