"""The bar whose parts are the minutes of the day, and the agenda's rows."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.layouts.setting import text_width
from leapdeck.layouts.splitting import split
from leapdeck.layouts.stage import Builder, Draft, Stage
from leapdeck.layouts.tables import CellText, Padding, cut_in, row_heights, set_table
from leapdeck.richtext import Run
from leapdeck.scene import Shape
from leapdeck.slides.references import WIDER, capital
from leapdeck.timeplan import Row
from leapdeck.units import Rect

GAP = 3.0
PADDING = Padding(0, 6, 36)
TALL = 56.0
COLUMN = 104.0
"""The least width of the columns at the sides."""
GUTTER = 12.0
TIME = 20.0
"""The largest size of clock times."""

Rows = tuple[tuple[CellText, ...], ...]


def put_bar(builder: Builder, *, lit: str = "", dark: bool = False) -> None:
    """A part for each section and break, as long as its minutes; the one of id `lit` stands out."""
    room = builder.layout.area("bar")
    if room is None:
        return
    rows = [row for row in builder.stage.plan.rows if row.minutes]
    total = sum(row.minutes or 0 for row in rows)
    usable = room.width - GAP * (len(rows) - 1)
    x = room.x
    for row in rows:
        width = usable * (row.minutes or 0) / total
        builder.add(Shape(Rect(x, room.y, width, room.height), fill=_color(row, lit, dark)))
        x += width + GAP


def agenda_slides(stage: Stage, title: str, text: str = "") -> tuple[Draft, ...]:
    """Sections as rows, with clock times and minutes as far as they are known, linked to the sections; a line below them."""
    sizes = stage.brand.roles["row-title"].sizes
    shown, ended = stage.plan.rows, _ended(stage)
    if len(_parts(stage, ended, sizes[-1])) == len(_parts(stage, shown, sizes[-1])):
        shown = ended
    parts = _parts(stage, shown, sizes[-1])
    size = next((s for s in sizes if all(_fits(stage, shown[a:b], s) for a, b in parts)), sizes[-1])
    drafts = []
    for number, (start, stop) in enumerate(parts, 1):
        builder = stage.slide("agenda")
        named = stage.word("part-of", title=title, n=number, count=len(parts)) if len(parts) > 1 else title
        builder.title(stage.runs(named), ("made", "agenda", "title"))
        _put_rows(builder, _rows(stage, shown[start:stop], size))
        if stage.plan.timed:
            put_bar(builder)
        if text:
            builder.text("caption", stage.runs(text), ("made", "agenda", "text"), what="the line below the agenda")
        drafts.append(builder.done())
    return tuple(drafts)


def _ended(stage: Stage) -> tuple[Row, ...]:
    """The rows, and a last one that says when all is over, where that is known."""
    rows = stage.plan.rows
    last = rows[-1]
    if last.start is None or not last.minutes:
        return rows
    return (*rows, Row("", stage.word("end"), last.start + last.minutes, is_break=True))


def _parts(stage: Stage, shown: tuple[Row, ...], size: float) -> tuple[tuple[int, int], ...]:
    return split(len(shown), lambda start, stop: _fits(stage, shown[start:stop], size)) or ((0, len(shown)),)


def _color(row: Row, lit: str, dark: bool) -> str:
    if row.id == lit:
        return "highlight"
    if dark:
        return "bar-break" if row.is_break else "bar"
    return "line" if row.is_break else "primary"


def _put_rows(builder: Builder, rows: Rows) -> None:
    brand, room = builder.stage.brand, _room(builder.stage)
    columns = _columns(builder.stage)
    tall = min(TALL, (room.height - 24) / max(1, len(rows) - 1))
    head = set_table(rows[:1], columns, room.x, room.y, replace(PADDING, row=24.0, above=2.0), brand)
    body = set_table(rows[1:], columns, room.x, head.rect.bottom, PADDING, brand, stretch=tall)
    lowered = tuple(tuple(replace(c, text=replace(c.text, rect=c.text.rect.moved(0, head.rect.height))) for c in row) for row in body.rows)
    rect = replace(head.rect, height=head.rect.height + body.rect.height)
    builder.add(
        replace(head, rect=rect, heights=(*head.heights, *body.heights), rows=(*head.rows, *lowered), slot="table", path=("sections",))
    )


def _room(stage: Stage) -> Rect:
    return stage.layout("agenda").slot("table").rect


def _columns(stage: Stage) -> tuple[float, ...]:
    clocked, timed = _shown(stage)
    first, last = (_for_times(stage) if clocked else 0.0), (COLUMN if timed else 0.0)
    return tuple(width for width in (first, _room(stage).width - first - last, last) if width)


def _for_times(stage: Stage) -> float:
    """The width in points that the clock times need, in a font far wider than the brand's too: they have no place to break."""
    times = (stage.clock(row.start) for row in _ended(stage))
    widest = max(text_width(time, "row-time", TIME, stage.brand) for time in times)
    return max(COLUMN, widest * (1 + WIDER) + GUTTER)


def _shown(stage: Stage) -> tuple[bool, bool]:
    rows = stage.plan.rows
    return any(row.start is not None for row in rows), any(row.minutes for row in rows)


def _rows(stage: Stage, shown: tuple[Row, ...], size: float) -> Rows:
    clocked, timed = _shown(stage)
    wanted = (("time", clocked, "left"), ("part", True, "left"), ("minutes", timed, "right"))
    head = tuple(CellText((Run(capital(stage.word(key))),), "label", 12, header=True, align=side) for key, here, side in wanted if here)  # type: ignore[arg-type]  # left or right
    return (head, *(_row(stage, row, size, clocked, timed) for row in shown))


def _row(stage: Stage, row: Row, size: float, clocked: bool, timed: bool) -> tuple[CellText, ...]:
    time = (Run(stage.clock(row.start), color="muted" if row.is_break else ""),) if row.start is not None else ()
    name = tuple(
        replace(run, link=f"#{row.id}" if row.id else "", color="ink" if not row.is_break else "") for run in stage.runs(row.title)
    )
    minutes = (Run(stage.word("minutes-short", minutes=float(row.minutes))),) if row.minutes else ()
    cells = (
        CellText(time, "row-time", min(size, TIME)) if clocked else None,
        CellText(name, "row-break" if row.is_break else "row-title", size),
        CellText(minutes, "row-minutes", 18, align="right") if timed else None,
    )
    return tuple(cell for cell in cells if cell)


def _fits(stage: Stage, shown: tuple[Row, ...], size: float) -> bool:
    rows, columns = _rows(stage, shown, size)[1:], _columns(stage)
    heights = row_heights(rows, columns, PADDING, stage.brand)
    return sum(heights) <= _room(stage).height - 24 and not cut_in(rows, columns, PADDING, stage.brand)
