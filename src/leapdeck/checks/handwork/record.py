"""The record that a deck carries of itself: a part of custom XML, which PowerPoint keeps and shows to nobody.

Texts of slides stand in it as they stand on the slides, so that a change can be told in words; of everything else, notes above
all, it holds digests. File › Info › Inspect Document takes it out.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from msgspec.structs import asdict

from leapdeck.checks.handwork.held import Held, Page, Thing, Whole
from leapdeck.checks.opened import PRESENTATION, Opened

SPACE = "urn:leapdeck:built:3"
"""Names the record and its version; a deck of another version tells nothing."""
_N = f"{{{SPACE}}}"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def written(held: Held) -> bytes:
    """The record of what a deck holds, as XML."""
    root = ET.Element("built", {"xmlns": SPACE, **_filled(asdict(held.whole))})
    for page in held.pages:
        said = {"id": page.id, "title": page.title, "notes": page.notes, "look": page.look, "hidden": "1" if page.hidden else ""}
        said |= {"comes-in": "1" if page.comes_in else "", "effects": page.effects, "comments": str(page.comments or "")}
        row = ET.SubElement(root, "slide", _filled(said))
        for thing in page.things:
            box = " ".join(f"{length:g}" for length in thing.box)
            looks = {"kind": thing.kind, "name": thing.name, "box": box, "picture": thing.picture, "look": thing.look}
            looks |= {"alt": thing.alt, "links": thing.links}
            ET.SubElement(row, "thing", _filled(looks)).text = thing.text.replace("\v", "\u2028")
    xml: bytes = ET.tostring(root, encoding="utf-8")
    return _HEAD + xml


def recorded(package: Opened) -> Held | None:
    """What a deck's record says was built; None where it has none."""
    for part in package.related(PRESENTATION, "customXml"):
        tree = package.trees.get(part)
        if tree is not None and tree.tag == f"{_N}built":
            return Held(
                tuple(_page(row) for row in tree.iterfind(f"{_N}slide")),
                Whole(**{name: tree.get(name, "") for name in Whole.__struct_fields__}),
            )
    return None


def _filled(values: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}


def _page(row: ET.Element) -> Page:
    get = row.get
    things = tuple(_thing(thing) for thing in row.iterfind(f"{_N}thing"))
    hidden, comes_in = bool(get("hidden")), bool(get("comes-in"))
    shown = (get("notes", ""), get("look", ""), hidden, comes_in, get("effects", ""), int(get("comments", "0")))
    return Page(get("id", ""), get("title", ""), things, *shown)


def _thing(row: ET.Element) -> Thing:
    get = row.get
    box = tuple(float(length) for length in get("box", "").split())
    text = (row.text or "").replace("\u2028", "\v")
    return Thing(get("kind", ""), get("name", ""), text, box, get("picture", ""), get("look", ""), get("alt", ""), get("links", ""))
