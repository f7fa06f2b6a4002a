"""How things on a slide look, in words that stay the same however a program writes them down."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from xml.etree import ElementTree as ET

from leapdeck.checks.opened import A, P, R, Relations
from leapdeck.units import EMU_PER_POINT

EMPHASIS = ("b", "i", "u", "strike", "sz", "baseline")
PAINT = frozenset(f"{A}{name}" for name in ("schemeClr", "srgbClr", "prstGeom", "custGeom", "noFill", "gradFill", "pattFill", "blipFill"))
BULLETS = (f"{A}buNone", f"{A}buChar", f"{A}buAutoNum")
SPACES = (f"{A}lnSpc", f"{A}spcBef", f"{A}spcAft")
EDGES = ("l", "t", "r", "b")
_PAINTED = (f"{P}spPr", f"{A}tcPr", f"{P}bg")
_PLAIN = (None, "0", "false", "none", "noStrike")


def paint(element: ET.Element) -> Iterator[str]:
    """The forms, fills and colors of a shape, of a table's cells, of a background."""
    for tag in _PAINTED:
        for part in element.iter(tag):
            yield from colors(part)
    yield from (f"line {line.get('w')}" for line in element.iter(f"{A}ln") if line.get("w"))


def framing(element: ET.Element) -> Iterator[str]:
    """How much of a picture is cut off, how wide a table's columns are, where a text stands in its box."""
    for cut in element.iter(f"{A}srcRect"):
        yield from (f"cut {edge} {cut.get(edge)}" for edge in EDGES if cut.get(edge, "0") != "0")
    yield from (f"column {round(int(column.get('w', '0')) / EMU_PER_POINT)}" for column in element.iter(f"{A}gridCol"))
    yield from (f"anchor {body.get('anchor')}" for body in element.iter(f"{A}bodyPr") if body.get("anchor"))
    named = element.find(f"*/{P}cNvPr")
    if named is not None and named.get("hidden") in ("1", "true"):
        yield "hidden"


def links(element: ET.Element, relations: Relations) -> Iterator[str]:
    """Where clicks on a thing and on its words lead; neighbours that lead to one place are one."""
    named = element.find(f"*/{P}cNvPr")
    if named is not None and (address := _address(named, relations)):
        yield address
    runs = ((_address(run.find(f"{A}rPr"), relations), run.findtext(f"{A}t") or "") for run in element.iter(f"{A}r"))
    for address, words in groupby(runs, itemgetter(0)):
        if address:
            yield f"{address} {''.join(word for _, word in words)}"


def lettering(element: ET.Element) -> Iterator[str]:
    """How a text is set; neighbours that are set alike are one, as programs split and join runs as they like."""
    for paragraph in element.iter(f"{A}p"):
        yield _placed(paragraph.find(f"{A}pPr"))
        alike, length = "", 0
        for run in paragraph.iterfind(f"{A}r"):
            now = _letters(run.find(f"{A}rPr"))
            if now != alike:
                yield f"{length} {alike}"
                alike, length = now, 0
            length += len(run.findtext(f"{A}t") or "")
        yield f"{length} {alike}"


def _placed(properties: ET.Element | None) -> str:
    if properties is None:
        return "0"
    bullet = (f"{part.tag.rpartition('}')[2]} {part.get('char', '')}" for part in properties if part.tag in BULLETS)
    spaces = (f"{part.tag.rpartition('}')[2]} {size.get('val')}" for part in properties if part.tag in SPACES for size in part)
    return " ".join((properties.get("lvl", "0"), properties.get("algn", ""), *bullet, *spaces)).strip()


def _letters(properties: ET.Element | None) -> str:
    if properties is None:
        return ""
    said = [f"{key} {value}" for key in EMPHASIS if (value := properties.get(key)) not in _PLAIN]
    face = properties.find(f"{A}latin")
    if face is not None and not face.get("typeface", "+").startswith("+"):
        said.append(face.get("typeface", ""))
    return " ".join((*said, *colors(properties))).strip()


def _address(element: ET.Element | None, relations: Relations) -> str:
    """Where a click leads, outside of the deck: a jump's target is a part, which may be renamed."""
    link = element.find(f"{A}hlinkClick") if element is not None else None
    found = relations.get(link.get(f"{R}id", "")) if link is not None else None
    return found.target.rstrip("/") if found and found.external else ""


def colors(element: ET.Element) -> Iterator[str]:
    """The fills, forms and colors below an element."""
    for part in element.iter():
        if part.tag in PAINT and part.get("prst") != "rect":  # a form that none is named for is a rectangle
            yield f"{part.tag.rpartition('}')[2]} {part.get('val') or part.get('prst') or ''}"
