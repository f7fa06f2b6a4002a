"""A question to think or to talk about."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.blocks import Block, Prose
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.slides.base import Activity, Text
from leapdeck.slides.reading import Reader
from leapdeck.slides.references import badges, reference

KIND = "question"
LINES = 6
"""How many lines there are to write on, unless the outline says so."""
EXAMPLE = """\
kind: question
title: Pause and think
question: Where did people follow you because they had to?
grouping: [alone, pairs]
"""


class QuestionSlide(Activity, frozen=True, kw_only=True, tag=KIND):
    """A question, with lines to write on in the workbook."""

    on: ClassVar[tuple[str, ...]] = ("question",)

    question: Annotated[Text, Meta(description="The question")]

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """The question, large, with badges for minutes and grouping and the page of the workbook."""
        builder = stage.slide("question")
        builder.title(stage.runs(self.title), (*self.at, "title"))
        builder.text("question", stage.runs(self.question), (*self.at, "question"), what="the question")
        badges(builder, self)
        if self.on_paper:
            reference(builder, "reference", self.id)
        return (builder.done(),)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The question, and lines to write on."""
        question = Prose(reader.runs(self.question), "p-lead", keep=True)
        return (reader.heading(self), question, *reader.badges(self), *reader.room(self, LINES, self.question))
