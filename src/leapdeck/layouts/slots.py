"""Slots and layouts of slides: what they are, the grid that they stand on, and what most layouts have.

A slide is 960 × 540 points: 48 at the sides, 12 columns with gutters of 16, a baseline grid of 8.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from leapdeck.layouts.lists import SLIDE_LEVELS, Level
from leapdeck.scene import Anchor, Picture, Rule, Shape, TextBox
from leapdeck.units import Rect, Size

SLIDE = Size(960, 540)
MARGIN = 48.0
GUTTER = 16.0
WIDTH = SLIDE.width - 2 * MARGIN
COLUMN = (WIDTH - 11 * GUTTER) / 12
BODY_TOP = 136.0
BODY_BOTTOM = 488.0
Mark = Shape | Rule | TextBox | Picture
"""What a layout has on it beside its places."""
Placeholder = Literal["", "title", "ctrTitle", "subTitle", "body", "obj", "pic", "tbl", "chart", "ftr", "sldNum"]


class Slot(Struct, frozen=True):
    """A place for one thing: its rectangle, the kind of placeholder PowerPoint has there ("": none), the text role it sets.

    `whole`: its one line is never broken (a number, a label). Where it is a placeholder of a client's template, `index` is its
    number there, `levels` are its own and `size` is that of its first level; `moved` says that slides put it elsewhere than the
    template does, as something else must stand beside it.
    """

    name: str
    rect: Rect
    placeholder: Placeholder
    role: str = "body"
    anchor: Anchor = "top"
    prompt: str = ""
    align: Literal["left", "center", "right"] = "left"
    levels: tuple[Level, ...] = SLIDE_LEVELS
    index: int = -1
    size: float = 0.0
    moved: bool = False
    whole: bool = False

    @property
    def theirs(self) -> bool:
        """Whether a client's template says how text in it looks."""
        return self.index >= 0


FOOTER = (
    Slot("footer", Rect(MARGIN, 504, 640, 16), "ftr", "footer", "middle"),
    Slot("number", Rect(MARGIN + WIDTH - 64, 504, 64, 16), "sldNum", "footer", "middle", align="right"),
)


class Layout(Struct, frozen=True):
    """A slide layout: what it is called in PowerPoint, its ground, its slots in reading order, its fixed marks.

    `areas` are the places of what no placeholder holds: a logo, a bar, badges. `furniture` are the marks that each slide
    brings along by itself, as a client's layout has none of them; `omitted` are the slots that it has no room for.
    `light`: a logo stands on a light ground. `marks` of a client's layout are what it draws itself, `part` is where it lies in
    the template. `type` is PowerPoint's own word for the layout (ECMA-376, ST_SlideLayoutType), "" where it has none.
    """

    name: str
    title: str
    slots: tuple[Slot, ...]
    ground: str = "paper"
    marks: tuple[Mark, ...] = ()
    footers: tuple[Slot, ...] = FOOTER
    type: str = ""
    areas: tuple[tuple[str, Rect], ...] = ()
    furniture: tuple[Mark, ...] = ()
    omitted: tuple[str, ...] = ()
    light: bool = False
    part: str = ""

    def slot(self, name: str) -> Slot:
        """The slot of that name; KeyError where the layout has none."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(f"the layout {self.name} has no slot {name}")

    def area(self, name: str) -> Rect | None:
        """The place of that name, None where the layout has no room for it."""
        return dict(self.areas).get(name)


def columns(first: int, count: int) -> tuple[float, float]:
    """Left edge and width, in points, of `count` of the twelve columns from the one numbered `first` (from 0)."""
    return MARGIN + first * (COLUMN + GUTTER), count * COLUMN + (count - 1) * GUTTER


def body_rect(first: int = 0, count: int = 12, top: float = BODY_TOP, bottom: float = BODY_BOTTOM) -> Rect:
    """The rectangle of some columns between two heights."""
    left, width = columns(first, count)
    return Rect(left, top, width, bottom - top)


TITLE = Slot("title", Rect(MARGIN, 24, WIDTH, 80), "title", "title", "bottom", "Title")
TITLE_RULE = Shape(Rect(MARGIN, 112, 48, 4), fill="accent")
SIDE_BAR = Shape(Rect(0, 0, 12, SLIDE.height), fill="accent")


def text_slot(name: str, rect: Rect, role: str = "body", anchor: Anchor = "top", prompt: str = "Text", *, whole: bool = False) -> Slot:
    """A slot for text in a body placeholder."""
    return Slot(name, rect, "body", role, anchor, prompt, whole=whole)


def titled(
    name: str,
    title: str,
    *slots: Slot,
    marks: tuple[Mark, ...] = (),
    type: str = "",
    areas: tuple[tuple[str, Rect], ...] = (),
) -> Layout:
    """A layout below the usual title and its rule."""
    return Layout(name, title, (TITLE, *slots), marks=(TITLE_RULE, *marks), type=type, areas=areas)
