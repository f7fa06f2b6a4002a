"""Columns: two or three panels side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from leapdeck.assets import Image
from leapdeck.blocks import Block, Figure, Prose
from leapdeck.diagnostics import Path
from leapdeck.layouts.fitting import AtSize, fits
from leapdeck.layouts.slots import Slot
from leapdeck.layouts.stage import Builder, Draft, Stage
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph
from leapdeck.slides.base import Cell, Fault, Focus, Point, Shape, Slide, Text, as_points
from leapdeck.slides.gaps import no_gaps
from leapdeck.slides.listing import bulleted
from leapdeck.slides.pictures import placed
from leapdeck.slides.reading import Reader

KIND = "columns"
EXAMPLE = """\
kind: columns
title: Three ways to say it
columns:
  - title: Head
    points: [Plans, Budgets]
  - title: Heart
    points: [Meaning, Trust]
  - title: Hands
    text: What people **do** on Monday.
"""


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One panel: a title with points, a text or a picture."""

    title: Annotated[Text, Meta(description="The panel's heading")]
    points: Annotated[tuple[Point, ...], Meta(description="Texts, as in points")] = ()
    text: Annotated[Cell, Meta(description="One paragraph")] = ""
    image: Annotated[Image | None, Meta(description="A picture's file")] = None
    focus: Annotated[Focus, Meta(description="What a crop must keep")] = "center"
    alt: Annotated[Cell, Meta(description="What is on the picture; needed with image")] = ""


def as_columns(data: Any) -> Any:
    """Columns whose points are read as points."""
    if not isinstance(data, list):
        return data
    return [{**item, "points": as_points(item["points"])} if isinstance(item, dict) and "points" in item else item for item in data]


FLOOR = 24.0
"""The least size at which words in low panels are set."""


class ColumnsSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """Two or three panels side by side."""

    on: ClassVar[tuple[str, ...]] = ("columns-2", "columns-3")
    shapes: ClassVar[Mapping[str, Shape]] = {**Slide.shapes, "columns": as_columns}

    columns: Annotated[tuple[Column, ...], Meta(min_length=2, max_length=3, description="The panels, from left to right")]

    def faults(self) -> tuple[Fault, ...]:
        """A panel holds one of points, text and image; an image needs its alt."""
        return tuple(fault for n, column in enumerate(self.columns) for fault in _column_faults(n, column))

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """Panels of equal height, their texts at one size; low ones where there are few words."""
        builder = stage.slide(self._layout(stage))
        builder.title(stage.runs(self.title), (*self.at, "title"))
        heads = {
            f"head-{n}": (_words(stage, column.title, builder.layout.slot(f"head-{n}")), (*self.at, "columns", n - 1, "title"))
            for n, column in enumerate(self.columns, 1)
        }
        bodies = {
            f"body-{n}": (_body(stage, column, builder.layout.slot(f"body-{n}")), (*self.at, "columns", n - 1))
            for n, column in enumerate(self.columns, 1)
            if not column.image
        }
        size = builder.same_size(heads, what="this heading")
        if bodies:
            builder.same_size(bodies, what="this column", sizes=builder.up_to(size, next(iter(bodies))))
        for number, column in enumerate(self.columns, 1):
            _picture(builder, column, number, (*self.at, "columns", number - 1))
        return (builder.done(),)

    def _layout(self, stage: Stage) -> str:
        usual = f"columns-{len(self.columns)}"
        if any(column.image for column in self.columns) or stage.layout(usual).slots[-1].theirs:
            return usual
        low = stage.layout(f"{usual}-low")
        head, body = low.slot("head-1"), low.slot("body-1")
        heads = all(fits(_words(stage, column.title, head)(FLOOR), head.rect, stage.brand) for column in self.columns)
        bodies = all(fits(_body(stage, column, body)(FLOOR), body.rect, stage.brand) for column in self.columns)
        return low.name if heads and bodies else usual

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The panels one below the other."""
        panels = (block for column in self.columns for block in _narrated(reader, column))
        return (reader.heading(self), *panels, *reader.room(self))

    def pictures(self) -> tuple[Image, ...]:
        """Those of the panels that have one."""
        return tuple(column.image for column in self.columns if column.image is not None)


def _column_faults(n: int, column: Column) -> list[Fault]:
    found: list[Fault] = []
    if sum((bool(column.points), bool(column.text), column.image is not None)) != 1:
        message = "a column holds points, a text or an image, and one of them only"
        found.append(Fault(("columns", n), "one-of", message, "write one of points:, text:, image:"))
    if column.image is not None and not column.alt:
        found.append(Fault(("columns", n, "image"), "missing-key", "the picture has no alt", "add alt: with what is on the picture"))
    return [*found, *no_gaps([(("columns", n, "alt"), column.alt)])]


def _words(stage: Stage, text: str, slot: Slot) -> AtSize:
    return lambda size: (Paragraph(stage.runs(text), slot.role, size, align=slot.align),)


def _body(stage: Stage, column: Column, slot: Slot) -> AtSize:
    return bulleted(stage, column.points, slot) if column.points else _words(stage, column.text, slot)


def _picture(builder: Builder, column: Column, number: int, path: Path) -> None:
    if column.image is not None:
        rect = builder.layout.slot(f"body-{number}").rect
        alt = builder.stage.plain(column.alt)
        builder.add(placed(builder.stage, column.image, rect, alt, column.focus, path))


def _narrated(reader: Reader, column: Column) -> tuple[Block, ...]:
    title = tuple(replace(run, bold=True) for run in reader.runs(column.title))
    if column.text:
        return (Prose((*title, Run(reader.word("colon")), *reader.runs(column.text))),)
    head = Prose(title, keep=True)
    if column.image is not None:
        return (head, Figure(column.image.key, reader.plain(column.alt), column.image.width, column.image.height))
    return (head, *reader.points(column.points))
