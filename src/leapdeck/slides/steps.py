"""Steps: a process in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct
from msgspec.structs import replace

from leapdeck.blocks import Block, Item
from leapdeck.layouts.fitting import AtSize, fits
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, Primitive
from leapdeck.slides.base import Cell, Shape, Slide, Text
from leapdeck.slides.reading import Reader
from leapdeck.slides.references import reference

KIND = "steps"
EXAMPLE = """\
kind: steps
title: From order to trust
steps:
  - {title: Listen, text: before you decide}
  - {title: Explain, text: the reason}
"""


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One step of the process."""

    title: Annotated[Text, Meta(description="A word or two")]
    text: Annotated[Cell, Meta(description="What it means")] = ""


def as_steps(data: Any) -> Any:
    """A list of steps; a text is a step's title."""
    return [{"title": item} if isinstance(item, str) else item for item in data] if isinstance(data, list) else data


IN_A_ROW = 5
"""So many cards stand side by side."""


FLOOR = 24.0
"""The least size at which words on low cards are set."""


class StepsSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """A process in order."""

    on: ClassVar[tuple[str, ...]] = ("steps-4",)
    shapes: ClassVar[Mapping[str, Shape]] = {**Slide.shapes, "steps": as_steps}

    steps: Annotated[tuple[Step, ...], Meta(min_length=2, max_length=10, description="The steps, in order")]
    reveal: Annotated[bool, Meta(description="Step by step, on click")] = False

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """Numbered cards, one row up to five, two rows beyond; low ones where there are few words; the page to write on."""
        builder = stage.slide(self._layout(stage))
        builder.title(stage.runs(self.title), (*self.at, "title"))
        path = (*self.at, "steps")
        numbers = {f"number-{n}": (_words(stage, str(n), "step-number"), (*path, n - 1)) for n in range(1, len(self.steps) + 1)}
        heads = {f"head-{n}": (_words(stage, step.title, "head-column"), (*path, n - 1, "title")) for n, step in enumerate(self.steps, 1)}
        texts = {
            f"text-{n}": (_words(stage, step.text, "step-text"), (*path, n - 1, "text"))
            for n, step in enumerate(self.steps, 1)
            if step.text
        }
        builder.same_size(numbers)
        size = builder.same_size(heads, what="this step's title")
        if texts:
            builder.same_size(texts, what="this step's text", sizes=builder.up_to(size, next(iter(texts))))
        builder.items = _by_card(builder.items, len(self.steps))
        if self.on_paper and (self.handout.lines or self.handout.table):
            reference(builder, "caption", self.id)
        revealed = tuple(
            name
            for n in range(1, len(self.steps) + 1)
            for name in (f"number-{n}", f"head-{n}", f"text-{n}")
            if name in {**numbers, **heads, **texts}
        )
        return (builder.done(revealed if self.reveal else ()),)

    def _layout(self, stage: Stage) -> str:
        usual = f"steps-{len(self.steps)}"
        if len(self.steps) > IN_A_ROW or stage.layout(usual).slots[-1].theirs:
            return usual
        low = stage.layout(f"{usual}-low")
        head, text = low.slot("head-1").rect, low.slot("text-1").rect
        heads = all(fits(_words(stage, step.title, "head-column")(FLOOR), head, stage.brand) for step in self.steps)
        texts = all(fits(_words(stage, step.text, "step-text")(FLOOR), text, stage.brand) for step in self.steps if step.text)
        return low.name if heads and texts else usual

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The steps, counted."""
        return (reader.heading(self), *(Item(_line(reader, step), number=n) for n, step in enumerate(self.steps, 1)), *reader.room(self))


def _words(stage: Stage, text: str, style: str) -> AtSize:
    runs = (Run(text),) if text.isdigit() else stage.runs(text)
    return lambda size: (Paragraph(runs, style, size),)


def _by_card(items: list[Primitive], count: int) -> list[Primitive]:
    """Reading order: the title, then card by card."""
    order = {
        "title": 0,
        **{f"{part}-{n}": 3 * n + place for n in range(1, count + 1) for place, part in enumerate(("number", "head", "text"))},
    }
    return sorted(items, key=lambda item: order.get(getattr(item, "slot", ""), 0))


def _line(reader: Reader, step: Step) -> tuple[Run, ...]:
    """A step in one line: its title in bold, then what it means."""
    title = tuple(replace(run, bold=True) for run in reader.runs(step.title))
    return (*title, Run(reader.word("colon")), *reader.runs(step.text)) if step.text else title
