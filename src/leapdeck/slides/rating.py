"""Rating scales on slides: a table of statements, a circle for each level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from leapdeck.layouts.splitting import split
from leapdeck.layouts.stage import Builder, Draft, Stage
from leapdeck.layouts.tables import CellText, Padding, cut_in, row_heights, set_table
from leapdeck.richtext import Run
from leapdeck.scene import Shape, Table
from leapdeck.slides.listing import part_title
from leapdeck.slides.references import reference
from leapdeck.units import Rect

if TYPE_CHECKING:
    from leapdeck.slides.scale import ScaleSlide

PADDING = Padding(8, 8, 40)
ABOVE, BELOW = 12.0, 4.0
"""How far above the table's place its ends are named, and how far below its top edge the table begins, in points."""
CIRCLE = 24.0
STEP = 56.0
ROW = 60.0

Rows = tuple[tuple[CellText, ...], ...]


def rating_slides(stage: Stage, slide: ScaleSlide) -> tuple[Draft, ...]:
    """One slide, or as many as the statements need."""
    parts, size = _parts(stage, slide)
    drafts = []
    for number, part in enumerate(parts, 1):
        builder = stage.slide("table")
        builder.title(stage.runs(part_title(stage, slide.title, number, len(parts))), (*slide.at, "title"))
        _put_table(builder, slide, _rows(stage, slide, *part, size))
        if slide.on_paper:
            reference(builder, "caption", slide.id)
        drafts.append(builder.done())
    return tuple(drafts)


def _put_table(builder: Builder, slide: ScaleSlide, rows: Rows) -> None:
    brand, room = builder.stage.brand, _room(builder.stage)
    columns = _columns(slide, room.width)
    tall = min(ROW, _free(room) / max(1, len(rows) - 1))
    heights = row_heights(rows, columns, PADDING, brand)
    head = set_table(rows[:1], columns, room.x, room.y + BELOW, replace(PADDING, row=28.0, above=2.0), brand)
    body = set_table(rows[1:], columns, room.x, head.rect.bottom, PADDING, brand, stretch=tall if max(heights[1:]) <= tall else 0.0)
    _put_ends(builder, slide, columns)
    builder.add(_joined(head, body, slide))
    builder.add(*_circles(body, slide.levels))


def _put_ends(builder: Builder, slide: ScaleSlide, columns: tuple[float, ...]) -> None:
    """What the lowest and the highest level are called, above the first and the last circle."""
    stage, half = builder.stage, sum(columns[1:]) / 2 - 12
    room = _room(stage)
    left = room.x + columns[0] + 8
    builder.loose(stage.runs(slide.from_), "label", Rect(left, room.y - ABOVE, half, 16), "left")
    builder.loose(stage.runs(slide.to), "label", Rect(left + half + 8, room.y - ABOVE, half, 16), "right")


def _joined(head: Table, body: Table, slide: ScaleSlide) -> Table:
    shift = head.rect.height
    lowered = tuple(tuple(replace(cell, text=replace(cell.text, rect=cell.text.rect.moved(0, shift))) for cell in row) for row in body.rows)
    rect = replace(head.rect, height=head.rect.height + body.rect.height)
    return replace(
        head,
        rect=rect,
        heights=(*head.heights, *body.heights),
        rows=(*head.rows, *lowered),
        slot="table",
        row_headers=True,
        path=(*slide.at, "statements"),
    )


def _circles(body: Table, levels: int) -> list[Shape]:
    circles: list[Shape] = []
    y = body.rect.y
    for height in body.heights:
        x = body.rect.x + body.columns[0]
        for width in body.columns[1 : levels + 1]:
            circles.append(
                Shape(
                    Rect(x + (width - CIRCLE) / 2, y + (height - CIRCLE) / 2, CIRCLE, CIRCLE), "ellipse", stroke="primary", stroke_width=2
                )
            )
            x += width
        y += height
    return circles


def _room(stage: Stage) -> Rect:
    return stage.layout("table").slot("table").rect


def _free(room: Rect) -> float:
    """The height that is left for the statements, below the row of numbers."""
    return room.height - BELOW - 32


def _columns(slide: ScaleSlide, width: float) -> tuple[float, ...]:
    step = min(STEP, width * 0.5 / slide.levels)
    return (width - step * slide.levels, *(step for _ in range(slide.levels)))


def _rows(stage: Stage, slide: ScaleSlide, start: int, stop: int, size: float) -> Rows:
    levels = (CellText((Run(str(n)),), "label", 12, header=True, align="center") for n in range(1, slide.levels + 1))
    return (
        (CellText((), "label", 12, header=True), *levels),
        *(
            (
                CellText(stage.runs(text), "cell", size, path=(*slide.at, "statements", n)),
                *(CellText((), "cell", size) for _ in range(slide.levels)),
            )
            for n, text in enumerate(slide.statements[start:stop], start)
        ),
    )


def _parts(stage: Stage, slide: ScaleSlide) -> tuple[tuple[tuple[int, int], ...], float]:
    room = _room(stage)
    columns = _columns(slide, room.width)

    def fits(start: int, stop: int, size: float) -> bool:
        rows = _rows(stage, slide, start, stop, size)[1:]
        return sum(row_heights(rows, columns, PADDING, stage.brand)) <= _free(room) and not cut_in(rows, columns, PADDING, stage.brand)

    sizes = stage.brand.roles["cell"].sizes
    parts = split(len(slide.statements), lambda start, stop: fits(start, stop, sizes[-1]))
    if parts is None:
        stage.report("overflow", "a statement is too long for a slide", (*slide.at, "statements"), "shorten it")
        return ((0, 1),), sizes[-1]
    return parts, next(size for size in sizes if all(fits(*part, size) for part in parts))
