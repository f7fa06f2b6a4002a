"""Which of a client's layouts serves which of ours: by PowerPoint's own word for it, then by its name, then by its placeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from leapdeck.layouts.corporate import ClientLayout, ClientTemplate
from leapdeck.layouts.recipes import NAMES, Recipe, recipe_of
from leapdeck.units import Rect, Size

WIDE, HIGH = 0.5, 0.35
"""The share of the slide that a place for a list must have at least, across and down."""

OVER = 12.0
"""Points by which a title's frame may reach into that of the text below it."""


class Service(Struct, frozen=True):
    """A client's layout for one of ours, why it is that one, and whether its own places are filled."""

    layout: ClientLayout
    why: str
    filled: bool


def serving(name: str, template: ClientTemplate) -> Service:
    """The layout that serves one of ours best; composed on one with a title alone where none was made for it."""
    recipe = recipe_of(name)
    usable = [layout for layout in template.layouts if layout.upright]
    if recipe.kinds or recipe.names:
        found = best(usable, recipe.kinds, recipe.names, recipe.bodies, lambda layout: suits(layout, recipe, template.size))
        if found:
            return Service(*found, filled=True)
    return _composed(template)


def mapped(name: str, layout: ClientLayout, size: Size) -> Service:
    """A layout that the client's file or a slide names, filled as far as it has the places."""
    return Service(layout, "mapped", suits(layout, recipe_of(name), size, exactly=False))


def best(
    layouts: Sequence[ClientLayout], kinds: tuple[str, ...], names: str, bodies: int, suited: Callable[[ClientLayout], object]
) -> tuple[ClientLayout, str] | None:
    """The layout with the highest score of kind, name and signature, and what spoke for it; None where nothing does."""
    scored = []
    for number, layout in enumerate(layouts):
        score, why = _score(layout, kinds, names, bodies)
        if why and suited(layout):
            scored.append((score - 3 * layout.master, -number, layout, why))
    if not scored:
        return None
    _, _, layout, why = max(scored, key=lambda item: item[:2])
    return layout, why


def _score(layout: ClientLayout, kinds: tuple[str, ...], names: str, bodies: int) -> tuple[int, str]:
    why: list[str] = []
    score = 0
    if layout.kind in kinds:
        score += 50 - 5 * kinds.index(layout.kind)
        why.append("type")
    if names and any(re.search(name, layout.name, re.IGNORECASE) for name in NAMES[names]):
        score += 30
        why.append("name")
    signed = len(layout.titles) == 1 and len(layout.bodies) == bodies and not layout.of("pic")
    if signed:
        score += 20
    if signed and (why or names == "content"):
        why.append("signature")
    return score, ", ".join(why)


def suits(layout: ClientLayout, recipe: Recipe, size: Size, *, exactly: bool = True) -> bool:
    """Whether a layout has the places that a recipe fills, and they are large enough for what comes into them."""
    if not layout.titles or len(layout.bodies) < len(recipe.fills):
        return False
    if exactly and len(layout.bodies) > max(1, len(recipe.fills)) + 1:
        return False
    if recipe.holds[0] == "picture" and not layout.of("pic"):
        return False
    if recipe.names == "content":
        return any(roomy(place.frame, size) and place.frame.y > layout.titles[0].frame.bottom - OVER for place in layout.bodies)
    return True


def roomy(frame: Rect, size: Size) -> bool:
    """Whether a frame is large enough for a list."""
    return frame.width >= WIDE * size.width and frame.height >= HIGH * size.height


def _composed(template: ClientTemplate) -> Service:
    """Where boxes of our own stand: on the layout with a title alone, a blank one, or the first with a title."""
    usable: Iterable[ClientLayout] = [layout for layout in template.layouts if layout.upright] or template.layouts
    found = best(list(usable), ("titleOnly",), "title-only", 0, lambda layout: layout.titles)
    if found:
        return Service(found[0], f"composed on title only ({found[1]})", filled=False)
    bare = next((layout for layout in usable if layout.titles and not layout.bodies and not layout.of("pic")), None)
    if bare:
        return Service(bare, "composed on title only (signature)", filled=False)
    blank = best(list(usable), ("blank",), "blank", 0, lambda _: True)
    titled = next((layout for layout in usable if len(layout.titles) == 1 and layout.bodies), None)
    if blank and not titled:
        return Service(blank[0], f"composed on blank ({blank[1]})", filled=False)
    if titled:
        return Service(titled, "composed, as no layout has a title alone", filled=False)
    return Service(template.layouts[0], "composed, as no layout has a title", filled=False)
