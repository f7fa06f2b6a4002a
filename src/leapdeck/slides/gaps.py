"""Gaps: the words that slides show, participants write, and the guide gives away."""

from __future__ import annotations

from collections.abc import Sequence

from leapdeck.richtext import inline
from leapdeck.slides.base import Point


def gap_words(text: str) -> tuple[str, ...]:
    """The words of a text that are gaps on paper."""
    return tuple(run.text for run in inline(text) if run.gap) if "__" in text else ()


def has_gaps(points: Sequence[Point]) -> bool:
    """Whether any point, of any level, has a gap."""
    return any(gap_words(point.text) or has_gaps(point.points) for point in points)
