"""The head of what has no cover, and lists to tick."""

from __future__ import annotations

from itertools import zip_longest

from msgspec.structs import replace

from leapdeck.blocks import Checks, Masthead
from leapdeck.layouts.fitting import fits
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.richtext import Run, words
from leapdeck.scene import Paragraph, Primitive, Shape, TextBox
from leapdeck.units import Rect

BOX = 9.0
"""A box to tick."""
COLUMNS = 2


def masthead(block: Masthead, setter: Setter) -> Piece:
    """What it is, the title at the largest step that takes one line, the facts."""
    width = setter.sheet.width
    kicker = setter.text(Paragraph((Run(block.kicker.upper()),), "p-eyebrow", 9), width)
    sizes = (28.0, 20.0)
    steps = [Paragraph(block.title, "p-title", size, tag=block.tag) for size in sizes]
    chosen = next((step for step in steps if fits((step,), Rect(0, 0, width, step.size * 1.2), setter.brand)), steps[-1])
    parts: list[TextBox] = [kicker, setter.text(chosen, width)]
    if block.facts:
        parts.append(setter.text(Paragraph((Run(block.facts),), "p-small", 9), width))
    items: list[Primitive] = []
    y = 0.0
    for part in parts:
        items.append(replace(part, rect=part.rect.moved(0, y)))
        y += part.rect.height + 2
    named = words(block.title) if block.tag == "H1" else block.kicker
    return Piece(y, tuple(items), keep=True, fresh=True, anchor=block.anchor, bookmark=named if block.anchor else "", level=1)


def again(piece: Piece) -> Piece:
    """A head drawn on a further page, where it is not read again."""
    items = tuple(replace(item, role="header") if isinstance(item, TextBox) else item for item in piece.items)
    return replace(piece, items=items, anchor="", bookmark="", fresh=False)


def checks(block: Checks, setter: Setter) -> list[Piece]:
    """Two columns of boxes to tick, read down row by row."""
    heading = setter.text(Paragraph((Run(block.title),), "p-h3", 15, tag=block.tag), setter.sheet.width)
    wide = setter.sheet.width / COLUMNS
    rows = list(zip_longest(*(iter(block.items),) * COLUMNS))
    made = [_row([runs for runs in row if runs], setter, wide, last=row is rows[-1]) for row in rows]
    return [Piece(heading.rect.height + 2, (heading,), before=26, keep=True), *made]


def _row(row: list[tuple[Run, ...]], setter: Setter, wide: float, *, last: bool) -> Piece:
    items: list[Primitive] = []
    height = 0.0
    for column, runs in enumerate(row):
        x = column * wide
        text = setter.text(Paragraph(runs, "p-body", 10.5), wide - 32)
        items += [Shape(Rect(x, 3, BOX, BOX), stroke="primary", stroke_width=1.0), replace(text, rect=text.rect.moved(x + 16, 0))]
        height = max(height, text.rect.height)
    return Piece(height, tuple(items), before=4, keep=not last)
