"""A break: it stands between sections and takes its time."""

from __future__ import annotations

from typing import ClassVar

from leapdeck.layouts.stage import Draft, Stage
from leapdeck.richtext import Run
from leapdeck.slides.base import Slide

KIND = "break"
EXAMPLE = """\
kind: break
title: Coffee
minutes: 10
"""


class BreakSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """A pause between two sections."""

    on: ClassVar[tuple[str, ...]] = ("break",)

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """How long, and when work goes on."""
        builder = stage.slide("break")
        builder.title(stage.runs(self.title), (*self.at, "title"))
        row = stage.plan.row(self.id)
        if self.minutes:
            builder.text("minutes", (Run(stage.word("minutes-of", minutes=float(self.minutes))),), self.at)
        if row and row.start is not None and row.minutes:
            builder.text("until", (Run(stage.word("back-at", time=stage.clock(row.start + row.minutes))),), self.at)
        return (builder.done(),)
