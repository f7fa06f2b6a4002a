"""The outlines of forms, in PDF's own words (ISO 32000-1, 8.5.2): rectangles, pills, ellipses, corners, slices."""

from __future__ import annotations

import math

from leapdeck.scene import Geometry, Shape, Stroke, Wedge
from leapdeck.units import Rect

_CIRCLE = 4 / 3 * (math.sqrt(2) - 1)
"""How far a curve's handles reach for a quarter of a circle."""
_OPERATORS = {"move": "m", "line": "l", "curve": "c", "close": "h"}
_CORNERS = {
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "chevron": ((0, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0, 1), (0.2, 0.5)),
}


def outline(rect: Rect, geometry: Geometry, height: float) -> str:
    """A form's outline on a page of a height; the rectangle counts from the page's upper edge, in points."""
    flipped = Rect(rect.x, height - rect.bottom, rect.width, rect.height)
    if geometry == "rect":
        return f"{flipped.x:.2f} {flipped.y:.2f} {flipped.width:.2f} {flipped.height:.2f} re"
    if geometry in ("round", "ellipse"):
        return _curved(flipped, min(rect.width, rect.height) / 2 if geometry == "round" else rect.width / 2)
    points = [f"{rect.x + across * rect.width:.2f} {flipped.bottom - down * rect.height:.2f}" for across, down in _CORNERS[geometry]]
    return f"{points[0]} m {' '.join(f'{point} l' for point in points[1:])} h"


def form_of(item: Shape, rect: Rect, height: float) -> str:
    """The outline of a drawn form over a rectangle, as `outline` gives it."""
    if item.geometry == "free":
        return " ".join(_stroke(stroke, rect, height) for stroke in item.strokes)
    if item.geometry == "soft":
        return _soft(Rect(rect.x, height - rect.bottom, rect.width, rect.height), item.corner * min(rect.width, rect.height))
    return outline(rect, item.geometry, height)


def _stroke(stroke: Stroke, rect: Rect, height: float) -> str:
    pairs = zip(stroke.at[::2], stroke.at[1::2], strict=True)
    points = " ".join(f"{rect.x + x * rect.width:.2f} {height - rect.y - y * rect.height:.2f}" for x, y in pairs)
    return f"{points} {_OPERATORS[stroke.kind]}".lstrip()


def _soft(rect: Rect, reach: float) -> str:
    """A rectangle with round corners; here y grows upwards."""
    left, right, low, high = rect.x + reach, rect.right - reach, rect.y + reach, rect.bottom - reach
    handle = reach * _CIRCLE
    return (
        f"{left:.2f} {rect.bottom:.2f} m {right:.2f} {rect.bottom:.2f} l "
        f"{_curve(right + handle, rect.bottom, rect.right, high + handle, rect.right, high)} {rect.right:.2f} {low:.2f} l "
        f"{_curve(rect.right, low - handle, right + handle, rect.y, right, rect.y)} {left:.2f} {rect.y:.2f} l "
        f"{_curve(left - handle, rect.y, rect.x, low - handle, rect.x, low)} {rect.x:.2f} {high:.2f} l "
        f"{_curve(rect.x, high + handle, left - handle, rect.bottom, left, rect.bottom)} h"
    )


def _curved(rect: Rect, reach: float) -> str:
    """Four quarters of an ellipse, `reach` wide each, and what is straight between them; here y grows upwards."""
    rise = rect.height / 2
    left, right, middle = rect.x + reach, rect.right - reach, rect.y + rise
    hx, hy = reach * _CIRCLE, rise * _CIRCLE
    return (
        f"{left:.2f} {rect.bottom:.2f} m {right:.2f} {rect.bottom:.2f} l "
        f"{_curve(right + hx, rect.bottom, rect.right, middle + hy, rect.right, middle)} "
        f"{_curve(rect.right, middle - hy, right + hx, rect.y, right, rect.y)} {left:.2f} {rect.y:.2f} l "
        f"{_curve(left - hx, rect.y, rect.x, middle - hy, rect.x, middle)} "
        f"{_curve(rect.x, middle + hy, left - hx, rect.bottom, left, rect.bottom)} h"
    )


def slice_of(wedge: Wedge, rect: Rect, height: float) -> str:
    """A slice: from the circle's center to its edge, along arcs of at most a quarter each, and back."""
    radius = rect.width / 2
    x, y = rect.x + radius, height - rect.y - radius
    parts = max(1, math.ceil(wedge.sweep / 90))
    step = math.radians(wedge.sweep / parts)
    angle = math.radians(90 - wedge.start)
    path = [f"{x:.2f} {y:.2f} m {x + radius * math.cos(angle):.2f} {y + radius * math.sin(angle):.2f} l"]
    for _ in range(parts):
        path.append(_arc(x, y, radius, angle, step))
        angle -= step
    return f"{' '.join(path)} h"


def _arc(x: float, y: float, radius: float, angle: float, step: float) -> str:
    """A curve along a circle, clockwise from an angle by a step, in radians."""
    after = angle - step
    reach = radius * 4 / 3 * math.tan(step / 4)
    return _curve(
        x + radius * math.cos(angle) + reach * math.sin(angle),
        y + radius * math.sin(angle) - reach * math.cos(angle),
        x + radius * math.cos(after) - reach * math.sin(after),
        y + radius * math.sin(after) + reach * math.cos(after),
        x + radius * math.cos(after),
        y + radius * math.sin(after),
    )


def _curve(*numbers: float) -> str:
    return " ".join(f"{number:.2f}" for number in numbers) + " c"
