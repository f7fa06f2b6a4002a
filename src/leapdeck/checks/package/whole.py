"""Rules for the package as a whole: names, content types, relationships, ids across parts (ECMA-376, part 2, and 19.7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from leapdeck.checks.opened import P14, PRESENTATION, TYPES, Opened, P, R

NEEDED = {
    "slides": ("slideLayout",),
    "slideLayouts": ("slideMaster",),
    "slideMasters": ("theme",),
    "notesMasters": ("theme",),
    "handoutMasters": ("theme",),
    "notesSlides": ("notesMaster", "slide"),
}
"""The relationships that a part of a folder has exactly one of."""
_NO_URI = re.compile(r'[\s<>"{}|\\^`]')
SIGNATURES = {".png": (0, b"\x89PNG"), ".jpg": (0, b"\xff\xd8"), ".fntdata": (34, b"LP")}
"""What files of a suffix hold at an offset; an embedded font is wrapped as EOT, with its magic number there."""


def twice(values: Iterable[str | None]) -> list[str]:
    """The values that stand there more than once."""
    return [value or "" for value, count in Counter(values).items() if count > 1]


def names(package: Opened) -> Iterator[str]:
    """Each name once, whatever its case."""
    yield from (f"{name} is in the file twice" for name in twice(name.lower() for name in package.names))


def content_types(package: Opened) -> Iterator[str]:
    """Each part has a type of its own, each type a part."""
    if TYPES not in package.parts:
        yield "there is no list of content types"
        return
    rows = list(ET.fromstring(package.parts[TYPES]))  # noqa: S314  # our own file
    defaults = {row.get("Extension", "").lower(): row.get("ContentType", "") for row in rows if row.tag.endswith("Default")}
    overrides = {row.get("PartName", "")[1:]: row.get("ContentType", "") for row in rows if row.tag.endswith("Override")}
    for name in package.parts:
        kind = overrides.get(name) or defaults.get(name.rpartition(".")[2].lower(), "")
        if name != TYPES and (not kind or (kind == "application/xml" and name.startswith("ppt/"))):
            yield f"{name} has no content type"
    yield from (f"{name} has a content type and isn't there" for name in overrides if name not in package.parts)


def well_formed(package: Opened) -> Iterator[str]:
    """Each part can be parsed."""
    yield from (f"{name} isn't well-formed" for name in package.malformed)


def targets(package: Opened) -> Iterator[str]:
    """Each relationship leads to a part that is there, or to an address that is one."""
    for part, relations in package.relations.items():
        for relation in relations.values():
            if relation.external and (not relation.target or _NO_URI.search(relation.target)):
                yield f"{part} links to {relation.target!r}, which is no address"
            elif not relation.external and relation.target not in package.parts:
                yield f"{part} needs {relation.target}, which isn't there"


def orphans(package: Opened) -> Iterator[str]:
    """Each part can be reached."""
    known = (*package.relations, TYPES)
    yield from (f"nothing leads to {name}" for name in package.parts if name not in known and not name.endswith(".rels"))


def declared(package: Opened) -> Iterator[str]:
    """Each id that a part uses is one of its relationships."""
    for name, tree in package.trees.items():
        known = package.relations[name]
        for element in tree.iter():
            yield from (
                f"{name} uses {value}, which isn't declared"
                for key, value in element.attrib.items()
                if key.startswith(R) and value not in known
            )


def needed(package: Opened) -> Iterator[str]:
    """A slide has one layout, a layout one master, and so on."""
    for folder, kinds in NEEDED.items():
        for name, _ in package.under(folder):
            yield from (
                f"{name} has {count} relationships {kind} instead of one"
                for kind in kinds
                if (count := len(package.related(name, kind))) != 1
            )


def slides_listed(package: Opened) -> Iterator[str]:
    """Each slide is listed once, under an id of its own, in exactly one section."""
    tree = package.trees.get(PRESENTATION)
    if tree is None:
        yield "there is no presentation"
        return
    rows = tree.findall(f"{P}sldIdLst/{P}sldId")
    ids = [row.get("id", "") for row in rows]
    yield from (f"two slides have the id {id}" for id in twice(ids))
    relations = package.relations[PRESENTATION]
    shown = {relations[id].target for row in rows if (id := row.get(f"{R}id", "")) in relations}
    yield from (f"{name} isn't listed" for name, _ in package.under("slides") if name not in shown)
    sections = [row.get("id", "") for row in tree.iter(f"{P14}sldId")]
    if sections and sorted(sections) != sorted(ids):
        yield "the sections don't hold every slide exactly once"


def masters(package: Opened) -> Iterator[str]:
    """Ids of masters and layouts differ, layouts are listed by their master, no two masters share a theme."""
    tree = package.trees.get(PRESENTATION)
    ids = [row.get("id") for row in tree.iter(f"{P}sldMasterId")] if tree is not None else []
    for name, master in package.under("slideMasters"):
        rows = list(master.iter(f"{P}sldLayoutId"))
        ids += [row.get("id") for row in rows]
        relations = package.relations[name]
        shown = {relations[id].target for row in rows if (id := row.get(f"{R}id", "")) in relations}
        yield from (f"{name} doesn't list {layout}" for layout in package.related(name, "slideLayout") if layout not in shown)
    yield from (f"the id {id} is given twice to masters or layouts" for id in twice(ids))
    themes = [theme for name in package.trees if "Masters/" in name for theme in package.related(name, "theme")]
    yield from (f"two masters share {theme}" for theme in twice(themes))


def contents(package: Opened) -> Iterator[str]:
    """Pictures and fonts are what their names say."""
    for name, data in package.parts.items():
        for suffix, (offset, signature) in SIGNATURES.items():
            if name.endswith(suffix) and data[offset : offset + len(signature)] != signature:
                yield f"{name} doesn't hold what its name says"


def left_overs(package: Opened) -> Iterator[str]:
    """No thumbnail, no printer's settings, nothing that a tool wrote of itself."""
    for name in package.parts:
        if "thumbnail" in name or "printerSettings" in name:
            yield f"{name} is a left-over"
    for name in ("docProps/core.xml", "docProps/app.xml"):
        if any(word in package.parts.get(name, b"") for word in (b"python-pptx", b"Steve Canny")):
            yield f"{name} names a tool"
