"""What all slide kinds share: the common keys, the small values inside them, and how their short forms are read.

A coach writes the shortest form that says it (`notes: Greet people.`); a *shape* turns such a form into the full one
before msgspec checks it. Shapes never fail: what they don't know they hand on, and the check names it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Protocol

from msgspec import Meta, Struct, field

from leapdeck.diagnostics import Path

if TYPE_CHECKING:
    from leapdeck.assets import Image
    from leapdeck.blocks import Block, Runs
    from leapdeck.layouts.stage import Draft, Stage
    from leapdeck.slides.reading import Reader

TEXT_LIMIT = 5_000
FLOWING_LIMIT = 20_000
CUE_LIMIT = 200
"""Characters: what a card holds in letters that can be read at arm's length."""
GROUP_OF = 4

Text = Annotated[str, Meta(min_length=1, max_length=TEXT_LIMIT, pattern=r"\S")]
"""One paragraph of markup."""
Cell = Annotated[str, Meta(max_length=TEXT_LIMIT)]
"""Text that may be empty, as in a table."""
Flowing = Annotated[str, Meta(max_length=FLOWING_LIMIT)]
"""Paragraphs of markup, parted by blank lines."""
Id = Annotated[
    str,
    Meta(
        pattern=r"^[^\s.#/\\{}]+$",
        max_length=100,
        extra={"wanted": "an id", "hint": "write one word; hyphens may join several, as map-your-week"},
    ),
]
Minutes = Annotated[float, Meta(ge=0, le=1440)]
Grouping = Literal["alone", "pairs", "groups", "plenary"]
Focus = Literal["center", "left", "right", "top", "bottom"]
Shape = Callable[[Any], Any]


class Point(Struct, frozen=True):
    """A point of a list and the points below it; where it has some, its colon is part of the text."""

    form: ClassVar[str] = "write one text; points below it stand on lines of their own, after a colon that ends it"
    """What to write instead of something else."""

    text: Text
    points: tuple[Point, ...] = ()


class Notes(Struct, frozen=True, forbid_unknown_fields=True):
    """What only the facilitator reads; each value is paragraphs of markup, or empty."""

    form: ClassVar[str] = "write a text (what to say), or keys, as notes: {ask: …, listen_for: …}"

    say: Annotated[Flowing, Meta(description="What to say")] = ""
    ask: Annotated[Flowing, Meta(description="What to ask the group")] = ""
    listen_for: Annotated[Flowing, Meta(description="What to listen for in the answers")] = ""
    do: Annotated[Flowing, Meta(description="What to do")] = ""
    if_late: Annotated[Flowing, Meta(description="What to leave out when time runs short")] = ""
    bridge: Annotated[Flowing, Meta(description="The words that lead to what comes next")] = ""


class Worksheet(Struct, frozen=True, forbid_unknown_fields=True):
    """A table to write in, on paper."""

    columns: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=8, description="The headings of the columns")]
    rows: Annotated[int, Meta(ge=1, le=100, description="At least so many rows; the table fills its page")] = 4


class Handout(Struct, frozen=True, forbid_unknown_fields=True):
    """How a slide stands in the workbook. `show` is "both", "slides" (`handout: false`) or "paper" (`handout: only`).

    It is read from the key "", which nobody can write.
    """

    form: ClassVar[str] = "write false (not on paper), only (only on paper), or keys, as handout: {lines: 6}"

    show: Literal["both", "slides", "paper"] = field(default="both", name="")
    lines: Annotated[Annotated[int, Meta(ge=1, le=200)] | None, Meta(description="Ruled lines to write on")] = None
    table: Annotated[Worksheet | None, Meta(description="A table to write in")] = None


class Material(Struct, frozen=True, forbid_unknown_fields=True):
    """A thing to bring: `count` of it for each person, pair, group or room."""

    what: Annotated[Text, Meta(description="The thing")]
    per: Annotated[Literal["person", "pair", "group", "room"], Meta(description="For whom it is counted")] = "room"
    count: Annotated[int, Meta(ge=1, le=10_000, description="How many for each of them")] = 1


class Fault(Struct, frozen=True):
    """What is wrong with a slide beyond the types of its values; `path` counts from the slide."""

    path: Path
    code: str
    message: str
    hint: str = ""


def as_point(data: Any) -> Any:
    """A text, or `{text: [points…]}` for a point with points below it, as a Point's data."""
    if isinstance(data, str):
        return {"text": data}
    if isinstance(data, dict) and len(data) == 1:
        text, below = next(iter(data.items()))
        if isinstance(below, list):
            return {"text": f"{text}:", "points": as_points(below)}
    return None if isinstance(data, dict) else data


def as_points(data: Any) -> Any:
    """A list of texts or of points with points below them."""
    return [as_point(item) for item in data] if isinstance(data, list) else data


def as_notes(data: Any) -> Any:
    """A text is what to say."""
    return {"say": data} if isinstance(data, str) else data


def as_handout(data: Any) -> Any:
    """`false`, `only`, or a mapping."""
    if isinstance(data, str):
        shown = {"false": "slides", "true": "both", "only": "paper"}.get(data.lower() if data != "Only" else data)
        return {"": shown} if shown else data
    return data


def as_materials(data: Any) -> Any:
    """A list of texts or mappings; a text is one for the room."""
    return [{"what": item} if isinstance(item, str) else item for item in data] if isinstance(data, list) else data


def as_list(data: Any) -> Any:
    """One value is a list of one."""
    return data if isinstance(data, list | dict) else [data]


class Teller(Protocol):
    """Who fills in the variables of a text: the stage of the slides, or the reader of paper."""

    def plain(self, text: str) -> str:
        """A text of the outline as words alone."""
        ...


class Slide(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag=""):
    """A slide of any kind. After loading, `id` is set and `at` is the slide's content path.

    `at` is read from the key "", which nobody can write: the YAML reader refuses empty keys.
    """

    on: ClassVar[tuple[str, ...]] = ()
    """The names of the layouts that such slides stand on, the usual one first."""
    shapes: ClassVar[Mapping[str, Shape]] = {"notes": as_notes, "handout": as_handout, "materials": as_materials}

    at: Path = field(default=(), name="")
    id: Annotated[Id, Meta(description="Names the slide for client files and links; the title's slug if left out")] = ""
    title: Annotated[Text, Meta(description="The slide's claim")]
    minutes: Annotated[Minutes | None, Meta(description="How long it takes; slides without share what their section has left")] = None
    optional: Annotated[bool, Meta(description="Among the first to go when time runs short")] = False
    hidden: Annotated[bool, Meta(description="In the file, not in the show")] = False
    notes: Annotated[Notes, Meta(description="For the facilitator alone")] = Notes()
    cue: Annotated[
        Annotated[str, Meta(max_length=CUE_LIMIT)], Meta(description="A few words for the cue card; a point ( \u00b7 ) begins a new line")
    ] = ""
    handout: Annotated[Handout, Meta(description="How it stands in the workbook")] = Handout()
    materials: Annotated[tuple[Material, ...], Meta(description="What to bring")] = ()
    group_size: Annotated[int, Meta(ge=2, le=50, description="How many people make a group")] = GROUP_OF
    template_layout: Annotated[Cell, Meta(description="The name of a layout in a client's template")] = field(
        default="", name="template-layout"
    )

    @property
    def kind(self) -> str:
        """What the outline calls this kind of slide."""
        return str(self.__struct_config__.tag)

    def faults(self) -> tuple[Fault, ...]:
        """What the types of the values can't say; nothing for most kinds."""
        return ()

    @property
    def on_slides(self) -> bool:
        """Whether it stands in the deck."""
        return self.handout.show != "paper"

    @property
    def on_paper(self) -> bool:
        """Whether it stands in the workbook."""
        return self.handout.show != "slides"

    def compose(self, stage: Stage) -> tuple[Draft, ...]:
        """The slides that it makes: one, or several where it is too long for one."""
        raise NotImplementedError(self.kind)

    def narrate(self, reader: Reader) -> tuple[Block, ...]:
        """What stands of it on paper, for the reader's audience; nothing for some kinds."""
        return ()

    def remembered(self, reader: Reader) -> tuple[Runs, ...]:
        """What the summary that is mailed afterwards repeats of it; nothing for most kinds."""
        return ()

    def pictures(self) -> tuple[Image, ...]:
        """The outline's pictures that it shows; none for most kinds."""
        return ()

    def answers(self, teller: Teller) -> tuple[str, ...]:
        """What only the facilitator may know, beside the gaps and the notes."""
        return ()


class Activity(Slide, frozen=True, kw_only=True):
    """A slide that people work on, alone or together."""

    shapes: ClassVar[Mapping[str, Shape]] = {**Slide.shapes, "grouping": as_list}

    def company(self, word: Callable[..., str], between: str = "") -> str:
        """Who works with whom, in the language's fixed `word`s: "alone, then in groups of 3"; `between` joins them if not "then"."""
        return (between or word("then")).join(word(name, size=self.group_size) for name in self.grouping)

    grouping: Annotated[tuple[Grouping, ...], Meta(max_length=4, description="Who works with whom, in order")] = ()
