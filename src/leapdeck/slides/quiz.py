"""A quiz: a question with options, one of them right."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta

from leapdeck.blocks import Block, Options, Prose
from leapdeck.layouts.fitting import AtSize
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph
from leapdeck.slides.base import Activity, Fault, Teller, Text
from leapdeck.slides.reading import Reader
from leapdeck.slides.references import reference

KIND = "quiz"
EXAMPLE = """\
kind: quiz
title: Quick check
question: Which one is a leading question?
options:
  - How do we do this?
  - Should we be doing this at all?
answer: 2
"""


_COUNTED = "write the number of the option that is right, counted from 1"


class QuizSlide(Activity, frozen=True, kw_only=True, tag=KIND):
    """A question with lettered options; the answer stays with the facilitator."""

    on: ClassVar[tuple[str, ...]] = ("quiz-4",)

    question: Annotated[Text, Meta(description="The question")]
    options: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=8, description="What there is to choose from")]
    answer: Annotated[int, Meta(ge=1, description="Which option is right, counted from 1", extra={"hint": _COUNTED})]

    def faults(self) -> tuple[Fault, ...]:
        """The answer must be one of the options."""
        if self.answer <= len(self.options):
            return ()
        message = f"the answer is option {self.answer}, but there are {len(self.options)} options"
        return (Fault(("answer",), "out-of-range", message, f"write a number from 1 to {len(self.options)}"),)

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """The question and its options as lettered cards, without the answer; below them the page of the workbook."""
        builder = stage.slide(f"quiz-{len(self.options)}")
        builder.title(stage.runs(self.title), (*self.at, "title"))
        builder.text("question", stage.runs(self.question), (*self.at, "question"), what="the question")
        texts = {f"option-{n}": (_option(stage, text), (*self.at, "options", n - 1)) for n, text in enumerate(self.options, 1)}
        for number in range(1, len(self.options) + 1):
            builder.text(f"letter-{number}", (Run(chr(64 + number)),), self.at)
        builder.same_size(texts, what="this option")
        letters, options = builder.items[2 : 2 + len(self.options)], builder.items[2 + len(self.options) :]
        builder.items[2:] = [item for pair in zip(letters, options, strict=True) for item in pair]
        if self.on_paper:
            reference(builder, "caption", self.id)
        return (builder.done(),)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The question and its options with boxes; no answer."""
        question = Prose(reader.runs(self.question), "p-lead", keep=True)
        options = Options(tuple(reader.runs(text) for text in self.options), (*self.at, "options"))
        return (reader.heading(self), question, options, *reader.room(self, asks=self.question))

    def answers(self, teller: Teller) -> tuple[str, ...]:
        """The right option, with its letter."""
        return (f"{chr(64 + self.answer)}: {teller.plain(self.options[self.answer - 1])}",)


def _option(stage: Stage, text: str) -> AtSize:
    return lambda size: (Paragraph(stage.runs(text), "option", size),)
