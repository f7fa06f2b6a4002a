"""A chart: native and editable in PowerPoint."""

from __future__ import annotations

from itertools import chain
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from leapdeck.blocks import Block, Drawing
from leapdeck.layouts.charts import Frame, colored, draw
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.scene import Chart
from leapdeck.slides.base import Cell, Fault, Slide, Text
from leapdeck.slides.gaps import no_gaps
from leapdeck.slides.reading import Reader
from leapdeck.units import Rect

KIND = "chart"
EXAMPLE = """\
kind: chart
title: What the room said, drawn
chart: bar
labels: [Explains why, Asks for ideas]
series:
  Before: [4, 3]
  After: [9, 8]
"""


Value = Annotated[float, Meta(ge=-1e12, le=1e12)]


class ChartSlide(Slide, frozen=True, kw_only=True, tag=KIND):
    """Numbers, drawn."""

    on: ClassVar[tuple[str, ...]] = ("chart",)

    chart: Annotated[Literal["bar", "column", "line", "pie"], Meta(description="How the numbers are drawn")]
    labels: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=24, description="What each value stands for")]
    series: Annotated[
        dict[str, tuple[Value, ...]],
        Meta(min_length=1, max_length=8, description="Rows of numbers by their names, one number a label; a pie has one row"),
    ]
    caption: Annotated[Cell, Meta(description="A line below the chart")] = ""

    def faults(self) -> tuple[Fault, ...]:
        """Each series needs a number a label; a pie has one series, without negative numbers; words in a chart are no gaps."""
        wanted = len(self.labels)
        found = [
            Fault(("series", name), "uneven-rows", f"{name} has {len(values)} numbers for {wanted} labels", "write one number a label")
            for name, values in self.series.items()
            if len(values) != wanted
        ]
        named = ((("labels", n), label) for n, label in enumerate(self.labels)), ((("series", name), name) for name in self.series)
        return (*found, *(self._pie_faults() if self.chart == "pie" else ()), *no_gaps(chain(*named)))

    def _pie_faults(self) -> tuple[Fault, ...]:
        if len(self.series) > 1:
            return (Fault(("series",), "out-of-range", "a pie shows one series", "leave one of them, or write chart: bar"),)
        (name, values), *_ = self.series.items()
        if min(values, default=0) < 0 or not any(values):
            return (Fault(("series", name), "out-of-range", "a pie needs numbers above zero", "write chart: bar"),)
        return ()

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """The chart in its slot, a caption below."""
        builder = stage.slide("chart")
        builder.title(stage.runs(self.title), (*self.at, "title"))
        builder.add(self.drawn(stage, builder.layout.slot("chart").rect, 14.0))
        if self.caption:
            builder.text("caption", stage.runs(self.caption), (*self.at, "caption"), what="the caption")
        return (builder.done(),)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """The chart, set for paper."""
        labels = tuple(reader.plain(label) for label in self.labels)
        series = colored({reader.plain(name): values for name, values in self.series.items()}, self.chart)
        drawing = Drawing(self.chart, labels, series, self._alt(reader, labels), self.at)
        return (reader.heading(self), drawing, *reader.caption(self.caption), *reader.room(self))

    def drawn(self, stage: Stage, room: Rect, size: float) -> Chart:
        """The chart in a rectangle, its words at a size in points."""
        labels = tuple(stage.plain(label) for label in self.labels)
        series = colored({stage.plain(name): values for name, values in self.series.items()}, self.chart)
        drawing = draw(self.chart, labels, series, Frame(room, stage.brand, size))
        return Chart(room, self.chart, labels, series, self._alt(stage, labels), drawing, size, "chart", path=(*self.at, "series"))

    def _alt(self, stage: Stage | Reader, labels: tuple[str, ...]) -> str:
        """What the chart says, for those who can't see it: its kind, its title, every number."""
        rows = (
            f"{stage.plain(name)}{stage.word('colon')}"
            + ", ".join(f"{label} {stage.figure(value)}" for label, value in zip(labels, values, strict=False))
            + "."
            for name, values in self.series.items()
        )
        return stage.word("chart-alt", kind=stage.word(f"chart-{self.chart}"), title=stage.plain(self.title), data=" ".join(rows))
