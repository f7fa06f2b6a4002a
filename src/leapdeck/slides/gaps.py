"""Gaps: the words that slides show, participants write, and the guide gives away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leapdeck.diagnostics import Path
from leapdeck.richtext import inline
from leapdeck.slides.base import Fault, Point


def gap_words(text: str) -> tuple[str, ...]:
    """The words of a text that are gaps on paper."""
    return tuple(run.text for run in inline(text) if run.gap) if "__" in text else ()


def has_gaps(points: Sequence[Point]) -> bool:
    """Whether any point, of any level, has a gap."""
    return any(gap_words(point.text) or has_gaps(point.points) for point in points)


def no_gaps(texts: Iterable[tuple[Path, str]]) -> tuple[Fault, ...]:
    """A fault for each gap where nobody could write: in what is drawn into a chart, or only heard."""
    message, hint = "a gap can't stand here, as nobody could write into it", "write the word without its underscores"
    return tuple(Fault(path, "misplaced-gap", message, hint) for path, text in texts if gap_words(text))
