"""What stands around the papers of the kit: a dark band with marks, title and facts."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.type import ROLES
from leapdeck.kit import Flyer
from leapdeck.layouts.logos import Logos, marks
from leapdeck.paper.furniture import STRIPE, text
from leapdeck.paper.pieces import Setter
from leapdeck.paper.sheet import INNER, OUTER
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, Primitive, Shape, TextBox
from leapdeck.units import Rect

MARKS, KICKER, TITLE = 24.0, 72.0, 86.0
"""From the sheet's upper edge to the marks, to what it is, and to the title."""
TWO_LINES = 70.0
"""Room for a title of two lines at the largest step."""
LEAST = 144.0
"""No band reaches down less."""


class Head(Struct, frozen=True):
    """A band and what stands on it; how far it reaches down, in points."""

    items: tuple[Primitive, ...]
    height: float


def head(flyer: Flyer, setter: Setter, logos: Logos) -> Head:
    """The band: whose it is, what it is, of which workshop, when and where; as high as its words ask."""
    sheet, brand = setter.sheet, setter.brand
    title = _as_high_as_its_lines(text(flyer.title, "p-flyer", Rect(INNER, TITLE, sheet.width, TWO_LINES), brand, tag="H1"))
    kicker = text((Run(flyer.kicker.upper()),), "p-kicker", Rect(INNER, KICKER, sheet.width, 14), brand)
    made = setter.text(Paragraph((Run(flyer.facts),), "p-on-dark", 10.5), sheet.width) if flyer.facts else None
    facts = (replace(made, rect=made.rect.moved(INNER, title.rect.bottom + 4)),) if made else ()
    height = max(LEAST, (*facts, title)[0].rect.bottom + 14)
    ground = (
        Shape(Rect(0, 0, sheet.size.width, height), fill="primary"),
        Shape(Rect(0, 0, STRIPE, height), fill="accent"),
        *marks(logos, Rect(INNER, MARKS, 190, 36), Rect(sheet.size.width - OUTER - 130, MARKS, 130, 36), brand, "p-logo-name"),
    )
    return Head((*ground, title, kicker, *facts), height)


def _as_high_as_its_lines(made: TextBox) -> TextBox:
    paragraph = made.paragraphs[0]
    return replace(made, rect=replace(made.rect, height=len(made.lines) * paragraph.size * ROLES[paragraph.style].leading))
