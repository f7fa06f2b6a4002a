"""A comparison: two sides, row by row."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from leapdeck.blocks import Block, Grid
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Handout, Slide, Text
from leapdeck.slides.reading import Reader
from leapdeck.slides.tabular import AIRY, Tabular, grid_slides

KIND = "compare"
EXAMPLE = """\
kind: compare
title: Manager or leader?
left: {title: Managing}
right: {title: Leading}
rows:
  - [Sets schedules, Sets direction]
  - ["Asks: how?", "Asks: __should we__?"]
"""


FEW = 4
"""So many rows or fewer are set larger, and with more air."""


class Side(Struct, frozen=True, forbid_unknown_fields=True):
    """What one side is called."""

    title: Annotated[Text, Meta(description="The heading of this side")]


class CompareHandout(Handout, frozen=True, forbid_unknown_fields=True):
    """On paper a side can be left to write in."""

    blank: Annotated[Literal["", "left", "right", "both"], Meta(description="Which side is left to write in")] = ""


class CompareSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """Two sides, row by row."""

    on: ClassVar[tuple[str, ...]] = ("table",)

    left: Annotated[Side, Meta(description="The first side")]
    right: Annotated[Side, Meta(description="The second side")]
    rows: Annotated[tuple[tuple[Text, Text], ...], Meta(min_length=1, description="Pairs of texts: left, right")]
    handout: Annotated[CompareHandout, Meta(description="How it stands in the workbook")] = CompareHandout()
    reveal: Annotated[bool, Meta(description="Row by row, on click")] = False

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """Two columns headed in the two voices' colors, rows aligned across, six to a slide at most."""
        tabular = Tabular(
            heads=((stage.runs(self.left.title), "primary"), (stage.runs(self.right.title), "accent")),
            rows=tuple((stage.runs(left), stage.runs(right)) for left, right in self.rows),
            align=("left", "left"),
            path=(*self.at, "rows"),
            even=True,
            most=6,
            ruled=True,
            reveal=self.reveal,
            sizes=(24, 20, 18) if len(self.rows) <= FEW else (),
            airy=72.0 if len(self.rows) <= FEW else AIRY,
        )
        return grid_slides(stage, self, tabular, page=self.on_paper and bool(self.handout.blank))

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The two sides; one of them, or both, may be left to participants to write in."""
        blank = self.handout.blank if reader.audience == "participant" else ""
        heads = ((reader.runs(self.left.title), "primary"), (reader.runs(self.right.title), "accent"))
        rows = tuple(
            (() if blank in ("left", "both") else reader.runs(left), () if blank in ("right", "both") else reader.runs(right))
            for left, right in self.rows
        )
        return (reader.heading(self), Grid(heads, rows, shares=(0.5, 0.5), ruled=bool(blank), path=(*self.at, "rows")), *reader.room(self))
