"""Certificates: a landscape sheet each, to be signed."""

from __future__ import annotations

from collections.abc import Iterator

from leapdeck.brand.model import Brand
from leapdeck.kit import Certificates, Guest
from leapdeck.layouts.logos import Logos, marks
from leapdeck.paper.furniture import text
from leapdeck.paper.sheet import SIZES
from leapdeck.richtext import Run
from leapdeck.scene import Page, Primitive, Rule, Shape, Sheets
from leapdeck.units import Rect, Size

LEFT = 84.0
BAND = 104.0
STRIPE = 6.0
RINGS = (60.0, 120.0, 180.0)
"""The compass at the right: how wide its rings are."""
SIGN = 240.0
"""How long the line for the signature is."""


def certificate_sheets(said: Certificates, brand: Brand, paper: str, logos: Logos) -> Sheets:
    """A landscape sheet for each guest; KeyError for a paper other than "a4" and "letter"."""
    size = Size(SIZES[paper].height, SIZES[paper].width)
    return Sheets(said.properties, tuple(_page(guest, number, said, size, brand, logos) for number, guest in enumerate(said.guests, 1)))


def _page(guest: Guest, number: int, said: Certificates, size: Size, brand: Brand, logos: Logos) -> Page:
    id = f"p{number}"
    items = (*_ground(size, brand, logos), *_words(guest, said, size, brand), *_signatures(said, size, brand))
    return Page(size, items, str(number), ((id, 0.0),), ((0, guest.name, id),) if guest.name else ())


def _ground(size: Size, brand: Brand, logos: Logos) -> Iterator[Primitive]:
    yield Shape(Rect(0, 0, size.width, BAND), fill="primary")
    yield Shape(Rect(0, BAND, size.width, STRIPE), fill="accent")
    across, down = size.width - LEFT - RINGS[-1] / 2, BAND + STRIPE + (size.height - BAND - STRIPE) / 2
    for ring in RINGS:
        yield Shape(Rect(across - ring / 2, down - ring / 2, ring, ring), "ellipse", stroke="line")
    yield Shape(Rect(across - 13, down - 58, 26, 116), "diamond", fill="accent")
    yield from marks(logos, Rect(LEFT, 32, 220, 42), Rect(size.width - LEFT - 160, 32, 160, 42), brand, "p-logo-name")


def _words(guest: Guest, said: Certificates, size: Size, brand: Brand) -> Iterator[Primitive]:
    """What it is, who took part, in what, when and where."""
    width = size.width - 2 * LEFT - RINGS[-1] - 24
    yield text((Run(said.kicker.upper()),), "p-honor-kicker", Rect(LEFT, 150, width, 18), brand, tag="H1")
    if guest.name:
        yield text((Run(guest.name),), "p-honor", Rect(LEFT, 168, width, 84), brand, anchor="middle")
    else:
        yield Rule(Rect(LEFT, 240, width * 0.7, 0), "ink", 0.8)
    yield text((Run(said.says),), "p-facts", Rect(LEFT, 262, width, 20), brand)
    yield text(said.title, "p-honor-title", Rect(LEFT, 286, width, 78), brand)
    if said.facts:
        yield text((Run(said.facts),), "p-facts", Rect(LEFT, 372, width, 40), brand)


def _signatures(said: Certificates, size: Size, brand: Brand) -> Iterator[Primitive]:
    """The line that the coach signs; another for place and date where nothing says them."""
    foot = size.height - 92
    yield Rule(Rect(LEFT, foot, SIGN, 0), "ink", 0.8)
    if said.coach:
        yield text((Run(said.coach),), "p-strong", Rect(LEFT, foot + 5, SIGN, 16), brand)
    yield text((Run(said.role),), "p-small", Rect(LEFT, foot + 21, SIGN, 14), brand)
    if said.dated:
        left = size.width - LEFT - SIGN
        yield Rule(Rect(left, foot, SIGN, 0), "ink", 0.8)
        yield text((Run(said.dated),), "p-small", Rect(left, foot + 5, SIGN, 14), brand)
