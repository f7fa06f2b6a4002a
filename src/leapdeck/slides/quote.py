"""A quote: somebody's words."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.blocks import Block
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.richtext import Run
from leapdeck.slides.base import Cell, Slide, Text
from leapdeck.slides.reading import Reader

KIND = "quote"
EXAMPLE = """\
kind: quote
text: Smooth running is half the job.
by: A participant
"""


class QuoteSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """Somebody's words, and whose they are."""

    on: ClassVar[tuple[str, ...]] = ("quote",)

    title: Annotated[Text, Meta(description="The slide's name in lists")] = ""
    text: Annotated[Text, Meta(description="The words, without quotation marks")]
    by: Annotated[Cell, Meta(description="Who said it, and where")] = ""

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """The words in italics, a hung quotation mark, the source below."""
        builder = stage.slide("quote")
        builder.title(stage.runs(self.text), (*self.at, "text"))
        builder.text("mark", (Run(stage.word("quote-open").strip()),), self.at)
        if self.by:
            builder.text("source", stage.runs(self.by), (*self.at, "by"), what="the source")
        if self.title:
            builder.named(stage.plain(self.title))
        return (builder.done(),)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """A pulled quote, and whose it is."""
        return (reader.quote(self, reader.quoted(self.text), self.by), *reader.room(self))
