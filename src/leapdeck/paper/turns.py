"""A slide's row in the facilitator's guide: the picture and its facts at the left, what to say and do at the right.

The first piece holds the whole left column and as much of the right one as stands beside it; what is longer goes on
line by line, over the page's end too, where the row is named again.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from leapdeck.blocks import Part, Turn
from leapdeck.brand.type import ROLES
from leapdeck.layouts.fitting import box
from leapdeck.layouts.setting import text_width
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.richtext import Passage, Run
from leapdeck.scene import Inset, Paragraph, Primitive, Rule, Shape, TextBox
from leapdeck.units import Rect

GAP = 22.0
"""Between the two columns."""
HEAD = 12.0
"""From a row's rule to what stands below it."""
AGAIN = 30.0
PILL = 17.0
WHOLE = 0.36
"""A row that takes no more than that share of a page is never parted."""
LAST = 90.0
"""At least so much of a row stands on the page where it ends."""
LABEL_ROOM = 2.0
"""Between a label and what it heads."""


def turn(block: Turn, setter: Setter) -> list[Piece]:
    """The row as pieces: the first one is never parted, the others may be."""
    third = setter.sheet.width / 3
    left = _left(block, setter, third)
    right = _held(_right(block, setter, setter.sheet.width - third - GAP))
    least = max((item.rect.bottom for item in left), default=0.0)
    taken, height = _beside(right, max(least, _tall(right)) if _tall(right) <= WHOLE * setter.sheet.height else least)
    items = _row(block, setter, left, [*_stacked(right[:taken], third + GAP)])
    goes_on = taken < len(right) and right[taken - 1].keep
    first = Piece(height + HEAD, items, before=16, keep=goes_on, anchor=block.anchor, bookmark=block.name, level=2)
    again = _again(block, setter, third)
    rest = (replace(piece, items=tuple(_shifted(item, third + GAP) for item in piece.items), repeat=again) for piece in right[taken:])
    return [first, *rest]


def _row(block: Turn, setter: Setter, left: list[Primitive], right: list[Primitive]) -> tuple[Primitive, ...]:
    """Both columns below a rule, read from the title over the picture to what is said; below a band there is no rule."""
    rule = Rule(Rect(0, 0, setter.sheet.width, 0), "primary", 0.75)
    titles = 1 if block.title else 0
    read = (*right[:titles], *left, *right[titles:])
    return (*((rule,) if block.title else ()), *(replace(item, rect=item.rect.moved(0, HEAD)) for item in read))


def _beside(right: list[Piece], least: float) -> tuple[int, float]:
    """How many pieces of the right column stand beside the left one, which is so high, and how high both are together."""
    height = 0.0
    for count, piece in enumerate(right):
        if height >= least and count and not right[count - 1].keep:
            return count, height
        height += piece.height + (piece.before if count else 0.0)
    return len(right), max(height, least)


def _held(right: list[Piece]) -> list[Piece]:
    """The column with its end held together: a page that begins with the last line of a row has little to say."""
    made, height = list(right), 0.0
    for n in range(len(made) - 1, 0, -1):
        height += made[n].before + made[n].height
        if height >= LAST:
            break
        made[n - 1] = replace(made[n - 1], keep=True)
    return made


def _tall(pieces: list[Piece]) -> float:
    return sum(piece.before + piece.height for piece in pieces)


def _left(block: Turn, setter: Setter, width: float) -> list[Primitive]:
    """Picture, time and minutes, facts, warnings, one below the other."""
    items: list[Primitive] = []
    y = 0.0
    if block.scene:
        rect = Rect(0, 0, width, width * 9 / 16)
        items += [Inset(rect, block.scene, block.alt, path=block.path), Shape(rect, stroke="line", stroke_width=0.75)]
        y = rect.bottom + 7
    if block.time or block.minutes:
        when = Rect(0, y, width, 26)
        items += _when(block, setter, when)
        y = when.bottom + 2
    for number, fact in enumerate(block.facts):
        made = setter.text(Paragraph((Run(fact),), "p-strong" if number == 0 else "p-small", 9), width)
        items.append(replace(made, rect=made.rect.moved(0, y)))
        y += made.rect.height + 1
    for warning in block.warnings:
        items.append(_pill(warning, setter, y + 4))
        y += PILL + 5
    return items


def _when(block: Turn, setter: Setter, rect: Rect) -> Iterator[Primitive]:
    """The clock time large, the minutes beside it; without a start the minutes are large."""
    if not block.time:
        yield box((Paragraph((Run(block.minutes),), "p-number", 20),), rect, setter.brand)
        return
    yield box((Paragraph((Run(block.time),), "p-number", 20),), rect, setter.brand)
    if block.minutes:
        yield box((Paragraph((Run(block.minutes),), "p-strong", 10.5, align="right"),), replace(rect, y=rect.y + 5), setter.brand)


def _pill(text: str, setter: Setter, y: float) -> TextBox:
    width = text_width(text, "p-badge", 9, setter.brand) + 18
    made = box((Paragraph((Run(text),), "p-badge", 9, align="center"),), Rect(0, y, width, PILL), setter.brand, anchor="middle")
    return replace(made, geometry="round", fill="accent")


def _right(block: Turn, setter: Setter, width: float) -> list[Piece]:
    found: list[Piece] = []
    if block.title:
        title = setter.text(Paragraph(block.title, "p-h3", 15, tag="H3"), width, block.path)
        found.append(Piece(title.rect.height, (title,), keep=bool(block.parts)))
    for part in block.parts:
        found += _part(part, setter, width)
    return found


def _part(part: Part, setter: Setter, width: float) -> Iterator[Piece]:
    label = setter.text(Paragraph((Run(part.label.upper()),), "p-cue", 9), width)
    yield Piece(label.rect.height + LABEL_ROOM, (label,), before=9, keep=True)
    for number, passage in enumerate(part.passages):
        pieces = _passage(passage, "p-say" if part.leading else "p-body", setter, width)
        yield replace(pieces[0], before=0.0 if number == 0 else pieces[0].before)
        yield from pieces[1:]


def _passage(passage: Passage, style: str, setter: Setter, width: float) -> list[Piece]:
    if passage.level >= 0:
        return setter.item(passage.runs, min(passage.level, 1), passage.number, width=width)
    return setter.paragraph(Paragraph(passage.runs, style, ROLES[style].sizes[0]), before=5, width=width)


def _again(block: Turn, setter: Setter, third: float) -> Piece:
    """The row's name at the head of the page that it goes on to, drawn and not read again."""
    room = Rect(0, 0, third, 13)
    wide = Rect(third + GAP, 0, setter.sheet.width - third - GAP, 13)
    texts = (((block.time,), "p-strong", room), ((block.again,), "p-label", wide))
    made = (box((Paragraph((Run(said[0]),), style, 9),), rect, setter.brand, role="decoration") for said, style, rect in texts if said[0])
    rule = Rule(Rect(0, 0, setter.sheet.width, 0), "line", 0.75)
    return Piece(AGAIN, (rule, *(replace(one, rect=one.rect.moved(0, 7)) for one in made)))


def _stacked(pieces: list[Piece], x: float) -> Iterator[Primitive]:
    y = 0.0
    for number, piece in enumerate(pieces):
        y += piece.before if number else 0.0
        yield from (replace(item, rect=item.rect.moved(x, y)) for item in piece.items)
        y += piece.height


def _shifted(item: Primitive, x: float) -> Primitive:
    return replace(item, rect=item.rect.moved(x, 0))
