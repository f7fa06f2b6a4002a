"""Reading a deck back: what a person sees on its slides, whoever saved it last."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from xml.etree import ElementTree as ET

from leapdeck.checks.handwork.held import Box, Held, Page, Thing, alike, digest
from leapdeck.checks.handwork.looks import colors, framing, lettering, paint
from leapdeck.checks.opened import P14, PRESENTATION, A, C, Opened, P, R, Relations, relations_of
from leapdeck.units import points

SHAPES = {f"{P}sp": "text", f"{P}pic": "picture", f"{P}graphicFrame": "object", f"{P}cxnSp": "line", f"{P}grpSp": "group"}
_FORMS = (f"{P}spPr/{A}xfrm", f"{P}xfrm", f"{P}grpSpPr/{A}xfrm")
_NAMED = re.compile(rb'<p:cSld\b[^>]*?\bname="([^"]*)"')
_DESIGNED = re.compile(r"ppt/slide(?:Master|Layout)s/[^/]+\.xml")
_TRANSITIONS = (f"{P}transition", f"{P14}transition")
_TURN = 60_000
"""A degree (ECMA-376, 20.1.10.3)."""


def held_by(package: Opened) -> Held:
    """What a finished deck holds; LookupError where parts of it are missing."""
    relations = package.relations[PRESENTATION]
    rows = package.trees[PRESENTATION].findall(f"{P}sldIdLst/{P}sldId")
    return held(package.parts, [(relations[row.get(f"{R}id", "")].target, row.get("id", "")) for row in rows])


def held(parts: Mapping[str, bytes], slides: Iterable[tuple[str, str]]) -> Held:
    """What the parts of a deck hold; `slides` are its slides in order, the part and the id of each."""
    reader = _Reader(parts)
    return Held(tuple(reader.page(part, id) for part, id in slides), reader.theme())


class _Reader:
    """Reads the parts of a deck; what several slides use, once."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._pictures: dict[str, str] = {}

    def page(self, part: str, id: str) -> Page:
        """A slide."""
        tree, relations = self._tree(part), relations_of(self._parts, part)
        layout = _target(relations, "slideLayout")
        things = tuple(self._thing(shape, relations, layout) for shape in tree.iter() if shape.tag in SHAPES)
        look = digest(self._name_of(layout), *(color for ground in tree.iter(f"{P}bg") for color in paint(ground)), *_shown(tree))
        notes = self._notes(_target(relations, "notesSlide"))
        return Page(id, _title(tree), things, notes, look, tree.get("show") in ("0", "false"))

    def theme(self) -> str:
        """A digest of the first master's theme and of all masters and layouts, in whatever order they lie."""
        designs = sorted(_design(part) for name, part in self._parts.items() if _DESIGNED.fullmatch(name))
        return digest(self._colors_and_fonts(), *designs)

    def _colors_and_fonts(self) -> str:
        master = min((name for name in self._parts if name.startswith("ppt/slideMasters/slideMaster")), default="")
        part = _target(relations_of(self._parts, master), "theme")
        if part not in self._parts:
            return ""
        tree = self._tree(part)
        colors = (color.get("lastClr", color.get("val", "")) for color in tree.iterfind(f"{A}themeElements/{A}clrScheme/*/*"))
        fonts = (font.get("typeface", "") for font in tree.iterfind(f"{A}themeElements/{A}fontScheme/*/{A}latin"))
        return digest(*colors, *fonts)

    def _tree(self, part: str) -> ET.Element:
        return _parsed(self._parts[part])

    def _name_of(self, layout: str) -> str:
        found = _NAMED.search(self._parts.get(layout, b""))
        return unescape(found[1].decode("utf-8", "replace")) if found else ""

    def _place(self, layout: str, mark: str) -> Box:
        """Where a layout has the placeholder of that mark."""
        return _places(self._parts[layout]).get(mark, ()) if layout in self._parts else ()

    def _notes(self, part: str) -> str:
        return _notes(self._parts[part]) if part in self._parts else ""

    def _thing(self, shape: ET.Element, relations: Relations, layout: str) -> Thing:
        kind, box, mark = SHAPES[shape.tag], _box(shape), _mark(shape)
        text = _text(shape) if kind == "text" else ""
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
        look = digest(alt, *lettering(shape, relations), *paint(shape), *framing(shape, relations), *drawn) if kind != "group" else ""
        return Thing(kind, name, text, box, self._picture(shape, relations) if kind == "picture" else "", look)

    def _object(self, shape: ET.Element, relations: Relations) -> tuple[str, str]:
        """A table with its cells, or a chart with its words and numbers."""
        if (table := shape.find(f".//{A}tbl")) is not None:
            return "table", "\n".join("\t".join(_text(cell) for cell in row.iterfind(f"{A}tc")) for row in table.iter(f"{A}tr"))
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


def _parsed(xml: bytes) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314  # ours, or the user's own deck; expat itself stops runaway entities


@lru_cache(128)  # clients' decks have layouts and notes in common
def _places(layout: bytes) -> dict[str, Box]:
    return {_mark(shape): _box(shape) for shape in _parsed(layout).iter(f"{P}sp")}


@lru_cache(128)
def _design(xml: bytes) -> str:
    """A digest of a master or a layout: its forms, their places to whole points, and how its text is set."""
    tree = _parsed(xml)
    forms = (shape for shape in tree.iter() if shape.tag in SHAPES and shape.tag != f"{P}grpSp")
    stands = (f"{_mark(shape)} {_text(shape)} {[round(length) for length in _box(shape)]}" for shape in forms)
    sizes = (f"{text.get('sz')} {text.get('b')}" for text in tree.iter(f"{A}defRPr"))
    painted = (color for shape in tree.iter() if shape.tag in SHAPES for color in paint(shape))
    return digest(*stands, *painted, *lettering(tree, {}), *sizes)


@lru_cache(512)
def _notes(xml: bytes) -> str:
    bodies = (shape for shape in _parsed(xml).iter(f"{P}sp") if _type(shape) == "body")
    return digest(*(_text(body).strip() for body in bodies))


def _target(relations: Relations, kind: str) -> str:
    return next((relation.target for relation in relations.values() if relation.kind == kind), "")


def _placeholder(shape: ET.Element) -> ET.Element | None:
    return shape.find(f"*/{P}nvPr/{P}ph")


def _mark(shape: ET.Element) -> str:
    """What tells a placeholder from the others of its layout; "" for what is none."""
    place = _placeholder(shape)
    return place.get("idx", place.get("type", "obj")) if place is not None else ""


def _type(shape: ET.Element) -> str:
    place = _placeholder(shape)
    return place.get("type", "obj") if place is not None else ""


def _box(shape: ET.Element) -> Box:
    """Where a shape says that it stands."""
    form = next((found for path in _FORMS if (found := shape.find(path)) is not None), None)
    start, size = (form.find(f"{A}off"), form.find(f"{A}ext")) if form is not None else (None, None)
    if form is None or start is None or size is None:
        return ()
    lengths = (start.get("x", "0"), start.get("y", "0"), size.get("cx", "0"), size.get("cy", "0"))
    return (*(round(points(int(length)), 2) for length in lengths), round(int(form.get("rot", "0")) / _TURN, 1))


def _text(element: ET.Element) -> str:
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


def _title(tree: ET.Element) -> str:
    titles = (_text(shape) for shape in tree.iter(f"{P}sp") if _type(shape) in ("title", "ctrTitle"))
    return " ".join(next(titles, "").split())


def _shown(tree: ET.Element) -> Iterator[str]:
    """What else a slide shows: whether its master's forms stand on it, and what moves."""
    if tree.get("showMasterSp") in ("0", "false"):
        yield "no forms of the master"
    yield from _motion(tree)


def _way(chart: ET.Element) -> str:
    """Whether bars lie or stand."""
    way = chart.find(f"{C}barDir")
    return way.get("val", "") if way is not None else ""


def _motion(tree: ET.Element) -> Iterator[str]:
    """What moves on a slide: whether it comes in with an effect, and the effects on it in order."""
    if any(part.tag in _TRANSITIONS for part in tree.iter()):
        yield "transition"
    yield from (f"effect {part.get('presetClass')} {part.get('presetID')}" for part in tree.iter(f"{P}cTn") if part.get("presetClass"))


def _number(value: str) -> str:
    """A number as it counts, however many noughts a program writes behind its point."""
    try:
        return f"{float(value):.10g}"
    except ValueError:
        return value
