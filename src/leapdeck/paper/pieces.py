"""Pieces: what is never parted on paper. Every block is set as a row of them; the page breaker only counts heights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.blocks import Runs
from leapdeck.brand.model import Brand
from leapdeck.brand.type import ROLES
from leapdeck.diagnostics import Path
from leapdeck.layouts.fitting import box
from leapdeck.layouts.lists import PAGE_LEVELS
from leapdeck.layouts.setting import moved
from leapdeck.paper.sheet import MEASURE, Sheet
from leapdeck.richtext import Run
from leapdeck.scene import Field, Paragraph, Primitive, Rule, Shape, Table, TextBox
from leapdeck.units import Rect


class Piece(Struct, frozen=True):
    """Primitives that stay together; positions count from its own left top corner.

    `before` is the space above, which a page's
    top swallows; `keep` holds it together with the next piece; `margin` stands beside it in the outer margin;
    `repeat` is drawn again above it where it begins a page; `filler` is what an open row may be followed by, as often as the
    page has room, `even` ones as high as they are. A piece that `opens` begins a page with a band to the sheet's edges,
    a `fresh` one with a head of its own.
    """

    height: float
    items: tuple[Primitive, ...] = ()
    before: float = 0.0
    keep: bool = False
    margin: Runs = ()
    anchor: str = ""
    bookmark: str = ""
    level: int = 1
    repeat: Piece | None = None
    filler: Piece | None = None
    even: bool = False
    opens: bool = False
    fresh: bool = False


def whole(pieces: Sequence[Piece], room: float) -> list[Piece]:
    """Pieces that are kept together where they take no more than `room`, in points; longer ones may be parted as before."""
    if sum(piece.before + piece.height for piece in pieces) > room:
        return list(pieces)
    return [*(replace(piece, keep=True) for piece in pieces[:-1]), *pieces[-1:]]


def stretched(row: Piece, height: float) -> Piece:
    """An empty row of a table, as high as `height`."""
    return replace(row, height=height, items=tuple(_taller(item, height) if isinstance(item, Table) else item for item in row.items))


def _taller(table: Table, height: float) -> Table:
    cells = tuple(replace(cell, text=replace(cell.text, rect=replace(cell.text.rect, height=height))) for cell in table.rows[0])
    return replace(table, rect=replace(table.rect, height=height), heights=(height,), rows=(cells,))


class Setter:
    """Sets blocks for one sheet in one brand; texts that may be parted get keys, so that they stay one paragraph."""

    def __init__(self, brand: Brand, sheet: Sheet) -> None:
        """Begin with no keys given."""
        self.brand = brand
        self.sheet = sheet
        self._keys = 0

    def key(self) -> str:
        """A key nobody else has."""
        self._keys += 1
        return f"k{self._keys}"

    def text(self, paragraph: Paragraph, width: float, path: Path = ()) -> TextBox:
        """A paragraph in a box just as high as its lines."""
        role = ROLES[paragraph.style]
        made = box((paragraph,), Rect(0, 0, width, 1), self.brand, path=path)
        return replace(made, rect=Rect(0, 0, width, len(made.lines) * paragraph.size * role.leading))

    def paragraph(self, paragraph: Paragraph, *, before: float, path: Path = (), keep: bool = False, width: float = MEASURE) -> list[Piece]:
        """A paragraph that may be parted between lines, never leaving one of them alone."""
        whole = self.text(paragraph, width, path)
        if len(whole.lines) < 4 or keep:
            return [Piece(whole.rect.height, (whole,), before=before, keep=keep)]
        pitch = whole.rect.height / len(whole.lines)
        cuts = [0, *range(2, len(whole.lines) - 1), len(whole.lines)]
        key = self.key()
        parts = [self._part(whole, start, stop, pitch, key) for start, stop in pairwise(cuts)]
        return [replace(part, before=before if n == 0 else 0.0) for n, part in enumerate(parts)]

    @staticmethod
    def _part(whole: TextBox, start: int, stop: int, pitch: float, key: str) -> Piece:
        rect = Rect(0, 0, whole.rect.width, (stop - start) * pitch)
        part = replace(whole, rect=rect, lines=moved(whole.lines[start:stop], dy=-start * pitch), key=key)
        return Piece(rect.height, (part,))

    def item(self, runs: Runs, level: int, number: int, path: Path = (), *, keep: bool = False, width: float = MEASURE) -> list[Piece]:
        """A list's item."""
        rule = PAGE_LEVELS[min(level, len(PAGE_LEVELS) - 1)]
        wide = 4.0 if number else 0.0
        paragraph = Paragraph(
            runs, "p-body", 10.5, level, "number" if number else rule.bullet, number, rule.indent + wide, rule.hang + wide
        )
        return self.paragraph(paragraph, before=rule.before * 10.5 + 2, path=path, keep=keep, width=width)


def pill_row(texts: Sequence[str], brand: Brand, width_of: Callable[[str, str], float]) -> tuple[Primitive, ...]:
    """Badges side by side, the first one filled, 18 points high."""
    made: list[Primitive] = []
    left = 0.0
    for number, text in enumerate(texts):
        style = "p-badge" if number == 0 else "p-badge-outline"
        width = width_of(text, style) + 20
        pill = box((Paragraph((Run(text),), style, 9, align="center"),), Rect(left, 0, width, 18), brand, anchor="middle")
        looks = {"fill": "support"} if number == 0 else {"stroke": "support"}
        made.append(replace(pill, geometry="round", **looks))
        left += width + 8
    return tuple(made)


def circle(place: Rect) -> Shape:
    """A circle to tick."""
    return Shape(place, "ellipse", stroke="primary", stroke_width=1.1, role="tick")


def line_to_write_on(y: float, width: float, says: str) -> Rule:
    """A line to write on, `y` points down and as far below the one before; `says` is what is asked."""
    return Rule(Rect(0, y, width, 0), "muted", 0.6, asks=Field("lines", says, Rect(0, -y, width, y)))
