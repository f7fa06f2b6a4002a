"""Slides that are a table: fitted down the scale, split over slides with the header on each."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.diagnostics import Path
from leapdeck.layouts.splitting import split
from leapdeck.layouts.stage import Builder, Draft, Stage
from leapdeck.layouts.tables import SLIDE_PADDING, CellText, column_widths, cut_in, row_heights, set_table
from leapdeck.richtext import Run
from leapdeck.scene import Table
from leapdeck.slides.base import Slide
from leapdeck.slides.listing import part_title
from leapdeck.slides.references import reference
from leapdeck.units import Rect

Runs = tuple[Run, ...]
AIRY = 56.0
"""The least height of a row where few rows would leave the slide empty, in points."""


class Tabular(Struct, frozen=True):
    """A table's words: heads with the color of their ground, rows, the side of each column.

    `even` columns are of one width, `shares` gives them as parts of the whole; `most` rows stand on one slide;
    `reveal` shows them one by one. `sizes` are the steps of its text if not the usual ones, `airy` the height of its rows where
    there is room.
    """

    heads: tuple[tuple[Runs, str], ...]
    rows: tuple[tuple[Runs, ...], ...]
    align: tuple[Literal["left", "right"], ...]
    path: Path
    even: bool = False
    most: int = 100
    ruled: bool = False
    shares: tuple[float, ...] = ()
    reveal: bool = False
    sizes: tuple[float, ...] = ()
    airy: float = AIRY


def grid_slides(stage: Stage, slide: Slide, tabular: Tabular, *, caption: str = "", page: bool = False) -> tuple[Draft, ...]:
    """The slides of a table: one, or as many as its rows need at the floor of the scale."""
    room = stage.layout("table").slot("table").rect
    parts, size = _parts(stage, tabular, room)
    drafts = []
    for number, (start, stop) in enumerate(parts, 1):
        builder = stage.slide("table")
        builder.title(stage.runs(part_title(stage, slide.title, number, len(parts))), (*slide.at, "title"))
        rows = _cells(tabular, tabular.rows[start:stop], size)
        table = _table(stage, tabular, rows, room)
        shown = row_by_row(table, f"{slide.id}/{number}") if tabular.reveal else (table,)
        builder.add(*shown)
        _below(builder, slide, caption, page)
        drafts.append(builder.done(tuple(part.part for part in shown if part.part)))
    return tuple(drafts)


def row_by_row(table: Table, key: str) -> tuple[Table, ...]:
    """A table as one for each of its rows: PowerPoint shows a table on a click as a whole, so rows that come one by one are tables."""
    parts: list[Table] = []
    down = 0.0
    for number, (height, row) in enumerate(zip(table.heights, table.rows, strict=True)):
        rect = Rect(table.rect.x, table.rect.y + down, table.rect.width, height)
        cells = tuple(replace(cell, text=replace(cell.text, rect=cell.text.rect.moved(0, -down))) for cell in row)
        named = {"part": f"row-{number}", "slot": "", "header": 0} if number else {}
        parts.append(replace(table, rect=rect, heights=(height,), rows=(cells,), key=key, **named))
        down += height
    return tuple(parts)


def _below(builder: Builder, slide: Slide, caption: str, page: bool) -> None:
    if caption:
        builder.text("caption", builder.stage.runs(caption), (*slide.at, "caption"), what="the caption")
    elif page:
        reference(builder, "caption", slide.id)


def _table(stage: Stage, tabular: Tabular, rows: tuple[tuple[CellText, ...], ...], room: Rect) -> Table:
    columns = _columns(stage, tabular, rows, room.width)
    spare = room.height / len(rows)
    stretch = min(tabular.airy, spare) if sum(row_heights(rows, columns, SLIDE_PADDING, stage.brand)) < room.height else 0.0
    made = set_table(rows, columns, room.x, room.y, SLIDE_PADDING, stage.brand)
    if all(height <= stretch for height in made.heights):
        made = set_table(rows, columns, room.x, room.y, SLIDE_PADDING, stage.brand, stretch=stretch)
    return replace(made, slot="table", ruled=tabular.ruled, path=tabular.path)


def _columns(stage: Stage, tabular: Tabular, rows: tuple[tuple[CellText, ...], ...], width: float) -> tuple[float, ...]:
    count = len(tabular.heads)
    if tabular.shares:
        return tuple(width * share for share in tabular.shares)
    return (width / count,) * count if tabular.even else column_widths(rows, width, SLIDE_PADDING, stage.brand)


def _cells(tabular: Tabular, rows: tuple[tuple[Runs, ...], ...], size: float) -> tuple[tuple[CellText, ...], ...]:
    head = tuple(CellText(runs, "head", size, fill, True, side) for (runs, fill), side in zip(tabular.heads, tabular.align, strict=True))
    body = tuple(tuple(CellText(runs, "cell", size, align=side) for runs, side in zip(row, tabular.align, strict=True)) for row in rows)
    return (head, *body)


def _parts(stage: Stage, tabular: Tabular, room: Rect) -> tuple[tuple[tuple[int, int], ...], float]:
    def fits(start: int, stop: int, size: float) -> bool:
        rows = _cells(tabular, tabular.rows[start:stop], size)
        columns = _columns(stage, tabular, rows, room.width)
        low_enough = sum(row_heights(rows, columns, SLIDE_PADDING, stage.brand)) <= room.height
        return stop - start <= tabular.most and low_enough and not cut_in(rows, columns, SLIDE_PADDING, stage.brand)

    sizes = tabular.sizes or stage.brand.roles["cell"].sizes
    floor = sizes[-1]
    parts = split(len(tabular.rows), lambda start, stop: fits(start, stop, floor))
    if parts is None:
        _report(stage, tabular, floor, room.width)
        return ((0, min(tabular.most, len(tabular.rows))),), floor
    return parts, next(size for size in sizes if all(fits(*part, size) for part in parts))


def _report(stage: Stage, tabular: Tabular, floor: float, width: float) -> None:
    rows = _cells(tabular, tabular.rows, floor)
    columns = _columns(stage, tabular, rows, width)
    cut = cut_in(rows, columns, SLIDE_PADDING, stage.brand)
    if cut:
        stage.report("long-word", f"the word “{cut[0]}” is wider than its column", tabular.path, "shorten it, or use fewer columns")
    else:
        stage.report("overflow", "a row of this table is too tall for a slide", tabular.path, "shorten its longest cell")
