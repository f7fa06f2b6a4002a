"""What moves on a slide, and what people remarked on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from leapdeck.checks.handwork.shapes import SHAPES, parsed
from leapdeck.checks.opened import P14, P, Relations

_TRANSITIONS = (f"{P}transition", f"{P14}transition")
_REMARKS = ("cm", "reply")


def comes_in(tree: ET.Element) -> bool:
    """Whether a slide comes in with a transition."""
    return any(part.tag in _TRANSITIONS for part in tree.iter())


def animated(tree: ET.Element) -> Iterator[str]:
    """The effects of a slide in order, and what each shows; programs number shapes as they like, so by kind."""
    timing = tree.find(f"{P}timing")
    if timing is None:
        return
    kinds = {named.get("id", ""): kind for shape, kind in _kinds(tree) if (named := shape.find(f"*/{P}cNvPr")) is not None}
    for effect in timing.iter(f"{P}cTn"):
        if effect.get("presetClass"):
            aim = next(effect.iter(f"{P}spTgt"), None)
            yield f"{effect.get('presetClass')} {effect.get('presetID')} {kinds.get(aim.get('spid', ''), '') if aim is not None else ''}"


def _kinds(tree: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    return ((shape, SHAPES[shape.tag]) for shape in tree.iter() if shape.tag in SHAPES)


def comments_of(parts: Mapping[str, bytes], relations: Relations) -> int:
    """How many comments a slide has, with their answers: those of old programs and those of new ones (MS-PPTX, 2.6)."""
    there = [parts[relation.target] for relation in relations.values() if relation.kind == "comments" and relation.target in parts]
    return sum(part.tag.rpartition("}")[2] in _REMARKS for data in there for part in parsed(data).iter())
