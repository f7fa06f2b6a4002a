"""Scenes and slots in points of a client's slide: they were composed on one about 540 points high."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from leapdeck.layouts.slots import Layout, Slot
from leapdeck.scene import Cell, Chart, Paragraph, Picture, Primitive, Rule, Scene, Shape, Table, TextBox
from leapdeck.units import Rect


def scaled_scene(scene: Scene, by: float) -> Scene:
    """A scene with all its measures multiplied; its lines, which no PowerPoint file holds, are left as they were."""
    return scene if by == 1.0 else replace(scene, items=tuple(_SCALERS[type(item)](item, by) for item in scene.items))


def scaled_layout(layout: Layout, by: float) -> Layout:
    """A layout's slots with all their measures multiplied."""
    if by == 1.0:
        return layout
    slots, footers = (tuple(_slot(slot, by) for slot in group) for group in (layout.slots, layout.footers))
    return replace(layout, slots=slots, footers=footers)


def _slot(slot: Slot, by: float) -> Slot:
    levels = tuple(replace(level, indent=level.indent * by, hang=level.hang * by, space=level.space * by) for level in slot.levels)
    return replace(slot, rect=_rect(slot.rect, by), size=slot.size * by, levels=levels)


def _rect(rect: Rect, by: float) -> Rect:
    return Rect(rect.x * by, rect.y * by, rect.width * by, rect.height * by)


def _paragraph(paragraph: Paragraph, by: float) -> Paragraph:
    p = paragraph
    return replace(p, size=p.size * by, indent=p.indent * by, hang=p.hang * by, before=p.before * by)


def _text(item: TextBox, by: float) -> TextBox:
    left, top, right, bottom = item.insets
    return replace(
        item,
        rect=_rect(item.rect, by),
        paragraphs=tuple(_paragraph(paragraph, by) for paragraph in item.paragraphs),
        stroke_width=item.stroke_width * by,
        insets=(left * by, top * by, right * by, bottom * by),
    )


def _form(item: Shape, by: float) -> Shape:
    return replace(item, rect=_rect(item.rect, by), stroke_width=item.stroke_width * by)


def _rule(item: Rule, by: float) -> Rule:
    return replace(item, rect=_rect(item.rect, by), width=item.width * by)


def _picture(item: Picture, by: float) -> Picture:
    return replace(item, rect=_rect(item.rect, by))


def _table(item: Table, by: float) -> Table:
    def cell(given: Cell) -> Cell:
        return replace(given, text=_text(given.text, by))

    return replace(
        item,
        rect=_rect(item.rect, by),
        columns=tuple(width * by for width in item.columns),
        heights=tuple(height * by for height in item.heights),
        rows=tuple(tuple(cell(given) for given in row) for row in item.rows),
    )


def _chart(item: Chart, by: float) -> Chart:
    return replace(item, rect=_rect(item.rect, by), text_size=item.text_size * by)


_SCALERS: dict[type, Callable[..., Primitive]] = {
    TextBox: _text,
    Shape: _form,
    Rule: _rule,
    Picture: _picture,
    Table: _table,
    Chart: _chart,
}
