"""Slides on paper: two, three or six to a page, with lines for notes beside those that stand alone in their row."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from leapdeck.blocks import Miniature, Miniatures
from leapdeck.paper.mastheads import again, masthead
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.richtext import Run
from leapdeck.scene import Inset, Paragraph, Primitive, Rule, Shape
from leapdeck.units import MM, Rect

GUTTER = 20.0
CAPTION = 20.0
"""The room below a picture that its caption takes."""
LINE = 8 * MM
RATIO = 9 / 16
HEAD_ROOM = 14.0


def miniatures(block: Miniatures, setter: Setter) -> list[Piece]:
    """A head, and a piece for each row of slides; every page has the same grid below the same head."""
    head = masthead(block.masthead, setter)
    head = replace(head, height=head.height + HEAD_ROOM)
    height = (setter.sheet.height - head.height) / block.rows
    rows = [block.slides[at : at + block.columns] for at in range(0, len(block.slides), block.columns)]
    return [head, *(replace(_row(row, block, height, setter), repeat=again(head)) for row in rows)]


def _row(row: tuple[Miniature, ...], block: Miniatures, height: float, setter: Setter) -> Piece:
    whole = setter.sheet.width
    cell = (whole - GUTTER) / 2 if block.columns == 2 or block.ruled else whole
    width = min(cell, (height - CAPTION - 8) / RATIO)
    items: list[Primitive] = []
    for column, slide in enumerate(row):
        items += _picture(slide, Rect(column * (cell + GUTTER), 0, width, width * RATIO), setter)
    if block.ruled:
        items += _lines(Rect(cell + GUTTER, 0, whole - cell - GUTTER, height - CAPTION))
    return Piece(height, tuple(items), anchor=f"slide/{row[0].scene}", bookmark=" / ".join(slide.bookmark for slide in row), level=2)


def _picture(slide: Miniature, rect: Rect, setter: Setter) -> Iterator[Primitive]:
    yield Inset(rect, slide.scene, slide.alt)
    yield Shape(rect, stroke="line", stroke_width=0.75)
    caption = setter.text(Paragraph((Run(slide.caption),), "p-label", 9), rect.width)
    yield replace(caption, rect=caption.rect.moved(rect.x, rect.bottom + 4))


def _lines(rect: Rect) -> Iterator[Rule]:
    """Lines to write on beside a picture, the first one a line's height below its top."""
    for n in range(1, int(rect.height / LINE) + 1):
        yield Rule(Rect(rect.x, rect.y + n * LINE, rect.width, 0), "muted", 0.6)
