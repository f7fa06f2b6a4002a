"""Imposition: pages two by two on sheets twice their size, in the order in which a folded and stitched booklet is read."""

from __future__ import annotations

from msgspec import Struct

from leapdeck.paper.bleeding import bled
from leapdeck.scene import Page
from leapdeck.units import Insets, Rect, Size

FOLD = 4
"""Pages on a sheet that is folded once."""


class Place(Struct, frozen=True):
    """A page on a sheet: scaled, its left top corner at x and y; nothing of it is seen beyond `room`."""

    page: Page
    x: float
    y: float
    scale: float
    room: Rect


class Side(Struct, frozen=True):
    """One side of a sheet, with the pages on it."""

    size: Size
    places: tuple[Place, ...]


def order(count: int) -> tuple[tuple[int, int], ...]:
    """The pages, counted from 0, at the left and the right of each side; ValueError unless `count` is a multiple of four.

    Sides come as a printer takes them: the outermost sheet's front and back first.
    """
    if count % FOLD:
        raise ValueError("a sheet that is folded once has four pages")
    pairs = ((count - 1 - side, side) for side in range(count // 2))
    return tuple((low, high) if side % 2 else (high, low) for side, (high, low) in enumerate(pairs))


def imposed(pages: tuple[Page, ...]) -> tuple[Side, ...]:
    """The sides of the sheets of a booklet: each page on half of its own paper, as large as it fits, in the middle.

    Where a half has another shape than the page (letter), grounds that touch the page's edge reach the half's.
    """
    width, height = pages[0].size.width, pages[0].size.height
    halves = Rect(0, 0, height / 2, width), Rect(height / 2, 0, height / 2, width)
    return tuple(
        Side(Size(height, width), tuple(_placed(pages[number], half) for number, half in zip(pair, halves, strict=True)))
        for pair in order(len(pages))
    )


def _placed(page: Page, room: Rect) -> Place:
    scale = min(room.width / page.size.width, room.height / page.size.height)
    across = (room.width - page.size.width * scale) / 2
    down = (room.height - page.size.height * scale) / 2
    spare = Insets(across / scale, down / scale, across / scale, down / scale)
    return Place(bled(page, spare), room.x + across, room.y + down, scale, room)
