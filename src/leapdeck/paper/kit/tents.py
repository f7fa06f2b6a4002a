"""Name tents: a sheet each, folded across its middle, with the name on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from leapdeck.brand.model import Brand
from leapdeck.kit import Guest, Tents
from leapdeck.layouts.logos import Logos, marks
from leapdeck.paper.furniture import text
from leapdeck.paper.sheet import SIZES
from leapdeck.richtext import Run
from leapdeck.scene import Page, Primitive, Rule, Shape, Sheets, TextBox
from leapdeck.units import Rect, Size

SIDE = 56.0
FOOT = 58.0
"""The height of the band at a tent's foot."""
STRIPE = 5.0
NAME, BELOW = 150.0, 46.0
AIR = 6.0
"""Room for the name, and for the organization below it."""
DASH, GAP = 6.0, 6.0
MARK = 40.0
"""How long the fold's marks are at either edge; between them nothing is printed where the paper bends."""


def tent_sheets(said: Tents, brand: Brand, paper: str, logos: Logos) -> Sheets:
    """A landscape sheet for each guest; KeyError for a paper other than "a4" and "letter"."""
    size = Size(SIZES[paper].height, SIZES[paper].width)
    return Sheets(said.properties, tuple(_page(guest, number, said, size, brand, logos) for number, guest in enumerate(said.guests, 1)))


def _page(guest: Guest, number: int, said: Tents, size: Size, brand: Brand, logos: Logos) -> Page:
    half = Rect(0, size.height / 2, size.width, size.height / 2)
    near = tuple(_side(guest, said, half, brand))
    far = (_turned(item, size) for item in near)
    foot = half.bottom - FOOT
    rooms = Rect(SIDE, foot + 12, 190, FOOT - 24), Rect(size.width - SIDE - 130, foot + 12, 130, FOOT - 24)
    id = f"p{number}"
    bookmarks = ((0, guest.name, id),) if guest.name else ()
    items = (*near, *marks(logos, *rooms, brand, "p-logo-name"), *far, *_fold(size))
    return Page(size, items, str(number), ((id, 0.0),), bookmarks)


def _side(guest: Guest, said: Tents, half: Rect, brand: Brand) -> Iterator[Primitive]:
    """One side as one reads it: name, organization, the band at the foot."""
    foot = half.bottom - FOOT
    width = half.width - 2 * SIDE
    top = half.y + (half.height - FOOT - NAME - (BELOW if guest.organization else 0)) / 2
    yield Shape(Rect(0, foot, half.width, FOOT), fill="primary")
    yield Shape(Rect(0, foot - STRIPE, half.width, STRIPE), fill="accent")
    if guest.name:
        yield text((Run(guest.name),), "p-tent", Rect(SIDE, top, width, NAME), brand, align="center", anchor="middle")
    else:
        yield Rule(Rect(half.width * 0.2, foot - 70, half.width * 0.6, 0), "muted", 0.8)
    if guest.organization:
        yield text((Run(guest.organization),), "p-tent-below", Rect(SIDE, top + NAME + AIR, width, BELOW - AIR), brand, align="center")
    yield text(
        (Run(said.title),), "p-on-dark", Rect(half.width * 0.3, foot, half.width * 0.4, FOOT), brand, align="center", anchor="middle"
    )


def _turned(item: Primitive, size: Size) -> Primitive:
    """The same for who sits opposite: turned about the sheet's middle. Screen readers have read it already."""
    rect = Rect(size.width - item.rect.right, size.height - item.rect.bottom, item.rect.width, item.rect.height)
    return replace(item, rect=rect, role="decoration", turned=True) if isinstance(item, TextBox) else replace(item, rect=rect)


def _fold(size: Size) -> Iterator[Primitive]:
    """Dashes at both edges, where the sheet is folded."""
    count = int(MARK / (DASH + GAP))
    for n in range(count):
        for left in (n * (DASH + GAP) + GAP, size.width - (n + 1) * (DASH + GAP)):
            yield Rule(Rect(left, size.height / 2, DASH, 0), "muted", 0.6)
