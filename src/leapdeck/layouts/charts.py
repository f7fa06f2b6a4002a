"""Drawing charts: the primitives that stand in PDF and pictures for PowerPoint's native chart.

Values are written at their marks, so there is no axis of numbers and no grid; series are named in a line above.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from leapdeck.brand.model import Brand
from leapdeck.layouts.fitting import box
from leapdeck.layouts.setting import text_width
from leapdeck.locales import figure, words
from leapdeck.richtext import Run
from leapdeck.scene import Align, Anchor, Paragraph, Rule, Series, Shape, TextBox, Wedge
from leapdeck.units import Rect

COLORS = ("primary", "accent", "support", "highlight", "muted")
KEY = 28.0
"""Height of the line that names the series."""
LABEL = 34.0
"""Height of the line of labels below columns: two lines at the smaller size."""
BAR_SHARE = 0.64
"""How much of a label's band its bars take together."""
DOT = 10.0

Mark = TextBox | Shape | Rule | Wedge


class Frame(Struct, frozen=True):
    """What all drawings share: where, in which brand, at which size the words are set."""

    room: Rect
    brand: Brand
    size: float

    def words(self, text: str, rect: Rect, align: Align = "left", anchor: Anchor = "middle") -> TextBox:
        """A label in a rectangle, in as many lines as it needs."""
        return box((Paragraph((Run(text),), "chart-label", self.size, align=align),), rect, self.brand, anchor=anchor, role="label")

    def figure(self, value: float) -> str:
        """A value as it is written at its mark."""
        return figure(value, words(self.brand.language))

    def width(self, text: str) -> float:
        """How wide a label runs in one line, in points."""
        return text_width(text, "chart-label", self.size, self.brand)


def colored(series: dict[str, tuple[float, ...]], kind: str) -> tuple[Series, ...]:
    """The series with their colors: one each, or, for a pie, one for each value."""
    if kind == "pie":
        return tuple(Series(name, values, tuple(COLORS[n % len(COLORS)] for n in range(len(values)))) for name, values in series.items())
    return tuple(Series(name, values, (COLORS[n % len(COLORS)],)) for n, (name, values) in enumerate(series.items()))


def draw(kind: str, labels: Sequence[str], series: Sequence[Series], frame: Frame) -> tuple[Mark, ...]:
    """A chart's drawing, its positions counted from the room's own corner."""
    area = Rect(0, 0, frame.room.width, frame.room.height)
    if kind == "pie":
        return _pie(labels, series[0], frame, area)
    head = _key(series, frame) if len(series) > 1 else ()
    rest = Rect(0, KEY, area.width, area.height - KEY) if head else area
    return (*head, *{"bar": _bars, "column": _columns, "line": _lines}[kind](labels, series, frame, rest))


def _key(series: Sequence[Series], frame: Frame) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    x = 0.0
    for row in series:
        wide = min(frame.width(row.name) + 4, frame.room.width - x - DOT - 8)
        marks += [
            Shape(Rect(x, (KEY - DOT) / 2 - 4, DOT, DOT), fill=row.colors[0]),
            frame.words(row.name, Rect(x + DOT + 8, -4, wide, KEY)),
        ]
        x += DOT + 8 + wide + 24
    return tuple(marks)


def _span(series: Sequence[Series]) -> tuple[float, float]:
    """The lowest and the highest value, zero always between them."""
    values = [value for row in series for value in row.values]
    low, high = min(0.0, *values), max(0.0, *values)
    return (low, high) if high > low else (0.0, 1.0)


def _bars(labels: Sequence[str], series: Sequence[Series], frame: Frame, area: Rect) -> tuple[Mark, ...]:
    low, high = _span(series)
    left = min(max(frame.width(label) for label in labels) + 16, area.width * 0.36)
    tip = max(frame.width(frame.figure(v)) for row in series for v in row.values) + 14
    start = left + (tip if low < 0 else 0)
    scale = (area.width - start - tip) / (high - low)
    zero = start - low * scale
    band = area.height / len(labels)
    thick = min(48.0, band * BAR_SHARE / len(series))
    marks: list[Mark] = [Rule(Rect(zero, area.y, 0, area.height), "muted", 1)]
    for n, label in enumerate(labels):
        top = area.y + n * band
        marks.append(frame.words(label, Rect(0, top, left - 12, band), "right"))
        for m, row in enumerate(series):
            y, value = top + (band - thick * len(series)) / 2 + m * thick, row.values[n]
            reach = abs(value) * scale
            x = zero if value >= 0 else zero - reach
            marks.append(Shape(Rect(x, y + 1, reach, thick - 2), fill=row.colors[0]))
            side: Align = "left" if value >= 0 else "right"
            marks.append(frame.words(frame.figure(value), Rect(x + reach + 8 if value >= 0 else x - tip, y, tip - 8, thick), side))
    return tuple(marks)


def _columns(labels: Sequence[str], series: Sequence[Series], frame: Frame, area: Rect) -> tuple[Mark, ...]:
    low, high = _span(series)
    tip = frame.size * 1.4
    height = area.height - LABEL - tip - (tip if low < 0 else 0)
    scale = height / (high - low)
    zero = area.y + tip + high * scale
    band = area.width / len(labels)
    thick = min(96.0, band * BAR_SHARE / len(series))
    marks: list[Mark] = [Rule(Rect(0, zero, area.width, 0), "muted", 1)]
    for n, label in enumerate(labels):
        left = n * band
        marks.append(frame.words(label, Rect(left + 4, area.bottom - LABEL + 4, band - 8, LABEL - 4), "center", "top"))
        for m, row in enumerate(series):
            x, value = left + (band - thick * len(series)) / 2 + m * thick, row.values[n]
            reach = abs(value) * scale
            y = zero - reach if value >= 0 else zero
            marks.append(Shape(Rect(x + 1, y, thick - 2, reach), fill=row.colors[0]))
            marks.append(frame.words(frame.figure(value), Rect(x - 20, y - tip if value >= 0 else y + reach, thick + 40, tip), "center"))
    return tuple(marks)


def _lines(labels: Sequence[str], series: Sequence[Series], frame: Frame, area: Rect) -> tuple[Mark, ...]:
    low, high = _span(series)
    tip = frame.size * 1.6
    scale = (area.height - LABEL - 2 * tip) / (high - low)
    zero = area.y + tip + high * scale
    band = area.width / len(labels)
    marks: list[Mark] = [Rule(Rect(0, zero, area.width, 0), "muted", 1)]
    for n, label in enumerate(labels):
        marks.append(frame.words(label, Rect(n * band + 4, area.bottom - LABEL + 4, band - 8, LABEL - 4), "center", "top"))
    for row in series:
        points = [((n + 0.5) * band, zero - value * scale) for n, value in enumerate(row.values)]
        for (x1, y1), (x2, y2) in pairwise(points):
            marks.append(Rule(Rect(x1, y1, x2 - x1, y2 - y1), row.colors[0], 3))
        for (x, y), value in zip(points, row.values, strict=True):
            marks.append(Shape(Rect(x - DOT / 2, y - DOT / 2, DOT, DOT), "ellipse", fill=row.colors[0]))
            marks.append(frame.words(frame.figure(value), Rect(x - 40, y - tip - 2, 80, tip), "center"))
    return tuple(marks)


def _pie(labels: Sequence[str], row: Series, frame: Frame, area: Rect) -> tuple[Mark, ...]:
    total = sum(row.values)
    side = min(area.height, area.width * 0.45)
    circle = Rect(area.width * 0.06, (area.height - side) / 2, side, side)
    marks: list[Mark] = []
    start = 0.0
    line = min(40.0, area.height / len(labels))
    top, left = (area.height - line * len(labels)) / 2, circle.right + 48
    for n, (label, value) in enumerate(zip(labels, row.values, strict=True)):
        sweep = 360 * value / total
        if sweep:
            marks.append(Wedge(circle, start, sweep, row.colors[n]))
        start += sweep
        y = top + n * line
        said = f"{label}: {frame.figure(value)}"
        marks += [
            Shape(Rect(left, y + (line - DOT) / 2, DOT, DOT), fill=row.colors[n]),
            frame.words(said, Rect(left + DOT + 8, y, area.width - left - DOT - 8, line)),
        ]
    return tuple(marks)
