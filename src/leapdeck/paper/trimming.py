"""Leaves for a print shop: a page on a larger sheet, its bleed around it, marks where it is cut (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from msgspec import Struct

from leapdeck.paper.bleeding import BLEED, bled
from leapdeck.paper.imposing import Place
from leapdeck.scene import Page
from leapdeck.units import MM, Insets, Rect, Size

MARK = 5 * MM
"""The length of a crop mark."""
GAP = 1 * MM
"""Between the bleed and the marks."""
AROUND = BLEED + GAP + MARK + 2 * MM
"""From the cut to the edge of the sheet."""

Stroke = tuple[float, float, float, float]
"""A line from x, y to x, y."""


class Leaf(Struct, frozen=True):
    """A sheet of a size with a page on it: cut to `trim`, inked as far as `bleed`, with `marks` outside of that."""

    size: Size
    trim: Rect
    bleed: Rect
    place: Place
    marks: tuple[Stroke, ...]


def leaf(page: Page) -> Leaf:
    """A page with its bleed, on a sheet that has room for the marks."""
    trim = Rect(AROUND, AROUND, page.size.width, page.size.height)
    bleed = trim.inset(Insets(-BLEED, -BLEED, -BLEED, -BLEED))
    whole = Size(page.size.width + 2 * AROUND, page.size.height + 2 * AROUND)
    placed = Place(bled(page, Insets(BLEED, BLEED, BLEED, BLEED)), trim.x, trim.y, 1.0, bleed)
    return Leaf(whole, trim, bleed, placed, _marks(trim, bleed))


def _marks(trim: Rect, bleed: Rect) -> tuple[Stroke, ...]:
    """Two at each corner, in line with the cuts."""
    above, below = bleed.y - GAP, bleed.bottom + GAP
    before, after = bleed.x - GAP, bleed.right + GAP
    upright = tuple((x, y, x, y + way) for x in (trim.x, trim.right) for y, way in ((above, -MARK), (below, MARK)))
    level = tuple((x, y, x + way, y) for y in (trim.y, trim.bottom) for x, way in ((before, -MARK), (after, MARK)))
    return upright + level
