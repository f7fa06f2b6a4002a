"""Splitting what does not fit one slide: into as few parts as hold it, of about the same length."""

from __future__ import annotations

from collections.abc import Callable

Fits = Callable[[int, int], bool]
"""Whether the items from the first index up to the second, not included, fit one slide."""


def split(count: int, fits: Fits) -> tuple[tuple[int, int], ...] | None:
    """Where to part `count` items: (start, stop) of each part; None where one item alone does not fit."""
    if fits(0, count):
        return ((0, count),)
    filled = _filled(count, fits)
    if filled is None:
        return None
    parts = len(filled)
    even = tuple((count * n // parts, count * (n + 1) // parts) for n in range(parts))
    return even if all(fits(*part) for part in even) else filled


def _filled(count: int, fits: Fits) -> tuple[tuple[int, int], ...] | None:
    parts: list[tuple[int, int]] = []
    start = 0
    while start < count:
        stop = _furthest(start, count, fits)
        if stop == start:
            return None
        parts.append((start, stop))
        start = stop
    return tuple(parts)


def _furthest(start: int, count: int, fits: Fits) -> int:
    """The largest stop that still fits: doubling, then halving, as more items never take less room."""
    step = 1
    while start + step < count and fits(start, start + step):
        step *= 2
    low, high = start + step // 2, min(count, start + step)
    if step == 1 and not fits(start, high):
        return start
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(start, middle) else (low, middle - 1)
    return low
