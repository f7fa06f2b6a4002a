"""A package in the making: parts with their relationships, written into a zip that is the same for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

from leapdeck.powerpoint.markup import HEAD, attribute

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = f"{RELATIONS}/metadata/core-properties"
STORED = (".png", ".jpg", ".xlsx")
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"
CONTENT = {
    "presentation": f"{_PRESENTATION}.presentation.main+xml",
    "slideMaster": f"{_PRESENTATION}.slideMaster+xml",
    "slideLayout": f"{_PRESENTATION}.slideLayout+xml",
    "slide": f"{_PRESENTATION}.slide+xml",
    "notesMaster": f"{_PRESENTATION}.notesMaster+xml",
    "notesSlide": f"{_PRESENTATION}.notesSlide+xml",
    "handoutMaster": f"{_PRESENTATION}.handoutMaster+xml",
    "presProps": f"{_PRESENTATION}.presProps+xml",
    "viewProps": f"{_PRESENTATION}.viewProps+xml",
    "tableStyles": f"{_PRESENTATION}.tableStyles+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
"""What a part is → its content type (ECMA-376, part 1, 13.3)."""

DEFAULTS = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


class Relation(Struct, frozen=True):
    """One relationship: what it is, where it leads; `external` ones leave the package."""

    kind: str
    target: str
    external: bool = False


class Relations:
    """The relationships of one part; the same target twice is one relationship."""

    def __init__(self) -> None:
        """Begin with none."""
        self._ids: dict[Relation, str] = {}
        self._last = 0

    @classmethod
    def of(cls, xml: bytes) -> Relations:
        """The relationships of a .rels file that another program wrote."""
        made = cls()
        for row in ET.fromstring(xml):  # noqa: S314  # its package was looked at
            relation = Relation(row.get("Type", ""), row.get("Target", ""), row.get("TargetMode") == "External")
            made._ids[relation] = row.get("Id", "")  # one of our own
        return made

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship to a target, made where there is none yet."""
        relation = Relation(kind if "/" in kind else f"{OFFICE}/{kind}", target, external)
        if relation not in self._ids:
            self._ids[relation] = self._free()
        return self._ids[relation]

    def _free(self) -> str:
        taken = self._ids.values() if self._last < len(self._ids) else ()
        self._last += 1
        while f"rId{self._last}" in taken:
            self._last += 1
        return f"rId{self._last}"

    def xml(self) -> str:
        """The part's .rels file, "" where it has none."""
        rows = "".join(
            f'<Relationship Id="{id}" Type="{r.kind}" Target={attribute(r.target)}{_EXTERNAL if r.external else ""}/>'
            for r, id in self._ids.items()
        )
        return f'{HEAD}<Relationships xmlns="{RELATIONS}">{rows}</Relationships>' if rows else ""


_EXTERNAL = ' TargetMode="External"'


class Package:
    """The parts of a package, in the order in which they were added."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}

    def add(self, path: str, content: str | bytes, kind: str = "", relations: Relations | None = None) -> None:
        """Add a part ("ppt/slides/slide1.xml"); `kind` names its content type where its suffix doesn't."""
        self._parts[path] = content.encode() if isinstance(content, str) else content
        if kind:
            self._types[path] = CONTENT[kind]
        if relations and (xml := relations.xml()):
            folder, _, name = path.rpartition("/")
            self._parts[f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"] = xml.encode()

    def take_over(self, path: str, data: bytes, type: str) -> None:
        """Add a part that another program wrote, with the content type that it gave it."""
        self._parts[path] = data
        if type:
            self._types[path] = type

    def open_with(self, relations: Relations) -> None:
        """Say where a reader begins: the package's own relationships."""
        self._parts["_rels/.rels"] = relations.xml().encode()

    @property
    def parts(self) -> Mapping[str, bytes]:
        """The parts so far, by path."""
        return self._parts

    def __contains__(self, path: str) -> bool:
        """Whether a part is there already."""
        return path in self._parts

    def bytes(self) -> bytes:
        """The zip: content types first, properties last, no dates, no names of systems."""
        last = sorted((path for path in self._parts), key=lambda path: path.startswith("docProps/"))
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as file:
            for path in ("[Content_Types].xml", *last):
                data = self._parts.get(path) or self._content_types().encode()
                info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
                info.create_system = 0
                info.compress_type = zipfile.ZIP_STORED if path.endswith(STORED) else zipfile.ZIP_DEFLATED
                file.writestr(info, data, compresslevel=6)
        return buffer.getvalue()

    def _content_types(self) -> str:
        used = {path.rpartition(".")[2] for path in self._parts}
        defaults = "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in DEFAULTS.items() if suffix in used)
        overrides = "".join(f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in self._types.items())
        return f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{overrides}</Types>'
