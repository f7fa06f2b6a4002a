"""Lists on slides: points with points below them, or numbered ones, as paragraphs at any step of the scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from leapdeck.diagnostics import Path
from leapdeck.layouts.fitting import AtSize, Misfit, fit, fits
from leapdeck.layouts.lists import NUMBERED, SLIDE_LEVELS, Level, step_below
from leapdeck.layouts.slots import Slot
from leapdeck.layouts.splitting import split
from leapdeck.layouts.stage import Stage
from leapdeck.scene import Paragraph
from leapdeck.slides.base import Point

Maker = Callable[[int, int], AtSize]
"""The paragraphs of the items from the first index up to the second, not included."""


AIRS = (4.0, 2.2)
"""How much more space stands between the points of a list that would leave the slide half empty, from the most."""
FILLED = 0.8
"""The share of its slot that a list may take to be set so."""


def bulleted(stage: Stage, points: Sequence[Point], slot: Slot, air: float = 1.0) -> AtSize:
    """Points and the points below them, as a slot sets them; a deeper level than the second stands in the second.

    `air` widens the space between.
    """

    def at_size(size: float) -> tuple[Paragraph, ...]:
        return tuple(_bullet(stage, text, level, slot, size, air) for text, level in _flat(points))

    return at_size


def numbered(stage: Stage, texts: Sequence[str], slot: Slot, first: int = 1, air: float = 1.0) -> AtSize:
    """Texts counted from `first`, as a slot sets them; `air` widens the space between."""

    def at_size(size: float) -> tuple[Paragraph, ...]:
        level = replace(slot.levels[0], indent=NUMBERED.indent, hang=NUMBERED.hang) if slot.theirs else NUMBERED
        return tuple(
            Paragraph(stage.runs(text), slot.role, size, 0, "number", number, level.indent, level.hang, level.above(size) * air)
            for number, text in enumerate(texts, first)
        )

    return at_size


def aired(stage: Stage, make: Callable[[float], AtSize], layout: str, slot: str, size: float) -> AtSize:
    """A list with more space between its points, where it then still leaves some of its slot; as it was, where not."""
    place = stage.layout(layout).slot(slot)
    if place.theirs:
        return make(1.0)
    room = replace(place.rect, height=place.rect.height * FILLED)
    return next((airy for airy in map(make, AIRS) if fits(airy(size), room, stage.brand)), make(1.0))


def part_title(stage: Stage, title: str, number: int, count: int) -> str:
    """A title, with "1/2" where a slide was split."""
    return stage.word("part-of", title=title, n=number, count=count) if count > 1 else title


def split_list(
    stage: Stage, make: Maker, count: int, layout: str, slot: str, path: Path, sizes: tuple[float, ...] = ()
) -> tuple[tuple[tuple[int, int], ...], float]:
    """Where a list parts over slides and the one size that all parts share; an item that fits no slide is reported.

    `make` gives for (start, stop) the paragraphs at a size.
    """
    place = stage.layout(layout).slot(slot)
    steps = sizes or stage.brand.roles[place.role].sizes
    floor = steps[-1]
    parts = split(count, lambda start, stop: fits(make(start, stop)(floor), place.rect, stage.brand))
    if parts is None:
        _report_unfit(stage, make, count, place, path)
        return ((0, count),), floor
    size = next(s for s in steps if all(fits(make(*part)(s), place.rect, stage.brand) for part in parts))
    return parts, size


def _report_unfit(stage: Stage, make: Maker, count: int, slot: Slot, path: Path) -> None:
    for index in range(count):
        found = fit(make(index, index + 1), slot, stage.brand)
        if isinstance(found, Misfit):
            stage.misfit(found, "this point", (*path, index))


def _flat(points: Sequence[Point], level: int = 0) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for point in points:
        found += [(point.text, min(level, len(SLIDE_LEVELS) - 1)), *_flat(point.points, level + 1)]
    return found


def _bullet(stage: Stage, text: str, level: int, slot: Slot, size: float, air: float) -> Paragraph:
    rule = slot.levels[level]
    own = size if level == 0 else _lower(stage, slot, rule, size)
    above = rule.above(own) * (air if level == 0 else 1.0)
    return Paragraph(stage.runs(text), rule.style or slot.role, own, level, rule.bullet, 0, rule.indent, rule.hang, above)


def _lower(stage: Stage, slot: Slot, rule: Level, size: float) -> float:
    """The size of a level below the first."""
    return round(2 * size * rule.share) / 2 if rule.share else step_below(stage.brand.roles[slot.role].sizes, size)
