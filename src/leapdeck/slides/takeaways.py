"""Takeaways: the few things to remember, at the end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.blocks import Block, Runs
from leapdeck.layouts.fitting import AtSize
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Point, Shape, Slide, as_points
from leapdeck.slides.listing import aired, bulleted, part_title, split_list
from leapdeck.slides.reading import Reader

KIND = "takeaways"
EXAMPLE = """\
kind: takeaways
title: What to remember
points:
  - Both jobs are yours.
  - Start with *why*.
"""


class TakeawaysSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """What to remember."""

    on: ClassVar[tuple[str, ...]] = ("takeaways",)
    shapes: ClassVar[Mapping[str, Shape]] = {**Slide.shapes, "points": as_points}

    points: Annotated[tuple[Point, ...], Meta(min_length=1, description="Texts; `Text:` before a nested list has points below it")]
    reveal: Annotated[bool, Meta(description="Point by point, on click")] = False

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """A list on the dark ground, in the brand's voice."""
        path, slot = (*self.at, "points"), stage.layout("takeaways").slot("body")

        def make(start: int, stop: int) -> AtSize:
            return bulleted(stage, self.points[start:stop], slot)

        parts, size = split_list(stage, make, len(self.points), "takeaways", "body", path)
        drafts: list[Draft] = []
        for number, part in enumerate(parts, 1):
            builder = stage.slide("takeaways")
            builder.title(stage.runs(part_title(stage, self.title, number, len(parts))), (*self.at, "title"))
            shown = aired(stage, partial(bulleted, stage, self.points[slice(*part)], slot), "takeaways", "body", size)
            builder.paragraphs("body", shown, path, what="this list", sizes=(size,))
            drafts.append(builder.done(("body",) if self.reveal else ()))
        return tuple(drafts)

    def remembered(self, reader: Reader) -> tuple[Runs, ...]:
        """Its points."""
        return tuple(reader.runs(point.text) for point in self.points)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The same list."""
        return (reader.heading(self), *reader.points(self.points), *reader.room(self))
