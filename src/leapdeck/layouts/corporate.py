"""A client's own PowerPoint template as plain values: its layouts, their placeholders, how text in them looks. Points throughout."""

from __future__ import annotations

from msgspec import Struct

from leapdeck.assets import Picture as Image
from leapdeck.layouts.lists import Level
from leapdeck.scene import Align, Anchor, Picture, Rule, Shape
from leapdeck.units import Rect, Size

TITLES = ("title", "ctrTitle")
BODIES = ("body", "obj", "subTitle")
FOOTERS = ("ftr", "sldNum", "dt")


class Look(Struct, frozen=True):
    """How a level of a placeholder sets its text; `size` is the template's own, `font` a theme's voice or a font's name."""

    size: float
    font: str
    color: str
    level: Level
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    caps: bool = False
    leading: float = 1.2
    exact: float = 0.0


class Place(Struct, frozen=True):
    """A placeholder of a layout: what PowerPoint calls its kind, its number, the frame, in it the room for text, the color behind it."""

    kind: str
    index: int
    frame: Rect
    room: Rect
    anchor: Anchor
    looks: tuple[Look, ...]
    ground: str = "#FFFFFF"


class Letters(Struct, frozen=True):
    """A stretch of static text, and how it looks."""

    text: str
    look: Look


class Words(Struct, frozen=True):
    """Static text of a master or a layout: the room for it and, for each paragraph, its stretches; those are of one alignment."""

    rect: Rect
    paragraphs: tuple[tuple[Letters, ...], ...]
    anchor: Anchor = "top"


Drawn = Shape | Rule | Picture | Words
"""What a master or a layout draws itself; colors are values, pictures are named by their keys."""


class ClientLayout(Struct, frozen=True):
    """One layout of a template; `part` is its path in the file, `master` counts from 0, `ground` is a color.

    `body` is the frame of its master's text, `bands` are forms across it with their colors; `pictured`: a picture lies
    behind its text.
    `upright`: no text of it is turned. `drawn` is what it and its master draw themselves, from the back to the front.
    """

    name: str
    part: str
    kind: str
    master: int
    ground: str
    places: tuple[Place, ...]
    body: Rect | None = None
    bands: tuple[tuple[Rect, str], ...] = ()
    pictured: bool = False
    upright: bool = True
    drawn: tuple[Drawn, ...] = ()

    @property
    def titles(self) -> tuple[Place, ...]:
        """The places of its title."""
        return tuple(place for place in self.places if place.kind in TITLES)

    @property
    def bodies(self) -> tuple[Place, ...]:
        """The places for text, in reading order."""
        return tuple(place for place in self.places if place.kind in BODIES)

    def behind(self, rect: Rect) -> str:
        """The color behind a rectangle: a band's, or else the ground."""
        return next((color for band, color in reversed(self.bands) if band.contains(rect, tolerance=rect.height / 4)), self.ground)

    def of(self, kind: str) -> tuple[Place, ...]:
        """The places of a kind."""
        return tuple(place for place in self.places if place.kind == kind)


class ClientTemplate(Struct, frozen=True):
    """A template that was read; `colors` are the theme's twelve slots, `fonts` its two voices' fonts.

    `size` is that of its slides, `scale` what was divided by to make them about 540 points high. `images` are the pictures that
    its layouts draw, by key.
    """

    name: str
    size: Size
    scale: float
    layouts: tuple[ClientLayout, ...]
    colors: dict[str, str]
    fonts: dict[str, str]
    titling: tuple[Look, ...] = ()
    images: dict[str, Image] = {}

    def layout(self, name: str) -> ClientLayout | None:
        """The layout of that name."""
        return next((layout for layout in self.layouts if layout.name == name), None)
