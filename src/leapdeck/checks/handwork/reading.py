"""Reading a deck back: what a person sees on its slides, whoever saved it last."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape
from xml.etree import ElementTree as ET

from leapdeck.checks.handwork.held import Box, Held, Page, Thing, alike, digest
from leapdeck.checks.handwork.looks import colors, framing, lettering, links, paint
from leapdeck.checks.handwork.motion import animated, comes_in, comments_of
from leapdeck.checks.handwork.shapes import SHAPES, box_of, mark_of, parsed, target_of, text_of, title_of, type_of
from leapdeck.checks.handwork.whole import whole
from leapdeck.checks.opened import PRESENTATION, A, C, Opened, P, R, Relations, relations_of

_NAMED = re.compile(rb'<p:cSld\b[^>]*?\bname="([^"]*)"')


def held_by(package: Opened) -> Held:
    """What a finished deck holds; LookupError where parts of it are missing."""
    relations = package.relations[PRESENTATION]
    rows = package.trees[PRESENTATION].findall(f"{P}sldIdLst/{P}sldId")
    return held(package.parts, [(relations[row.get(f"{R}id", "")].target, row.get("id", "")) for row in rows])


def held(parts: Mapping[str, bytes], slides: Iterable[tuple[str, str]]) -> Held:
    """What the parts of a deck hold; `slides` are its slides in order, the part and the id of each."""
    reader = _Reader(parts)
    return Held(tuple(reader.page(part, id) for part, id in slides), whole(parts))


class _Reader:
    """Reads the parts of a deck; what several slides use, once."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._pictures: dict[str, str] = {}

    def page(self, part: str, id: str) -> Page:
        """A slide."""
        tree, relations = self._tree(part), relations_of(self._parts, part)
        layout = target_of(relations, "slideLayout")
        things = tuple(self._thing(shape, relations, layout) for shape in tree.iter() if shape.tag in SHAPES)
        ground = (color for part in tree.iter(f"{P}bg") for color in paint(part))
        bare = ("no forms of the master",) if tree.get("showMasterSp") in ("0", "false") else ()
        return Page(
            id,
            title_of(tree),
            things,
            self._notes(target_of(relations, "notesSlide")),
            digest(self._name_of(layout), *ground, *bare),
            tree.get("show") in ("0", "false"),
            comes_in(tree),
            digest(*animated(tree)),
            comments_of(self._parts, relations),
        )

    def _tree(self, part: str) -> ET.Element:
        return parsed(self._parts[part])

    def _name_of(self, layout: str) -> str:
        found = _NAMED.search(self._parts.get(layout, b""))
        return unescape(found[1].decode("utf-8", "replace")) if found else ""

    def _place(self, layout: str, mark: str) -> Box:
        """Where a layout has the placeholder of that mark."""
        return _places(self._parts[layout]).get(mark, ()) if layout in self._parts else ()

    def _notes(self, part: str) -> str:
        return _notes(self._parts[part]) if part in self._parts else ""

    def _thing(self, shape: ET.Element, relations: Relations, layout: str) -> Thing:
        kind, box, mark = SHAPES[shape.tag], box_of(shape), mark_of(shape)
        text = text_of(shape) if kind == "text" else ""
        drawn: tuple[str, ...] = ()
        if kind == "object":
            kind, text = self._object(shape, relations)
            drawn = self._drawn(shape, relations)
        if box and mark and alike(box, self._place(layout, mark)):
            box = ()
        if box and kind == "table":
            box = (*box[:3], 0.0, *box[4:])  # a table is as high as its text needs, and each program measures that anew
        named = shape.find(f"*/{P}cNvPr")
        name, alt = (named.get("name", ""), named.get("descr", "")) if named is not None else ("", "")
        picture = self._picture(shape, relations) if kind == "picture" else ""
        if kind == "group":
            return Thing(kind, name, text, box, picture, alt=digest(alt))
        look = digest(*lettering(shape), *paint(shape), *framing(shape), *drawn)
        return Thing(kind, name, text, box, picture, look, digest(alt), digest(*links(shape, relations)))

    def _object(self, shape: ET.Element, relations: Relations) -> tuple[str, str]:
        """A table with its cells, or a chart with its words and numbers."""
        if (table := shape.find(f".//{A}tbl")) is not None:
            return "table", "\n".join("\t".join(text_of(cell) for cell in row.iterfind(f"{A}tc")) for row in table.iter(f"{A}tr"))
        if (chart := shape.find(f".//{C}chart")) is None:
            return "object", ""
        part = relations[chart.get(f"{R}id", "")].target
        said = (element.text or "" for element in self._tree(part).iter() if element.tag in (f"{A}t", f"{C}v"))
        return "chart", "\n".join(_number(value) for value in said)

    def _drawn(self, shape: ET.Element, relations: Relations) -> tuple[str, ...]:
        """How a chart is drawn: its kind, which way its bars go, the colors of its rows."""
        chart = shape.find(f".//{C}chart")
        if chart is None:
            return ()
        tree = self._tree(relations[chart.get(f"{R}id", "")].target)
        kinds = (f"{part.tag.rpartition('}')[2]} {_way(part)}" for part in tree.iterfind(f".//{C}plotArea/*") if part.tag.endswith("Chart"))
        rows = (color for row in tree.iter(f"{C}ser") for part in row.iterfind(f"{C}spPr") for color in colors(part))
        return (*kinds, *rows)

    def _picture(self, shape: ET.Element, relations: Relations) -> str:
        blip = shape.find(f".//{A}blip")
        found = relations.get(blip.get(f"{R}embed", "")) if blip is not None else None
        if found is None or found.target not in self._parts:
            return ""
        if found.target not in self._pictures:
            self._pictures[found.target] = hashlib.sha256(self._parts[found.target]).hexdigest()[:12]
        return self._pictures[found.target]


@lru_cache(128)  # clients' decks have layouts and notes in common
def _places(layout: bytes) -> dict[str, Box]:
    return {mark_of(shape): box_of(shape) for shape in parsed(layout).iter(f"{P}sp")}


@lru_cache(512)
def _notes(xml: bytes) -> str:
    bodies = (shape for shape in parsed(xml).iter(f"{P}sp") if type_of(shape) == "body")
    return digest(*(text_of(body).strip() for body in bodies))


def _way(chart: ET.Element) -> str:
    """Whether bars lie or stand."""
    way = chart.find(f"{C}barDir")
    return way.get("val", "") if way is not None else ""


def _number(value: str) -> str:
    """A number as it counts, however many noughts a program writes behind its point."""
    try:
        return f"{float(value):.10g}"
    except ValueError:
        return value
