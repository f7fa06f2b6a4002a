"""All that a finished file says, to whoever looks: shown text, notes, alt text, properties, tags, pictures, names of parts.

What is searched here is the file's bytes, not what leapdeck meant to write, so that a slip of a writer is found too.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from typing import Literal

from msgspec import Struct

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
PACKAGES = (".xlsx", ".pptx", ".potx", ".docx")
_PARTED = "\x02"
"""What pdfium gives for a hyphen at a line's end; it can't tell whether the word has one elsewhere too, so both are searched."""
_PARAGRAPH_END = re.compile(r"</(?:a:p|w:p|c:v|si|t|vt:[a-z]+|dc:[a-z]+|cp:[A-Za-z]+|dcterms:[a-z]+)>|<a:br/>")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'[\w:.-]+="([^"]*)"')
_STREAM = re.compile(rb"(<<(?:[^<>]|<[^<]|>[^>]|<<(?:[^<>]|<[^<]|>[^>])*>>)*>>)\s*stream\r?\n", re.DOTALL)
_STRING = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HEX = re.compile(rb"<((?:[0-9A-Fa-f]{2}){2,})>")
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3})")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}


class Said(Struct, frozen=True):
    """A text of a finished file, and where in it that stands ("slide 3", "properties")."""

    where: str
    text: str
    kind: Literal["text", "attribute", "name"] = "text"


class Shown(Struct, frozen=True):
    """A picture of a finished file, as it lies there."""

    where: str
    data: bytes


def said(data: bytes) -> Iterator[Said]:
    """Every text of a finished PowerPoint or PDF file."""
    return _pdf_texts(data) if data[:5] == b"%PDF-" else _package_texts(data)


def shown(data: bytes) -> Iterator[Shown]:
    """Every picture of a finished PowerPoint file; a PDF's are looked at where they are put in, as they are recoded there."""
    if data[:5] != b"%PDF-":
        yield from _package_pictures(data)


def _package_texts(data: bytes, before: str = "") -> Iterator[Said]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for info in package.infolist():
            where = before + part_name(info.filename)
            yield Said(where, info.filename, "name")
            if info.filename.lower().endswith(PACKAGES):
                yield from _package_texts(package.read(info), f"{where}, ")
            elif not info.filename.lower().endswith(PICTURES):
                yield from _part_texts(where, package.read(info).decode("utf-8", "replace"))


def _part_texts(where: str, xml: str) -> Iterator[Said]:
    """A part's paragraphs, their runs joined, and the values of its attributes."""
    for paragraph in _PARAGRAPH_END.split(xml):
        if text := unescape(_TAG.sub("", paragraph)).strip():
            yield Said(where, text)
    for value in dict.fromkeys(_ATTRIBUTE.findall(xml)):
        yield Said(where, unescape(value), "attribute")


def _package_pictures(data: bytes) -> Iterator[Shown]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for info in package.infolist():
            if info.filename.lower().endswith(PICTURES):
                yield Shown(part_name(info.filename), package.read(info))


def part_name(path: str) -> str:
    """A part of a package in the words of those who open it: "slide 3", "the notes of slide 3", "layout 2"."""
    names = {"slides": "slide {}", "notesSlides": "the notes of slide {}", "slideLayouts": "layout {}", "charts": "chart {}"}
    if found := re.fullmatch(r"ppt/(\w+)/(?:_rels/)?[A-Za-z]+(\d+)\.xml(?:\.rels)?", path):
        return names.get(found[1], found[1] + " {}").format(found[2])
    return {"docProps/core.xml": "the file's properties", "docProps/app.xml": "the file's properties"}.get(path, path)


def _pdf_texts(data: bytes) -> Iterator[Said]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        words = text.get_text_bounded()
        yield from (Said(f"page {number + 1}", read) for read in dict.fromkeys((words, words.replace(_PARTED, ""))))
        text.close()
        page.close()
    document.close()
    for part in _pdf_parts(data):
        yield from (Said("the file's tags and properties", text, "attribute") for text in _pdf_strings(part))


def _pdf_parts(data: bytes) -> Iterator[bytes]:
    """What stands outside of streams, and the streams of objects and of metadata, unpacked."""
    outside, at = bytearray(), 0
    while found := _STREAM.search(data, at):
        outside += data[at : found.start() + len(found[1])]
        end = data.find(b"endstream", found.end())
        if b"/ObjStm" in found[1] or b"/Metadata" in found[1]:
            yield _unpacked(data[found.end() : end])
        at = end
    yield bytes(outside + data[at:])


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def _pdf_strings(part: bytes) -> Iterator[str]:
    if part.lstrip()[:9] == b"<?xpacket":
        yield unescape(_TAG.sub(" ", part.decode("utf-8", "replace")))
        return
    for found in _STRING.finditer(part):
        yield _decoded(_ESCAPE.sub(_byte, found[1]))
    for found in _HEX.finditer(part):
        yield _decoded(bytes.fromhex(found[1].decode()))


def _byte(escape: re.Match[bytes]) -> bytes:
    return _ESCAPED.get(escape[1]) or bytes([int(escape[1], 8) & 0xFF])


def _decoded(raw: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, or one byte a character."""
    return raw[2:].decode("utf-16-be", "replace") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")
