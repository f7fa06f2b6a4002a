"""The outlines of a template's forms: those that PowerPoint has names for, and those that somebody drew (ECMA-376, 20.1.9)."""

from __future__ import annotations

import math
from xml.etree import ElementTree as ET

from msgspec import Struct

from leapdeck.checks.opened import A
from leapdeck.powerpoint.corporate.pens import penned
from leapdeck.scene import Geometry, Stroke

PLAIN: dict[str, Geometry] = {
    "rect": "rect",
    "flowChartProcess": "rect",
    "snip1Rect": "rect",
    "snip2SameRect": "rect",
    "round1Rect": "rect",
    "round2SameRect": "rect",
    "round2DiagRect": "rect",
    "roundRect": "soft",
    "flowChartAlternateProcess": "soft",
    "ellipse": "ellipse",
    "flowChartConnector": "ellipse",
    "diamond": "diamond",
    "flowChartDecision": "diamond",
    "triangle": "triangle",
}
"""Named forms that are ours too; of a corner that is cut or rounded alone nobody sees much."""
LINES = ("line", "straightConnector1")
ROUNDED = 16_667
"""How round corners are, in hundred thousandths of the shorter side, where nothing is said."""
_ELLIPSE = 0.5 * 4 / 3 * (math.sqrt(2) - 1)


class Outline(Struct, frozen=True):
    """A form's outline: a geometry of ours, how round it is, or the strokes of a pen, in shares of its rectangle."""

    geometry: Geometry
    corner: float = 0.0
    strokes: tuple[Stroke, ...] = ()


def outline_of(properties: ET.Element, width: float, height: float) -> Outline | None:
    """The outline of a form so wide and high; None for one that can't be told."""
    custom = properties.find(f"{A}custGeom")
    if custom is not None:
        strokes = tuple(penned(custom, width, height))
        return Outline("free", strokes=strokes) if strokes else None
    named = properties.find(f"{A}prstGeom")
    name = named.get("prst", "rect") if named is not None else "rect"
    if name in PLAIN:
        return Outline(PLAIN[name], _adjusted(named, ROUNDED) if PLAIN[name] == "soft" else 0.0)
    points = _corners(name, named, width, height)
    return Outline("free", strokes=_polygon(points)) if points else None


def turned(outline: Outline, degrees: float, across: bool, down: bool, proportion: float) -> Outline:
    """An outline mirrored across and down, then turned clockwise; `proportion` is its rectangle's width by its height."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))

    def moved(x: float, y: float) -> tuple[float, float]:
        x, y = (0.5 - x if across else x - 0.5) * proportion, 0.5 - y if down else y - 0.5
        return (x * cosine - y * sine) / proportion + 0.5, x * sine + y * cosine + 0.5

    def stroke(given: Stroke) -> Stroke:
        pairs = zip(given.at[::2], given.at[1::2], strict=True)
        return Stroke(given.kind, tuple(part for pair in pairs for part in moved(*pair)))

    return Outline("free", strokes=tuple(stroke(one) for one in outline.strokes or _strokes(outline.geometry)))


def _strokes(geometry: Geometry) -> tuple[Stroke, ...]:
    if geometry == "ellipse":
        return _ellipse()
    corners = {"diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)), "triangle": ((0.5, 0), (1, 1), (0, 1))}
    return _polygon(corners.get(geometry, ((0, 0), (1, 0), (1, 1), (0, 1))))


def _polygon(points: tuple[tuple[float, float], ...]) -> tuple[Stroke, ...]:
    first, *others = points
    return (Stroke("move", first), *(Stroke("line", point) for point in others), Stroke("close"))


def _ellipse() -> tuple[Stroke, ...]:
    e, half = _ELLIPSE, 0.5
    return (
        Stroke("move", (half, 0)),
        Stroke("curve", (half + e, 0, 1, half - e, 1, half)),
        Stroke("curve", (1, half + e, half + e, 1, half, 1)),
        Stroke("curve", (half - e, 1, 0, half + e, 0, half)),
        Stroke("curve", (0, half - e, half - e, 0, half, 0)),
        Stroke("close"),
    )


def _adjusted(named: ET.Element | None, usual: int) -> float:
    """The first handle of a named form, as a share."""
    handle = named.find(f"{A}avLst/{A}gd") if named is not None else None
    return int(handle.get("fmla", "").removeprefix("val ") if handle is not None else usual) / 100_000


def _corners(name: str, named: ET.Element | None, width: float, height: float) -> tuple[tuple[float, float], ...]:
    """The corners of further named forms, as far as they are straight."""
    if name == "rtTriangle":
        return ((0, 0), (1, 1), (0, 1))
    usual = {"parallelogram": 25_000, "homePlate": 50_000, "chevron": 50_000, "trapezoid": 25_000}.get(name)
    if usual is None or width <= 0:
        return ()
    reach = min(1.0, _adjusted(named, usual) * min(width, height) / width)
    return {
        "parallelogram": ((reach, 0), (1, 0), (1 - reach, 1), (0, 1)),
        "homePlate": ((0, 0), (1 - reach, 0), (1, 0.5), (1 - reach, 1), (0, 1)),
        "chevron": ((0, 0), (1 - reach, 0), (1, 0.5), (1 - reach, 1), (0, 1), (reach, 0.5)),
        "trapezoid": ((reach, 0), (1 - reach, 0), (1, 1), (0, 1)),
    }[name]
