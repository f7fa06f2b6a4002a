"""Little ink: grounds become outlines, bands become the rules along their edges; words and marks stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from leapdeck.brand.model import Brand
from leapdeck.scene import Deck, Page, Picture, Primitive, Rule, Shape, Table, TextBox
from leapdeck.units import Rect, Size

MARK = 8.0
"""A form no wider or higher than that is a mark, and may be filled."""
LIGHT = ("", "paper", "mist")
"""Grounds that hardly show: nothing takes their place in a table."""
EDGE = 0.5
NEAR = 14.0
"""A rule so near to the sheet's edge would not be printed whole, and is left out; so is a stripe along it."""
WIDE = 0.3
"""A picture that decorates, and covers more than that share of a slide, is a ground."""
LINE = "ink"
WIDTH = 1.0


def inked(pages: Iterable[Page], brand: Brand) -> tuple[Page, ...]:
    """Pages as they are printed: with little ink where the brand is sparing, everything at its place."""
    if not brand.sparing:
        return tuple(pages)
    return tuple(replace(page, items=tuple(outlined(page.items, page.size))) for page in pages)


def outlined(items: Iterable[Primitive], size: Size) -> Iterator[Primitive]:
    """What stands on a page or a slide of a size, without any filled ground."""
    for item in items:
        yield from _OUTLINED.get(type(item), _as_it_is)(item, size)


def with_other_marks(deck: Deck, marks: Mapping[str, str]) -> Deck:
    """A deck whose logos are others: by the keys of their pictures, from those that dark grounds show to those for white."""
    scenes = (replace(scene, items=tuple(_other_mark(item, marks) for item in scene.items)) for scene in deck.scenes)
    return replace(deck, scenes=tuple(scenes))


def _other_mark(item: Primitive, marks: Mapping[str, str]) -> Primitive:
    return replace(item, image=marks.get(item.image, item.image)) if isinstance(item, Picture) and item.role == "logo" else item


def _as_it_is(item: Primitive, _size: Size) -> Iterator[Primitive]:
    yield item


def _shape(item: Shape, size: Size) -> Iterator[Primitive]:
    if item.fill in ("", "paper") or min(item.rect.width, item.rect.height) <= MARK:
        yield item
    elif item.alt or item.geometry != "rect" or not _at_an_edge(item.rect, size):
        yield replace(item, fill="", stroke=item.stroke or LINE, stroke_width=WIDTH)
    elif min(item.rect.width, item.rect.height) > NEAR:
        yield from (Rule(edge, LINE, WIDTH) for edge in _inner_edges(item.rect, size))


def _at_an_edge(rect: Rect, size: Size) -> bool:
    return rect.x <= EDGE or rect.y <= EDGE or rect.right >= size.width - EDGE or rect.bottom >= size.height - EDGE


def _inner_edges(rect: Rect, size: Size) -> Iterator[Rect]:
    """The edges of a band that can be seen: not those along the sheet's own, nor too near to them."""
    for x in (rect.x, rect.right):
        if NEAR < x < size.width - NEAR:
            yield Rect(x, rect.y, 0, rect.height)
    for y in (rect.y, rect.bottom):
        if NEAR < y < size.height - NEAR:
            yield Rect(rect.x, y, rect.width, 0)


def _picture(item: Picture, size: Size) -> Iterator[Primitive]:
    """A picture; one that is the ground of a slide is left out."""
    if item.role != "decoration" or item.rect.width * item.rect.height < WIDE * size.width * size.height:
        yield item


def _text_box(item: TextBox, _size: Size) -> Iterator[Primitive]:
    yield replace(item, fill="", stroke=item.stroke or LINE, stroke_width=WIDTH) if item.fill not in ("", "paper") else item


def _table(item: Table, _size: Size) -> Iterator[Primitive]:
    """A table; under each row that had a strong ground there is a rule."""
    yield replace(item, rows=tuple(tuple(replace(cell, fill="") for cell in row) for row in item.rows))
    down = item.rect.y
    for height, row in zip(item.heights, item.rows, strict=True):
        down += height
        if any(cell.fill not in LIGHT for cell in row):
            yield Rule(Rect(item.rect.x, down, item.rect.width, 0), LINE, WIDTH)


_OUTLINED: dict[type, Callable[[Any, Size], Iterator[Primitive]]] = {Shape: _shape, Picture: _picture, TextBox: _text_box, Table: _table}
