"""A client's template without what isn't template: its slides and all that leads to them, comments, histories, left-overs.

python-pptx opens and saves it, and writes only parts that can be reached.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from msgspec import Struct

from leapdeck.checks.opened import P, R
from leapdeck.powerpoint.corporate.opening import BROKEN, Unfit

KEPT = ("slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font")
"""What a presentation may lead to in a template; the rest is its slides', its writers' or its printer's."""
LISTS = ("sldIdLst", "custShowLst", "photoAlbum", "custDataLst", "smartTags", "modifyVerifier", "extLst")
"""The elements of a presentation that list such things (ECMA-376, 19.2.1.26)."""
PLAIN = {
    "template.main+xml": "presentation.main+xml",
    "slideshow.main+xml": "presentation.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
"""What a template, a show or a file with macros says it is → a presentation; python-pptx opens no other."""
_TYPES = "[Content_Types].xml"


class Cleaned(Struct, frozen=True):
    """The parts of a cleaned template by path, their content types, and the path of its presentation."""

    parts: dict[str, bytes]
    types: dict[str, str]
    main: str


def cleaned(data: bytes) -> Cleaned:
    """A template's parts without slides; `data` was looked at by `open_template`. Unfit where python-pptx can't read it."""
    from lxml.etree import LxmlError  # it comes with python-pptx
    from pptx.exc import PythonPptxError

    try:
        return _cleaned(data)
    except (*BROKEN, LxmlError, PythonPptxError) as error:
        raise Unfit("is broken: a part of it can't be read") from error


def _cleaned(data: bytes) -> Cleaned:
    from pptx import Presentation

    presentation = Presentation(io.BytesIO(_as_presentation(data)))
    _drop_lists(presentation)
    _drop_relations(presentation)
    _drop_jumps(presentation)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return _taken_apart(buffer.getvalue(), str(presentation.part.partname)[1:])


def _as_presentation(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(buffer, "w") as file:
        for name in dict.fromkeys(given.namelist()):
            content = given.read(name)
            if name == _TYPES:
                text = content.decode("utf-8-sig")
                for other, plain in PLAIN.items():
                    text = text.replace(other, plain)
                content = text.encode()
            file.writestr(name, content)
    return buffer.getvalue()


def _drop_lists(presentation: Any) -> None:
    root = presentation.part._element  # noqa: SLF001  # python-pptx has no public way to its tree
    for name in LISTS:
        for element in root.findall(f"{P}{name}"):
            root.remove(element)


def _drop_relations(presentation: Any) -> None:
    package = presentation.part.package
    for holder, kept in ((presentation.part._rels, KEPT), (package._rels, ("officeDocument",))):  # noqa: SLF001  # nor to relations
        for id, relation in list(holder.items()):
            if relation.reltype.rpartition("/")[2] not in kept:
                holder.pop(id)


def _drop_jumps(presentation: Any) -> None:
    """Links from layouts and masters to slides: a slide that they lead to would be saved with them."""
    for master in presentation.slide_masters:
        for holder in (master, *master.slide_layouts):
            for id, relation in list(holder.part.rels.items()):
                if relation.reltype.rpartition("/")[2] in ("slide", "tags", "comments") and not relation.is_external:
                    _take_out(holder.part._element, id)  # noqa: SLF001  # as above
                    holder.part.rels.pop(id)


def _take_out(root: Any, id: str) -> None:
    """The elements that use a relationship; lists that are left empty go with them."""
    for element in [element for element in root.iter() if f"{R}id" in element.attrib and element.get(f"{R}id") == id]:
        parent = element.getparent()
        parent.remove(element)
        if parent.tag == f"{P}custDataLst" and not len(parent):
            parent.getparent().remove(parent)


def _taken_apart(data: bytes, main: str) -> Cleaned:
    from xml.etree import ElementTree as ET

    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    rows = list(ET.fromstring(parts.pop(_TYPES)))  # noqa: S314  # python-pptx wrote it
    defaults = {row.get("Extension", "").lower(): row.get("ContentType", "") for row in rows if row.tag.endswith("Default")}
    types = {row.get("PartName", "")[1:]: row.get("ContentType", "") for row in rows if row.tag.endswith("Override")}
    for name in parts:
        if not name.endswith(".rels"):
            types.setdefault(name, defaults.get(name.rpartition(".")[2].lower(), ""))
    return Cleaned(parts, types, main)
