"""What must be in the room: seats, a screen, workbooks, and the materials of all slides, counted for those who come."""

from __future__ import annotations

from collections.abc import Iterator

from leapdeck.blocks import Runs
from leapdeck.outline.model import Workshop
from leapdeck.richtext import Run
from leapdeck.slides.base import Activity, Material, Slide
from leapdeck.slides.reading import Reader
from leapdeck.slides.references import capital

SPARE = 2
"""Workbooks more than people: somebody brings a colleague, somebody spills coffee."""
SIZES = {"person": 1, "pair": 2}
"""How many people share a thing; a group's size is the slide's."""


def needed(reader: Reader, workshop: Workshop) -> tuple[Runs, ...]:
    """A line for each thing to bring or to see to, with its number where it is known how many come."""
    people = workshop.event.participants
    slides = [slide for entry in workshop.sections_proper for slide in entry.slides]
    return tuple((Run(capital(text)),) for text in (*_room(reader, slides, people), *_things(reader, slides, people)))


def in_words(reader: Reader, slide: Slide, people: int | None) -> str:
    """What one slide needs, in a line."""
    return ", ".join(_quantity(reader, thing, _count(thing, slide, people), people) for thing in slide.materials)


def _room(reader: Reader, slides: list[Slide], people: int | None) -> Iterator[str]:
    yield reader.word("need-seats", count=people) if people else reader.word("need-seats-unknown")
    sizes = sorted({slide.group_size for slide in slides if isinstance(slide, Activity) and "groups" in slide.grouping})
    for size in sizes:
        yield (
            reader.word("need-tables", count=_shared(people, size), size=size) if people else reader.word("need-tables-unknown", size=size)
        )
    yield reader.word("need-screen")
    yield reader.word("need-workbooks", count=people, spare=SPARE) if people else reader.word("need-workbooks-unknown", spare=SPARE)


def _things(reader: Reader, slides: list[Slide], people: int | None) -> Iterator[str]:
    """Each thing once, as many of it as the slide that needs most: what was used before lunch is still there after it."""
    most: dict[tuple[str, str], tuple[Material, int]] = {}
    for slide in slides:
        for thing in slide.materials:
            what = reader.plain(thing.what).casefold()
            if what == reader.word("workbook-thing"):  # they are counted already
                continue
            key = (what, "" if people else thing.per)
            count = _count(thing, slide, people)
            if count > most.get(key, (thing, 0))[1]:
                most[key] = (thing, count)
    yield from (_quantity(reader, thing, count, people) for thing, count in most.values())


def _count(thing: Material, slide: Slide, people: int | None) -> int:
    """How many in all; how many for each of those who share it where nobody knows how many come."""
    if people is None or thing.per == "room":
        return thing.count
    return thing.count * _shared(people, SIZES.get(thing.per, slide.group_size))


def _quantity(reader: Reader, thing: Material, count: int, people: int | None) -> str:
    what = reader.plain(thing.what)
    if thing.per == "room" or people is not None:
        return reader.word("need-count", count=count, what=what) if count > 1 else what
    return reader.word(f"need-{'one' if count == 1 else 'some'}-{thing.per}", count=count, what=what)


def _shared(people: int, size: int) -> int:
    """How many groups of a size so many people make; the last one may be smaller."""
    return -(-people // size)
