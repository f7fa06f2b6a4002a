"""What text stands on in a template: a layout's ground, forms and bands across it, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from leapdeck.brand.color import luminance
from leapdeck.checks.opened import A, P
from leapdeck.layouts.corporate import BODIES, TITLES, Place
from leapdeck.powerpoint.corporate.colors import FILLED, filled, ground_of
from leapdeck.powerpoint.corporate.looks import Palette
from leapdeck.powerpoint.corporate.places import placed
from leapdeck.units import Rect, Size

ACROSS = 0.6
"""The share of a slide's width from which on a form crosses it."""
BUSY = 0.5
"""The share of a slide that forms of other colors must cover to be a picture."""
_PALE = 0.5


def shown(layout: ET.Element, master: ET.Element) -> tuple[ET.Element, ...]:
    """The trees whose forms are seen, the uppermost first."""
    return (layout, master) if layout.get("showMasterSp", "1") in ("1", "true") else (layout,)


def forms_of(layout: ET.Element, master: ET.Element, palette: Palette) -> list[tuple[Rect, str]]:
    """The filled forms of a layout and of its master with their colors, the uppermost last."""
    found: list[tuple[Rect, str]] = []
    for tree in reversed(shown(layout, master)):
        for shape in tree.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
            place = placed(shape, palette.scale)
            color = filled(shape.find(f"{P}spPr"), palette.colors, palette.mapped)
            if place and color and shape.find(f".//{P}ph") is None:
                found.append((place, color))
    return found


def bands(forms: Sequence[tuple[Rect, str]], ground: str, size: Size, scale: float) -> tuple[tuple[Rect, str], ...]:
    """The forms that cross a slide in another color than its ground."""
    width, height = size.width / scale, size.height / scale
    return tuple(
        (form, color) for form, color in forms if color != ground and form.width >= ACROSS * width and form.height < ACROSS * height
    )


def is_busy(forms: Sequence[tuple[Rect, str]], ground: str, size: Size, scale: float) -> bool:
    """Whether so much of a slide is drawn over that its ground says little of what text stands on."""
    drawn = sum(form.width * form.height for form, color in forms if color != ground and form.width < ACROSS * size.width / scale)
    return drawn >= BUSY * size.width * size.height / scale**2


def ground_behind(layout: ET.Element, master: ET.Element, palette: Palette, size: Size, places: Sequence[Place]) -> tuple[str, bool]:
    """What a layout's text stands on, and whether that is a picture.

    It is a form over the whole slide, or else the background; under a picture it is guessed from the text.
    """
    for tree in shown(layout, master):
        cover = _cover(tree, palette, size)
        own = cover if cover is not None else ground_of(tree, palette.colors, palette.mapped)
        if own is not None:
            return own or _guessed(palette, places), not own
    own = ground_of(master, palette.colors, palette.mapped)
    if own is None:
        return palette.colors[palette.mapped["bg1"]], False
    return own or _guessed(palette, places), not own


def _cover(tree: ET.Element, palette: Palette, size: Size) -> str | None:
    """The color of the uppermost form that covers the slide, "" for a picture; None where there is none."""
    whole = size.width * size.height * FILLED
    found: str | None = None
    shapes = tree.find(f"{P}cSld/{P}spTree")
    for shape in shapes if shapes is not None else ():
        place = placed(shape, 1.0)
        if place is None or place.width * place.height < whole or shape.find(f".//{P}ph") is not None:
            continue
        if shape.tag == f"{P}pic" or shape.find(f"{P}spPr/{A}blipFill") is not None:
            found = ""
        elif color := filled(shape.find(f"{P}spPr"), palette.colors, palette.mapped):
            found = color
    return found


def _guessed(palette: Palette, places: Sequence[Place]) -> str:
    """Under a picture: what the template's own text can be read on."""
    color = next((place.looks[0].color for place in places if place.kind in (*TITLES, *BODIES)), palette.text)
    pale = luminance(color) > _PALE
    both = sorted((palette.colors["dk1"], palette.colors["lt1"]), key=luminance)
    return both[0] if pale else both[1]
