"""What the objects of a PDF say beside what its pages show: tags, bookmarks, fields, properties, attachments (ISO 32000-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from leapdeck.checks.finished.metadata import words_of_data, words_of_picture
from leapdeck.checks.finished.saying import PDF, Purse, Said, Unreadable
from leapdeck.checks.finished.streams import is_like_page, unpacked
from leapdeck.checks.finished.strings import strings_of
from leapdeck.checks.words import BETWEEN

_OBJECT = re.compile(rb"\d\s+obj\b")
_LENGTH = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)")
_STREAM = re.compile(rb">>\s*stream\r?\n")
"""Where an object begins, and where its stream does: its dictionary lies between them, however deep (7.3.8)."""
_IDENTITY = re.compile(rb"/ID\s*\[(?:\s*(?:<[^<>]*>|\((?:[^()\\]|\\.)*+\))){2}\s*\]", re.DOTALL)
"""Digests that tell a file from others: bytes, and not words (14.4)."""
_REMARK = re.compile(rb"%([^\r\n]{4,})")
_SHOWS_TEXT = re.compile(rb"\bT[jJ]\b")
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E)\s*(?=[(<])")
"""What a page's own operators may say beside what they show (14.9)."""
_OF_KIND = re.compile(rb"/(?:Type|Subtype)\s*/(ObjStm|Metadata|EmbeddedFile|Image|XRef)\b|/(DCTDecode|JPXDecode)\b")
_WORDLESS = (b"/Image", b"/XRef", b"/Length1", b"/Length2", b"/FontFile", b"/CIDFontType", b"/CIDInit", b"/ICCBased", b"/Type1C")
"""Marks of streams that hold pictures, fonts and tables."""
_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")


def outside_pages(data: bytes, purse: Purse, before: str, depth: int) -> Iterator[Said]:
    """What stands outside of streams, and what streams hold words: of objects, of properties, of attachments, of pages."""
    outside, at = bytearray(), 0
    while found := _STREAM.search(data, at):
        between = data[at : found.start()]
        outside += between + b">>"
        head = between[_last_object(between) :]
        at = _end_of_stream(data, head, found.end())
        yield from _stream(head, data[found.end() : at], purse, before, depth)
    outside += data[at:]
    if b"/Encrypt" in outside:
        raise Unreadable("it is locked with a password")
    purse.read(len(outside))
    yield strings_of(f"{before}the file's tags and properties", _IDENTITY.sub(b"", bytes(outside)))
    yield Said(f"{before}the file's properties", _remarks(data, bytes(outside)), "attribute")


def _remarks(data: bytes, outside: bytes) -> str:
    """What stands before a file's beginning, behind its end, and in comments, which no program shows."""
    remarks = (*_REMARK.findall(outside), data[: max(0, data.find(PDF))], data[data.rfind(b"%%EOF") + 5 :])
    return words_of_data(b"\n".join(remarks))


def _end_of_stream(data: bytes, head: bytes, start: int) -> int:
    """Where a stream ends: where its dictionary says so, or at the word for it, which may stand within an attached file too."""
    if length := _LENGTH.search(head):
        end = start + int(length[1])
        if data[end : end + 11].lstrip().startswith(b"endstream"):
            return end
    end = data.find(b"endstream", start)
    return end if end > 0 else len(data)


def _last_object(between: bytes) -> int:
    """Where the dictionary that stands right before a stream begins; 0 where no object does."""
    return max((found.end() for found in _OBJECT.finditer(between)), default=0)


def _stream(head: bytes, content: bytes, purse: Purse, before: str, depth: int) -> Iterator[Said]:
    kinds = {found[1] or found[2] for found in _OF_KIND.finditer(head)}
    if kinds & {b"DCTDecode", b"JPXDecode"}:
        yield Said(f"{before}a picture's file", words_of_picture(content), "attribute")
    elif b"ObjStm" in kinds:
        clear = unpacked(head, content, purse)
        purse.read(len(clear))
        yield strings_of(f"{before}the file's tags and properties", clear)
    elif b"Metadata" in kinds:
        clear = unpacked(head, content, purse)
        purse.read(len(clear))
        yield _properties(f"{before}the file's properties", clear)
    elif b"EmbeddedFile" in kinds:
        yield from _attached(f"{before}a file that is attached", unpacked(head, content, purse), purse, depth)
    elif not any(kind in head for kind in _WORDLESS):
        yield from _other(head, unpacked(head, content, purse), purse, before)


def _other(head: bytes, clear: bytes, purse: Purse, before: str) -> Iterator[Said]:
    """What a page's operators say beside what they show; all of what is no page's: a program, a form in XML, a rich text."""
    if b"/PatternType" in head and _SHOWS_TEXT.search(clear):
        raise Unreadable("a pattern in it is made of text, which can't be searched")
    for spoken in _SPOKEN.finditer(clear):
        end = clear.find(b"BDC", spoken.end(), spoken.end() + 4000)
        said = clear[spoken.end() : end if end > 0 else spoken.end() + 4000]
        purse.read(len(said))
        yield strings_of(f"{before}a page", said)
    if not (b"/Form" in head or b"/PatternType" in head or is_like_page(clear)):
        purse.read(len(clear))
        yield Said(f"{before}hidden data", BETWEEN.join((words_of_data(clear), _properties("", clear).text)), "attribute")


def _attached(where: str, content: bytes, purse: Purse, depth: int) -> Iterator[Said]:
    from leapdeck.checks.finished.packages import part_texts

    yield from part_texts("", content, purse, where, depth)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or not content.startswith((PDF, b"PK")):
        purse.read(len(content))
        yield Said(where, content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace"), "attribute")


def _properties(where: str, content: bytes) -> Said:
    """XMP: elements and attributes."""
    xml = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    values = [value for pair in _VALUE.findall(xml) for value in pair if value]
    return Said(where, unescape(BETWEEN.join((_TAG.sub(BETWEEN, xml), *values))), "attribute")
