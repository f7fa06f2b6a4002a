"""Tables on paper: a row a piece, with rows to write in."""

from __future__ import annotations

from math import sqrt
from typing import Any

from msgspec.structs import replace

from leapdeck.blocks import Grid
from leapdeck.layouts.setting import text_width
from leapdeck.layouts.tables import PAGE_PADDING, CellText, column_widths, set_table
from leapdeck.layouts.tables import Grid as Rows
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.richtext import heard, words
from leapdeck.scene import Cell, Field, Table

WRITE = 26.0
"""The height of an empty row to write in."""


def grid(block: Grid, setter: Setter) -> list[Piece]:
    """A row a piece; its heading comes again on every page. Rows to write in stay together: a stub at a page's foot is no worksheet."""
    heads = tuple(CellText(runs, "p-head", 10.5, color, True, side) for (runs, color), side in zip(block.heads, _sides(block), strict=True))
    body = tuple(
        tuple(CellText(runs, "p-cell", 10.5, align=side) for runs, side in zip(row, _sides(block), strict=True)) for row in block.rows
    )
    columns = _columns(block, (heads, *body), setter)
    key = setter.key()
    head = _row(heads, columns, block, setter, key, header=True)
    rows = [_row(row, columns, block, setter, key, _asked(block, row), height=block.least) for row in body]
    empty = tuple(CellText((), "p-cell", 10.5) for _ in heads)
    open_row = _row(empty, columns, block, setter, key, _asked(block), height=max(WRITE, block.least))
    filler = replace(open_row, filler=open_row, even=bool(block.rows)) if block.fills else None
    rows += [replace(open_row, keep=n < block.open_rows - 1, filler=filler) for n in range(block.open_rows)]
    again = replace(head, items=tuple(replace(item, repeated=True) if isinstance(item, Table) else item for item in head.items))
    return [replace(head, before=14, keep=True), *(replace(row, repeat=again) for row in rows)]


def _sides(block: Grid) -> tuple[Any, ...]:
    return block.align or ("left",) * len(block.heads)


def _columns(block: Grid, rows: Rows, setter: Setter) -> tuple[float, ...]:
    if block.shares:
        return tuple(setter.sheet.width * share for share in block.shares)
    if not block.rows:
        return _even(rows, setter)
    return column_widths(rows, setter.sheet.width, PAGE_PADDING, setter.brand)


def _even(rows: Rows, setter: Setter) -> tuple[float, ...]:
    """Columns to write in: what takes a long heading takes more words, what takes a short one is a mark or a name."""
    width = setter.sheet.width
    floors = [text_width(words(cell.runs), cell.style, cell.size, setter.brand) + 2 * PAGE_PADDING.side + 4 for cell in rows[0]]
    if sum(floors) >= width:
        return column_widths(rows, width, PAGE_PADDING, setter.brand)
    spare = (width - sum(floors)) / sum(sqrt(floor) for floor in floors)
    return tuple(floor + spare * sqrt(floor) for floor in floors)


def _row(
    cells: tuple[CellText, ...],
    columns: tuple[float, ...],
    block: Grid,
    setter: Setter,
    key: str,
    asked: tuple[str, ...] = (),
    *,
    header: bool = False,
    height: float = 0.0,
) -> Piece:
    made = set_table((cells,), columns, 0, 0, PAGE_PADDING, setter.brand, stretch=height)
    rows = tuple(tuple(map(_asking, row, asked)) for row in made.rows) if asked else made.rows
    table = replace(made, rows=rows, header=int(header), ruled=block.ruled, key=key, path=block.path)
    return Piece(table.rect.height, (table,))


def _asked(block: Grid, row: tuple[CellText, ...] = ()) -> tuple[str, ...]:
    """What each column's empty cell asks: its heading, and the words that the row has."""
    if not block.ruled:
        return ()
    beside = next((text for cell in row if (text := heard(cell.runs))), "")
    return tuple(": ".join(part for part in (heard(runs), beside) if part) for runs, _ in block.heads)


def _asking(cell: Cell, says: str) -> Cell:
    """A cell; an empty one is there to be written in."""
    if any(span.text or span.blank for line in cell.text.lines for span in line.spans):
        return cell
    return replace(cell, text=replace(cell.text, asks=Field("lines", says, size=0)))
