"""Binding: notes pages before the last, so that the leaves come out even and the contact page is the back cover."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.blocks import Document
from leapdeck.brand.model import Brand
from leapdeck.layouts.fitting import box
from leapdeck.layouts.logos import Logos
from leapdeck.paper.furniture import footer
from leapdeck.paper.imposing import FOLD
from leapdeck.paper.paginating import finished, last_page
from leapdeck.paper.pieces import line_to_write_on
from leapdeck.paper.sheet import TOP, Sheet, large_sheet, side_of
from leapdeck.richtext import Run
from leapdeck.scene import Page, Paragraph, Sheets
from leapdeck.units import Rect

_HEAD = 44.0
"""From a notes page's top to where its lines begin."""


def bound(sheets: Sheets, document: Document, brand: Brand, logos: Logos, *, large: bool = False) -> Sheets:
    """A workbook's pages, filled up with notes pages to a multiple of four; all others keep their numbers.

    `large` says that the pages are in large print, so that those that are added are too.
    """
    missing = -len(sheets.pages) % FOLD
    if not missing:
        return sheets
    size = sheets.pages[0].size
    sheet = large_sheet(size) if large else Sheet(size)
    first = len(sheets.pages)
    notes = tuple(notes_page(document, sheet, brand, number) for number in range(first, first + missing))
    last = last_page(document, sheet, brand, logos, first + missing)
    return replace(sheets, pages=(*sheets.pages[:-1], *finished((*notes, *last), sheet, brand)))


def notes_page(document: Document, sheet: Sheet, brand: Brand, number: int) -> Page:
    """A page to write on: its heading, ruled lines to its foot, the footer with its number."""
    left = sheet.left(side_of(number))
    heading = box((Paragraph((Run(document.notes),), "p-h1", 28, tag="H2"),), Rect(left, TOP, sheet.width, 34), brand)
    line = line_to_write_on(sheet.line, sheet.width, document.notes)
    count = int((sheet.height - _HEAD) / sheet.line)
    rules = (replace(line, rect=line.rect.moved(left, TOP + _HEAD + n * sheet.line)) for n in range(count))
    return Page(sheet.size, (heading, *rules, *footer(document, sheet, brand, number)), str(number))
