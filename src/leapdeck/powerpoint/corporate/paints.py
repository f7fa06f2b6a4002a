"""What a template's forms are painted with: what they say themselves, or else the style of the theme that they refer to."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from msgspec import Struct

from leapdeck.checks.opened import A, P
from leapdeck.powerpoint.corporate.colors import color_of, filled
from leapdeck.powerpoint.corporate.looks import Palette
from leapdeck.units import EMU_PER_POINT

USUAL_LINE = 9525
"""How wide an outline is, in EMU, where nothing says it (ECMA-376, 20.1.2.2.24)."""
FILLS = ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill")


class Paints(Struct, frozen=True):
    """A form's colors as `#RRGGBB`, "" where it has none; how wide its outline is in points, and how opaque it is."""

    fill: str
    stroke: str
    width: float
    alpha: float


def paints_of(shape: ET.Element, palette: Palette, theme: ET.Element | None, group: ET.Element | None) -> Paints:
    """The paints of a form; `group` are the properties of the group whose fill it may take."""
    properties, style = shape.find(f"{P}spPr"), shape.find(f"{P}style")
    source = group if properties is not None and properties.find(f"{A}grpFill") is not None else properties
    fill = _color(source, style.find(f"{A}fillRef") if style is not None else None, palette)
    line = properties.find(f"{A}ln") if properties is not None else None
    reference = style.find(f"{A}lnRef") if style is not None else None
    stroke = _color(line, reference, palette)
    opacity = source.find(f"{A}solidFill//{A}alpha") if source is not None else None
    alpha = int(opacity.get("val", "100000")) / 100_000 if opacity is not None and fill else 1.0
    return Paints(fill, stroke, _width(line, reference, theme) / EMU_PER_POINT / palette.scale, alpha)


def _color(said: ET.Element | None, reference: ET.Element | None, palette: Palette) -> str:
    if said is not None and any(said.find(f"{A}{kind}") is not None for kind in FILLS):
        return filled(said, palette.colors, palette.mapped)
    if reference is None or reference.get("idx", "0") == "0":
        return ""
    return next((color_of(element, palette.colors, palette.mapped) for element in reference), "")


def _width(line: ET.Element | None, reference: ET.Element | None, theme: ET.Element | None) -> float:
    if line is not None and (said := line.get("w")):
        return float(said)
    number = int(reference.get("idx", "0")) if reference is not None else 0
    lines = theme.findall(f".//{A}lnStyleLst/{A}ln") if theme is not None else []
    return float(lines[number - 1].get("w", USUAL_LINE)) if 0 < number <= len(lines) else USUAL_LINE
