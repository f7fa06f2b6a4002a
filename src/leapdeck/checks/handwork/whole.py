"""What holds for a whole deck: its theme, its masters and layouts, its sections, its title."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from leapdeck.checks.handwork.held import Whole, digest
from leapdeck.checks.handwork.looks import lettering, paint
from leapdeck.checks.handwork.shapes import SHAPES, box_of, mark_of, parsed, target_of, text_of
from leapdeck.checks.opened import P14, PRESENTATION, A, P, relations_of

_MASTER = re.compile(r"ppt/slideMasters/[^/]+\.xml")
_LAYOUT = re.compile(r"ppt/slideLayouts/[^/]+\.xml")
_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def whole(parts: Mapping[str, bytes]) -> Whole:
    """What the parts of a deck hold beside its slides."""
    return Whole(_theme(parts), _designs(parts, _MASTER), _designs(parts, _LAYOUT), _sections(parts), _title(parts))


def _theme(parts: Mapping[str, bytes]) -> str:
    """The first master's theme."""
    master = min((name for name in parts if _MASTER.fullmatch(name)), default="")
    part = target_of(relations_of(parts, master), "theme")
    if part not in parts:
        return ""
    tree = parsed(parts[part])
    colors = (color.get("lastClr", color.get("val", "")) for color in tree.iterfind(f"{A}themeElements/{A}clrScheme/*/*"))
    fonts = (font.get("typeface", "") for font in tree.iterfind(f"{A}themeElements/{A}fontScheme/*/{A}latin"))
    return digest(*colors, *fonts)


def _designs(parts: Mapping[str, bytes], kind: re.Pattern[str]) -> str:
    """All masters or all layouts, in whatever order they lie."""
    return digest(*sorted(digest(_design(part), *_pictures(parts, name)) for name, part in parts.items() if kind.fullmatch(name)))


@lru_cache(128)  # clients' decks have their layouts in common
def _design(xml: bytes) -> str:
    """A master or a layout: its forms, their places to whole points, its ground, and how its text is set."""
    tree = parsed(xml)
    forms = (shape for shape in tree.iter() if shape.tag in SHAPES and shape.tag != f"{P}grpSp")
    stands = (f"{mark_of(shape)} {text_of(shape)} {[round(length) for length in box_of(shape)]}" for shape in forms)
    sizes = (f"{text.get('sz')} {text.get('b')}" for text in tree.iter(f"{A}defRPr"))
    return digest(*stands, *paint(tree), *lettering(tree), *sizes)


def _pictures(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """The pictures of a master or a layout by their bytes."""
    if b"<a:blip" in parts[name]:
        shown = {relation.target for relation in relations_of(parts, name).values() if relation.kind == "image"}
        yield from sorted(hashlib.sha256(parts[part]).hexdigest() for part in shown if part in parts)


def _sections(parts: Mapping[str, bytes]) -> str:
    """The names of PowerPoint's sections; which slides they hold is told by the slides."""
    return digest(*(section.get("name", "") for section in parsed(parts[PRESENTATION]).iter(f"{P14}section")))


def _title(parts: Mapping[str, bytes]) -> str:
    return digest((parsed(parts[_CORE]).findtext(_TITLE) or "").strip()) if _CORE in parts else ""
