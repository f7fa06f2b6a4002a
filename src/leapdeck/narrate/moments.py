"""What happens in the room, one moment after the other: what the facilitator's papers tell, each in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from leapdeck.blocks import Runs
from leapdeck.brand.model import Brand, ContactFile
from leapdeck.locales import words
from leapdeck.outline.model import Section, Words, Workshop
from leapdeck.richtext import Run
from leapdeck.scene import Deck, Scene
from leapdeck.slides.base import Activity, Notes, Slide
from leapdeck.slides.reading import Reader
from leapdeck.timeplan import Plan

OPENING = "opening"
"""The part that the made slides at the beginning belong to."""


class Story(Struct, frozen=True):
    """A workshop with all that is known once it is composed and its workbook paginated.

    `numbers` are the slides' numbers by id, `pages` their pages in the workbook.
    """

    workshop: Workshop
    brand: Brand
    deck: Deck
    numbers: Mapping[str, int]
    plan: Plan
    contact: ContactFile
    pages: Mapping[str, str]

    def reader(self) -> Reader:
        """What tells the facilitator."""
        return Reader(self.workshop.vars, words(self.workshop.language), self.numbers, self.plan, "facilitator")


class Moment(Struct, frozen=True):
    """A part's opening, a slide, a break: when it begins (minutes from midnight), how long it takes, its scenes, its page.

    `part` is the id of the section that it is in, its own for what stands between sections.
    """

    id: str
    title: Runs
    grade: Literal["made", "part", "slide", "pause"]
    part: str
    notes: Notes
    scenes: tuple[Scene, ...] = ()
    start: float | None = None
    minutes: float | None = None
    page: str = ""
    optional: bool = False
    slide: Slide | None = None

    @property
    def active(self) -> bool:
        """Whether people work on it, and not one person talks."""
        return isinstance(self.slide, Activity)

    @property
    def hidden(self) -> bool:
        """Whether its slides are not shown."""
        return any(scene.hidden for scene in self.scenes)

    @property
    def numbers(self) -> str:
        """The numbers of its slides: "7", or "7–8"."""
        return spanned([scene.number for scene in self.scenes])


def moments(story: Story) -> tuple[Moment, ...]:
    """All moments of a workshop in order."""
    return tuple(_moments(story, story.reader(), _scenes(story.deck)))


def spanned(numbers: list[int]) -> str:
    """Numbers in a row by the first and the last of them."""
    return f"{numbers[0]}" + (f"\u2013{numbers[-1]}" if numbers[-1] != numbers[0] else "") if numbers else ""


def _scenes(deck: Deck) -> dict[str, tuple[Scene, ...]]:
    """The scenes of each entry of the workshop; those after its first one have its id with a number."""
    found: dict[str, tuple[Scene, ...]] = {}
    for scene in deck.scenes:
        id = scene.id.partition("/")[0]
        found[id] = (*found.get(id, ()), scene)
    return found


def _moments(story: Story, reader: Reader, scenes: Mapping[str, tuple[Scene, ...]]) -> Iterator[Moment]:
    made, rows = story.workshop.made, story.plan.rows
    start = rows[0].start if rows else None
    for id, said in (("title", made.title), ("objectives", made.objectives), ("agenda", made.agenda)):
        if id in scenes:
            yield _made(id, said, scenes[id], start)
    for entry, row in zip(story.workshop.sections, rows, strict=True):
        if isinstance(entry, Section):
            yield from _section(story, reader, entry, scenes)
        else:
            yield Moment(
                entry.id,
                reader.runs(entry.title),
                "pause",
                entry.id,
                entry.notes,
                scenes.get(entry.id, ()),
                row.start,
                row.minutes,
                slide=entry,
            )
    yield _made("contact", made.contact, scenes["contact"], None)


def _made(id: str, said: Words, scenes: tuple[Scene, ...], start: float | None) -> Moment:
    return Moment(id, (Run(scenes[0].title),), "made", OPENING, said.notes, scenes, start)


def _section(story: Story, reader: Reader, section: Section, scenes: Mapping[str, tuple[Scene, ...]]) -> Iterator[Moment]:
    row = story.plan.row(section.id)
    now, minutes = (row.start, row.minutes) if row else (None, None)
    yield Moment(
        section.id,
        reader.runs(section.title),
        "part",
        section.id,
        section.notes,
        scenes[section.id],
        now,
        minutes,
        optional=section.optional,
    )
    for slide in section.slides:
        takes = story.plan.slides.get(slide.id)
        yield Moment(
            id=slide.id,
            title=reader.runs(slide.title) or (Run(scenes[slide.id][0].title),),
            grade="slide",
            part=section.id,
            notes=slide.notes,
            scenes=scenes.get(slide.id, ()),
            start=now if takes else None,
            minutes=takes,
            page=story.pages.get(slide.id, "") if slide.on_paper else "",
            optional=slide.optional,
            slide=slide,
        )
        now = now + takes if now is not None and takes else now
