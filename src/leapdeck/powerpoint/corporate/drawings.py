"""What a template's masters and layouts draw themselves: pictures, forms, lines and words, from the back to the front.

Placeholders are no drawings, and what can't be told is left out: drawings of other programs, charts, text that is turned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from xml.etree import ElementTree as ET

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.checks.opened import A, P
from leapdeck.layouts.corporate import Drawn
from leapdeck.powerpoint.corporate.galleries import Gallery
from leapdeck.powerpoint.corporate.lettering import words_of
from leapdeck.powerpoint.corporate.looks import Palette
from leapdeck.powerpoint.corporate.opening import BROKEN
from leapdeck.powerpoint.corporate.outlines import LINES, outline_of, turned
from leapdeck.powerpoint.corporate.paints import Paints, paints_of
from leapdeck.powerpoint.corporate.places import Ground, Placed
from leapdeck.scene import Picture, Rule, Shape
from leapdeck.units import Rect

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class Site(Struct, frozen=True):
    """One tree that is read: its part, what its color words mean, its theme, the styles of its text, where drawings are kept.

    `ground` is how places in it, or in the group that is read, lie on the slide; `fill` is the group's.
    """

    gallery: Gallery
    part: str
    palette: Palette
    theme: ET.Element | None
    styles: tuple[ET.Element | None, ...]
    ground: Ground
    fill: ET.Element | None = None


def drawings(site: Site) -> tuple[Drawn, ...]:
    """What a master or a layout draws; where its color words mean the same, it is read once."""
    shapes = site.gallery.tree(site.part).find(f"{P}cSld/{P}spTree")
    key = site.part, tuple(sorted(site.palette.mapped.items()))
    return site.gallery.once(key, lambda: _all(shapes, site)) if shapes is not None else ()


def background(site: Site, whole: Rect) -> tuple[Drawn, ...]:
    """The picture that a master or a layout has as its ground, if it is one."""
    found = site.gallery.tree(site.part).find(f"{P}cSld/{P}bg/{P}bgPr/{A}blipFill")
    return _read(lambda: _pictured(found, whole, site))


def _all(parent: ET.Element, site: Site) -> Iterator[Drawn]:
    for element in parent:
        if element.tag == f"{MC}AlternateContent":
            fallback = element.find(f"{MC}Fallback")
            yield from _all(fallback, site) if fallback is not None else ()
        elif element.tag in _READERS and not _is_unseen(element):
            yield from _read(partial(_READERS[element.tag], element, site))


def _read(reader: Callable[[], Iterator[Drawn]]) -> tuple[Drawn, ...]:
    """What is read of one form; nothing where some number in it is none, as the others needn't suffer for it."""
    try:
        return tuple(reader())
    except (*BROKEN, ZeroDivisionError):
        return ()


def _is_unseen(element: ET.Element) -> bool:
    return element.find(f"*/{P}nvPr/{P}ph") is not None or element.find(f"*/{P}cNvPr[@hidden='1']") is not None


def _group(element: ET.Element, site: Site) -> Iterator[Drawn]:
    properties = element.find(f"{P}grpSpPr")
    placed = site.ground.placed(properties)
    if properties is None or placed is None:
        yield from _all(element, site)
    elif placed.is_straight:
        own = None if properties.find(f"{A}grpFill") is not None else properties
        yield from _all(element, replace(site, ground=site.ground.within(properties), fill=own if own is not None else site.fill))


def _form(element: ET.Element, site: Site) -> Iterator[Drawn]:
    properties = element.find(f"{P}spPr")
    placed = site.ground.placed(properties)
    if properties is None or placed is None:
        return
    paints = paints_of(element, site.palette, site.theme, site.fill)
    named = properties.find(f"{A}prstGeom")
    if named is not None and named.get("prst") in LINES:
        if paints.stroke:
            yield Rule(placed.diagonal, paints.stroke, paints.width)
        return
    yield from _pictured(properties.find(f"{A}blipFill"), placed.rect, site) if placed.is_straight else ()
    yield from _drawn(properties, placed, paints)
    if placed.is_straight and (words := words_of(element, placed.rect, site.palette, site.styles)):
        yield words


def _drawn(properties: ET.Element, placed: Placed, paints: Paints) -> Iterator[Drawn]:
    rect = placed.rect
    if not (paints.fill or paints.stroke) or rect.width <= 0 or rect.height <= 0:
        return
    outline = outline_of(properties, rect.width, rect.height)
    if outline and not placed.is_straight:
        outline = turned(outline, placed.turn, placed.across, placed.down, rect.width / rect.height)
    if outline:
        yield Shape(
            rect,
            outline.geometry,
            paints.fill,
            paints.stroke,
            paints.width,
            paints.alpha,
            corner=outline.corner,
            strokes=outline.strokes,
        )


def _picture(element: ET.Element, site: Site) -> Iterator[Drawn]:
    placed = site.ground.placed(element.find(f"{P}spPr"))
    if placed and placed.is_straight:
        yield from _pictured(element.find(f"{P}blipFill"), placed.rect, site)


def _pictured(fill: ET.Element | None, rect: Rect, site: Site) -> Iterator[Drawn]:
    """A picture over a rectangle, cut as its fill says; one that is laid like tiles can't be told."""
    if fill is None or fill.find(f"{A}tile") is not None or rect.width <= 0 or rect.height <= 0:
        return
    cut = fill.find(f"{A}srcRect")
    crop = tuple(max(0.0, int(cut.get(side, "0")) / 100_000) if cut is not None else 0.0 for side in "ltrb")
    left, top, right, bottom = crop
    blip = fill.find(f"{A}blip")
    faint = blip.find(f"{A}alphaModFix") if blip is not None else None
    alpha = int(faint.get("amt", "100000")) / 100_000 if faint is not None else 1.0
    key = site.gallery.picture(site.part, blip)
    if key and left + right < 1 and top + bottom < 1:
        yield Picture(rect, key, "", (left, top, right, bottom), role="decoration", alpha=alpha)


_READERS: dict[str, Callable[[ET.Element, Site], Iterator[Drawn]]] = {
    f"{P}sp": _form,
    f"{P}cxnSp": _form,
    f"{P}pic": _picture,
    f"{P}grpSp": _group,
}
