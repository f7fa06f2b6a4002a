"""A document becomes pages, and says on which of them each slide of the workbook stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from leapdeck.assets import Picture
from leapdeck.blocks import Document
from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Diagnostic
from leapdeck.layouts.logos import Logos
from leapdeck.paper.filling import Filled, Filler
from leapdeck.paper.furniture import closing, contents, cover, footer
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.paper.setting import pieces
from leapdeck.paper.sheet import SIZES, Sheet
from leapdeck.richtext import words
from leapdeck.scene import Page, Sheets

FIRST = 2
"""The page after the cover, which is counted and carries no number."""


class Paginated(Struct, frozen=True):
    """Pages ready to be painted; `pages` gives the printed number of each slide's page by the slide's id."""

    sheets: Sheets
    pages: dict[str, str]
    images: dict[str, Picture]
    findings: tuple[Diagnostic, ...] = ()


def paginate(document: Document, brand: Brand, paper: str, images: Mapping[str, Picture], logos: Logos | None = None) -> Paginated:
    """Lay a document out on "a4" or "letter"; KeyError for another paper.

    The contents are set twice: to know how many pages they take, and with the numbers that the body then has.
    """
    sheet, marks = Sheet(SIZES[paper]), logos or Logos()
    front = _fill(sheet, brand, FIRST, contents(document.contents, Setter(brand, sheet), {}))
    setter = Setter(brand, sheet)
    body = Filler(sheet, brand, FIRST + len(front), document.notes).fill(pieces(document.body, setter))
    labels = {anchor: str(page.number) for page in body for anchor, _, _, _ in page.anchors}
    front = _fill(sheet, brand, FIRST, contents(document.contents, setter, labels))
    filled = (*front, *body)
    pages = (
        Page(sheet.size, cover(document, sheet, brand, marks), "1", (("cover", 0.0),), ((0, document.properties.title, "cover"),)),
        *(_page(document, sheet, brand, page) for page in filled),
        last_page(document, sheet, brand, marks, FIRST + len(filled)),
    )
    shown = {**images, **marks.pictures}
    return Paginated(Sheets(document.properties, pages), labels, shown)


def last_page(document: Document, sheet: Sheet, brand: Brand, logos: Logos, number: int) -> Page:
    """The closing page, as the one of that number."""
    items = closing(document.closing, sheet, brand, logos, number)
    bookmark = (0, words(document.closing.invitation), "contact")
    return Page(sheet.size, items, str(number), (("contact", 0.0),), (bookmark,))


def _fill(sheet: Sheet, brand: Brand, first: int, made: Sequence[Piece]) -> tuple[Filled, ...]:
    return Filler(sheet, brand, first, "").fill(made)


def _page(document: Document, sheet: Sheet, brand: Brand, page: Filled) -> Page:
    anchors = tuple((id, y) for id, y, _, _ in page.anchors)
    bookmarks = tuple((level - 1, title, id) for id, _, title, level in page.anchors if title)
    return Page(sheet.size, (*page.items, *footer(document, sheet, brand, page.number)), str(page.number), anchors, bookmarks)
