"""Colors on another ground: a client's template may have grounds on which the deck's colors couldn't be read.

Each further ground has colors and text roles of its own in the brand, named by the ground: "accent@2" on "paper@2".
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.model import Brand
from leapdeck.scene import Cell, Chart, Line, Paragraph, Primitive, Rule, Series, Shape, Span, Table, TextBox, Wedge

Mark = TextBox | Shape | Rule | Wedge
Renaming = Callable[[str], str]
"""A name → what is used in its place."""


def on_ground(items: tuple[Primitive, ...], ground: str, brand: Brand) -> tuple[Primitive, ...]:
    """The items in the colors that a ground has of its own; as they are, where it is the deck's usual one."""
    _, mark, number = ground.partition("@")
    if not mark:
        return items
    suffix = f"@{number}"

    def color(role: str) -> str:
        return f"{role}{suffix}" if f"{role}{suffix}" in brand.palette else role

    def style(name: str) -> str:
        return f"{name}{suffix}" if f"{name}{suffix}" in brand.roles else name

    return recolored(items, color, style)


def recolored(items: tuple[Primitive, ...], color: Renaming, style: Renaming) -> tuple[Primitive, ...]:
    """The items with the names of their colors and of their text roles changed."""
    renaming = _Renamed(color, style)
    return tuple(renaming.item(item) for item in items)


class _Renamed(Struct, frozen=True):
    """What items' colors and text roles are called instead."""

    color: Renaming
    style: Renaming

    def item(self, item: Primitive) -> Primitive:
        match item:
            case TextBox() | Shape() | Rule():
                return self.mark(item)  # type: ignore[return-value]  # the same kind comes back
            case Table():
                return replace(item, rows=tuple(tuple(self.cell(cell) for cell in row) for row in item.rows))
            case Chart():
                drawing = tuple(self.mark(mark) for mark in item.drawing)
                return replace(item, drawing=drawing, series=tuple(self.series(row) for row in item.series))
        return item

    def mark(self, item: Mark) -> Mark:
        match item:
            case TextBox():
                return replace(
                    item,
                    paragraphs=tuple(self.paragraph(paragraph) for paragraph in item.paragraphs),
                    lines=tuple(self.line(line) for line in item.lines),
                    fill=self.color(item.fill),
                    stroke=self.color(item.stroke),
                )
            case Shape():
                return replace(item, fill=self.color(item.fill), stroke=self.color(item.stroke))
            case Rule():
                return replace(item, color=self.color(item.color))
        return replace(item, fill=self.color(item.fill))

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        runs = tuple(replace(run, color=self.color(run.color)) if run.color else run for run in paragraph.runs)
        return replace(paragraph, style=self.style(paragraph.style), runs=runs)

    def line(self, line: Line) -> Line:
        return replace(line, spans=tuple(self.span(span) for span in line.spans), label=self.span(line.label) if line.label else None)

    def span(self, span: Span) -> Span:
        return replace(span, color=self.color(span.color))

    def cell(self, cell: Cell) -> Cell:
        return replace(cell, text=self.mark(cell.text), fill=self.color(cell.fill))

    def series(self, row: Series) -> Series:
        return replace(row, colors=tuple(self.color(color) for color in row.colors))
