"""What a PDF says: its pages, its tags, bookmarks, fields and properties, what is attached to it (ISO 32000-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any, TypeVar

from leapdeck.checks.finished.metadata import words_of_data, words_of_picture
from leapdeck.checks.finished.saying import MOST_PIXELS, PDF, Purse, Said, Shown, Unreadable
from leapdeck.checks.finished.streams import is_like_page, unpacked
from leapdeck.checks.words import BETWEEN

if TYPE_CHECKING:
    from PIL.Image import Image

Found = TypeVar("Found", Said, Shown)
_OBJECT = re.compile(rb"\d\s+obj\b")
_END = re.compile(rb"%%EOF\s{0,2}")
_LINEARIZED = re.compile(rb"/Linearized\b")
_LENGTH = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)")
_STREAM = re.compile(rb">>\s*stream\r?\n")
"""Where an object begins, and where its stream does: its dictionary lies between them, however deep (7.3.8)."""
_MARK = re.compile(rb"\\.|[()]", re.DOTALL)
"""What begins or ends a string, and what only looks like it (7.3.4.2)."""
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,}+)>")
_LETTER = rb"[^\s()<>\[\]{}/%#]"
_NAME = re.compile(rb"/(?:BaseFont|FontName|Separation|DeviceN|AS)\b[\s\[<]*/((?:L|#)+)|/(L*#(?:L|#)*)".replace(b"L", _LETTER))
"""Names that are anybody's: of fonts, of inks, of what a field may be; and those with signs that a name can't have (7.3.5)."""
_CODED = re.compile(rb"#([0-9A-Fa-f]{2})")
_REMARK = re.compile(rb"%([^\r\n]{4,})")
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
_SHOWS_TEXT = re.compile(rb"\bT[jJ]\b")
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E)\s*(?=[(<])")
"""What a page's own operators may say beside what they show (14.9)."""
_OF_KIND = re.compile(rb"/(?:Type|Subtype)\s*/(ObjStm|Metadata|EmbeddedFile|Image|XRef)\b|/(DCTDecode|JPXDecode)\b")
_WORDLESS = (b"/Image", b"/XRef", b"/Length1", b"/Length2", b"/FontFile", b"/CIDFontType", b"/CIDInit", b"/ICCBased", b"/Type1C")
"""Marks of streams that hold pictures, fonts and tables."""
_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_HYPHENED = re.compile(r"[\x02\ufffe]\s*|[-\u00ad\u2010]\s*\r?\n\s*")
_PDF_ONLY = dict(zip(range(0x92, 0xA1), "™ﬁﬂŁŒŠŸŽıłœšž\ufffd€", strict=True))
"""Where PDFDocEncoding has other letters than Latin 1 (D.2)."""


MOST_REVISIONS = 20
"""Times that a PDF was added to which are looked at."""


MOST_UNCLOSED = 20
"""Texts that never end before a file is taken to be damaged."""


def pdf_texts(data: bytes, purse: Purse, before: str = "", depth: int = 0) -> Iterator[Said]:
    """The texts of a PDF, `before` in front of where they stand; Unreadable where it is damaged or locked, or costs too much."""
    yield from _parts(data, purse, before, depth)
    yield from _whole(_as_shown(data, before))
    for end in _earlier(data):
        with suppress(Unreadable):  # it is none, and ends within an attached file
            yield from _whole(_as_shown(data[:end], before))


def _as_shown(data: bytes, before: str) -> Iterator[Said]:
    """What pages show, and what notes and stamps on them do."""
    for number, page in _pages(data):
        yield from _page(f"{before}page {number}", page)
        if _has_notes(page):
            yield Said(f"{before}the notes on page {number}", _words(page.pdf[number - 1]))


def _earlier(data: bytes) -> Sequence[int]:
    """Where a PDF ended before it was added to: what was taken off a page then is still there (7.5.6)."""
    ends = [found.end() for found in _END.finditer(data)][:-1]
    if len(ends) > MOST_REVISIONS:
        raise Unreadable("it was saved more often than is searched")
    return ends[1:] if _LINEARIZED.search(data, 0, 1024) else ends


def _page(where: str, page: Any) -> Iterator[Said]:
    words = _words(page)
    yield Said(where, words)
    if (joined := _HYPHENED.sub("", words)) != words:  # a word that was parted at a line's end
        yield Said(where, joined)


def _words(page: Any) -> str:
    text = page.get_textpage()
    words: str = text.get_text_range()
    text.close()
    return words


def _has_notes(page: Any) -> bool:
    """Whether a page has notes and stamps that show something; they are made part of it."""
    from pypdfium2 import raw

    count, found = raw.FPDFPage_GetAnnotCount(page), False
    for number in range(count):
        note = raw.FPDFPage_GetAnnot(page, number)
        if raw.FPDFAnnot_GetSubtype(note) not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            found = raw.FPDFAnnot_HasKey(note, b"AP") or found
            raw.FPDFAnnot_SetFlags(note, 0)  # a hidden one is in the file too
        raw.FPDFPage_CloseAnnot(note)
    return bool(found) and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS


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
    width, height = found.get_px_size()
    if width * height > MOST_PIXELS:
        raise Unreadable("a picture in it is larger than is looked at")
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


def _parts(data: bytes, purse: Purse, before: str, depth: int) -> Iterator[Said]:
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
    yield _read(f"{before}the file's tags and properties", bytes(outside))
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
        yield _read(f"{before}the file's tags and properties", clear)
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
        yield _read(f"{before}a page", said)
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


def _read(where: str, part: bytes) -> Said:
    """All strings of a stretch of a file, and the names that are words."""
    plain = (_ESCAPE.sub(_byte, found) for found in _strings(part))
    coded = (_from_hex(found[1]) for found in _HEX.finditer(part))
    names = (_CODED.sub(lambda code: bytes.fromhex(code[1].decode()), name) for name in {a or b for a, b in _NAME.findall(part)})
    return Said(where, BETWEEN.join(_decoded(text) for texts in (plain, coded, names) for text in texts), "attribute")


def _strings(part: bytes) -> Iterator[bytes]:
    """What stands in parentheses, those within it included. Where one never ends, those behind its beginning are read too."""
    at = 0
    for _ in range(MOST_UNCLOSED):
        start = depth = 0
        for mark in _MARK.finditer(part, at):
            if mark[0] == b"(":
                start, depth = start if depth else mark.end(), depth + 1
            elif mark[0] == b")" and depth:
                depth -= 1
                if not depth:
                    yield part[start : mark.start()]
        if not depth:
            return
        yield part[start:]
        at = start
    raise Unreadable("texts begin in it that never end")


def _from_hex(digits: bytes) -> bytes:
    """Bytes as digits; where one is missing it is 0 (7.3.4.3)."""
    close = b"".join(digits.split()).decode()
    return bytes.fromhex(close + "0" * (len(close) % 2))


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
