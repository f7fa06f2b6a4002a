"""Large print: a page that was laid out on a smaller sheet, everything on it larger in one proportion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec.structs import replace

from leapdeck.scene import Cell, Chart, Field, Inset, Line, Page, Paragraph, Picture, Rule, Shape, Span, Table, TextBox, Wedge
from leapdeck.units import Rect, Size

P = TypeVar("P")


def enlarged(page: Page, by: float) -> Page:
    """A page and all that stands on it, so many times as large."""
    return replace(
        page,
        size=Size(page.size.width * by, page.size.height * by),
        items=tuple(_large(item, by) for item in page.items),
        anchors=tuple((id, y * by) for id, y in page.anchors),
    )


def _large(item: P, by: float) -> P:
    made: P = _LARGE[type(item)](item, by)
    return made


def _rect(rect: Rect, by: float) -> Rect:
    return Rect(rect.x * by, rect.y * by, rect.width * by, rect.height * by)


def _field(field: Field | None, by: float) -> Field | None:
    return replace(field, rect=_rect(field.rect, by), size=field.size * by) if field else None


def _text_box(box: TextBox, by: float) -> TextBox:
    return replace(
        box,
        rect=_rect(box.rect, by),
        paragraphs=tuple(_paragraph(paragraph, by) for paragraph in box.paragraphs),
        lines=tuple(_line(line, by) for line in box.lines),
        stroke_width=box.stroke_width * by,
        insets=tuple(inset * by for inset in box.insets),
        asks=_field(box.asks, by),
        field=_field(box.field, by),
    )


def _paragraph(p: Paragraph, by: float) -> Paragraph:
    return replace(p, size=p.size * by, indent=p.indent * by, hang=p.hang * by, before=p.before * by)


def _line(line: Line, by: float) -> Line:
    spans = tuple(_span(span, by) for span in line.spans)
    return replace(line, baseline=line.baseline * by, spans=spans, label=_span(line.label, by) if line.label else None)


def _span(span: Span, by: float) -> Span:
    return replace(
        span, x=span.x * by, width=span.width * by, size=span.size * by, tracking=span.tracking * by, field=_field(span.field, by)
    )


def _shape(item: Shape, by: float) -> Shape:
    return replace(item, rect=_rect(item.rect, by), stroke_width=item.stroke_width * by)


def _rule(item: Rule, by: float) -> Rule:
    return replace(item, rect=_rect(item.rect, by), width=item.width * by, asks=_field(item.asks, by))


def _placed(item: Any, by: float) -> Any:
    return replace(item, rect=_rect(item.rect, by))


def _table(item: Table, by: float) -> Table:
    rows = tuple(tuple(_cell(cell, by) for cell in row) for row in item.rows)
    columns, heights = (tuple(part * by for part in parts) for parts in (item.columns, item.heights))
    return replace(item, rect=_rect(item.rect, by), columns=columns, heights=heights, rows=rows)


def _cell(cell: Cell, by: float) -> Cell:
    return replace(cell, text=_text_box(cell.text, by))


def _chart(item: Chart, by: float) -> Chart:
    drawing = tuple(_large(part, by) for part in item.drawing)
    return replace(item, rect=_rect(item.rect, by), drawing=drawing, text_size=item.text_size * by)


_LARGE: dict[type, Callable[[Any, float], Any]] = {
    TextBox: _text_box,
    Shape: _shape,
    Rule: _rule,
    Picture: _placed,
    Inset: _placed,
    Wedge: _placed,
    Table: _table,
    Chart: _chart,
}
