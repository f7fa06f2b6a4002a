"""What a template's forms are painted with: what they say themselves, or else the style of the theme that they refer to."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from msgspec import Struct

from leapdeck.brand.color import hexadecimal, rgb
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
    alpha = _opacity(source) if source is not None and fill else 1.0
    return Paints(fill, stroke, _width(line, reference, theme) / EMU_PER_POINT / palette.scale, alpha)


def _opacity(filling: ET.Element) -> float:
    """How opaque a fill is; a gradient, in the middle."""
    stops = [filling.find(f"{A}solidFill"), *filling.iterfind(f"{A}gradFill/{A}gsLst/{A}gs")]
    found = [stop.find(f"*/{A}alpha") for stop in stops if stop is not None]
    shares = [int(share.get("val", "100000")) / 100_000 if share is not None else 1.0 for share in found]
    return sum(shares) / len(shares) if shares else 1.0


def _color(said: ET.Element | None, reference: ET.Element | None, palette: Palette) -> str:
    if said is not None and any(said.find(f"{A}{kind}") is not None for kind in FILLS):
        return _between(said, palette) or filled(said, palette.colors, palette.mapped)
    if reference is None or reference.get("idx", "0") == "0":
        return ""
    return next((color_of(element, palette.colors, palette.mapped) for element in reference), "")


def _between(said: ET.Element, palette: Palette) -> str:
    """The color in the middle of a gradient; "" where there is none."""
    stops = [color_of(color, palette.colors, palette.mapped) for stop in said.iterfind(f"{A}gradFill/{A}gsLst/{A}gs") for color in stop]
    values = [rgb(stop) for stop in stops if stop]
    return hexadecimal((*(sum(parts) / len(values) for parts in zip(*values, strict=True)),)) if values else ""


def _width(line: ET.Element | None, reference: ET.Element | None, theme: ET.Element | None) -> float:
    if line is not None and (said := line.get("w")):
        return float(said)
    number = int(reference.get("idx", "0")) if reference is not None else 0
    lines = theme.findall(f".//{A}lnStyleLst/{A}ln") if theme is not None else []
    return float(lines[number - 1].get("w", USUAL_LINE)) if 0 < number <= len(lines) else USUAL_LINE
