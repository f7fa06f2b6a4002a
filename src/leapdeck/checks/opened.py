"""A PowerPoint file taken apart: its parts, what each relates to, what can be reached from the root."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"


class Relation(Struct, frozen=True):
    """A relationship: the last word of its type, its target as a part's path or an address."""

    kind: str
    target: str
    external: bool


Relations = Mapping[str, Relation]


class Opened(Struct, frozen=True):
    """A package: all names of its zip (one may stand there twice), parts by path, and what was read of them.

    `relations` are by part ("" for the package's own) and id, `trees` those of the parts that can be reached and parsed,
    `malformed` those that can't be parsed.
    """

    names: tuple[str, ...]
    parts: dict[str, bytes]
    relations: dict[str, Relations]
    trees: dict[str, ET.Element]
    malformed: tuple[str, ...]

    def under(self, folder: str) -> Iterator[tuple[str, ET.Element]]:
        """The trees of the parts of a folder of ppt/ ("slides")."""
        start = f"ppt/{folder}/"
        return ((name, tree) for name, tree in self.trees.items() if name.startswith(start))

    def related(self, part: str, kind: str) -> list[str]:
        """The targets of a part's relationships of one kind."""
        return [relation.target for relation in self.relations.get(part, {}).values() if relation.kind == kind]


def open_package(data: bytes) -> Opened:
    """Take a file apart. zipfile.BadZipFile where it is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = tuple(name for name in file.namelist() if not name.endswith("/"))
        parts = {name: file.read(name) for name in dict.fromkeys(names)}
    relations = _walk(parts)
    trees: dict[str, ET.Element] = {}
    malformed: list[str] = []
    for name in relations:
        if name.endswith(".xml") and name in parts:
            try:
                trees[name] = ET.fromstring(parts[name])  # noqa: S314  # our own file, or one that the caller vouches for
            except (ET.ParseError, LookupError, ValueError):  # the latter two of an encoding that nobody knows
                malformed.append(name)
    return Opened(names, parts, relations, trees, tuple(malformed))


def _walk(parts: Mapping[str, bytes]) -> dict[str, Relations]:
    """The relationships of every part that can be reached from the root."""
    found: dict[str, Relations] = {}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found[part] = relations_of(parts, part)
            waiting += [relation.target for relation in found[part].values() if not relation.external]
    return found


def relations_of(parts: Mapping[str, bytes], part: str) -> Relations:
    """The relationships of a part, by their ids; none where it has none."""
    folder, name = posixpath.split(part)
    data = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data is None:
        return {}
    return {row.get("Id", ""): _relation(row, folder) for row in ET.fromstring(data)}  # noqa: S314  # see above


def _relation(row: ET.Element, folder: str) -> Relation:
    external = row.get("TargetMode") == "External"
    target = row.get("Target", "")
    if not external:
        target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(row.get("Type", "").rpartition("/")[2], target, external)
