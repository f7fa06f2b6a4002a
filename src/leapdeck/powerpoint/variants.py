"""Which layouts a deck needs: each with the sizes and list levels that its slides use, so that slides say none of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from leapdeck.brand.type import ROLES
from leapdeck.layouts.slots import FOOTER, Layout, Slot
from leapdeck.layouts.standard import layouts
from leapdeck.powerpoint.text import Format, levels_of
from leapdeck.scene import Scene, TextBox

STANDARD = (
    "title",
    "agenda",
    "objectives",
    "section",
    "points",
    "columns-2",
    "columns-3",
    "statement",
    "quote",
    "question",
    "exercise",
    "table",
    "chart",
    "picture",
    "picture-half",
    "break",
    "takeaways",
    "title-only",
    "contact",
)
"""The layouts that every deck offers, used or not, for the slides that a coach adds."""

Levels = dict[str, dict[int, Format]]


class Places(Protocol):
    """Where a slide's placeholders find their slots."""

    def slot(self, name: str) -> Slot:
        """The slot of that name, footers included."""

    def index(self, slot: str) -> int:
        """The number by which a slide's placeholder finds it."""


class Variant:
    """A layout with the formats of its slots' levels; a scene that asks for no other format may use it."""

    def __init__(self, layout: Layout) -> None:
        """Begin with no formats."""
        self.layout = layout
        self.levels: Levels = {}
        self.name = layout.title

    def takes(self, wanted: Levels) -> bool:
        """Take the formats in, where none of them clashes with one that is there."""
        for slot, levels in wanted.items():
            own = self.levels.get(slot, {})
            if any(own.get(level, format_) != format_ for level, format_ in levels.items()):
                return False
        for slot, levels in wanted.items():
            self.levels.setdefault(slot, {}).update(levels)
        return True

    def of(self, slot: Slot) -> dict[int, Format]:
        """The levels of a slot: those that slides use, or else the first step of its role."""
        return self.levels.get(slot.name) or {0: Format(slot.role, ROLES[slot.role].sizes[0], align=slot.align)}

    def slot(self, name: str) -> Slot:
        """The slot of that name, footers included."""
        return next(slot for slot in (*self.layout.slots, *FOOTER) if slot.name == name)

    def index(self, slot: str) -> int:
        """The number by which a slide's placeholder finds the slot (ECMA-376, 19.3.1.36)."""
        return 10 + next(n for n, candidate in enumerate(self.layout.slots) if candidate.name == slot)


def variants(scenes: Iterable[Scene]) -> tuple[tuple[Variant, ...], dict[str, Variant]]:
    """All layouts of a deck, in the table's order, and the one that each scene uses, by the scene's id."""
    found: dict[str, list[Variant]] = {name: [Variant(layouts()[name])] for name in STANDARD}
    used: dict[str, Variant] = {}
    for scene in scenes:
        used[scene.id] = _fitting(found.setdefault(scene.layout, []), scene)
    for group in found.values():
        _name(group)
    ordered = tuple(variant for name in layouts() for variant in found.get(name, ()))
    return ordered, used


def _fitting(group: list[Variant], scene: Scene) -> Variant:
    wanted = _wanted(scene)
    for variant in group:
        if variant.takes(wanted):
            return variant
    group.append(Variant(layouts()[scene.layout]))
    group[-1].takes(wanted)
    return group[-1]


def _wanted(scene: Scene) -> Levels:
    boxes = (item for item in scene.items if isinstance(item, TextBox) and item.slot and item.paragraphs)
    return {box.slot: dict(levels_of(box.paragraphs)) for box in boxes}


def _name(group: list[Variant]) -> None:
    """Name them "Points" and "Points 20"; where two are of one size they are counted."""
    names: dict[str, int] = {}
    for number, variant in enumerate(group):
        size = _size(variant.levels)
        name = variant.layout.title if number == 0 or not size else f"{variant.layout.title} {size:g}"
        names[name] = names.get(name, 0) + 1
        variant.name = name if names[name] == 1 else f"{name} ({names[name]})"


def _size(levels: Mapping[str, dict[int, Format]]) -> float:
    """The size that tells a variant apart: that of the slot that stands furthest below its first step."""
    steps = [(ROLES[f.style].sizes.index(f.size), f.size) for by in levels.values() for f in by.values() if f.size in ROLES[f.style].sizes]
    return max(steps)[1] if steps and max(steps)[0] else 0.0
