"""Outlines of forms, in numbers."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest

from leapdeck.pdf.paths import outline, slice_of
from leapdeck.scene import Geometry, Wedge
from leapdeck.units import Rect

PAGE = 100.0


def numbers(path: str) -> list[float]:
    """All numbers of a path."""
    return [float(found) for found in re.findall(r"-?\d+\.\d+", path)]


def test_a_rectangle_is_turned_over() -> None:
    """PDF counts from below: the lower left corner of a form 10 points from the top."""
    assert outline(Rect(20, 10, 30, 40), "rect", PAGE) == "20.00 50.00 30.00 40.00 re"


@pytest.mark.parametrize("geometry", ["round", "ellipse", "chevron", "diamond", "triangle"])
def test_forms_stay_in_their_rectangle_and_reach_its_edges(geometry: Geometry) -> None:
    """Every corner and every handle lies inside, and the form touches all four edges."""
    found = numbers(outline(Rect(20, 10, 60, 30), geometry, PAGE))
    across, up = found[::2], found[1::2]
    assert (min(across), max(across)) == (20, 80)
    assert (min(up), max(up)) == (60, 90)


def test_a_pill_has_half_circles_at_its_ends() -> None:
    """Between them it is straight."""
    assert outline(Rect(0, 0, 60, 20), "round", 20).startswith("10.00 20.00 m 50.00 20.00 l ")


@pytest.mark.parametrize("sweep", [30.0, 90.0, 200.0, 360.0])
def test_slices_follow_the_circle(sweep: float) -> None:
    """The ends of all arcs lie on the circle, clockwise from the top, and the last one where the slice ends."""
    wedge = Wedge(Rect(0, 0, 50, 50), 0.0, sweep, "accent")
    found = numbers(slice_of(wedge, wedge.rect, PAGE))
    ends = [(found[2], found[3]), *((found[n + 4], found[n + 5]) for n in range(4, len(found), 6))]
    angles = [math.degrees(math.atan2(x - 25, y - 75)) % 360 for x, y in ends]
    assert all(math.hypot(x - 25, y - 75) == pytest.approx(25, abs=0.01) for x, y in ends)
    assert sum((after - before) % 360 for before, after in pairwise(angles)) == pytest.approx(sweep, abs=0.1)
