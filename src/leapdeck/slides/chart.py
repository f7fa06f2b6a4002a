"""A chart: native and editable in PowerPoint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from leapdeck.slides.base import Cell, Fault, Slide, Text

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

    chart: Annotated[Literal["bar", "column", "line", "pie"], Meta(description="How the numbers are drawn")]
    labels: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=24, description="What each value stands for")]
    series: Annotated[
        dict[str, tuple[Value, ...]],
        Meta(min_length=1, max_length=8, description="Rows of numbers by their names, one number a label; a pie has one row"),
    ]
    caption: Annotated[Cell, Meta(description="A line below the chart")] = ""

    def faults(self) -> tuple[Fault, ...]:
        """Each series needs a number a label; a pie has one series, without negative numbers."""
        wanted = len(self.labels)
        found = [
            Fault(("series", name), "uneven-rows", f"{name} has {len(values)} numbers for {wanted} labels", "write one number a label")
            for name, values in self.series.items()
            if len(values) != wanted
        ]
        return (*found, *self._pie_faults()) if self.chart == "pie" else tuple(found)

    def _pie_faults(self) -> tuple[Fault, ...]:
        if len(self.series) > 1:
            return (Fault(("series",), "out-of-range", "a pie shows one series", "leave one of them, or write chart: bar"),)
        (name, values), *_ = self.series.items()
        if min(values, default=0) < 0 or not any(values):
            return (Fault(("series", name), "out-of-range", "a pie needs numbers above zero", "write chart: bar"),)
        return ()
