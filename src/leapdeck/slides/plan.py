"""An action plan: what, by when, with whom."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.blocks import Block, Grid
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.richtext import Run
from leapdeck.slides.base import Slide
from leapdeck.slides.reading import Reader
from leapdeck.slides.tabular import Tabular, grid_slides

KIND = "plan"
EXAMPLE = """\
kind: plan
title: My next thirty days
rows: 4
"""


class PlanSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """A table to promise in: what, by when, with whom."""

    on: ClassVar[tuple[str, ...]] = ("table",)

    rows: Annotated[int, Meta(ge=1, le=12, description="How many promises")] = 4

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """The empty table, as it waits in the workbook."""
        heads = tuple(((Run(stage.word(f"plan-{key}")),), "primary") for key in ("what", "when", "who"))
        rows = tuple(((), (), ()) for _ in range(min(self.rows, 6)))
        tabular = Tabular(heads, rows, ("left",) * 3, (*self.at, "rows"), shares=(0.5, 0.22, 0.28), ruled=True)
        return grid_slides(stage, self, tabular, page=self.on_paper)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The writing table."""
        heads = tuple(((Run(reader.word(f"plan-{key}")),), "primary") for key in ("what", "when", "who"))
        grid = Grid(heads, open_rows=self.rows, shares=(0.5, 0.22, 0.28), fills=True, ruled=True, path=(*self.at, "rows"))
        return (reader.heading(self), grid, *reader.room(self))
