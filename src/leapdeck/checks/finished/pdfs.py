"""What a PDF says: its pages, its tags, bookmarks, fields and properties, what is attached to it (ISO 32000-1)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any, TypeVar

from leapdeck.checks.finished.metadata import words_of_picture
from leapdeck.checks.finished.saying import PDF, Said, Shown, Unreadable
from leapdeck.checks.words import BETWEEN

if TYPE_CHECKING:
    from PIL.Image import Image

Found = TypeVar("Found", Said, Shown)
_OBJECT = re.compile(rb"\d\s+obj\b")
_STREAM = re.compile(rb">>\s*stream\r?\n")
"""Where an object begins, and where its stream does: its dictionary lies between them, however deep (7.3.8)."""
_INSIDE = rb"(?:[^()\\]|\\.)*"
_STRING = re.compile(
    rb"\((" + _INSIDE + rb"(?:\(" + _INSIDE + rb"(?:\(" + _INSIDE + rb"\)" + _INSIDE + rb")*\)" + _INSIDE + rb")*)\)", re.DOTALL
)
"""A string, with parentheses within parentheses (7.3.4.2)."""
_HEX = re.compile(rb"<((?:[0-9A-Fa-f]{2}\s*){2,})>")
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E)\s*(?=[(<])")
"""What a page's own operators may say beside what they show (14.9)."""
_WORDLESS = (b"/Image", b"/XRef", b"/Length1", b"/Length2", b"/FontFile", b"/CIDFontType", b"/CIDInit", b"/ICCBased")
"""Marks of streams that hold pictures, fonts and tables."""
_TAG = re.compile(r"<[^>]*>")
_VALUE = re.compile(r"""[\w:.-]+=(?:"([^"]*)"|'([^']*)')""")
_HYPHENED = re.compile(r"\x02\s*|[-\u00ad\u2010\ufffe]\s*\r?\n\s*")
_PDF_ONLY = dict(zip(range(0x92, 0xA1), "™ﬁﬂŁŒŠŸŽıłœšž\ufffd€", strict=True))
"""Where PDFDocEncoding has other letters than Latin 1 (D.2)."""


def pdf_texts(data: bytes, before: str = "") -> Iterator[Said]:
    """The texts of a PDF, `before` in front of where they stand; Unreadable where it is damaged or locked."""
    yield from _whole(_texts(data, before))
    yield from _parts(data, before)


def _texts(data: bytes, before: str) -> Iterator[Said]:
    """What its pages show."""
    for number, page in _pages(data):
        text = page.get_textpage()
        words = text.get_text_bounded()
        text.close()
        yield Said(f"{before}page {number}", words)
        if (joined := _HYPHENED.sub("", words)) != words:  # a word that was parted at a line's end
            yield Said(f"{before}page {number}", joined)


def pdf_pictures(data: bytes, before: str = "") -> Iterator[Shown]:
    """The pictures on a PDF's pages, unpacked as they lie there; Unreadable where it is damaged or locked."""
    yield from _whole(_shown(data, before))


def _shown(data: bytes, before: str) -> Iterator[Shown]:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    for number, page in _pages(data):
        for found in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
            yield Shown(f"{before}page {number}", bytes(found.get_data()), partial(_drawn, found))


def _whole(found: Iterator[Found]) -> Iterator[Found]:
    """What is found in a file; Unreadable where it, or a page of it, can't be opened."""
    import pypdfium2

    try:
        yield from found
    except pypdfium2.PdfiumError as error:
        raise Unreadable("it is damaged, or locked with a password") from error


def _drawn(found: Any) -> Image:
    picture: Image = found.get_bitmap(render=True, scale_to_original=True).to_pil()
    return picture


def _pages(data: bytes) -> Iterator[tuple[int, Any]]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            yield number + 1, page
            page.close()
    finally:
        document.close()


def _parts(data: bytes, before: str) -> Iterator[Said]:
    """What stands outside of streams, and what streams hold words: of objects, of properties, of attachments, of pages."""
    outside, at = bytearray(), 0
    while found := _STREAM.search(data, at):
        between = data[at : found.start()]
        outside += between + b">>"
        end = data.find(b"endstream", found.end())
        at = end if end > 0 else len(data)
        yield from _stream(between[_last_object(between) :], data[found.end() : at], before)
    outside += data[at:]
    if b"/Encrypt" in outside:
        raise Unreadable("it is locked with a password")
    yield _read(f"{before}the file's tags and properties", bytes(outside))


def _last_object(between: bytes) -> int:
    """Where the dictionary that stands right before a stream begins; 0 where no object does."""
    return max((found.end() for found in _OBJECT.finditer(between)), default=0)


def _stream(head: bytes, content: bytes, before: str) -> Iterator[Said]:
    if b"/ObjStm" in head:
        yield _read(f"{before}the file's tags and properties", _unpacked(content))
    elif b"/Metadata" in head:
        yield _properties(f"{before}the file's properties", _unpacked(content))
    elif b"/EmbeddedFile" in head:
        yield from _attached(f"{before}a file that is attached", _unpacked(content))
    elif b"/DCTDecode" in head:
        yield Said(f"{before}a picture's file", words_of_picture(content), "attribute")
    elif not any(kind in head for kind in _WORDLESS):
        operators = _unpacked(content)
        for spoken in _SPOKEN.finditer(operators):
            yield _read(f"{before}a page", operators[spoken.end() : spoken.end() + 4000])


def _attached(where: str, content: bytes) -> Iterator[Said]:
    from leapdeck.checks.finished import said

    if content.startswith((PDF, b"PK\x03\x04")):
        yield from (Said(f"{where}, {inside.where}", inside.text, inside.kind) for inside in said(content))
    else:
        yield Said(where, content.decode("utf-8", "replace"), "attribute")


def _properties(where: str, content: bytes) -> Said:
    """XMP: elements and attributes."""
    xml = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    values = [value for pair in _VALUE.findall(xml) for value in pair if value]
    return Said(where, unescape(BETWEEN.join((_TAG.sub(BETWEEN, xml), *values))), "attribute")


def _read(where: str, part: bytes) -> Said:
    """All strings of a stretch of a file."""
    plain = (_ESCAPE.sub(_byte, found[1]) for found in _STRING.finditer(part))
    coded = (bytes.fromhex(found[1].decode()) for found in _HEX.finditer(part))
    return Said(where, BETWEEN.join(_decoded(text) for texts in (plain, coded) for text in texts), "attribute")


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, 100_000_000)
    except zlib.error:
        return stream


def _byte(escape: re.Match[bytes]) -> bytes:
    if escape[1].strip() == b"":  # a line's end that is none
        return b""
    return _ESCAPED.get(escape[1]) or bytes([int(escape[1], 8) & 0xFF])


def _decoded(raw: bytes) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 with its mark, or one byte a character."""
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return raw.decode("utf-16", "replace")
    if raw[:3] == b"\xef\xbb\xbf":
        return raw[3:].decode("utf-8", "replace")
    return raw.decode("latin-1").translate(_PDF_ONLY)
