"""The print ticket: a page with a table of what a print shop is asked for."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.blocks import Ticket
from leapdeck.brand.model import Brand
from leapdeck.layouts.tables import CellText, Padding, set_table
from leapdeck.paper.filling import ruled
from leapdeck.paper.furniture import footed, text
from leapdeck.paper.setting import BAND
from leapdeck.paper.sheet import INNER, MEASURE, SIZES, TOP, Sheet
from leapdeck.paper.sparing import inked
from leapdeck.richtext import Run
from leapdeck.scene import Page, Shape, Sheets, Table
from leapdeck.units import Rect

_PADDING = Padding(0.0, 7.0, 30.0)
_LABELS = 96.0
"""The width of the first column."""


def ticket_sheets(said: Ticket, brand: Brand, paper: str) -> Sheets:
    """The ticket on one page of "a4" or "letter"; KeyError for another paper."""
    sheet = Sheet(SIZES[paper])
    table = _table(said, sheet, brand)
    items = (
        Shape(Rect(0, 0, sheet.size.width, BAND), fill="primary"),
        text((Run(said.kicker),), "p-kicker", Rect(INNER, 38, sheet.width, 14), brand),
        text(said.title, "p-band", Rect(INNER, 58, sheet.width, 56), brand, tag="H1"),
        text(said.lead, "p-lead", Rect(INNER, BAND + 24, MEASURE, 60), brand),
        table,
        *ruled(said.notes, Rect(INNER, table.rect.bottom + 22, sheet.width, TOP + sheet.height - table.rect.bottom - 22), brand),
        *footed(said.footer, sheet, brand, 1),
    )
    title = said.properties.title
    return Sheets(said.properties, inked((Page(sheet.size, items, "1", (("ticket", 0.0),), ((0, title, "ticket"),)),), brand))


def _table(said: Ticket, sheet: Sheet, brand: Brand) -> Table:
    rows = tuple((CellText((Run(label),), "p-strong", 10.5), CellText(runs, "p-cell", 10.5)) for label, runs in said.rows)
    made = set_table(rows, (_LABELS, sheet.width - _LABELS), INNER, BAND + 84, _PADDING, brand)
    return replace(made, header=0, row_headers=True)
