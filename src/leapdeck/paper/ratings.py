"""Rating scales on paper: statements with a circle for each level."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.blocks import Rating, Runs
from leapdeck.layouts.tables import PAGE_PADDING, CellText, set_table
from leapdeck.paper.pieces import Piece, Setter, circle
from leapdeck.richtext import Run, heard
from leapdeck.scene import Field, Paragraph, Primitive, Table
from leapdeck.units import Rect

CIRCLE = 13.0
STEP = 31.0
BETWEEN = 8.0
"""The least room between the names of a scale's ends, which take two lines rather than touch."""


def rating(block: Rating, setter: Setter) -> list[Piece]:
    """Statements with circles; the ends' names above the first and the last circle."""
    width = setter.sheet.width
    step = min(STEP, width * 0.45 / block.levels)
    scale = step * block.levels
    columns = (width - scale, *(step for _ in range(block.levels)))
    key = setter.key()
    rim = (step - CIRCLE) / 2
    room = scale / 2 - rim - BETWEEN / 2
    ends = [
        setter.text(Paragraph(block.low, "p-label", 9), room),
        setter.text(Paragraph(block.high, "p-label", 9, align="right"), room),
    ]
    top = max(end.rect.height for end in ends)
    low = replace(ends[0], rect=ends[0].rect.moved(width - scale + rim, 0))
    high = replace(ends[1], rect=ends[1].rect.moved(width - rim - room, 0))
    numbers = (
        CellText((), "p-label", 9, header=True),
        *(CellText((Run(str(n)),), "p-label", 9, header=True, align="center") for n in range(1, block.levels + 1)),
    )
    head = _rating_row(numbers, columns, block, setter, key, header=True)
    head = replace(
        head,
        height=head.height + top,
        items=(low, high, *(replace(item, rect=item.rect.moved(0, top)) for item in head.items)),
        before=6,
        keep=True,
    )
    rows = [_statement(runs, columns, block, setter, key) for runs in block.statements]
    again = _rating_row(numbers, columns, block, setter, key, header=True)
    again = replace(again, items=tuple(replace(item, repeated=True) if isinstance(item, Table) else item for item in again.items))
    return [head, *(replace(row, repeat=again) for row in rows)]


def _rating_row(
    cells: tuple[CellText, ...], columns: tuple[float, ...], block: Rating, setter: Setter, key: str, *, header: bool = False
) -> Piece:
    padding = replace(PAGE_PADDING, side=0.0, above=3.0 if header else 7.0, row=18.0 if header else 30.0)
    table = set_table((cells,), columns, 0, 0, padding, setter.brand)
    return Piece(table.rect.height, (replace(table, header=int(header), row_headers=True, key=key, path=block.path),))


def _statement(runs: Runs, columns: tuple[float, ...], block: Rating, setter: Setter, key: str) -> Piece:
    cells = (CellText(runs, "p-cell", 10.5), *(CellText((), "p-cell", 10.5) for _ in range(block.levels)))
    row = _rating_row(cells, columns, block, setter, key)
    step = columns[1]
    place = Rect((step - CIRCLE) / 2, (row.height - CIRCLE) / 2, CIRCLE, CIRCLE)
    circles = (circle(place.moved(columns[0] + n * step, 0)) for n in range(block.levels))
    return replace(row, items=(*(_choices(table, heard(runs), place) for table in row.items), *circles))


def _choices(row: Primitive, says: str, place: Rect) -> Primitive:
    """A statement's row, whose cells know what they are ticked for."""
    if not isinstance(row, Table):
        return row
    (first, *levels) = row.rows[0]
    asking = (replace(cell, text=replace(cell.text, asks=Field("choice", says, place, value=str(n)))) for n, cell in enumerate(levels, 1))
    return replace(row, rows=((first, *asking),))
