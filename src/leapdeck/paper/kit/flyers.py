"""Papers with a head: sign-in sheet, feedback form, summary. A dark band with marks and title, then blocks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat

from msgspec.structs import replace

from leapdeck.blocks import Block, Heading
from leapdeck.brand.model import Brand
from leapdeck.kit import Address, Flyer
from leapdeck.layouts.logos import Logos
from leapdeck.paper.filling import Filled, Filler
from leapdeck.paper.furniture import footed
from leapdeck.paper.kit.heads import head
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.paper.setting import pieces
from leapdeck.paper.sheet import SIZES, TOP, Sheet
from leapdeck.richtext import Run, words
from leapdeck.scene import Page, Paragraph, Picture, Primitive, Sheets, TextBox
from leapdeck.units import Rect

BELOW = 18.0
"""Between the head's band and what stands below it."""
CODE = 80.0
"""The size of a code to scan, quiet zone included."""


def flyer_sheets(flyer: Flyer, brand: Brand, paper: str, logos: Logos) -> Sheets:
    """A flyer on "a4" or "letter": the version that needs fewest pages, the first of equals; KeyError for another paper."""
    setter = Setter(brand, Sheet(SIZES[paper]))
    top = head(flyer, setter, logos)
    made = [_filled(version, flyer.address, setter, top.height) for version in flyer.versions]
    filled = min(made, key=len)
    heads = chain((top.items,), repeat(()))
    return Sheets(flyer.properties, tuple(_page(flyer, setter, page, items) for page, items in zip(filled, heads, strict=False)))


def _filled(blocks: tuple[Block, ...], address: Address | None, setter: Setter, top: float) -> tuple[Filled, ...]:
    room = Piece(top + BELOW - TOP, keep=True)
    made = [_raised(piece, block) for block in blocks for piece in pieces((block,), setter)]
    last = [_address(address, setter)] if address else []
    return Filler(setter.sheet, setter.brand, 1, "").fill([room, *made, *last])


def _raised(piece: Piece, block: Block) -> Piece:
    """Headings stand right below the title here."""
    if not isinstance(block, Heading):
        return piece
    items = (replace(item, paragraphs=_second(item.paragraphs)) if isinstance(item, TextBox) else item for item in piece.items)
    return replace(piece, items=tuple(items), bookmark="")


def _second(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(replace(paragraph, tag="H2") for paragraph in paragraphs)


def _address(said: Address, setter: Setter) -> Piece:
    """The code, and beside it the address in letters."""
    left, width = CODE + 16, setter.sheet.width - CODE - 16
    says = setter.text(Paragraph((Run(said.says),), "p-strong", 10.5), width)
    link = setter.text(Paragraph((Run(said.address, link=said.address),), "p-cell", 10.5), width)
    height = max(CODE, says.rect.height + link.rect.height + 2)
    top = (height - says.rect.height - link.rect.height - 2) / 2
    placed = (says.rect.moved(left, top), link.rect.moved(left, top + says.rect.height + 2))
    texts = (replace(one, rect=rect) for one, rect in zip((says, link), placed, strict=True))
    return Piece(height, (Picture(Rect(0, 0, CODE, CODE), said.code, said.alt), *texts), before=14)


def _page(flyer: Flyer, setter: Setter, page: Filled, head: tuple[Primitive, ...]) -> Page:
    around = footed(flyer.footer, setter.sheet, setter.brand, page.number)
    anchors, bookmarks = ((("top", 0.0),), ((0, words(flyer.title), "top"),)) if head else ((), ())
    return Page(setter.sheet.size, (*head, *page.items, *around), str(page.number), anchors, bookmarks)
