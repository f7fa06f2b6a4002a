"""Which layout of a client's template serves which of ours: type before name before signature."""

from __future__ import annotations

from functools import lru_cache

import pytest

from leapdeck.diagnostics import Position
from leapdeck.layouts.corporate import ClientTemplate
from leapdeck.layouts.serving import serving
from leapdeck.powerpoint.corporate.reading import open_and_read
from templates import GERMAN, JAPANESE, PORTUGUESE, template


@lru_cache
def read(name: str) -> ClientTemplate:
    """A template of the list as plain values."""
    return open_and_read(template(name), name, Position(name))


ENGLISH = ("Title Slide", "Title and Content", "Section Header", "Comparison", "Title Only", "Blank", "Picture with Caption")


@pytest.mark.parametrize(
    ("name", "names"), [("office", ENGLISH), ("german-untyped", GERMAN), ("portuguese-untyped", PORTUGUESE), ("japanese", JAPANESE)]
)
def test_layouts_are_known_in_many_languages(name: str, names: tuple[str, ...]) -> None:
    """Each purpose finds its layout, with PowerPoint's word for it or by its name alone."""
    ours = ("title", "points", "section", "columns-2", "title-only", "picture-half")
    wanted = (*names[:5], names[6])
    assert {mine: serving(mine, read(name)).layout.name for mine in ours} == dict(zip(ours, wanted, strict=True))


def test_it_says_why() -> None:
    """What spoke for a layout is told, and that a slide is composed where none did."""
    assert serving("points", read("office")).why == "type, name, signature"
    assert serving("points", read("german-untyped")).why == "name, signature"
    assert serving("quiz-4", read("office")).why == "composed on title only (type, name, signature)"
    assert serving("points", read("no-title")).why == "composed on blank (type)"


def test_a_place_too_small_for_a_list_is_no_place_for_it() -> None:
    """A layout whose text has no room serves nothing: the list is composed on a title's layout."""
    assert not serving("points", read("tiny-body")).filled
    assert not serving("points", read("huge-title")).filled
    assert serving("points", read("office")).filled


def test_grounds_are_read() -> None:
    """A layout's own ground rules over its master's; a theme's dark map makes dark slides."""
    grounds = {layout.name: layout.ground for layout in read("dark-titles").layouts}
    assert (grounds["Title Slide"], grounds["Title Only"]) == ("#004B5A", "#FFFFFF")
    assert {layout.ground for layout in read("dark").layouts} == {"#0E1726"}


def test_looks_are_inherited() -> None:
    """Sizes, fonts, alignment and bullets come from the placeholder, its layout, its master, in this order."""
    layouts = {layout.name: layout for layout in read("dark-titles").layouts}
    title = layouts["Title and Content"].titles[0].looks[0]
    assert (title.size, title.font, title.align, title.bold, title.caps, title.color) == (36.0, "Georgia", "center", True, True, "#007A87")
    first, second = layouts["Title and Content"].bodies[0].looks
    assert (first.size, second.size, first.level.bullet) == (28.0, 24.0, "disc")
    assert (first.level.indent, first.level.hang, first.level.space) == (18.0, 18.0, 10.0)


def test_small_slides_are_read_as_if_they_were_540_points_high() -> None:
    """A slide of 720 by 405 points is composed as one of 960 by 540."""
    small = read("small-slides")
    assert (small.size.width, small.size.height, small.scale) == (960.0, 540.0, 0.75)
    assert small.layouts[1].titles[0].looks[0].size == 40.0
