"""Opening a client's template: a file from outside, so what it claims to be is looked at before anything is unpacked."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from xml.etree import ElementTree as ET

from msgspec import Struct

from leapdeck.checks.opened import Opened, open_package
from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position

MOST_BYTES = 200_000_000
"""A template is no larger; one with pictures of all offices has some twenty million bytes."""
MOST_UNPACKED = 400_000_000
MOST_PARTS = 20_000
MOST_XML = 30_000_000
"""A part of text that is larger is no template's."""
TEXTS = (".xml", ".rels")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)
"""What Python and python-pptx raise over files that are damaged, or that some program wrote in a way of its own."""
_DROPPED = ("ppt/slides/", "ppt/notesSlides/")
"""Parts that don't come along, whatever is in them."""
_OLE = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_MAIN = re.compile(r"application/vnd\.(?:openxmlformats-officedocument\.presentationml|ms-powerpoint)\..*main\+xml")
HINT = "open it in PowerPoint and save it as a PowerPoint template (.potx) or presentation (.pptx)"


class Unfit(Exception):
    """Why a file is no template that can be used: what is wrong, and what to do."""

    def __init__(self, message: str, hint: str = HINT) -> None:
        """Keep both."""
        super().__init__(message)
        self.hint = hint


class Source(Struct, frozen=True):
    """A template as it was opened, and where its presentation begins."""

    package: Opened
    main: str


def open_template(data: bytes, name: str, where: Position) -> Source:
    """Take a template apart; LeapdeckError, at the place that names it, where it can't be used."""
    try:
        return _opened(data)
    except Unfit as error:
        raise unfit(name, str(error), error.hint, where) from error
    except BROKEN as error:
        raise unfit(name, "is broken: a part of it can't be read", HINT, where) from error


def unfit(name: str, message: str, hint: str, where: Position) -> LeapdeckError:
    """The error that a template can't be used."""
    return LeapdeckError((Diagnostic("bad-template", f"the template {name} {message}", position=where, hint=hint),))


def _opened(data: bytes) -> Source:
    if data[:4] == _OLE:
        raise Unfit(*_old_or_locked(data))
    if data[:2] != b"PK":
        raise Unfit("is no PowerPoint file")
    _look_at_size(data)
    package = open_package(data)
    main = next(iter(package.related("", "officeDocument")), "")
    if main not in package.parts or not _MAIN.fullmatch(_type_of(package, main)):
        raise Unfit("is no PowerPoint file")
    if posixpath.dirname(main) != "ppt":
        raise Unfit("is put together in a way that no PowerPoint file is")
    if main not in package.trees:
        raise Unfit("is broken: its presentation can't be read")
    if any(part.startswith("ppt/") and not part.startswith(_DROPPED) for part in package.malformed):
        raise Unfit("is broken: a part of it can't be read")
    return Source(package, main)


def _old_or_locked(data: bytes) -> tuple[str, str]:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is locked with a password", "open it in PowerPoint, take the password off (File › Info), and save it"
    return "is a file of PowerPoint 97–2003", HINT


def _look_at_size(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise Unfit("is larger than 200 MB", "take out its slides and their pictures")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        entries = file.infolist()
        _look_at_entries(entries)
        if any(b"<!DOCTYPE" in file.open(entry).read(2000) for entry in entries if entry.filename.endswith(TEXTS)):
            raise Unfit("holds a document type, which no PowerPoint file does")


def _look_at_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unfit("unpacks to more than any template holds", "take out its slides and their pictures")
    if any(entry.file_size > MOST_XML for entry in entries if entry.filename.endswith(TEXTS)):
        raise Unfit("unpacks to more than any template holds", "take out its slides")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit("is locked with a password", "save it without one")


def _type_of(package: Opened, part: str) -> str:
    for row in ET.fromstring(package.parts[_TYPES]):  # noqa: S314  # its size was looked at
        if posixpath.normpath(row.get("PartName", "")) == f"/{part}":
            return row.get("ContentType", "")
    return ""
