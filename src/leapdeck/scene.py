"""One finished sheet, a slide or a page: positioned primitives, data only.

A text box carries its text twice, made together by one engine: `paragraphs` (what PowerPoint sets into a
placeholder) and `lines` (broken and placed, for PDF and pictures). Colors are roles of the brand's palette
("ink", "accent"), never values. Positions inside a primitive count from its own `rect`'s left top corner,
so that moving it is one new rect.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from leapdeck.diagnostics import Path
from leapdeck.richtext import Run
from leapdeck.units import Rect, Size

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
Bullet = Literal["", "square", "dash", "disc", "number", "letter"]
Geometry = Literal["rect", "round", "soft", "ellipse", "chevron", "diamond", "triangle", "free"]
"""A "round" form is a pill, of a "soft" one the corners alone are round, a "free" one is drawn with a pen."""


class Field(Struct, frozen=True):
    """A place to fill in: where paper has a rule, an empty cell, a circle or a box to tick.

    It asks for a "line" or several "lines" of text, is a "tick" of its own or one "choice" of a group of one `name`, standing
    for its `value`. `says` is what is asked, never an answer; `group` is what all choices of a name ask together.
    `rect` counts from the left top corner of what the field stands in; of a span, from the line's baseline and its box's
    left edge; lines in a cell fill it. `size` is that of the typed text in points, 0 as it fits.
    """

    kind: Literal["line", "lines", "tick", "choice"]
    says: str
    rect: Rect = Rect(0, 0, 0, 0)
    size: float = 10.5
    name: str = ""
    value: str = ""
    group: str = ""


class Paragraph(Struct, frozen=True):
    """Runs set in one text role.

    `style` names a text role of the brand (face, weight, color, leading); `size` is the step of its scale in points.
    `indent` is the left edge of the text, `hang` how far the bullet stands left of it; `before` is the space above.
    `number` is the count of a "number" or "letter" bullet. `tag` is the PDF structure type of a paragraph without bullet.
    """

    runs: tuple[Run, ...]
    style: str
    size: float
    level: int = 0
    bullet: Bullet = ""
    number: int = 0
    indent: float = 0.0
    hang: float = 0.0
    before: float = 0.0
    align: Align = "left"
    tag: str = "P"


class Span(Struct, frozen=True):
    """A stretch of a line in one face.

    `x` counts from the box's left edge; `face` is a key of the brand's faces ("text-bold"); `kerns` are pairs of
    (characters before it, shift in thousandths of the size, as added to the advance). `blank` is a rule to write
    on, `width` long, with no text; `asks` says what for, and `field` takes its place on a screen. `link` is a URL or
    "#id" of a scene or a page's anchor. `ref` names what a late-bound number stands for.
    """

    x: float
    width: float
    text: str
    face: str
    size: float
    color: str
    link: str = ""
    blank: bool = False
    ref: str = ""
    kerns: tuple[tuple[int, float], ...] = ()
    tracking: float = 0.0
    asks: str = ""
    field: Field | None = None


class Line(Struct, frozen=True):
    """One set line. `baseline` counts from the box's upper edge; `label` is the bullet or number before it."""

    baseline: float
    spans: tuple[Span, ...]
    paragraph: int
    label: Span | None = None
    hyphenated: bool = False


class TextBox(Struct, frozen=True):
    """Text in a rectangle, with a shape behind it where `fill` or `stroke` is set.

    `slot` is the placeholder of the scene's layout that holds it ("" for a loose box). `key` is the same for the
    parts of one text that runs over several pages. `role` "decoration" is read by nobody (an artifact); such a text may
    be `turned` upside down in its rectangle, on paper. `whole`: its line is never broken, and where a computer has a wider
    font it runs over its rectangle's edges instead. `asks` is what could be filled in here, and painted by nobody;
    `field` is what can be.
    """

    rect: Rect
    paragraphs: tuple[Paragraph, ...] = ()
    lines: tuple[Line, ...] = ()
    slot: str = ""
    role: str = "body"
    path: Path = ()
    anchor: Anchor = "top"
    key: str = ""
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    geometry: Geometry = "rect"
    link: str = ""
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    turned: bool = False
    whole: bool = False
    asks: Field | None = None
    field: Field | None = None


class Stroke(Struct, frozen=True):
    """A stroke of a pen, or a move to where the next one begins: x and y of its points, in shares of the form's rectangle.

    A curve is one of Bézier's: two handles, and where it ends.
    """

    kind: Literal["move", "line", "curve", "close"]
    at: tuple[float, ...] = ()


class Shape(Struct, frozen=True):
    """A drawn form without text. `alpha` is its opacity, 0 to 1; without `alt` it is decoration. Its role "tick" is to be ticked.

    `corner` is how round the corners of a "soft" one are, as a share of its shorter side, `strokes` are those of a "free" one:
    neither is a form of ours, only of what clients' templates draw, and no deck is written from them.
    """

    rect: Rect
    geometry: Geometry = "rect"
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    alpha: float = 1.0
    alt: str = ""
    role: str = "decoration"
    path: Path = ()
    link: str = ""
    corner: float = 0.0
    strokes: tuple[Stroke, ...] = ()


class Rule(Struct, frozen=True):
    """A straight line from the rect's left top to its right bottom corner (a rect of no height or no width).

    `asks` is what is to be written on it.
    """

    rect: Rect
    color: str = "line"
    width: float = 1.0
    role: str = "decoration"
    path: Path = ()
    asks: Field | None = None


class Picture(Struct, frozen=True):
    """A picture that fills its rect; `crop` are the fractions cut off left, top, right, bottom. `image` is a key of the assets.

    `alpha` is its opacity, 0 to 1, which only clients' templates make use of: no deck is written with it.
    """

    rect: Rect
    image: str
    alt: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    slot: str = ""
    role: str = "picture"
    path: Path = ()
    alpha: float = 1.0


class Cell(Struct, frozen=True):
    """One cell; `text.rect` counts from the table's left top corner and is the whole cell, `text.insets` its padding."""

    text: TextBox
    fill: str = ""
    header: bool = False


class Table(Struct, frozen=True):
    """A table: `columns` and `heights` in points; `header` counts the heading rows on this sheet.

    `repeated` says that those rows are drawn again after a page break. `key` ties the parts of one table together.
    `row_headers`: the first column names its row. `ruled` draws hairlines between columns too. `part` names what comes on
    a click of its own.
    """

    rect: Rect
    columns: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: int = 1
    repeated: bool = False
    row_headers: bool = False
    ruled: bool = False
    slot: str = ""
    role: str = "table"
    path: Path = ()
    key: str = ""
    summary: str = ""
    part: str = ""


class Series(Struct, frozen=True):
    """One row of numbers of a chart, in one color role (a pie: one color role for each value)."""

    name: str
    values: tuple[float, ...]
    colors: tuple[str, ...]


class Chart(Struct, frozen=True):
    """A chart: the numbers for PowerPoint's native one, and `drawing`, the same set in primitives, for PDF and pictures."""

    rect: Rect
    kind: Literal["bar", "column", "line", "pie"]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    drawing: tuple[TextBox | Shape | Rule | Wedge, ...] = ()
    text_size: float = 14.0
    slot: str = ""
    role: str = "chart"
    path: Path = ()


class Wedge(Struct, frozen=True):
    """A pie's slice, only in a chart's drawing: degrees clockwise from the top, in the circle that its rect encloses."""

    rect: Rect
    start: float
    sweep: float
    fill: str


class Inset(Struct, frozen=True):
    """A slide in small, on paper: the scene of that id, drawn whole into the rect, which has the slide's proportions."""

    rect: Rect
    scene: str
    alt: str
    role: str = "inset"
    path: Path = ()


Primitive = TextBox | Shape | Rule | Picture | Table | Chart | Inset


class Note(Struct, frozen=True):
    """A paragraph of speaker notes. `heading` marks a label such as "Ask"; `level` -1 is no list, 0 the first level of one."""

    runs: tuple[Run, ...]
    heading: bool = False
    level: int = -1
    number: int = 0


class Scene(Struct, frozen=True):
    """One slide. `layout` names an entry of the slot table, `sizes` the steps that differ from its first ones.

    `reveal` names the slots that come paragraph by paragraph, and the parts of a table. `items` stand in reading order, title first.
    `title` is the slide's accessible name: that of its title placeholder, or one made for slides without.
    """

    id: str
    number: int
    layout: str
    title: str
    items: tuple[Primitive, ...]
    sizes: tuple[tuple[str, float], ...] = ()
    notes: tuple[Note, ...] = ()
    section: str = ""
    hidden: bool = False
    reveal: tuple[str, ...] = ()
    path: Path = ()
    template_layout: str = ""
    minutes: float = 0.0


class Section(Struct, frozen=True):
    """A PowerPoint section: its name and how many scenes it holds, in order."""

    name: str
    scenes: int


class Properties(Struct, frozen=True):
    """What a finished file says of itself."""

    title: str
    language: str
    author: str
    subject: str = ""
    client: str = ""


class Deck(Struct, frozen=True):
    """All slides of one workshop for one client, in order; every scene stands in exactly one section."""

    size: Size
    properties: Properties
    scenes: tuple[Scene, ...]
    sections: tuple[Section, ...] = ()
    footer: str = ""


class Page(Struct, frozen=True):
    """One page of paper. `label` is the number printed on it; `anchors` are the ids that links may name, with their y."""

    size: Size
    items: tuple[Primitive, ...]
    label: str = ""
    anchors: tuple[tuple[str, float], ...] = ()
    bookmarks: tuple[tuple[int, str, str], ...] = ()


class Sheets(Struct, frozen=True):
    """A paginated document, ready to be painted. A bookmark is (level from 0, title, anchor); insets show slides of `deck`."""

    properties: Properties
    pages: tuple[Page, ...]
    deck: Deck | None = None
