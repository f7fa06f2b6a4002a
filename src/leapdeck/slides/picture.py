"""A picture, with words that say what is on it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.assets import Image
from leapdeck.blocks import Block, Figure
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Cell, Fault, Focus, Slide, Text
from leapdeck.slides.gaps import no_gaps
from leapdeck.slides.pictures import placed
from leapdeck.slides.reading import Reader

KIND = "picture"
EXAMPLE = """\
kind: picture
title: Two jobs, one person
image: two-jobs.png
focus: center
alt: A person at a fork, with a checklist on one road and a compass on the other
caption: Most days you need both.
"""


class PictureSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """A picture over the whole slide."""

    on: ClassVar[tuple[str, ...]] = ("picture", "picture-half")

    image: Annotated[Image, Meta(description="The picture's file: beside the outline, or in assets/")]
    focus: Annotated[Focus, Meta(description="What a crop must keep")] = "center"
    alt: Annotated[Text, Meta(description="What is on the picture, for those who can't see it")]
    caption: Annotated[Cell, Meta(description="A line with the picture")] = ""

    def faults(self) -> tuple[Fault, ...]:
        """What is only heard has no gaps."""
        return no_gaps(((("alt",), self.alt),))

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """Wide pictures over the slide with a band below, upright ones at the side; cropped to the focus, never stretched."""
        layout = "picture" if self.image.width >= 1.3 * self.image.height else "picture-half"
        builder = stage.slide(layout)
        builder.title(stage.runs(self.title), (*self.at, "title"))
        slot = builder.layout.slot("picture")
        builder.add(placed(stage, self.image, slot.rect, stage.plain(self.alt), self.focus, (*self.at, "image"), slot.name))
        if self.caption:
            builder.text("caption", stage.runs(self.caption), (*self.at, "caption"), what="the caption")
        return (builder.done(),)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The picture, whole."""
        figure = Figure(self.image.key, reader.plain(self.alt), self.image.width, self.image.height, self.at)
        return (reader.heading(self), figure, *reader.caption(self.caption), *reader.room(self))

    def pictures(self) -> tuple[Image, ...]:
        """The one that it is."""
        return (self.image,)
