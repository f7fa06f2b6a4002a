"""A scale: statements to rate oneself by."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta, field

from leapdeck.blocks import Block, Rating
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Activity, Text
from leapdeck.slides.rating import rating_slides
from leapdeck.slides.reading import Reader

KIND = "scale"
EXAMPLE = """\
kind: scale
title: How do you spend your influence?
from: Never
to: Always
levels: 5
statements:
  - I explain why before I say how.
"""


class ScaleSlide(Activity, frozen=True, kw_only=True, tag=KIND):
    """A self-assessment: statements with circles to tick."""

    on: ClassVar[tuple[str, ...]] = ("table",)

    from_: Annotated[Text, Meta(description="What the lowest level is called")] = field(name="from")
    to: Annotated[Text, Meta(description="What the highest level is called")]
    levels: Annotated[int, Meta(ge=2, le=10, description="How many circles a statement has")] = 5
    statements: Annotated[tuple[Text, ...], Meta(min_length=1, description="What is rated")]

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """Statements, each with its row of circles."""
        return rating_slides(stage, self)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The statements with circles to tick."""
        statements = tuple(reader.runs(text) for text in self.statements)
        rating = Rating(reader.runs(self.from_), reader.runs(self.to), self.levels, statements, (*self.at, "statements"))
        return (reader.heading(self), *reader.badges(self), rating, *reader.room(self))
