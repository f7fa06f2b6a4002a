"""How things on a slide look, in words that stay the same however a program writes them down."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from leapdeck.checks.opened import A, P, R, Relations

EMPHASIS = ("b", "i", "u", "strike", "sz", "baseline")
PAINT = frozenset(f"{A}{name}" for name in ("schemeClr", "srgbClr", "prstGeom", "custGeom", "noFill", "gradFill", "pattFill", "blipFill"))
_PAINTED = (f"{P}spPr", f"{A}tcPr", f"{P}bg")
_PLAIN = (None, "0", "false", "none", "noStrike")


def paint(element: ET.Element) -> Iterator[str]:
    """The forms, fills and colors of a shape, of a table's cells, of a background."""
    for tag in _PAINTED:
        for part in element.iter(tag):
            yield from _colors(part)


def lettering(element: ET.Element, relations: Relations) -> Iterator[str]:
    """How a text is set; neighbours that are set alike are one, as programs split and join runs as they like."""
    for paragraph in element.iter(f"{A}p"):
        yield _placed(paragraph.find(f"{A}pPr"))
        alike, length = "", 0
        for run in paragraph.iterfind(f"{A}r"):
            now = _letters(run.find(f"{A}rPr"), relations)
            if now != alike:
                yield f"{length} {alike}"
                alike, length = now, 0
            length += len(run.findtext(f"{A}t") or "")
        yield f"{length} {alike}"


def _placed(properties: ET.Element | None) -> str:
    if properties is None:
        return "0"
    return " ".join((properties.get("lvl", "0"), properties.get("algn", ""))).strip()


def _letters(properties: ET.Element | None, relations: Relations) -> str:
    if properties is None:
        return ""
    said = [f"{key} {value}" for key in EMPHASIS if (value := properties.get(key)) not in _PLAIN]
    link = properties.find(f"{A}hlinkClick")
    found = relations.get(link.get(f"{R}id", "")) if link is not None else None
    address = found.target.rstrip("/") if found and found.external else ""  # a jump's target is a part, which may be renamed
    return " ".join((*said, *_colors(properties), address)).strip()


def _colors(element: ET.Element) -> Iterator[str]:
    for part in element.iter():
        if part.tag in PAINT:
            yield f"{part.tag.rpartition('}')[2]} {part.get('val') or part.get('prst') or ''}"
