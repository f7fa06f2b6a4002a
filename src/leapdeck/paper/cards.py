"""Cue cards: four to a sheet, each a quarter of it (A6 on A4), with marks where to cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

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
FOOT = 58.0
"""From a card's lower edge to the rule above its foot."""
MARK = 14.0
"""The length of a mark to cut along."""
PER_SHEET = 4
STRAYED = 3
"""Of so many lines one with a short word shows; of more, it doesn't."""
FEW = 0.1
"""The share of the cards that may be set smaller than all others."""


def cue_cards(block: CueCards, setter: Setter) -> list[Piece]:
    """A piece a sheet, as high as the sheet; the words of all cards are of one size, but for a few that are too long for it."""
    cards, size = block.cards, setter.sheet.size
    places = [Rect(n % 2 * size.width / 2, n // 2 % 2 * size.height / 2, size.width / 2, size.height / 2) for n in range(len(cards))]
    sizes = [_sizes(card, place, setter.brand) for card, place in zip(cards, places, strict=True)]
    common = next(step for step in ROLES["p-card"].sizes if sum(step not in fitting for fitting in sizes) <= FEW * len(cards))
    drawn = [
        tuple(_card(card, place, next(step for step in fitting if step <= common), setter.brand))
        for card, place, fitting in zip(cards, places, sizes, strict=True)
    ]
    marks = tuple(_marks(size.width, size.height))
    return [Piece(size.height, (*chain.from_iterable(drawn[at : at + PER_SHEET]), *marks)) for at in range(0, len(cards), PER_SHEET)]


def _sizes(card: CueCard, whole: Rect, brand: Brand) -> tuple[float, ...]:
    """The sizes at which a card holds its words, the least always among them; not one that gives a short word a line of its own."""
    *larger, least = ROLES["p-card"].sizes
    room = _room(whole, [*_about(card, _below_head(whole), brand)])
    fitting = [size for size in larger if fits(_keywords(card, size), room, brand)]
    strays = [_has_stray(box(_keywords(card, size), room, brand)) for size in fitting[:2]]
    return (*fitting[1 if strays == [True, False] else 0 :], least)


def _has_stray(made: TextBox) -> bool:
    """Whether one of a text's three lines holds a single word that is short beside the widest line."""
    lines = [("".join(span.text for span in line.spans).split(), sum(span.width for span in line.spans)) for line in made.lines]
    widest = max((width for _, width in lines), default=0.0)
    return len(made.paragraphs) == 1 and len(lines) == STRAYED and any(len(said) == 1 and width < STRAY * widest for said, width in lines)


def _below_head(whole: Rect) -> Rect:
    return Rect(whole.x + AROUND, whole.y + BAND + 14, whole.width - 2 * AROUND, 0)


def _room(whole: Rect, about: list[TextBox]) -> Rect:
    """What is left for the words, between what the card is about and its foot."""
    top = max((box.rect.bottom for box in about), default=whole.y + BAND) + 8
    return Rect(whole.x + AROUND, top, whole.width - 2 * AROUND, whole.bottom - FOOT - 10 - top)


def _card(card: CueCard, whole: Rect, size: float, brand: Brand) -> Iterator[Primitive]:
    left, width = whole.x + AROUND, whole.width - 2 * AROUND
    if card.dark:
        yield Shape(Rect(whole.x, whole.y, whole.width, BAND), fill="primary")
    yield from _head(card, Rect(left, whole.y + 22, width, 34), brand)
    about = [*_about(card, _below_head(whole), brand)]
    yield from about
    yield box(_keywords(card, size), _room(whole, about), brand, anchor="middle")
    foot = whole.bottom - FOOT
    yield Rule(Rect(left, foot, width, 0), "line", 0.75)
    yield from _ends(
        ((card.slide if card.time else "", "p-card-foot"), (card.page, "p-card-foot")), Rect(left, foot + 10, width, 20), brand
    )


def _keywords(card: CueCard, size: float) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(runs, "p-card", size, before=size * 0.2) for runs in card.keywords)


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
