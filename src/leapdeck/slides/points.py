"""Points: a title and a list, of up to two levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.blocks import Block
from leapdeck.layouts.fitting import AtSize
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Point, Shape, Slide, as_points
from leapdeck.slides.gaps import has_gaps
from leapdeck.slides.listing import aired, bulleted, part_title, split_list
from leapdeck.slides.reading import Reader
from leapdeck.slides.references import workbook_panel

KIND = "points"
EXAMPLE = """\
kind: points
title: Managing keeps work on its rails
points:
  - Plan, organize, __follow up__
  - Hold people to what was agreed:
      - roles are clear
      - deadlines are real
"""


class PointsSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """A title and bullets."""

    on: ClassVar[tuple[str, ...]] = ("points", "points-workbook")
    shapes: ClassVar[Mapping[str, Shape]] = {**Slide.shapes, "points": as_points}

    points: Annotated[tuple[Point, ...], Meta(min_length=1, description="Texts; `Text:` before a nested list has points below it")]
    reveal: Annotated[bool, Meta(description="Point by point, on click")] = False

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """A list; where it has gaps, with the page of the workbook to fill them in; few short points are set larger."""
        with_panel = self.on_paper and has_gaps(self.points)
        layout = "points-workbook" if with_panel else "points"
        slot = stage.layout(layout).slot("body")
        sizes = () if slot.theirs else _sizes(self.points, with_panel)
        path = (*self.at, "points")

        def make(start: int, stop: int) -> AtSize:
            return bulleted(stage, self.points[start:stop], slot)

        parts, size = split_list(stage, make, len(self.points), layout, "body", path, sizes)
        drafts: list[Draft] = []
        for number, part in enumerate(parts, 1):
            builder = stage.slide(layout)
            builder.title(stage.runs(part_title(stage, self.title, number, len(parts))), (*self.at, "title"))
            shown = aired(stage, partial(bulleted, stage, self.points[slice(*part)], slot), layout, "body", size)
            builder.paragraphs("body", shown, path, what="this list", sizes=(size,))
            if with_panel:
                workbook_panel(builder, self.id)
            drafts.append(builder.done(("body",) if self.reveal else ()))
        return tuple(drafts)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The same list, its gaps open."""
        return (reader.heading(self), *reader.points(self.points), *reader.room(self))


def _sizes(points: Sequence[Point], beside: bool) -> tuple[float, ...]:
    """Three points or fewer are set larger; not so large where something stands beside them, or points below them."""
    few = len(points) <= 3 and not any(point.points for point in points)
    return (28.0, 24.0, 20.0, 18.0) if few and beside else () if few else (24.0, 20.0, 18.0)
