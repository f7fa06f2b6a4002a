"""The run sheet: the whole day on one page, its type stepped down, its short parts gathered until it fits."""

from __future__ import annotations

from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.blocks import RunSheet, Stop
from leapdeck.brand.type import ROLES
from leapdeck.layouts.setting import text_width
from leapdeck.layouts.tables import CellText, Padding, set_table
from leapdeck.paper.mastheads import checks, masthead
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.richtext import Run, words
from leapdeck.scene import Paragraph, Table

SIDE = 6.0
STEPS = ((10.5, 4.5), (10.5, 3.0), (9.0, 3.2), (9.0, 2.0), (9.0, 1.0))
"""A size of type and the room above and below it in a row, from the best to read to the tightest."""
WHAT = 2
"""The column that says what happens; it takes what the others leave."""
HOW = 0.24
"""The most of the table's width that the words of who works with whom take."""
NO_BREAK = "\u00a0"
STYLES = {"part": "p-run-strong", "slide": "p-run", "pause": "p-run-pause", "end": "p-run-strong"}
GROUNDS = {"part": "mist", "pause": "", "slide": "", "end": ""}


class _Step(Struct, frozen=True):
    """How the table is set: size of type, room above and below it."""

    size: float
    above: float


def run_sheet(block: RunSheet, setter: Setter) -> list[Piece]:
    """Head, table, whether it is shortened, things to bring: the first version at the largest step at which a page holds it.

    A day that no version gets onto a page goes on to the next, its heading repeated.
    """
    head = masthead(block.masthead, setter)
    tail = checks(block.checks, setter) if block.checks else []
    room = setter.sheet.height - head.height - 12
    ways = [(*version, _Step(*step)) for version, step in product(zip(block.versions, block.below, strict=True), STEPS)]
    hopeful = (way for way in ways if _least(way[0], way[2]) <= room)
    rows = next((made for made in (_rows(block, *way, setter) for way in hopeful) if _height(made) <= room), None)
    rows = rows or _rows(block, *ways[-1], setter)
    rows = [replace(rows[0], before=12), *rows[1:]]
    return [head, *rows, *(tail if _height(rows) + _height(tail) <= room else [])]


def _least(stops: tuple[Stop, ...], step: _Step) -> float:
    """What a table takes if every line of it holds what stands there."""
    return (len(stops) + 1) * (step.size * ROLES["p-run"].leading + 2 * step.above)


def _height(pieces: list[Piece]) -> float:
    return sum(piece.before + piece.height for piece in pieces)


def _rows(block: RunSheet, stops: tuple[Stop, ...], below: str, step: _Step, setter: Setter) -> list[Piece]:
    cells = [_cells(stop, step) for stop in stops]
    kept = [n for n in range(len(block.heads)) if n == WHAT or any(words(row[n].runs) for row in cells)]
    heads = [CellText((Run(block.heads[n]),), "p-run-head", step.size, "primary", header=True) for n in kept]
    body = [[row[n] for n in kept] for row in cells]
    columns = _columns([heads, *body], kept.index(WHAT), setter)
    key = setter.key()
    head = _row(heads, columns, step, setter, key, header=True)
    again = replace(head, items=tuple(replace(item, repeated=True) if isinstance(item, Table) else item for item in head.items))
    made = (replace(_row(row, columns, step, setter, key), repeat=again) for row in body)
    return [replace(head, keep=True), *made, *_below(below, setter)]


def _below(says: str, setter: Setter) -> list[Piece]:
    """A small line below the table; nothing where it has nothing to say."""
    return setter.paragraph(Paragraph((Run(says),), "p-small", 9), before=6) if says else []


def _cells(stop: Stop, step: _Step) -> list[CellText]:
    what = tuple(replace(run, link=stop.link) if stop.link else run for run in stop.what)
    if stop.warning:
        what = (*what, Run(f"  {stop.warning.replace(' ', NO_BREAK)}", italic=True, color="accent"))
    style, ground = STYLES[stop.grade], GROUNDS[stop.grade]
    time = Run(stop.time, color="accent" if stop.warning else "")
    runs = ((time,), (Run(stop.minutes),), what, (Run(stop.how),), (Run(stop.slides),), (Run(stop.pages),))
    return [CellText(tuple(run for run in cell if run.text), style, step.size, ground) for cell in runs]


def _columns(rows: list[list[CellText]], what: int, setter: Setter) -> list[float]:
    """Each column as wide as its longest text, but the one that says what happens."""
    count = len(rows[0])
    widths = [
        max(text_width(words(row[n].runs), row[n].style, row[n].size, setter.brand) for row in rows) + 2 * SIDE + 1 for n in range(count)
    ]
    how = what + 1
    if how < count:  # who works with whom may take several lines, what happens must keep its words whole
        widths[how] = min(widths[how], max(HOW * setter.sheet.width, _widest_word(rows, how, setter)))
    widths[what] = setter.sheet.width - sum(width for n, width in enumerate(widths) if n != what)
    return widths


def _widest_word(rows: list[list[CellText]], n: int, setter: Setter) -> float:
    cells = (row[n] for row in rows)
    return (
        max(text_width(word, cell.style, cell.size, setter.brand) for cell in cells for word in words(cell.runs).split() or ("",))
        + 2 * SIDE
        + 1
    )


def _row(row: list[CellText], columns: list[float], step: _Step, setter: Setter, key: str, *, header: bool = False) -> Piece:
    table = replace(set_table((row,), columns, 0, 0, Padding(SIDE, step.above, embedded=True), setter.brand), header=int(header), key=key)
    return Piece(table.rect.height, (table,))
