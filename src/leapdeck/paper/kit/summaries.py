"""The summary for the mail afterwards: one page, two columns, the coach's number at its foot."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from leapdeck.blocks import Block, Heading, Item, Prose, Runs
from leapdeck.brand.model import Brand
from leapdeck.brand.type import ROLES
from leapdeck.kit import Columns, Summary
from leapdeck.layouts.logos import Logos
from leapdeck.paper.furniture import footed
from leapdeck.paper.kit.flyers import BELOW, flyer_sheets
from leapdeck.paper.kit.heads import head
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.paper.sheet import BOTTOM, INNER, SIZES, Sheet
from leapdeck.richtext import words
from leapdeck.scene import Page, Paragraph, Primitive, Shape, Sheets
from leapdeck.units import Rect

GUTTER = 32.0
LEFT = 0.55
"""The left column's share of the width."""
PANEL = 16.0
"""Room in the panel at the foot, around its text."""


def summary_sheets(said: Summary, brand: Brand, paper: str, logos: Logos) -> Sheets:
    """The first version of the columns that fits the page; where none does, everything in one flow. KeyError for another paper."""
    sheet = Sheet(SIZES[paper])
    setter = Setter(brand, sheet)
    lead = setter.text(Paragraph(said.lead, "p-lead", 13), sheet.width)
    panel = tuple(_panel(said.reach, setter))
    band = head(said.flow, setter, logos)
    top = band.height + BELOW
    bottom = sheet.size.height - BOTTOM - panel[0].rect.height
    fitting = (made for columns in said.columns if (made := _columns(columns, setter, top + lead.rect.height + 4, bottom - 20)))
    body = next(fitting, None)
    if body is None:
        return flyer_sheets(said.flow, brand, paper, logos)
    items = (
        *band.items,
        _at(lead, INNER, top),
        *body,
        *(_at(item, INNER, bottom) for item in panel),
        *footed(said.flow.footer, sheet, brand, 1),
    )
    page = Page(sheet.size, items, "1", (("top", 0.0),), ((0, words(said.flow.title), "top"),))
    return Sheets(said.flow.properties, (page,))


def _columns(columns: Columns, setter: Setter, top: float, bottom: float) -> tuple[Primitive, ...] | None:
    """Both columns, or nothing where one is too long."""
    usable = setter.sheet.width - GUTTER
    widths = usable * LEFT, usable * (1 - LEFT)
    made: list[Primitive] = []
    for blocks, width, left in zip(columns, widths, (INNER, INNER + widths[0] + GUTTER), strict=True):
        y = top
        for piece in (piece for block in blocks for piece in _set(block, setter, width)):
            y += piece.before
            made += (_at(item, left, y) for item in piece.items)
            y += piece.height
        if y > bottom:
            return None
    return tuple(made)


def _set(block: Block, setter: Setter, width: float) -> list[Piece]:
    """A heading, a paragraph or an item in a column."""
    if isinstance(block, Heading):
        text = setter.text(Paragraph(block.runs, "p-h3", 15, tag="H2"), width)
        return [Piece(text.rect.height + 2, (text,), before=16)]
    if isinstance(block, Item):
        return setter.item(block.runs, block.level, block.number, width=width)
    if isinstance(block, Prose):
        return setter.paragraph(
            Paragraph(block.runs, block.style, ROLES[block.style].sizes[0]), before=1 if block.clings else 6, width=width
        )
    raise TypeError(f"a summary holds no {type(block).__name__}")


def _panel(reach: tuple[Runs, ...], setter: Setter) -> Iterator[Primitive]:
    """The invitation and how to take it up, on a ground of its own; the ground comes first."""
    width = setter.sheet.width - 2 * PANEL
    invitation, *more = reach
    texts = [setter.text(Paragraph(invitation, "p-h3", 15, tag="H2"), width)]
    texts += (setter.text(Paragraph(runs, "p-body", 10.5), width) for runs in more)
    height = sum(text.rect.height for text in texts) + 2 * PANEL + 4 * len(more)
    yield Shape(Rect(0, 0, setter.sheet.width, height), fill="mist")
    yield Shape(Rect(0, 0, 3, height), fill="accent")
    y = PANEL
    for text in texts:
        yield _at(text, PANEL, y)
        y += text.rect.height + 4


def _at(item: Primitive, x: float, y: float) -> Primitive:
    return replace(item, rect=item.rect.moved(x, y))
