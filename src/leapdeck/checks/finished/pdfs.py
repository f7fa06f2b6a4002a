"""What a PDF says: its pages, its tags, bookmarks, fields and properties, what is attached to it (ISO 32000-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from leapdeck.checks.finished.objects import outside_pages
from leapdeck.checks.finished.saying import MOST_PIXELS, Purse, Said, Shown, Unreadable

if TYPE_CHECKING:
    from PIL.Image import Image

Found = TypeVar("Found", Said, Shown)
_END = re.compile(rb"%%EOF\s{0,2}")
_LINEARIZED = re.compile(rb"/Linearized\b")
_PARTED = re.compile(r"[\x02\ufffe]\s*|\u00ad\s*\r?\n\s*")
"""What parts a word at a line's end and nowhere else: its second half alone ("morn-ing") is no word."""
_HYPHENED = re.compile(r"[-\u2010]\s*\r?\n\s*")


MOST_REVISIONS = 20
"""Times that a PDF was added to which are looked at."""


def pdf_texts(data: bytes, purse: Purse, before: str = "", depth: int = 0) -> Iterator[Said]:
    """The texts of a PDF, `before` in front of where they stand; Unreadable where it is damaged or locked, or costs too much."""
    yield from outside_pages(data, purse, before, depth)
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
    words = _PARTED.sub("", _words(page))
    yield Said(where, words)
    if (joined := _HYPHENED.sub("", words)) != words:  # a hyphen at a line's end may be a word's own
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
