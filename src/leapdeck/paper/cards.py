"""Cue cards: four to a sheet, each a quarter of it (A6 on A4), with marks where to cut."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from leapdeck.blocks import CueCard, CueCards
from leapdeck.brand.model import Brand
from leapdeck.brand.type import ROLES
from leapdeck.layouts.fitting import STRAY, box, fits
from leapdeck.layouts.setting import text_width
from leapdeck.paper.furniture import text
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.paper.sheet import EDGE
from leapdeck.richtext import Run, words
from leapdeck.scene import Paragraph, Primitive, Rule, Shape, TextBox
from leapdeck.units import Rect

AROUND = 26.0
"""A card's margin."""
BAND = 66.0
"""The height of a card's head."""
MARK = 14.0
"""The length of a mark to cut along."""
PER_SHEET = 4


def cue_cards(block: CueCards, setter: Setter) -> list[Piece]:
    """A piece a sheet, as high as the sheet."""
    return [_sheet(block.cards[at : at + PER_SHEET], setter) for at in range(0, len(block.cards), PER_SHEET)]


def _sheet(cards: tuple[CueCard, ...], setter: Setter) -> Piece:
    size = setter.sheet.size
    wide, high = size.width / 2, size.height / 2
    items: list[Primitive] = []
    for number, card in enumerate(cards):
        items += _card(card, Rect(number % 2 * wide, number // 2 * high, wide, high), setter.brand)
    return Piece(size.height, (*items, *_marks(size.width, size.height)))


def _card(card: CueCard, whole: Rect, brand: Brand) -> Iterator[Primitive]:
    left, width = whole.x + AROUND, whole.width - 2 * AROUND
    if card.dark:
        yield Shape(Rect(whole.x, whole.y, whole.width, BAND), fill="primary")
    yield from _head(card, Rect(left, whole.y + 22, width, 34), brand)
    about = [*_about(card, Rect(left, whole.y + BAND + 14, width, 0), brand)]
    yield from about
    top, foot = max((box.rect.bottom for box in about), default=whole.y + BAND), whole.bottom - 58
    yield _keywords(card, Rect(left, top + 8, width, foot - top - 18), brand)
    yield Rule(Rect(left, foot, width, 0), "line", 0.75)
    yield from _ends(
        ((card.slide if card.time else "", "p-card-foot"), (card.page, "p-card-foot")), Rect(left, foot + 10, width, 20), brand
    )


def _keywords(card: CueCard, rect: Rect, brand: Brand) -> TextBox:
    """The words as large as the room allows, in the middle of it; a step smaller where that spares a short word a line of its own."""
    at = [tuple(Paragraph(runs, "p-card", size, before=size * 0.2) for runs in card.keywords) for size in ROLES["p-card"].sizes]
    fitting = [box(made, rect, brand, anchor="middle") for made in at if fits(made, rect, brand)][:2]
    return next((made for made in fitting if not _has_stray(made)), fitting[0] if fitting else box(at[-1], rect, brand, anchor="middle"))


def _has_stray(made: TextBox) -> bool:
    """Whether one of three lines or more holds a single word that is short beside the widest line."""
    lines = [("".join(span.text for span in line.spans).split(), sum(span.width for span in line.spans)) for line in made.lines]
    widest = max((width for _, width in lines), default=0.0)
    return len(lines) > 2 and any(len(said) == 1 and width < STRAY * widest for said, width in lines)


def _head(card: CueCard, rect: Rect, brand: Brand) -> Iterator[Primitive]:
    """The clock time large at the left, or else the slide; the minutes at the right."""
    time, minutes = ("p-band", "p-logo-name") if card.dark else ("p-card-time", "p-card-foot")
    yield from _ends(((card.time or card.slide, time), (card.minutes, minutes)), rect, brand)
    if not card.dark:
        yield Rule(Rect(rect.x, rect.bottom + 4, rect.width, 0), "primary", 1.0)


def _about(card: CueCard, rect: Rect, brand: Brand) -> Iterator[TextBox]:
    """Which part it is in and whether it may go; below that the title, where there are keywords to it."""
    pill = text_width(card.warning, "p-badge", 9, brand) + 18 if card.warning else 0.0
    if card.warning:
        where = Rect(rect.right - pill, rect.y - 3, pill, 17)
        made = box((Paragraph((Run(card.warning),), "p-badge", 9, align="center"),), where, brand, anchor="middle")
        yield replace(made, geometry="round", fill="accent")
    y = rect.y
    for runs, style, size in (((Run(card.part),), "p-label", 9), (card.title, "p-card-title", 13)):
        if words(runs):
            made = box((Paragraph(runs, style, size),), replace(rect, width=rect.width - pill - 8, y=y, height=1), brand)
            made = replace(made, rect=replace(made.rect, height=len(made.lines) * size * ROLES[style].leading))
            yield made
            y = made.rect.bottom + 2


def _ends(said: tuple[tuple[str, str], tuple[str, str]], rect: Rect, brand: Brand) -> Iterator[TextBox]:
    """A text at either end of a line."""
    (first, style), (last, other) = said
    if first:
        yield text((Run(first),), style, replace(rect, width=rect.width * 0.6), brand, anchor="middle")
    if last:
        room = replace(rect, x=rect.x + rect.width * 0.4, width=rect.width * 0.6)
        yield text((Run(last),), other, room, brand, anchor="middle", align="right")


def _marks(width: float, height: float) -> Iterator[Rule]:
    """Short lines at the edges, and a cross in the middle."""
    across, down = width / 2, height / 2
    for y in (EDGE, height - EDGE - MARK, down - MARK / 2):
        yield Rule(Rect(across, y, 0, MARK), "muted", 0.5)
    for x in (EDGE, width - EDGE - MARK, across - MARK / 2):
        yield Rule(Rect(x, down, MARK, 0), "muted", 0.5)
