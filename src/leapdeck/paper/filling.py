"""Filling pages: pieces one below the other, a new page where they no longer fit, nothing stranded.

A page is broken before a piece that doesn't fit, and before those that are kept together with it: never after a
heading, never between the first two or the last two lines of a paragraph, never inside a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.model import Brand
from leapdeck.layouts.fitting import box
from leapdeck.layouts.setting import moved
from leapdeck.paper.pieces import Piece, line_to_write_on, stretched
from leapdeck.paper.sheet import LINE, Sheet, Side, side_of
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, Primitive, TextBox
from leapdeck.units import Rect

LEAST_NOTES = 4
"""Lines: less room than that at a page's foot is left white."""
FEW = 3
TALLEST_OF_FEW = 150.0
"""Points: so few rows are for sentences, and grow to this height instead of becoming more."""
TALLEST = 44.0
"""The height to which a worksheet's rows grow, room for two lines of a hand, before there are more of them."""


class Filled(Struct, frozen=True):
    """A page's primitives in reading order, and the anchors on it with their heights: (id, y, bookmark, level).

    `headed`: it begins with a head of its own. `pieces` are so many of those that were given.
    """

    number: int
    items: tuple[Primitive, ...]
    anchors: tuple[tuple[str, float, str, int], ...]
    headed: bool = False
    pieces: int = 0


class Filler:
    """Fills pages from a first number on; `notes` is the heading of what is left over of a page."""

    def __init__(self, sheet: Sheet, brand: Brand, first: int, notes: str) -> None:
        """Begin with no page."""
        self._sheet, self._brand, self._notes = sheet, brand, notes
        self._pages: list[Filled] = []
        self._first = first
        self._items: list[Primitive] = []
        self._anchors: list[tuple[str, float, str, int]] = []
        self._y = 0.0
        self._headed = False
        self._filler: Piece | None = None
        self._open_rows: list[tuple[int, float]] = []
        self._pieces = 0

    def fill(self, pieces: Sequence[Piece]) -> tuple[Filled, ...]:
        """All pages that the pieces take."""
        at = 0
        while at < len(pieces):
            chain = _chain(pieces, at)
            begins = chain[0].opens or chain[0].fresh
            if self._items and (begins or self._needed(chain) > self._sheet.height - self._y + 0.01):
                if not chain[0].repeat or begins:  # what goes on overleaf leaves no room for notes in between
                    self._leave_room()
                self._turn()
            for piece in chain:
                self._place(piece)
                self._pieces += 1
            at += len(chain)
        self._leave_room()
        self._turn()
        return tuple(self._pages)

    @property
    def _number(self) -> int:
        return self._first + len(self._pages)

    @property
    def _side(self) -> Side:
        return side_of(self._number)

    def _needed(self, chain: Sequence[Piece]) -> float:
        return sum(piece.height + piece.before for piece in chain)

    def _place(self, piece: Piece) -> None:
        if not self._items:
            self._headed = piece.opens or piece.fresh
        if not self._items and piece.repeat:
            self._place(replace(piece.repeat, before=0.0))
        elif self._items:
            if self._y + piece.before + piece.height > self._sheet.height + 0.01:  # a chain longer than a page
                self._turn()
                return self._place(piece)
            self._y += piece.before
        y = self._sheet.top + self._y
        if piece.anchor:
            self._anchors.append((piece.anchor, max(0.0, y - 8), piece.bookmark, piece.level))
        self._open_rows = [*self._open_rows, (len(self._items), self._y)] if piece.filler else []
        self._items += self._opening(piece) if piece.opens else self._moved(piece, y)
        self._y += piece.height
        self._filler = piece.filler
        return None

    def _moved(self, piece: Piece, y: float) -> Iterator[Primitive]:
        x = self._sheet.left(self._side)
        yield from (_shifted(item, x, y) for item in piece.items)
        if piece.margin:
            yield self._reference(piece, y)

    def _reference(self, piece: Piece, y: float) -> TextBox:
        """What stands in the outer margin, on the line of the piece's first words."""
        rect = Rect(self._sheet.margin_left(self._side), y, self._sheet.margin_width, 26)
        paragraph = Paragraph(piece.margin, "p-reference", 9, align="left" if self._side == "right" else "right")
        made = box((paragraph,), rect, self._brand)
        first = next((line.baseline for item in piece.items if isinstance(item, TextBox) for line in item.lines), 12.0)
        return replace(made, lines=moved(made.lines, dy=first - made.lines[0].baseline))

    def _opening(self, piece: Piece) -> Iterator[Primitive]:
        """A band reaches the sheet's edges; its words begin at the margin."""
        left = self._sheet.left(self._side)
        yield from (_shifted(item, left, 0) if isinstance(item, TextBox) else item for item in piece.items)

    def _fill_up(self) -> None:
        """A worksheet goes on to the foot of its page: its rows grow, then there are more of them."""
        if not self._filler or not self._open_rows:
            return
        filler, (first, top) = self._filler, self._open_rows[0]
        room = self._sheet.height - top
        asked = len(self._open_rows)
        count = asked if asked <= FEW else max(asked, ceil(room / TALLEST))
        height = min(room / count, TALLEST_OF_FEW)
        if filler.even:
            count, height = max(asked, int(room / filler.height)), filler.height
        del self._items[first:]
        self._y, self._open_rows = top, []
        for _ in range(count):
            self._place(stretched(filler, height))

    def _leave_room(self) -> None:
        """What is left of a page: more rows of its worksheet, or ruled lines for notes."""
        self._fill_up()
        room = self._sheet.height - self._y
        if self._items and self._notes:
            left, top = self._sheet.left(self._side), self._sheet.top + self._y + 22
            self._items += ruled(self._notes, Rect(left, top, self._sheet.width, room - 22), self._brand, self._sheet.line)

    def _turn(self) -> None:
        if self._items:
            self._pages.append(Filled(self._number, tuple(self._items), tuple(self._anchors), self._headed, self._pieces))
        self._items, self._anchors, self._y, self._headed, self._filler, self._open_rows = [], [], 0.0, False, None, []
        self._pieces = 0


def ruled(notes: str, room: Rect, brand: Brand, line: float = LINE) -> tuple[Primitive, ...]:
    """A small heading and ruled lines, `line` points apart, down to the foot of a room; nothing where there is too little of it."""
    count = int((room.height - 18) / line)
    if count < LEAST_NOTES:
        return ()
    heading = box((Paragraph((Run(notes),), "p-label", 9),), Rect(room.x, room.y, 200, 13), brand)
    rule = line_to_write_on(line, room.width, notes)
    return (heading, *(_shifted(rule, room.x, room.y + 12 + n * line) for n in range(count)))


def _chain(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    """The piece and those that it is kept together with."""
    stop = at
    while stop < len(pieces) - 1 and pieces[stop].keep and not (pieces[stop + 1].opens or pieces[stop + 1].fresh):
        stop += 1
    return pieces[at : stop + 1]


def _shifted(item: Primitive, x: float, y: float) -> Primitive:
    return replace(item, rect=item.rect.moved(x, y))
