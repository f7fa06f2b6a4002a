"""What stands on paper, in order: data only, no places, no pages.

A block's texts are already those of its reader: a participant's blocks hold rules where the words of gaps were.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from leapdeck.diagnostics import Path
from leapdeck.richtext import Passage, Run
from leapdeck.scene import Deck, Properties, Series

Runs = tuple[Run, ...]


class Heading(Struct, frozen=True):
    """A slide's heading: `anchor` is the slide's id, `reference` what stands in the margin ("slide 8")."""

    runs: Runs
    anchor: str = ""
    reference: str = ""
    path: Path = ()


class Prose(Struct, frozen=True):
    """A paragraph in one of the page's text roles; `keep` holds it together with what follows, `clings` with what stands above."""

    runs: Runs
    style: str = "p-body"
    keep: bool = False
    clings: bool = False
    path: Path = ()


class Item(Struct, frozen=True):
    """A list's item: of a level from 0, counted where `number` isn't 0; `keep` holds it together with what follows."""

    runs: Runs
    level: int = 0
    number: int = 0
    keep: bool = False
    path: Path = ()


class Quote(Struct, frozen=True):
    """A pulled quote, and whose words they are."""

    runs: Runs
    source: Runs = ()
    anchor: str = ""
    reference: str = ""
    path: Path = ()


class Badges(Struct, frozen=True):
    """Minutes and grouping, as pills; the first is filled."""

    texts: tuple[str, ...]


class Rules(Struct, frozen=True):
    """Ruled lines to write on; `says` is what is asked."""

    count: int
    says: str
    path: Path = ()


class Grid(Struct, frozen=True):
    """A table: headings with the color of their ground, rows, then `open_rows` to write in.

    `shares` are the columns' parts of the width (as wide as their words ask, where it is empty); a grid that
    `fills` takes what is left of its page. Rows are at least `least` points high.
    """

    heads: tuple[tuple[Runs, str], ...]
    rows: tuple[tuple[Runs, ...], ...] = ()
    open_rows: int = 0
    shares: tuple[float, ...] = ()
    align: tuple[Literal["left", "right"], ...] = ()
    fills: bool = False
    ruled: bool = False
    least: float = 0.0
    path: Path = ()


class Rating(Struct, frozen=True):
    """Statements, each with a row of circles to tick."""

    low: Runs
    high: Runs
    levels: int
    statements: tuple[Runs, ...]
    path: Path = ()


class Options(Struct, frozen=True):
    """Lettered options, each with a box to tick."""

    options: tuple[Runs, ...]
    path: Path = ()


class Figure(Struct, frozen=True):
    """A picture by its key, width and height in pixels."""

    image: str
    alt: str
    width: int
    height: int
    path: Path = ()


class Drawing(Struct, frozen=True):
    """A chart."""

    kind: Literal["bar", "column", "line", "pie"]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    path: Path = ()


class Opening(Struct, frozen=True):
    """A section's band at the top of a new page: its number, time, title; `color` is its ground."""

    anchor: str
    number: int
    title: Runs
    kicker: str
    color: str
    path: Path = ()


class Checks(Struct, frozen=True):
    """Things to bring or to see to, each with a box to tick, below a heading."""

    title: str
    items: tuple[Runs, ...]
    tag: Literal["H2", "H3"] = "H3"


class Masthead(Struct, frozen=True):
    """The head of a document without a cover, or of a part of one (`tag`): what it is, of which workshop, its facts."""

    kicker: str
    title: Runs
    facts: str = ""
    tag: Literal["H1", "H2"] = "H1"
    anchor: str = ""


class Part(Struct, frozen=True):
    """What a facilitator says or does at one point: a label ("Ask") and what stands below it; the `leading` one is set larger."""

    label: str
    passages: tuple[Passage, ...]
    leading: bool = False


class Turn(Struct, frozen=True):
    """A slide in the facilitator's guide: picture, time and facts at the left, what to say and do at the right.

    `scene` is the slide's id, "" for what stands in the workbook alone. `title` is empty where a band says it; `name` is
    said in any case, `again` where the row goes on over another page.
    """

    title: Runs
    name: str
    anchor: str
    scene: str = ""
    alt: str = ""
    time: str = ""
    minutes: str = ""
    facts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    again: str = ""
    path: Path = ()


class Stop(Struct, frozen=True):
    """A line of the run sheet; `grade` says how it stands out."""

    what: Runs
    grade: Literal["part", "slide", "pause", "end"] = "slide"
    time: str = ""
    minutes: str = ""
    how: str = ""
    slides: str = ""
    pages: str = ""
    warning: str = ""
    link: str = ""


class RunSheet(Struct, frozen=True):
    """The day on one page. `versions` are its lines, each version with fewer of them; the first that fits the page is set.

    `below` is what stands below each version: that slides are left out, or "".
    """

    masthead: Masthead
    heads: tuple[str, str, str, str, str, str]
    versions: tuple[tuple[Stop, ...], ...]
    below: tuple[str, ...]
    checks: Checks | None = None


class CueCard(Struct, frozen=True):
    """A card for the hand: keywords, a line for each, when, which slide and page; `dark` ones open a part."""

    keywords: tuple[Runs, ...]
    title: Runs = ()
    part: str = ""
    time: str = ""
    minutes: str = ""
    slide: str = ""
    page: str = ""
    warning: str = ""
    dark: bool = False


class CueCards(Struct, frozen=True):
    """Cards, four to a sheet, to be cut apart."""

    cards: tuple[CueCard, ...]


class Miniature(Struct, frozen=True):
    """A slide in small: the scene's id, its caption, what a screen reader says of it."""

    scene: str
    caption: str
    alt: str
    bookmark: str = ""


class Miniatures(Struct, frozen=True):
    """Slides on paper: so many in a row, so many rows on a page, with ruled lines beside each where there is one in a row."""

    masthead: Masthead
    slides: tuple[Miniature, ...]
    columns: int
    rows: int
    ruled: bool = False


class Cover(Struct, frozen=True):
    """The first page: what it is, for whom, when and where, how to use it.

    Where there is a word for it, there is room for a name, or the name of `who` it belongs to.
    """

    kicker: str
    title: Runs
    subtitle: Runs
    facts: str
    name: str
    how_to: tuple[Runs, ...]
    client: str = ""
    who: str = ""


class ContentsRow(Struct, frozen=True):
    """A line of the contents: what, and the anchor whose page it gives; `when` stands before the page, what is `said` of it below."""

    runs: Runs
    anchor: str
    when: str = ""
    said: Runs = ()


class Contents(Struct, frozen=True):
    """The page that says what stands where, and what people can do afterwards."""

    title: str
    rows: tuple[ContentsRow, ...]
    goal: str = ""
    objectives: tuple[Runs, ...] = ()


class Closing(Struct, frozen=True):
    """The last page: invitation, telephone, details, the code."""

    invitation: Runs
    text: Runs
    phone: str
    phone_link: str
    details: tuple[Runs, ...]
    qr: str = ""
    qr_alt: str = ""
    qr_says: str = ""
    client: str = ""


class Ticket(Struct, frozen=True):
    """What a print shop is asked for: a table of names and what is said of each; `notes` is what the room below it is called."""

    properties: Properties
    kicker: str
    title: Runs
    lead: Runs
    rows: tuple[tuple[str, Runs], ...]
    footer: tuple[str, str] = ("", "")
    notes: str = ""


Block = (
    Heading
    | Prose
    | Item
    | Quote
    | Badges
    | Rules
    | Grid
    | Rating
    | Options
    | Figure
    | Drawing
    | Opening
    | Checks
    | Turn
    | RunSheet
    | CueCards
    | Miniatures
)


class Document(Struct, frozen=True):
    """A whole copy for one audience.

    `front` stands below the contents; `notes` is what the room left over at a section's end is called; `running` stands
    above each page of the body, with the section's title. A `borderless` one has no margins and no footers, as its
    blocks fill whole sheets. `deck` has the slides that are shown in small.
    """

    properties: Properties
    body: tuple[Block, ...]
    cover: Cover | None = None
    contents: Contents | None = None
    front: tuple[Block, ...] = ()
    closing: Closing | None = None
    footer: tuple[str, str] = ("", "")
    notes: str = ""
    running: str = ""
    borderless: bool = False
    deck: Deck | None = None
