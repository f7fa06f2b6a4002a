"""A document becomes pages, and says on which of them each slide of the workbook stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from leapdeck.assets import Picture
from leapdeck.blocks import Document
from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Diagnostic
from leapdeck.layouts.logos import Logos
from leapdeck.locales import words
from leapdeck.paper.enlarging import enlarged
from leapdeck.paper.filling import Filled, Filler
from leapdeck.paper.furniture import closing, contents, cover, footer, running_head
from leapdeck.paper.pieces import Setter
from leapdeck.paper.setting import pieces
from leapdeck.paper.sheet import SIZES, Sheet, borderless, large_sheet
from leapdeck.paper.sparing import inked
from leapdeck.richtext import words as plain_words
from leapdeck.scene import Page, Sheets


class Paginated(Struct, frozen=True):
    """Pages ready to be painted; `pages` gives the printed number of each slide's page by the slide's id.

    `places` are the numbers of the pages on which the pieces of the contents and the body stand, in order.
    """

    sheets: Sheets
    pages: dict[str, str]
    images: dict[str, Picture]
    findings: tuple[Diagnostic, ...] = ()
    places: tuple[int, ...] = ()


def paginate(
    document: Document,
    brand: Brand,
    paper: str,
    images: Mapping[str, Picture],
    logos: Logos | None = None,
    large_of: Paginated | None = None,
) -> Paginated:
    """Lay a document out on "a4" or "letter"; KeyError for another paper.

    What stands before the body is set twice: to know how many pages it takes, and with the numbers that the body then has.
    In large print where `large_of` is the normal edition, whose pages are named at the foot of those that take their place.
    """
    sheet, marks = sheet_of(document, paper, large=large_of is not None), logos or Logos()
    first = 2 if document.cover else 1  # the cover is counted, and carries no number
    setter = Setter(brand, sheet)
    front = _front(document, setter, first, {})
    body = Filler(sheet, brand, first + len(front), document.notes).fill(pieces(document.body, setter))
    labels = {anchor: str(page.number) for page in body for anchor, _, _, _ in page.anchors}
    front = _front(document, setter, first, labels)
    places = tuple(page.number for page in (*front, *body) for _ in range(page.pieces))
    same = _same_pages(places, large_of.places, document.properties.language) if large_of else {}
    pages = (
        *(_page(document, sheet, brand, page, "", same) for page in front),
        *(_page(document, sheet, brand, page, part, same) for page, part in zip(body, _parts(body), strict=True)),
        *last_page(document, sheet, brand, marks, first + len(front) + len(body)),
    )
    whole = (*cover_page(document, sheet, brand, marks), *finished(pages, sheet, brand))
    sheets = Sheets(document.properties, whole, document.deck)
    return Paginated(sheets, labels, {**images, **marks.pictures}, places=places)


def sheet_of(document: Document, paper: str, *, large: bool) -> Sheet:
    """The sheet on which a document is laid out; KeyError for a paper that there isn't."""
    size = SIZES[paper]
    return borderless(size) if document.borderless else large_sheet(size) if large else Sheet(size)


def _front(document: Document, setter: Setter, first: int, labels: Mapping[str, str]) -> tuple[Filled, ...]:
    listed = contents(document.contents, setter, labels) if document.contents else []
    made = [*listed, *pieces(document.front, setter)]
    return Filler(setter.sheet, setter.brand, first, "").fill(made)


def finished(pages: tuple[Page, ...], sheet: Sheet, brand: Brand) -> tuple[Page, ...]:
    """Pages with little ink where the brand is sparing, and as large as their paper."""
    pages = inked(pages, brand)
    return tuple(enlarged(page, sheet.scale) for page in pages) if sheet.scale != 1 else pages


def _same_pages(places: Sequence[int], normal: Sequence[int], language: str) -> dict[int, str]:
    """For each page, the pages of the normal edition on which its pieces stand: those are as many, in the same order."""
    found: dict[int, list[int]] = {}
    for here, there in zip(places, normal, strict=True):
        found.setdefault(here, []).append(there)
    said = f"= {words(language)['page-short']}"
    spans = {here: sorted({there[0], there[-1]}) for here, there in found.items()}
    return {here: said.format(page="\u2013".join(map(str, span))) for here, span in spans.items()}


def cover_page(document: Document, sheet: Sheet, brand: Brand, marks: Logos) -> tuple[Page, ...]:
    """The first page, as it is printed; nothing where the document has no cover."""
    if document.cover is None:
        return ()
    drawn = cover(document.cover, sheet, brand, marks)
    page = Page(sheet.size, drawn, "1", (("cover", 0.0),), ((0, document.properties.title, "cover"),))
    return finished((page,), sheet, brand)


def last_page(document: Document, sheet: Sheet, brand: Brand, marks: Logos, number: int) -> Iterator[Page]:
    """The closing page, as the one of that number; nothing where the document has none."""
    if document.closing:
        drawn = closing(document.closing, sheet, brand, marks, number)
        yield Page(sheet.size, drawn, str(number), (("contact", 0.0),), ((0, plain_words(document.closing.invitation), "contact"),))


def _page(document: Document, sheet: Sheet, brand: Brand, page: Filled, part: str, same: Mapping[int, str]) -> Page:
    anchors = tuple((id, y) for id, y, _, _ in page.anchors)
    bookmarks = tuple((level - 1, title, id) for id, _, title, level in page.anchors if title)
    around = () if document.borderless else footer(document, sheet, brand, page.number, same.get(page.number, ""))
    head = running_head(document, sheet, brand, page.number, part) if document.running and not page.headed else ()
    return Page(sheet.size, (*head, *page.items, *around), str(page.number), anchors, bookmarks)


def _parts(pages: tuple[Filled, ...]) -> Iterator[str]:
    """The title of the part that each page belongs to: the last one that began on it or before it."""
    part = ""
    for page in pages:
        part = next((title for _, _, title, level in reversed(page.anchors) if title and level == 1), part)
        yield part
