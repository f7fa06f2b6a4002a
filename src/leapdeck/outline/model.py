"""A workshop's content: what is said, in which order, how long it takes. No fonts, no points, no pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct, field

from leapdeck.assets import Image
from leapdeck.diagnostics import Path, Position
from leapdeck.richtext import dotted
from leapdeck.slides.base import TEXT_LIMIT, Cell, Flowing, Id, Minutes, Notes, Shape, Slide, Text, as_notes
from leapdeck.slides.break_ import BreakSlide
from leapdeck.yamlsource import Source

LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
CLOCK = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

Clock = Annotated[str, Meta(pattern=CLOCK, extra={"wanted": "a clock time", "hint": "write hours and minutes, as 09:00"})]
Date = Annotated[str, Meta(pattern=DATE, extra={"wanted": "a date", "hint": "write year, month and day, as 2026-12-03"})]
Language = Annotated[str, Meta(pattern=LANGUAGE, extra={"wanted": "a language", "hint": "write its code, as en-US or de"})]
Version = Annotated[int, Meta(ge=1, le=1, extra={"hint": "write leapdeck: 1; a later leapdeck may read later versions"})]
Mail = Annotated[
    str, Meta(max_length=TEXT_LIMIT, pattern=r"\S@\S", extra={"wanted": "a mail address", "hint": "write it whole, as hello@example.com"})
]
Site = Annotated[
    str,
    Meta(
        max_length=TEXT_LIMIT,
        pattern=r"^https://\S+$",
        extra={"wanted": "an https address", "hint": "write it whole, as https://example.com"},
    ),
]
Code = Annotated[
    str,
    Meta(
        max_length=TEXT_LIMIT,
        pattern=r"^(vcard|none|https://\S+)$",
        extra={"wanted": "what a QR code can hold", "hint": "write vcard, none or an https address, as https://example.com"},
    ),
]
Lead = Literal["coach", "client", "white-label"]


class Event(Struct, frozen=True, forbid_unknown_fields=True):
    """When and where a workshop is given; what isn't set isn't shown."""

    date: Annotated[Date | None, Meta(description="The day, as 2026-12-03")] = None
    start: Annotated[Clock | None, Meta(description="The clock time of the start, as 09:00")] = None
    minutes: Annotated[Minutes | None, Meta(description="The slot")] = None
    place: Annotated[Cell, Meta(description="Town, house, room")] = ""
    participants: Annotated[
        Annotated[int, Meta(ge=1, le=100_000)] | None, Meta(description="How many people come; copies and materials are counted from it")
    ] = None


class Contact(Struct, frozen=True, forbid_unknown_fields=True):
    """What replaces the brand's contact, key by key; None where the brand's word stands."""

    organization: Annotated[Text | None, Meta(description="The organization")] = None
    person: Annotated[Text | None, Meta(description="The coach")] = None
    role: Annotated[Text | None, Meta(description="The coach's role")] = None
    phone: Annotated[Text | None, Meta(description="The number to call")] = None
    email: Annotated[Mail | None, Meta(description="The mail address")] = None
    web: Annotated[Site | None, Meta(description="The site's address")] = None
    invitation: Annotated[Text | None, Meta(description="The closing slide's title")] = None
    text: Annotated[Text | None, Meta(description="A line below the invitation")] = None
    qr: Annotated[Code | None, Meta(description="What the QR code holds: vcard, an https address, or none")] = None


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """An outline's words for a slide that leapdeck makes."""

    shapes: ClassVar[Mapping[str, Shape]] = {"notes": as_notes}

    title: Annotated[Text | None, Meta(description="Instead of the usual title")] = None
    text: Annotated[Cell, Meta(description="A line on the slide")] = ""
    notes: Annotated[Notes, Meta(description="For the facilitator alone")] = Notes()
    hidden: Annotated[bool, Meta(description="In the file, not in the show")] = False


class Made(Struct, frozen=True, forbid_unknown_fields=True):
    """Words for the made slides; the names of its fields are reserved ids."""

    title: Annotated[Words, Meta(description="The title slide")] = Words()
    objectives: Annotated[Words, Meta(description="The objectives")] = Words()
    agenda: Annotated[Words, Meta(description="The agenda")] = Words()
    contact: Annotated[Words, Meta(description="The closing contact slide")] = Words()


class Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the workshop. After loading, `id` is set and `at` is the section's content path (see Slide)."""

    shapes: ClassVar[Mapping[str, Shape]] = {"notes": as_notes}

    at: Path = field(default=(), name="")
    id: Annotated[Id, Meta(description="Names the section for client files and `use`; the title's slug if left out")] = ""
    title: Annotated[Text, Meta(description="What the part is called")]
    minutes: Annotated[Minutes | None, Meta(description="How long it takes, its slides together")] = None
    summary: Annotated[Cell, Meta(description="A line on the section's slide")] = ""
    reading: Annotated[Flowing, Meta(description="Paragraphs and lists for the workbook alone")] = ""
    optional: Annotated[bool, Meta(description="Among the first to go when time runs short")] = False
    notes: Annotated[Notes, Meta(description="For the facilitator alone")] = Notes()
    slides: tuple[Slide, ...] = ()


Entry = Section | BreakSlide


class Participant(Struct, frozen=True):
    """A person who takes part, and where that was written."""

    name: str
    organization: str = ""
    position: Position = Position("")


class ClientInfo(Struct, frozen=True, kw_only=True):
    """Whom a workshop is for and how their version looks; `id` is the client file's stem, paths are as found on the disk.

    `named_at` is where the name was written, `colors_at` where each color was.
    """

    id: str
    name: str
    logo: Image | None = None
    colors: dict[str, str] = {}
    colors_at: dict[str, Position] = {}
    aliases: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    lead: Lead = "coach"
    template: str = ""
    layouts: dict[str, str] = {}
    feedback: str = ""
    participants: tuple[Participant, ...] = ()
    named_at: Position = Position("")
    places: dict[str, Position] = {}

    def at(self, key: str) -> Position:
        """Where the client's file says it; the file as a whole for what it doesn't."""
        return self.places.get(key, Position(f"{self.id}.yaml"))


class Outline(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an outline says beside its sections."""

    beside: ClassVar[tuple[str, ...]] = ("sections",)
    """Keys that stand in the same place and are read by themselves."""

    leapdeck: Annotated[Version, Meta(description="The version of the format: 1")]
    title: Annotated[Text, Meta(description="What the workshop is called")]
    subtitle: Annotated[Cell, Meta(description="A line below the title")] = ""
    language: Annotated[Language, Meta(description="The language of its texts, as en-US (BCP 47)")] = "en-US"
    audience: Annotated[Cell, Meta(description="For whom it is")] = ""
    start: Annotated[Clock | None, Meta(description="The clock time of the start, as 09:00")] = None
    minutes: Annotated[Minutes | None, Meta(description="The slot; a plan that runs over it is an error")] = None
    event: Annotated[Event, Meta(description="When and where it is given")] = Event()
    vars: Annotated[dict[str, Cell], Meta(description="Values for {{name}} in any text")] = {}
    objectives: Annotated[tuple[Text, ...], Meta(max_length=8, description="What people can do afterwards")] = ()
    made: Annotated[Made, Meta(description="Words for the slides that leapdeck makes")] = Made()
    contact: Annotated[Contact, Meta(description="Replaces the brand's contact, key by key")] = Contact()


class Workshop(Outline, frozen=True, kw_only=True):
    """One workshop, for one client or for none, ready to be composed.

    `vars` holds every variable with its value, built-in ones that are known included. `event` has the outline's
    `start` and `minutes` filled in where it has none of its own. `images` are all its pictures. `source` knows
    where each value was written.
    """

    name: str = ""
    sections: tuple[Entry, ...] = ()
    client: ClientInfo | None = None
    images: tuple[Image, ...] = ()
    source: Source | None = None

    @property
    def client_file(self) -> Position:
        """The client's file, for what is to be said of it as a whole."""
        return Position(f"{self.client.id}.yaml" if self.client else "")

    @property
    def sections_proper(self) -> tuple[Section, ...]:
        """Its sections, without the breaks between them."""
        return tuple(entry for entry in self.sections if isinstance(entry, Section))

    @property
    def occasion(self) -> str:
        """For whom, on which day and where it is given, in one line, as far as it is known."""
        return dotted(self.vars.get(name, "") for name in ("client", "date", "place"))

    def where(self, path: Path) -> Position:
        """Where the value of a content path was written."""
        return self.source.position(path) if self.source else Position(self.name)
