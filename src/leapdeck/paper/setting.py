"""Blocks as pieces: one function a kind of block, and one line in the table below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import Any

from msgspec.structs import replace

from leapdeck.blocks import (
    Badges,
    Block,
    Checks,
    CueCards,
    Drawing,
    Figure,
    Grid,
    Heading,
    Item,
    Miniatures,
    Opening,
    Options,
    Prose,
    Quote,
    Rating,
    Rules,
    Runs,
    RunSheet,
    Turn,
)
from leapdeck.brand.type import ROLES
from leapdeck.layouts.charts import Frame, draw
from leapdeck.layouts.setting import text_width
from leapdeck.layouts.tables import PAGE_PADDING, CellText, column_widths, set_table
from leapdeck.layouts.tables import Grid as Rows
from leapdeck.paper.cards import cue_cards
from leapdeck.paper.mastheads import checks
from leapdeck.paper.miniatures import miniatures
from leapdeck.paper.pieces import Piece, Setter, circle, line_to_write_on, pill_row, whole
from leapdeck.paper.runsheets import run_sheet
from leapdeck.paper.sheet import MEASURE, TOP
from leapdeck.paper.turns import turn
from leapdeck.richtext import Run, heard, words
from leapdeck.scene import Cell, Chart, Field, Paragraph, Picture, Primitive, Shape, Table, TextBox
from leapdeck.units import Rect

BAND = 124.0
"""How far a section's band reaches down from the sheet's edge."""
TOGETHER = 14
"""So many ruled lines are never parted; more of them may go over pages."""
WRITE = 26.0
"""The height of an empty row to write in."""
CIRCLE = 13.0
STEP = 31.0
BETWEEN = 8.0
"""The least room between the names of a scale's ends, which take two lines rather than touch."""
BOX = Rect(0, 2, 11, 11)
"""Before an option, to be ticked."""
FIGURE = 250.0
"""The most that a picture or a chart takes of a page's height."""
SHORT = 0.36
"""What takes no more than this share of a page isn't parted."""


def pieces(blocks: Sequence[Block], setter: Setter) -> list[Piece]:
    """Blocks, set; a table, a scale or all that stands under one heading is never parted where it is short."""
    room = SHORT * setter.sheet.height
    found: list[Piece] = []
    for group in _under_headings(blocks):
        made: list[Piece] = []
        for block in group:
            if made and isinstance(block, Prose) and block.clings:
                made[-1] = replace(made[-1], keep=True)
            made += whole(_SETTERS[type(block)](block, setter), room)
        found += whole(made, room) if isinstance(group[0], Heading) else made
    return found


def _under_headings(blocks: Sequence[Block]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    for block in blocks:
        if not groups or isinstance(block, Heading | Quote | Opening):
            groups.append([])
        groups[-1].append(block)
    return groups


def _heading(block: Heading, setter: Setter) -> list[Piece]:
    paragraph = Paragraph(block.runs, "p-h3", 15, tag="H3")
    made = setter.text(paragraph, MEASURE, block.path)
    margin = (Run(block.reference),) if block.reference else ()
    return [
        Piece(made.rect.height + 2, (made,), before=20, keep=True, margin=margin, anchor=block.anchor, bookmark=words(block.runs), level=2)
    ]


def _prose(block: Prose, setter: Setter) -> list[Piece]:
    paragraph = Paragraph(block.runs, block.style, ROLES[block.style].sizes[0])
    return setter.paragraph(paragraph, before=7, path=block.path, keep=block.keep)


def _item(block: Item, setter: Setter) -> list[Piece]:
    return setter.item(block.runs, block.level, block.number, block.path, keep=block.keep)


def _quote(block: Quote, setter: Setter) -> list[Piece]:
    """Words between two rules, drawn in from the left."""
    text = setter.text(Paragraph(block.runs, "p-quote", 15), MEASURE - 20, block.path)
    items: list[Primitive] = [replace(text, rect=text.rect.moved(20, 6))]
    height = text.rect.height + 12
    if block.source:
        source = setter.text(Paragraph(block.source, "p-small", 9), MEASURE - 20)
        items.append(replace(source, rect=source.rect.moved(20, height - 2)))
        height += source.rect.height + 2
    bar = Shape(Rect(0, 0, 3, height), fill="accent")
    margin = (Run(block.reference),) if block.reference else ()
    return [Piece(height, (bar, *items), before=18, margin=margin, anchor=block.anchor)]


def _badges(block: Badges, setter: Setter) -> list[Piece]:
    row = pill_row(block.texts, setter.brand, lambda text, style: text_width(text, style, 9, setter.brand))
    return [Piece(18, row, before=6, keep=True)]


def _rules(block: Rules, setter: Setter) -> list[Piece]:
    line = line_to_write_on(setter.sheet.line, setter.sheet.width, block.says)
    return [Piece(setter.sheet.line, (line,), keep=n < min(block.count, TOGETHER) - 1) for n in range(block.count)]


def _grid(block: Grid, setter: Setter) -> list[Piece]:
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


def _rating(block: Rating, setter: Setter) -> list[Piece]:
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


def _options(block: Options, setter: Setter) -> list[Piece]:
    """A box to tick, a letter, the option."""
    made: list[Piece] = []
    for number, runs in enumerate(block.options, 1):
        paragraph = Paragraph(runs, "p-body", 10.5, 0, "letter", number, 42, 20)
        text = setter.text(paragraph, MEASURE)
        square = Shape(BOX, stroke="primary", stroke_width=1.1, role="tick")
        asking = replace(text, asks=Field("tick", f"{chr(ord('A') + number - 1)}: {heard(runs)}", BOX))
        made.append(Piece(text.rect.height, (square, asking), before=8, keep=number < len(block.options)))
    return made


def _figure(block: Figure, _setter: Setter) -> list[Piece]:
    scale = min(MEASURE / block.width, FIGURE / block.height)
    rect = Rect(0, 0, block.width * scale, block.height * scale)
    return [Piece(rect.height, (Picture(rect, block.image, block.alt, path=block.path),), before=8)]


def _drawing(block: Drawing, setter: Setter) -> list[Piece]:
    rows = len(block.labels) * len(block.series) if block.kind == "bar" else 8
    room = Rect(0, 0, setter.sheet.width, min(FIGURE, 60.0 + 24.0 * rows))
    drawing = draw(block.kind, block.labels, block.series, Frame(room, setter.brand, 10.5))
    return [Piece(room.height, (Chart(room, block.kind, block.labels, block.series, block.alt, drawing, 10.5, path=block.path),), before=8)]


def _opening(block: Opening, setter: Setter) -> list[Piece]:
    """The band at the head of a section's first page, to the sheet's edges; its words begin at the page's margin."""
    sheet = setter.sheet
    band = Shape(Rect(0, 0, sheet.size.width, BAND), fill=block.color)
    kicker_role = "p-kicker" if block.color == "primary" else "p-kicker-light"
    kicker = setter.text(Paragraph((Run(block.kicker),), kicker_role, 9), sheet.width)
    steps = ROLES["p-band"].sizes
    made = [setter.text(Paragraph(block.title, "p-band", size, tag="H2"), sheet.width, block.path) for size in steps]
    title = next((text for text in made if len(text.lines) == 1), made[-1])
    items: tuple[Primitive, ...] = (band, _at(title, 0, 58), _at(kicker, 0, 38))
    return [Piece(BAND - TOP + 8, items, opens=True, keep=True, anchor=block.anchor, bookmark=words(block.title), level=1)]


def _at(text: TextBox, x: float, y: float) -> TextBox:
    return replace(text, rect=text.rect.moved(x, y))


_SETTERS: dict[type, Callable[[Any, Setter], list[Piece]]] = {
    Heading: _heading,
    Prose: _prose,
    Item: _item,
    Quote: _quote,
    Badges: _badges,
    Rules: _rules,
    Grid: _grid,
    Rating: _rating,
    Options: _options,
    Figure: _figure,
    Drawing: _drawing,
    Opening: _opening,
    Checks: checks,
    Turn: turn,
    RunSheet: run_sheet,
    CueCards: cue_cards,
    Miniatures: miniatures,
}
