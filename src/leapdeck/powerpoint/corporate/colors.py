"""A template's colors: its theme's twelve slots, what stands for text and ground on a layout, and any color of DrawingML as a value."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from leapdeck.brand.color import hexadecimal, rgb
from leapdeck.checks.opened import A, P

SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
PLAIN = dict(zip(SLOTS, ("#000000", "#FFFFFF", "#44546A", "#E7E6E6", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47", "#0563C1", "#954F72"), strict=True))  # fmt: skip
"""What PowerPoint takes where a theme has no color of its own: those of the theme "Office"."""
USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
NAMED = {"black": "#000000", "white": "#FFFFFF", "red": "#FF0000", "green": "#008000", "blue": "#0000FF", "yellow": "#FFFF00"}
FILLED = 0.9
"""The share of a slide that a form must cover to be its ground."""


def theme_colors(theme: ET.Element | None) -> dict[str, str]:
    """The twelve colors of a theme."""
    scheme = theme.find(f".//{A}clrScheme") if theme is not None else None
    found = dict(PLAIN)
    for row in scheme if scheme is not None else ():
        slot = row.tag.removeprefix(A)
        value = next((color_of(element, {}, {}) for element in row), "")
        if slot in found and value:
            found[slot] = value
    return found


def color_map(master: ET.Element, layout: ET.Element | None = None) -> dict[str, str]:
    """What bg1, tx1, bg2 and tx2 are: by the master, or as a layout has it otherwise."""
    own = master.find(f"{P}clrMap")
    over = layout.find(f"{P}clrMapOvr/{A}overrideClrMapping") if layout is not None else None
    return {**USUAL, **(own.attrib if own is not None else {}), **(over.attrib if over is not None else {})}


def color_of(element: ET.Element, colors: Mapping[str, str], mapped: Mapping[str, str]) -> str:
    """A color as `#RRGGBB`; "" for one that can't be told, as that of a pattern."""
    kind, value = element.tag.removeprefix(A), element.get("val", "")
    if kind == "srgbClr" and len(value) == 6:
        base = f"#{value.upper()}"
    elif kind == "sysClr":
        base = f"#{(element.get('lastClr') or ('FFFFFF' if value == 'window' else '000000')).upper()}"
    elif kind == "prstClr":
        base = NAMED.get(value, "")
    else:
        base = colors.get(mapped.get(value, value), "") if kind == "schemeClr" else ""
    return _changed(base, element) if base else ""


def filled(parent: ET.Element | None, colors: Mapping[str, str], mapped: Mapping[str, str]) -> str:
    """The color of a solid fill, or the first of a gradient or a pattern; "" where there is none."""
    if parent is None:
        return ""
    for path in (f"{A}solidFill", f"{A}gradFill/{A}gsLst/{A}gs", f"{A}pattFill/{A}fgClr"):
        found = parent.find(path)
        if found is not None:
            return next((color_of(element, colors, mapped) for element in found), "")
    return ""


def _changed(color: str, element: ET.Element) -> str:
    """A color with its lightness changed (ECMA-376, 20.1.2.3); tints and shades about as PowerPoint shows them."""
    for change in element:
        share = int(change.get("val", "100000")) / 100_000
        kind = change.tag.removeprefix(A)
        if kind in ("lumMod", "lumOff"):
            hue, light, full = colorsys.rgb_to_hls(*rgb(color))
            light = light * share if kind == "lumMod" else light + share
            color = hexadecimal(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), full))
        elif kind in ("tint", "shade"):
            red, green, blue = (part * share + (1 - share if kind == "tint" else 0.0) for part in rgb(color))
            color = hexadecimal((red, green, blue))
    return color


def ground_of(tree: ET.Element, colors: Mapping[str, str], mapped: Mapping[str, str]) -> str | None:
    """The ground of a layout or a master: "" where it can't be told, as that of a picture; None where it has none of its own."""
    background = tree.find(f"{P}cSld/{P}bg")
    if background is None:
        return None
    reference = background.find(f"{P}bgRef")
    if reference is not None:
        return next((color_of(element, colors, mapped) for element in reference), "")
    return filled(background.find(f"{P}bgPr"), colors, mapped)
