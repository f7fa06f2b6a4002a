"""A statement: one big idea."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.blocks import Block
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Slide, Text
from leapdeck.slides.reading import Reader

KIND = "statement"
EXAMPLE = """\
kind: statement
text: Position makes people comply. Trust makes them commit.
"""


class StatementSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """One big idea, in one sentence."""

    on: ClassVar[tuple[str, ...]] = ("statement",)

    title: Annotated[Text, Meta(description="The slide's name in lists; it isn't shown")] = ""
    text: Annotated[Text, Meta(description="The idea")]

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """The sentence, large; a title, where there is one, stands small above it."""
        builder = stage.slide("statement")
        builder.title(stage.runs(self.text), (*self.at, "text"))
        if self.title:
            builder.text("eyebrow", stage.runs(self.title), (*self.at, "title"), what="the title")
            builder.named(stage.plain(self.title))
        return (builder.done(),)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """A pulled quote."""
        return (reader.quote(self, self.text), *reader.room(self))
