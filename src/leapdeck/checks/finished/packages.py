"""What an Office file says: every part of its package, and packages within it."""

from __future__ import annotations

import gzip
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING

from leapdeck.checks.finished.markup import data_within, markup
from leapdeck.checks.finished.metadata import PICTURES, words_of_data, words_of_picture
from leapdeck.checks.finished.saying import DEEPEST, PDF, Purse, Said, Shown, Unreadable
from leapdeck.checks.words import BETWEEN

if TYPE_CHECKING:
    from PIL.Image import Image

_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp")
_ZIP, _GZIP, _OLE = b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"
_CLOSED = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\xfd7zXZ\0", b"BZh", b"\x28\xb5\x2f\xfd", b"MSCF")
"""How archives begin that nobody here can open."""
_FAULTS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error, struct.error)
"""What a damaged package raises, wherever it is damaged."""
_DAMAGED = "it is damaged, locked with a password, or no PowerPoint or PDF file"


def package_texts(data: bytes, purse: Purse, before: str = "", depth: int = 0, wanted: Collection[bytes] = (b"",)) -> Iterator[Said]:
    """The texts of a package's parts, `before` in front of where they stand; Unreadable where it is none, or costs too much.

    Parts in whose bytes nothing stands that is `wanted` are left out, but for files within it.
    """
    names = []
    for name, content in _parts(data, purse):
        names.append(name)
        if content.startswith((_ZIP, _GZIP, PDF, _OLE)) or any(hint in content for hint in wanted):
            yield from part_texts(name, content, purse, before + part_name(name), depth)
    yield Said(f"{before}the names of the file's parts", BETWEEN.join(names), "name")


def package_pictures(data: bytes, purse: Purse, before: str = "", depth: int = 0) -> Iterator[Shown]:
    """The pictures of a package, those of packages within it too; Unreadable where it is none, or costs too much."""
    for name, content in _parts(data, purse):
        where = before + part_name(name)
        if name.lower().endswith(_SUFFIXES) or content.startswith(PICTURES):
            yield Shown(where, content, partial(_drawn, content))
        elif content.startswith(_ZIP) and depth < DEEPEST:
            yield from package_pictures(content, purse, f"{where}, ", depth + 1)
        elif content.startswith(PDF):
            from leapdeck.checks.finished.pdfs import pdf_pictures

            yield from pdf_pictures(content, f"{where}, ")
        else:
            yield from (Shown(where, picture, partial(_drawn, picture)) for picture in data_within(content))


def part_texts(name: str, content: bytes, purse: Purse, where: str, depth: int) -> Iterator[Said]:
    """The texts of a part, or of a file that is attached, whatever it is; Unreadable where it can't be looked into."""
    if content.startswith((_ZIP, _GZIP, PDF)):
        yield from _file_within(name, content, purse, where, depth + 1)
    elif _is_markup(name, content):
        purse.read(len(content))
        text, attributes = markup(content, has_own_names=name.startswith("customXml"))
        yield Said(where, text)
        yield Said(where, attributes, "attribute")
        for picture in data_within(content):
            yield from part_texts("", picture, purse, where, depth + 1)
    elif content.startswith(_CLOSED) or name.lower().endswith("vbaproject.bin"):
        raise Unreadable(f"{name or where} in it can't be looked into")
    elif words := words_of_picture(content):
        purse.read(len(words))
        yield Said(f"{where}, beside the picture" if name.lower().endswith(_SUFFIXES) else where, words, "attribute")
    if content.startswith(_OLE):
        inner = min((at for mark in (_ZIP, PDF) if (at := content.find(mark)) > 0), default=0)
        yield from _file_within(name, content[inner:], purse, where, depth + 1) if inner else ()


def _file_within(name: str, content: bytes, purse: Purse, where: str, depth: int) -> Iterator[Said]:
    if depth > DEEPEST:
        raise Unreadable("files lie within files in it, deeper than is searched")
    if content.startswith(_ZIP):
        yield from package_texts(content, purse, f"{where}, ", depth)
    elif content.startswith(_GZIP):
        yield from part_texts(name.removesuffix(".gz"), _gunzipped(content, purse), purse, where, depth)
    else:
        from leapdeck.checks.finished.pdfs import pdf_texts

        yield from pdf_texts(content, purse, f"{where}, ", depth)


def _gunzipped(content: bytes, purse: Purse) -> bytes:
    try:
        with gzip.open(io.BytesIO(content)) as file:
            inner = file.read(purse.unpacked + 1)
    except _FAULTS as error:
        raise Unreadable(_DAMAGED) from error
    purse.unpack(len(inner))
    return inner


def _is_markup(name: str, content: bytes) -> bool:
    is_named_so = name.lower().endswith((".xml", ".rels", ".vml", ".svg", ".txt", ".html"))
    return is_named_so or content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def _parts(data: bytes, purse: Purse) -> Iterator[tuple[str, bytes]]:
    """The parts of a package, and what stands between them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            purse.unpack(sum(info.file_size for info in package.infolist()))
            yield from ((info.filename, _unpacked(package, info)) for info in package.infolist())
            yield "", words_of_data(_rest(data, package)).encode()
    except _FAULTS as error:
        raise Unreadable(_DAMAGED) from error


def _unpacked(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A part, never larger than the package says that it is."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable("it is packed in a way that PowerPoint doesn't know")
    with package.open(info) as part:
        return part.read(info.file_size)


def _rest(data: bytes, package: zipfile.ZipFile) -> bytes:
    """Comments and notes of the package, and what else isn't a part of it; Unreadable where parts lie there that it doesn't name."""
    at, rest = 0, []
    for info in sorted(package.infolist(), key=lambda info: info.header_offset):
        name, extra = struct.unpack("<HH", data[info.header_offset + 26 : info.header_offset + 30])
        rest += [data[at : max(at, info.header_offset)], data[info.header_offset + 30 + name : info.header_offset + 30 + name + extra]]
        at = max(at, info.header_offset + 30 + name + extra + info.compress_size)
    if any(_ZIP in between for between in (*rest, data[at:])):
        raise Unreadable("parts lie in it that it doesn't name")
    end = data.find(b"PK\x05\x06", package.start_dir) + 22
    notes = (note for info in package.infolist() for note in (info.comment, info.extra))
    return b"\n".join(filter(None, (*rest, data[at : package.start_dir], *notes, data[end:])))


def _drawn(content: bytes) -> Image:
    from PIL import Image

    try:
        return Image.open(io.BytesIO(content))
    except Image.DecompressionBombError as error:
        raise Unreadable("a picture in it is larger than is looked at") from error


_DESIGN = "layouts and masters"
_FOLDERS = {
    "slides": "slide {}",
    "notesSlides": "the notes of slide {}",
    "charts": "chart {}",
    "slideLayouts": _DESIGN,
    "slideMasters": _DESIGN,
    "notesMasters": _DESIGN,
    "handoutMasters": _DESIGN,
    "theme": "the theme",
    "comments": "comments",
}
"""Folders of ppt/ and what those who open a deck call their parts."""
_PARTS = (
    (re.compile(r"(?:docProps/.*)?"), "the file's properties"),
    (re.compile(r"customXml/.*"), "hidden data"),
    (re.compile(r"ppt/embeddings/.*"), "the data of charts"),
    (re.compile(r"ppt/(?:_rels/)?presentation\.xml(?:\.rels)?"), "the names of sections"),
)


def part_name(path: str) -> str:
    """A part of a package in the words of those who open it: "slide 3", "the notes of slide 3", "layouts and masters", "hidden data"."""
    if found := re.fullmatch(r"ppt/(\w+)/(?:_rels/)?[A-Za-z]+(\d+)\.xml(?:\.rels)?", path):
        return _FOLDERS.get(found[1], found[1] + " {}").format(found[2])
    return next((name for pattern, name in _PARTS if pattern.fullmatch(path)), path)
