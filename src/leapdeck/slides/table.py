"""A table: a heading row and rows of text or numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta

from leapdeck.blocks import Block, Grid
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Cell, Fault, Shape, Slide
from leapdeck.slides.reading import Reader
from leapdeck.slides.tabular import Tabular, grid_slides

KIND = "table"
EXAMPLE = """\
kind: table
title: What the room said
header: [Behavior, Before, After]
rows:
  - [Explains why, 4, 9]
  - [Asks for ideas, 3, 8]
"""


def as_rows(data: Any) -> Any:
    """Rows of cells; a cell left empty is an empty text."""
    if not isinstance(data, list):
        return data
    return [["" if cell is None else cell for cell in row] if isinstance(row, list) else row for row in data]


class TableSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """A table; cells are kept as typed."""

    on: ClassVar[tuple[str, ...]] = ("table",)
    shapes: ClassVar[Mapping[str, Shape]] = {**Slide.shapes, "rows": as_rows}

    header: Annotated[tuple[Cell, ...], Meta(min_length=1, max_length=12, description="The headings of the columns")]
    rows: Annotated[tuple[tuple[Cell, ...], ...], Meta(min_length=1, max_length=500, description="The cells, row by row")]
    caption: Annotated[Cell, Meta(description="A line below the table")] = ""

    def faults(self) -> tuple[Fault, ...]:
        """All rows must have as many cells as the header."""
        wanted = len(self.header)
        return tuple(
            Fault(
                ("rows", n),
                "uneven-rows",
                f"this row has {len(row)} cells, the header has {wanted}",
                'a cell that holds a comma needs quotes; an empty one is ""',
            )
            for n, row in enumerate(self.rows)
            if len(row) != wanted
        )

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """A header row and the rows, numbers at the right; long tables go over several slides, the header on each."""
        tabular = Tabular(
            heads=tuple((stage.runs(text), "primary") for text in self.header),
            rows=tuple(tuple(stage.runs(text) for text in row) for row in self.rows),
            align=self.sides(),
            path=(*self.at, "rows"),
        )
        return grid_slides(stage, self, tabular, caption=self.caption)

    def sides(self) -> tuple[Literal["left", "right"], ...]:
        """Where each column stands: numbers at the right, all else at the left."""
        numeric = (
            all(_is_number(row[n]) for row in self.rows) and any(row[n].strip() for row in self.rows) for n in range(len(self.header))
        )
        return tuple("right" if number else "left" for number in numeric)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The table, set for paper."""
        heads = tuple((reader.runs(text), "primary") for text in self.header)
        rows = tuple(tuple(reader.runs(text) for text in row) for row in self.rows)
        blank = any(not any(column) for column in zip(*self.rows, strict=True))
        grid = Grid(heads, rows, align=self.sides(), ruled=blank, path=(*self.at, "rows"))
        return (reader.heading(self), grid, *reader.caption(self.caption), *reader.room(self))


_PARTS = str.maketrans("", "", ",. \u00a0\u202f'’")
"""What stands between the figures of a number, in one language or another."""


def _is_number(text: str) -> bool:
    return text.strip().strip("%€$£+-–− \u00a0\u202f").translate(_PARTS).isdigit() or not text.strip()
