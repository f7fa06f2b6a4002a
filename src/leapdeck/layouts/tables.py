"""Setting tables: columns as wide as their words ask, rows as high as their text, on slides and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Path
from leapdeck.layouts.fitting import box
from leapdeck.layouts.setting import cut_words, moved, safe_height, set_text, text_width
from leapdeck.richtext import Run, words
from leapdeck.scene import Align, Cell, Paragraph, Table
from leapdeck.units import Rect


class CellText(Struct, frozen=True):
    """What stands in a cell, and how: a text role, its ground, its side."""

    runs: tuple[Run, ...]
    style: str
    size: float
    fill: str = ""
    header: bool = False
    align: Align = "left"
    path: Path = ()


class Padding(Struct, frozen=True):
    """Room in a cell around its text, and the least height of a row, in points; `embedded`: no fallback font needs room."""

    side: float
    above: float
    row: float = 0.0
    embedded: bool = False


SLIDE_PADDING = Padding(16, 8, 40)
PAGE_PADDING = Padding(7, 4.5, 24, embedded=True)

Grid = Sequence[Sequence[CellText]]


def row_heights(rows: Grid, columns: Sequence[float], padding: Padding, brand: Brand) -> tuple[float, ...]:
    """How high each row must be, in points, in the brand's font and in its fallback."""
    return tuple(
        max(padding.row, *(_cell_height(cell, width, padding, brand) for cell, width in zip(row, columns, strict=True))) for row in rows
    )


def cut_in(rows: Grid, columns: Sequence[float], padding: Padding, brand: Brand) -> tuple[str, ...]:
    """The words of a table that are wider than their column."""
    found: list[str] = []
    for row in rows:
        for cell, width in zip(row, columns, strict=True):
            found += cut_words((_paragraph(cell),), width - 2 * padding.side, brand)
    return tuple(dict.fromkeys(found))


def column_widths(rows: Grid, width: float, padding: Padding, brand: Brand) -> tuple[float, ...]:
    """Columns that fill `width`: each at least its widest word, the rest shared by how much its cells hold."""
    count = len(rows[0])
    floors = [max(_widest_word(row[n], brand) for row in rows) + 2 * padding.side + 2 for n in range(count)]
    wishes = [
        max(text_width(words(row[n].runs), row[n].style, row[n].size, brand) for row in rows) + 2 * padding.side + 2 for n in range(count)
    ]
    spare = width - sum(floors)
    if spare <= 0:
        return tuple(width * floor / sum(floors) for floor in floors)
    hunger = [max(1.0, min(wish, width / 2) - floor) for wish, floor in zip(wishes, floors, strict=True)]
    return tuple(floor + spare * hungry / sum(hunger) for floor, hungry in zip(floors, hunger, strict=True))


def set_table(rows: Grid, columns: Sequence[float], x: float, y: float, padding: Padding, brand: Brand, *, stretch: float = 0.0) -> Table:
    """Set a table at a place; rows are at least `stretch` points high, beyond what their text needs."""
    heights = tuple(max(stretch, height) for height in row_heights(rows, columns, padding, brand))
    cells: list[tuple[Cell, ...]] = []
    top = 0.0
    for row, height in zip(rows, heights, strict=True):
        cells.append(_row(row, columns, top, height, padding, brand))
        top += height
    return Table(Rect(x, y, sum(columns), top), tuple(columns), heights, tuple(cells))


def _row(row: Sequence[CellText], columns: Sequence[float], top: float, height: float, padding: Padding, brand: Brand) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    left = 0.0
    for cell, width in zip(row, columns, strict=True):
        inner = Rect(left + padding.side, top, width - 2 * padding.side, height)
        text = box((_paragraph(cell),), inner, brand, anchor="middle", role="cell", path=cell.path)
        whole = Rect(left, top, width, height)
        insets = (padding.side, padding.above, padding.side, padding.above)
        cells.append(Cell(replace(text, rect=whole, lines=moved(text.lines, padding.side), insets=insets), cell.fill, cell.header))
        left += width
    return tuple(cells)


def _paragraph(cell: CellText) -> Paragraph:
    return Paragraph(cell.runs, cell.style, cell.size, align=cell.align)


def _cell_height(cell: CellText, width: float, padding: Padding, brand: Brand) -> float:
    paragraphs, room = (_paragraph(cell),), width - 2 * padding.side
    height = set_text(paragraphs, room, brand).height if padding.embedded else safe_height(paragraphs, room, brand)
    return height + 2 * padding.above


def _widest_word(cell: CellText, brand: Brand) -> float:
    return max((text_width(word, cell.style, cell.size, brand) for word in words(cell.runs).split()), default=0.0) * 1.03
