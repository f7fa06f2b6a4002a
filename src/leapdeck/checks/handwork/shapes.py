"""What any program's XML says of a shape: its kind, its place, its placeholder, its text."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from leapdeck.checks.handwork.held import Box
from leapdeck.checks.opened import A, P, Relations
from leapdeck.units import points

SHAPES = {f"{P}sp": "text", f"{P}pic": "picture", f"{P}graphicFrame": "object", f"{P}cxnSp": "line", f"{P}grpSp": "group"}
_FORMS = (f"{P}spPr/{A}xfrm", f"{P}xfrm", f"{P}grpSpPr/{A}xfrm")
_TURN = 60_000
"""A degree (ECMA-376, 20.1.10.3)."""


def parsed(xml: bytes) -> ET.Element:
    """A part's tree."""
    return ET.fromstring(xml)  # noqa: S314  # ours, or the user's own deck; expat itself stops runaway entities


def target_of(relations: Relations, kind: str) -> str:
    """The part that a part leads to by a kind of relationship; "" where it leads to none."""
    return next((relation.target for relation in relations.values() if relation.kind == kind), "")


def _placeholder(shape: ET.Element) -> ET.Element | None:
    return shape.find(f"*/{P}nvPr/{P}ph")


def mark_of(shape: ET.Element) -> str:
    """What tells a placeholder from the others of its layout; "" for what is none."""
    place = _placeholder(shape)
    return place.get("idx", place.get("type", "obj")) if place is not None else ""


def type_of(shape: ET.Element) -> str:
    """What a placeholder is for; "" for what is none."""
    place = _placeholder(shape)
    return place.get("type", "obj") if place is not None else ""


def box_of(shape: ET.Element) -> Box:
    """Where a shape says that it stands."""
    form = next((found for path in _FORMS if (found := shape.find(path)) is not None), None)
    start, size = (form.find(f"{A}off"), form.find(f"{A}ext")) if form is not None else (None, None)
    if form is None or start is None or size is None:
        return ()
    lengths = (start.get("x", "0"), start.get("y", "0"), size.get("cx", "0"), size.get("cy", "0"))
    return (*(round(points(int(length)), 2) for length in lengths), round(int(form.get("rot", "0")) / _TURN, 1))


def text_of(element: ET.Element) -> str:
    """The paragraphs of a text, a line for each."""
    return "\n".join("".join(_pieces(paragraph)) for paragraph in element.iter(f"{A}p"))


def _pieces(paragraph: ET.Element) -> Iterator[str]:
    """A paragraph's texts; a field is told by its type, as programs fill in its text anew."""
    for piece in paragraph:
        if piece.tag == f"{A}r":
            yield piece.findtext(f"{A}t") or ""
        elif piece.tag == f"{A}br":
            yield "\v"
        elif piece.tag == f"{A}fld":
            yield f"‹{piece.get('type', '')}›"


def title_of(tree: ET.Element) -> str:
    """A slide's title on one line."""
    titles = (text_of(shape) for shape in tree.iter(f"{P}sp") if type_of(shape) in ("title", "ctrTitle"))
    return " ".join(next(titles, "").split())
