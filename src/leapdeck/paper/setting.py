"""Blocks as pieces: one function a kind of block, and one line in the table below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from leapdeck.blocks import (
    Badges,
    Block,
    Checks,
    CueCards,
    Drawing,
    Figure,
    Grid,
    Heading,
    Item,
    Miniatures,
    Opening,
    Options,
    Prose,
    Quote,
    Rating,
    Rules,
    RunSheet,
    Turn,
)
from leapdeck.brand.type import ROLES
from leapdeck.layouts.charts import Frame, draw
from leapdeck.layouts.setting import text_width
from leapdeck.paper.cards import cue_cards
from leapdeck.paper.grids import grid
from leapdeck.paper.mastheads import checks
from leapdeck.paper.miniatures import miniatures
from leapdeck.paper.pieces import Piece, Setter, line_to_write_on, pill_row, whole
from leapdeck.paper.ratings import rating
from leapdeck.paper.runsheets import run_sheet
from leapdeck.paper.sheet import MEASURE, TOP
from leapdeck.paper.turns import turn
from leapdeck.richtext import Run, heard, words
from leapdeck.scene import Chart, Field, Paragraph, Picture, Primitive, Shape, TextBox
from leapdeck.units import Rect

BAND = 124.0
"""How far a section's band reaches down from the sheet's edge."""
TOGETHER = 14
"""So many ruled lines are never parted; more of them may go over pages."""
OVER = 3
"""So many of them go over, at least."""
BOX = Rect(0, 2, 11, 11)
"""Before an option, to be ticked."""
FIGURE = 250.0
"""The most that a picture or a chart takes of a page's height."""
SHORT = 0.36
"""What takes no more than this share of a page isn't parted."""


def pieces(blocks: Sequence[Block], setter: Setter) -> list[Piece]:
    """Blocks, set; a table, a scale or all that stands under one heading is never parted where it is short."""
    room = SHORT * setter.sheet.height
    found: list[Piece] = []
    for group in _under_headings(blocks):
        made: list[Piece] = []
        for block in group:
            if made and isinstance(block, Prose) and block.clings:
                made[-1] = replace(made[-1], keep=True)
            made += whole(_SETTERS[type(block)](block, setter), room)
        found += whole(made, room) if isinstance(group[0], Heading) else made
    return found


def _under_headings(blocks: Sequence[Block]) -> list[list[Block]]:
    groups: list[list[Block]] = []
    for block in blocks:
        if not groups or isinstance(block, Heading | Quote | Opening):
            groups.append([])
        groups[-1].append(block)
    return groups


def _heading(block: Heading, setter: Setter) -> list[Piece]:
    paragraph = Paragraph(block.runs, "p-h3", 15, tag="H3")
    made = setter.text(paragraph, MEASURE, block.path)
    margin = (Run(block.reference),) if block.reference else ()
    return [
        Piece(made.rect.height + 2, (made,), before=20, keep=True, margin=margin, anchor=block.anchor, bookmark=words(block.runs), level=2)
    ]


def _prose(block: Prose, setter: Setter) -> list[Piece]:
    paragraph = Paragraph(block.runs, block.style, ROLES[block.style].sizes[0])
    return setter.paragraph(paragraph, before=7, path=block.path, keep=block.keep)


def _item(block: Item, setter: Setter) -> list[Piece]:
    return setter.item(block.runs, block.level, block.number, block.path, keep=block.keep)


def _quote(block: Quote, setter: Setter) -> list[Piece]:
    """Words between two rules, drawn in from the left."""
    text = setter.text(Paragraph(block.runs, "p-quote", 15), MEASURE - 20, block.path)
    items: list[Primitive] = [replace(text, rect=text.rect.moved(20, 6))]
    height = text.rect.height + 12
    if block.source:
        source = setter.text(Paragraph(block.source, "p-small", 9), MEASURE - 20)
        items.append(replace(source, rect=source.rect.moved(20, height - 2)))
        height += source.rect.height + 2
    bar = Shape(Rect(0, 0, 3, height), fill="accent")
    margin = (Run(block.reference),) if block.reference else ()
    return [Piece(height, (bar, *items), before=18, margin=margin, anchor=block.anchor)]


def _badges(block: Badges, setter: Setter) -> list[Piece]:
    row = pill_row(block.texts, setter.brand, lambda text, style: text_width(text, style, 9, setter.brand))
    return [Piece(18, row, before=6, keep=True)]


def _rules(block: Rules, setter: Setter) -> list[Piece]:
    line = line_to_write_on(setter.sheet.line, setter.sheet.width, block.says)
    return [Piece(setter.sheet.line, (line,), keep=_with_next(n + 1, block.count)) for n in range(block.count)]


def _with_next(number: int, count: int) -> bool:
    """Whether the ruled line of that number, from 1, stands on the page of the next: not the last, and not where lines may part."""
    return number < min(count, TOGETHER) or count - OVER < number < count


def _options(block: Options, setter: Setter) -> list[Piece]:
    """A box to tick, a letter, the option."""
    made: list[Piece] = []
    for number, runs in enumerate(block.options, 1):
        paragraph = Paragraph(runs, "p-body", 10.5, 0, "letter", number, 42, 20)
        text = setter.text(paragraph, MEASURE)
        square = Shape(BOX, stroke="primary", stroke_width=1.1, role="tick")
        asking = replace(text, asks=Field("tick", f"{chr(ord('A') + number - 1)}: {heard(runs)}", BOX))
        made.append(Piece(text.rect.height, (square, asking), before=8, keep=number < len(block.options)))
    return made


def _figure(block: Figure, _setter: Setter) -> list[Piece]:
    scale = min(MEASURE / block.width, FIGURE / block.height)
    rect = Rect(0, 0, block.width * scale, block.height * scale)
    return [Piece(rect.height, (Picture(rect, block.image, block.alt, path=block.path),), before=8)]


def _drawing(block: Drawing, setter: Setter) -> list[Piece]:
    rows = len(block.labels) * len(block.series) if block.kind == "bar" else 8
    room = Rect(0, 0, setter.sheet.width, min(FIGURE, 60.0 + 24.0 * rows))
    drawing = draw(block.kind, block.labels, block.series, Frame(room, setter.brand, 10.5))
    return [Piece(room.height, (Chart(room, block.kind, block.labels, block.series, block.alt, drawing, 10.5, path=block.path),), before=8)]


def _opening(block: Opening, setter: Setter) -> list[Piece]:
    """The band at the head of a section's first page, to the sheet's edges; its words begin at the page's margin."""
    sheet = setter.sheet
    band = Shape(Rect(0, 0, sheet.size.width, BAND), fill=block.color)
    kicker_role = "p-kicker" if block.color == "primary" else "p-kicker-light"
    kicker = setter.text(Paragraph((Run(block.kicker),), kicker_role, 9), sheet.width)
    steps = ROLES["p-band"].sizes
    made = [setter.text(Paragraph(block.title, "p-band", size, tag="H2"), sheet.width, block.path) for size in steps]
    title = next((text for text in made if len(text.lines) == 1), made[-1])
    items: tuple[Primitive, ...] = (band, _at(title, 0, 58), _at(kicker, 0, 38))
    return [Piece(BAND - TOP + 8, items, opens=True, keep=True, anchor=block.anchor, bookmark=words(block.title), level=1)]


def _at(text: TextBox, x: float, y: float) -> TextBox:
    return replace(text, rect=text.rect.moved(x, y))


_SETTERS: dict[type, Callable[[Any, Setter], list[Piece]]] = {
    Heading: _heading,
    Prose: _prose,
    Item: _item,
    Quote: _quote,
    Badges: _badges,
    Rules: _rules,
    Grid: grid,
    Rating: rating,
    Options: _options,
    Figure: _figure,
    Drawing: _drawing,
    Opening: _opening,
    Checks: checks,
    Turn: turn,
    RunSheet: run_sheet,
    CueCards: cue_cards,
    Miniatures: miniatures,
}
