"""The sheet: its size, its mirrored margins, where text, margin notes and footers stand."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from leapdeck.units import MM, Rect, Size

Side = Literal["right", "left"]
"""A right page (odd) has its inner margin, and the punched holes, at the left."""

SIZES = {"a4": Size(210 * MM, 297 * MM), "letter": Size(612, 792)}
INNER, OUTER = 24 * MM, 18 * MM
TOP, BOTTOM = 60.0, 64.0
LINE = 8 * MM
"""Between ruled lines: room for a hurried hand."""
MEASURE = 344.0
"""The width of running text: about 75 characters at the page's text size."""
EDGE = 10.0
"""Nothing is set nearer to the sheet's edge."""
MARGIN_GAP = 8.0
LARGE = 14 / 10.5
"""How many times as large all type is in large print: 14 points where it was 10.5."""
LARGE_OUTER = 48.0
LARGE_LINE = 9 * MM


class Sheet(Struct, frozen=True):
    """A paper's geometry, in points; `inner`, `outer`, `top` and `bottom` are its margins, `line` the distance of ruled lines.

    What is laid out on it is enlarged by `scale` in the end.
    """

    size: Size
    inner: float = INNER
    outer: float = OUTER
    top: float = TOP
    bottom: float = BOTTOM
    line: float = LINE
    scale: float = 1.0

    @property
    def width(self) -> float:
        """The width between the margins: for tables, worksheets, headings with their references."""
        return self.size.width - self.inner - self.outer

    @property
    def height(self) -> float:
        """The height between the margins."""
        return self.size.height - self.top - self.bottom

    def left(self, side: Side) -> float:
        """Where what is as wide as the page begins."""
        return self.inner if side == "right" else self.outer

    def margin_left(self, side: Side) -> float:
        """Where the note in the outer margin begins."""
        return self.size.width - self.outer + MARGIN_GAP / self.scale if side == "right" else EDGE / self.scale

    @property
    def margin_width(self) -> float:
        """The room in the outer margin for references to slides."""
        return self.outer - (MARGIN_GAP + EDGE) / self.scale

    @property
    def whole(self) -> Rect:
        """The sheet to its edges."""
        return Rect(0, 0, self.size.width, self.size.height)


def borderless(size: Size) -> Sheet:
    """A sheet that is filled to its edges, to be cut."""
    return Sheet(size, 0, 0, 0, 0)


def large_sheet(size: Size) -> Sheet:
    """A paper for large print: a smaller one, whose side margins and lines are the usual ones when it is enlarged."""
    small = Size(size.width / LARGE, size.height / LARGE)
    return Sheet(small, INNER / LARGE, LARGE_OUTER, line=LARGE_LINE / LARGE, scale=LARGE)


def side_of(number: int) -> Side:
    """The side of a page, counted from 1."""
    return "right" if number % 2 else "left"
