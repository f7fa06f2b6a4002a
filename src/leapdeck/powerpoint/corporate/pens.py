"""Forms that somebody drew with a pen: lines, curves and arcs from point to point (ECMA-376, 20.1.9.15)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from leapdeck.checks.opened import A
from leapdeck.scene import Stroke

Point = tuple[float, float]
QUARTER = math.pi / 2
DEGREE = 60_000


def penned(custom: ET.Element, width: float, height: float) -> Iterator[Stroke]:
    """The strokes of a form so wide and high, as far as it is filled; ValueError where a point is reckoned by a formula."""
    for path in custom.iterfind(f"{A}pathLst/{A}path"):
        wide, high = float(path.get("w", "0")) or width, float(path.get("h", "0")) or height
        if path.get("fill") != "none":
            yield from (_share(stroke, wide, high) for stroke in _strokes(path))


def _share(stroke: Stroke, wide: float, high: float) -> Stroke:
    return Stroke(stroke.kind, tuple(part / (high if number % 2 else wide) for number, part in enumerate(stroke.at)))


def _strokes(path: ET.Element) -> Iterator[Stroke]:
    """The strokes of one path, in its own measure; a pen goes on from where it is."""
    here: Point = (0.0, 0.0)
    for step in path:
        for stroke in _step(step, here):
            here = (stroke.at[-2], stroke.at[-1]) if stroke.at else here
            yield stroke


def _step(step: ET.Element, here: Point) -> Iterator[Stroke]:
    kind = step.tag.removeprefix(A)
    points = [(float(point.get("x", "")), float(point.get("y", ""))) for point in step.iterfind(f"{A}pt")]
    match kind, points:
        case "close", []:
            yield Stroke("close")
        case "moveTo", [to]:
            yield Stroke("move", to)
        case "lnTo", [to]:
            yield Stroke("line", to)
        case "cubicBezTo", [first, second, to]:
            yield Stroke("curve", (*first, *second, *to))
        case "quadBezTo", [handle, to]:
            yield Stroke("curve", (*_toward(here, handle), *_toward(to, handle), *to))
        case "arcTo", []:
            yield from _arc(here, *(float(step.get(name, "")) for name in ("wR", "hR", "stAng", "swAng")))
        case _:
            raise ValueError(kind)


def _toward(end: Point, handle: Point) -> Point:
    """A cubic curve's handle for a quadratic one's."""
    return end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3


def _arc(here: Point, across: float, down: float, start: float, sweep: float) -> Iterator[Stroke]:
    """Along an ellipse of those radii, clockwise, in curves of at most a quarter; angles in 60,000ths of a degree."""
    angle, whole = math.radians(start / DEGREE), math.radians(sweep / DEGREE)
    x, y = here[0] - across * math.cos(angle), here[1] - down * math.sin(angle)
    count = max(1, math.ceil(abs(whole) / QUARTER - 1e-6))
    step = whole / count
    reach = 4 / 3 * math.tan(step / 4)
    for _ in range(count):
        after = angle + step
        yield Stroke(
            "curve",
            (
                x + across * (math.cos(angle) - reach * math.sin(angle)),
                y + down * (math.sin(angle) + reach * math.cos(angle)),
                x + across * (math.cos(after) + reach * math.sin(after)),
                y + down * (math.sin(after) - reach * math.cos(after)),
                x + across * math.cos(after),
                y + down * math.sin(after),
            ),
        )
        angle = after
