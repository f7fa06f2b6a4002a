"""A document becomes pages, and says on which of them each slide of the workbook stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from leapdeck.assets import Picture
from leapdeck.blocks import Document
from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Diagnostic
from leapdeck.layouts.logos import Logos
from leapdeck.paper.filling import Filled, Filler
from leapdeck.paper.furniture import closing, contents, cover, footer, running_head
from leapdeck.paper.pieces import Setter
from leapdeck.paper.setting import pieces
from leapdeck.paper.sheet import SIZES, Sheet, borderless
from leapdeck.richtext import words
from leapdeck.scene import Page, Sheets


class Paginated(Struct, frozen=True):
    """Pages ready to be painted; `pages` gives the printed number of each slide's page by the slide's id."""

    sheets: Sheets
    pages: dict[str, str]
    images: dict[str, Picture]
    findings: tuple[Diagnostic, ...] = ()


def paginate(document: Document, brand: Brand, paper: str, images: Mapping[str, Picture], logos: Logos | None = None) -> Paginated:
    """Lay a document out on "a4" or "letter"; KeyError for another paper.

    What stands before the body is set twice: to know how many pages it takes, and with the numbers that the body then has.
    """
    size = SIZES[paper]
    sheet, marks = borderless(size) if document.borderless else Sheet(size), logos or Logos()
    first = 2 if document.cover else 1  # the cover is counted, and carries no number
    setter = Setter(brand, sheet)
    front = _front(document, setter, first, {})
    body = Filler(sheet, brand, first + len(front), document.notes).fill(pieces(document.body, setter))
    labels = {anchor: str(page.number) for page in body for anchor, _, _, _ in page.anchors}
    front = _front(document, setter, first, labels)
    pages = (
        *_cover(document, sheet, brand, marks),
        *(_page(document, sheet, brand, page, "") for page in front),
        *(_page(document, sheet, brand, page, part) for page, part in zip(body, _parts(body), strict=True)),
        *last_page(document, sheet, brand, marks, first + len(front) + len(body)),
    )
    return Paginated(Sheets(document.properties, pages, document.deck), labels, {**images, **marks.pictures})


def _front(document: Document, setter: Setter, first: int, labels: Mapping[str, str]) -> tuple[Filled, ...]:
    listed = contents(document.contents, setter, labels) if document.contents else []
    made = [*listed, *pieces(document.front, setter)]
    return Filler(setter.sheet, setter.brand, first, "").fill(made)


def _cover(document: Document, sheet: Sheet, brand: Brand, marks: Logos) -> Iterator[Page]:
    if document.cover:
        drawn = cover(document.cover, sheet, brand, marks)
        yield Page(sheet.size, drawn, "1", (("cover", 0.0),), ((0, document.properties.title, "cover"),))


def last_page(document: Document, sheet: Sheet, brand: Brand, marks: Logos, number: int) -> Iterator[Page]:
    """The closing page, as the one of that number; nothing where the document has none."""
    if document.closing:
        drawn = closing(document.closing, sheet, brand, marks, number)
        yield Page(sheet.size, drawn, str(number), (("contact", 0.0),), ((0, words(document.closing.invitation), "contact"),))


def _page(document: Document, sheet: Sheet, brand: Brand, page: Filled, part: str) -> Page:
    anchors = tuple((id, y) for id, y, _, _ in page.anchors)
    bookmarks = tuple((level - 1, title, id) for id, _, title, level in page.anchors if title)
    around = () if document.borderless else footer(document, sheet, brand, page.number)
    head = running_head(document, sheet, brand, page.number, part) if document.running and not page.headed else ()
    return Page(sheet.size, (*head, *page.items, *around), str(page.number), anchors, bookmarks)


def _parts(pages: tuple[Filled, ...]) -> Iterator[str]:
    """The title of the part that each page belongs to: the last one that began on it or before it."""
    part = ""
    for page in pages:
        part = next((title for _, _, title, level in reversed(page.anchors) if title and level == 1), part)
        yield part
