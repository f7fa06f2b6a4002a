"""The XML that all parts share: namespaces, escaping, colors, geometry."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape  # the same three characters as in XML; xml.sax.saxutils loads half of urllib

from msgspec import Struct

from leapdeck.brand.model import Shade
from leapdeck.brand.palette import TINTS
from leapdeck.brand.type import ROLES, TextRole
from leapdeck.scene import Geometry
from leapdeck.units import Rect, emu

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

_IN_QUOTES = str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})

SCHEME = {
    "ink": "dk1",
    "paper": "lt1",
    "primary": "dk2",
    "mist": "lt2",
    "accent": "accent2",
    "support": "accent3",
    "highlight": "accent4",
    "muted": "accent5",
    "line": "accent6",
    "on-dark": "lt1",
}
"""A role of the palette → the slot of the theme that holds it; accent1 holds primary once more, for charts."""

SHADES = {"soft": '<a:lumMod val="15000"/><a:lumOff val="85000"/>', "faint": '<a:lumMod val="30000"/><a:lumOff val="68000"/>'}
"""Roles without a slot of their own: primary, lightened as PowerPoint's own lighter shades are."""


class Ink(Struct, frozen=True):
    """What roles are in a deck: text roles by name, and the palette's roles that are other colors of the theme than in SCHEME."""

    roles: Mapping[str, TextRole]
    shades: Mapping[str, Shade]


OWN = Ink(ROLES, {})

PRESETS: dict[Geometry, str] = {
    "rect": "rect",
    "round": "roundRect",
    "ellipse": "ellipse",
    "chevron": "chevron",
    "diamond": "diamond",
    "triangle": "triangle",
}


def text(value: str) -> str:
    """Characters as XML text."""
    return escape(value, quote=False)


def attribute(value: str) -> str:
    """Characters as an attribute's value, with its quotes."""
    return f'"{text(value).translate(_IN_QUOTES)}"'


def color(role: str, alpha: float = 1.0, ink: Ink = OWN) -> str:
    """A role of the palette as a color of the theme; tints are the color laid over, with its share as opacity."""
    if role in ink.shades:
        return _shaded(ink.shades[role], alpha)
    if role in TINTS:
        over, _, share = TINTS[role]
        return color(over, alpha * share)
    inside = SHADES.get(role, "") + (f'<a:alpha val="{round(alpha * 100_000)}"/>' if alpha < 1 else "")
    slot = SCHEME.get(role, "dk2")
    return f'<a:schemeClr val="{slot}">{inside}</a:schemeClr>' if inside else f'<a:schemeClr val="{slot}"/>'


def _shaded(shade: Shade, alpha: float) -> str:
    parts = {"lumMod": shade.kept, "lumOff": shade.added, "alpha": shade.alpha * alpha}
    usual = {"lumMod": 1.0, "lumOff": 0.0, "alpha": 1.0}
    inside = "".join(f'<a:{name} val="{round(share * 100_000)}"/>' for name, share in parts.items() if share != usual[name])
    return f'<a:schemeClr val="{shade.slot}">{inside}</a:schemeClr>' if inside else f'<a:schemeClr val="{shade.slot}"/>'


def fill(role: str, alpha: float = 1.0, ink: Ink = OWN) -> str:
    """A filled ground, or none."""
    return f"<a:solidFill>{color(role, alpha, ink)}</a:solidFill>" if role else "<a:noFill/>"


def outline(role: str, width: float, alpha: float = 1.0, ink: Ink = OWN) -> str:
    """An outline of `width` points, or none."""
    return f'<a:ln w="{emu(width)}">{fill(role, alpha, ink)}</a:ln>' if role else "<a:ln><a:noFill/></a:ln>"


def transform(rect: Rect, tag: str = "a", *, flip: bool = False) -> str:
    """A rectangle as offset and extent."""
    flipped = ' flipV="1"' if flip else ""
    return f'<{tag}:xfrm{flipped}><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/><a:ext cx="{emu(rect.width)}" cy="{emu(abs(rect.height))}"/></{tag}:xfrm>'


def preset(geometry: Geometry) -> str:
    """A named form; pills are rounded all the way."""
    adjust = '<a:gd name="adj" fmla="val 50000"/>' if geometry == "round" else ""
    return f'<a:prstGeom prst="{PRESETS[geometry]}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'
