"""An exercise: what to do, step by step."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.blocks import Block, Item
from leapdeck.layouts.fitting import AtSize
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Activity, Text
from leapdeck.slides.listing import aired, numbered, part_title, split_list
from leapdeck.slides.reading import Reader
from leapdeck.slides.references import exercise_panel, exercise_slide

KIND = "exercise"
EXAMPLE = """\
kind: exercise
title: Map your week
minutes: 20
grouping: pairs
steps:
  - List ten things you did last week.
  - Mark each one M (managing) or L (leading).
materials:
  - {what: pen, per: person}
"""


class ExerciseSlide(Activity, frozen=True, kw_only=True, tag=KIND):
    """Steps to take, alone or together."""

    on: ClassVar[tuple[str, ...]] = ("exercise",)

    steps: Annotated[tuple[Text, ...], Meta(min_length=1, description="What to do, in order")]

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """Numbered steps at the left, a panel with minutes, grouping, materials and page at the right."""
        path, slot = (*self.at, "steps"), stage.layout("exercise").slot("body")

        def make(start: int, stop: int) -> AtSize:
            return numbered(stage, self.steps[start:stop], slot, start + 1)

        parts, size = split_list(stage, make, len(self.steps), "exercise", "body", path)
        drafts: list[Draft] = []
        for number, part in enumerate(parts, 1):
            builder = exercise_slide(stage, self)
            builder.title(stage.runs(part_title(stage, self.title, number, len(parts))), (*self.at, "title"))
            shown = aired(stage, partial(numbered, stage, self.steps[slice(*part)], slot, part[0] + 1), "exercise", "body", size)
            builder.paragraphs("body", shown, path, what="this list of steps", sizes=(size,))
            exercise_panel(builder, self)
            drafts.append(builder.done())
        return tuple(drafts)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """Minutes and grouping, the steps, the table or the lines to work in."""
        room = reader.room(self)
        steps = (Item(reader.runs(step), number=n, keep=bool(room)) for n, step in enumerate(self.steps, 1))
        return (reader.heading(self), *reader.badges(self), *steps, *room)
