"""The run sheet: clock times, minutes, breaks and what is left over, for the table at the front of the room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby

from msgspec.structs import replace

from leapdeck.blocks import Checks, Document, Masthead, RunSheet, Stop
from leapdeck.compose import properties
from leapdeck.narrate.materials import needed
from leapdeck.narrate.moments import OPENING, Moment, Story, moments, spanned
from leapdeck.richtext import DOT, Run, dotted
from leapdeck.slides.base import Activity
from leapdeck.slides.reading import Reader

HEADS = ("time", "run-minutes", "run-what", "run-how", "run-slides", "run-pages")
LEAST = (0, 5, 8, 10)
"""Minutes: where the day is long, what takes less has no line of its own."""
TOLERANCE = 0.5
"""Minutes: less than that is nothing left over."""


Way = Callable[[list[Moment]], Iterable[list[Moment]]]
"""Which of a part's slides stand on a line, and which of them together."""


def narrate_run_sheet(story: Story) -> Document:
    """The day on one page, and below it what to bring where there is room."""
    reader = story.reader()
    masthead = Masthead(reader.word("run-sheet"), reader.runs(story.workshop.title), facts(story, reader))
    sheet = run_sheet(story, replace(masthead, anchor="run-sheet"), Checks(reader.word("bring"), needed(reader, story.workshop), "H2"))
    return Document(properties(story.workshop, story.brand), (sheet,), footer=(masthead.kicker, story.workshop.vars.get("client", "")))


def run_sheet(story: Story, masthead: Masthead, checks: Checks | None = None) -> RunSheet:
    """The table in several versions: every slide; talk gathered; what people do, down to the long parts of it; parts alone."""
    reader = story.reader()
    told = _told(moments(story))
    heads = tuple(reader.word(key) for key in HEADS)
    ways: tuple[Way, ...] = (_each, _gathered, *(partial(_active, least=least) for least in LEAST), _none)
    versions = tuple(tuple(_stops(story, reader, told, which)) for which in ways)
    full = len(versions[ways.index(_gathered)])
    below = tuple(reader.word("run-shortened") if len(version) < full else "" for version in versions)
    return RunSheet(masthead, heads, versions, below, checks)  # type: ignore[arg-type]  # six heads


def facts(story: Story, reader: Reader) -> str:
    """For whom, on which day, from when to when, where, for how many; as far as it is known."""
    values, people = story.workshop.vars, story.workshop.event.participants
    first, last = story.plan.rows[0].start, _end(story)
    span = f"{reader.clock(first)}\u2013{reader.clock(last)}" if first is not None and last is not None else ""
    count = reader.word("people", count=people) if people else ""
    found = (values.get("client", ""), values.get("date", ""), span, values.get("place", ""), count)
    return dotted(found)


def _told(found: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """The moments that take place: shown, or with minutes of their own, or with a page."""
    return tuple(moment for moment in found if (moment.scenes and not moment.hidden) or moment.minutes)


def _each(slides: list[Moment]) -> Iterator[list[Moment]]:
    yield from ([slide] for slide in slides)


def _gathered(slides: list[Moment]) -> Iterator[list[Moment]]:
    """Slides on which one person talks, one after the other, are one line."""
    for apart, group in groupby(slides, key=lambda slide: slide.active or slide.optional):
        members = list(group)
        yield from ([slide] for slide in members) if apart else (members,)


def _active(slides: list[Moment], least: float) -> Iterator[list[Moment]]:
    """What people do for so many minutes and more, and what could be cut."""
    yield from ([slide] for slide in slides if (slide.active and (slide.minutes or 0) >= least) or slide.optional)


def _none(_slides: list[Moment]) -> Iterator[list[Moment]]:
    yield from ()


def _stops(story: Story, reader: Reader, told: tuple[Moment, ...], which: Way) -> Iterator[Stop]:
    for part, group in groupby(told, key=lambda moment: moment.part):
        members = list(group)
        if part == OPENING and members[0].id != "contact":
            yield replace(_line(reader, members, (Run(reader.word("opening")),)), grade="end", link=f"#{OPENING}")
        elif members[0].grade == "pause":
            yield replace(_line(reader, members, members[0].title), grade="pause", link=_place(members[0]))
        elif part != OPENING:
            head, slides = members[0], members[1:]
            opening = _line(reader, members, head.title)
            minutes = _minutes(reader, head.minutes)
            yield replace(opening, grade="part", minutes=minutes, how="", warning=_warning(reader, head), link=f"#{part}")
            yield from (_line(reader, gathered, _title(gathered)) for gathered in which(slides))
            yield from _left_over(reader, head, slides)
    yield from _last(story, reader, told)


def _line(reader: Reader, members: list[Moment], what: tuple[Run, ...]) -> Stop:
    first = members[0]
    pages = list(dict.fromkeys(int(moment.page) for moment in members if moment.page.isdecimal()))
    return Stop(
        what=what,
        time=next((reader.clock(moment.start) for moment in members if moment.start is not None), ""),
        minutes=_minutes(reader, sum(moment.minutes or 0.0 for moment in members)),
        how=first.slide.company(reader.word, DOT) if isinstance(first.slide, Activity) else "",
        slides=spanned([scene.number for moment in members for scene in moment.scenes]),
        pages=spanned(pages),
        warning=_warning(reader, first),
        link=_place(first),
    )


def _title(gathered: list[Moment]) -> tuple[Run, ...]:
    """The first one's title; dots say that more follows."""
    return gathered[0].title if len(gathered) == 1 else (*gathered[0].title, Run("\u00a0\u2026"))


def _warning(reader: Reader, moment: Moment) -> str:
    return reader.word("if-late-cut") if moment.optional else ""


def _place(moment: Moment) -> str:
    return f"#turn/{moment.id}"


def _minutes(reader: Reader, minutes: float | None) -> str:
    return reader.figure(minutes) if minutes else ""


def _left_over(reader: Reader, part: Moment, slides: list[Moment]) -> Iterator[Stop]:
    """What a part has more than its slides need."""
    taken = sum(slide.minutes or 0.0 for slide in slides)
    spare = (part.minutes or 0.0) - taken
    if slides and spare > TOLERANCE:
        time = reader.clock(part.start + taken if part.start is not None else None)
        yield Stop((Run(reader.word("slack")),), "pause", time, _minutes(reader, spare))


def _last(story: Story, reader: Reader, told: tuple[Moment, ...]) -> Iterator[Stop]:
    """What the slot has more than the plan needs, and the end, with the closing slide."""
    rows, slot = story.plan.rows, story.workshop.event.minutes
    spare = (slot or 0.0) - sum(row.minutes or 0.0 for row in rows)
    last = rows[-1]
    over = reader.clock(last.start + last.minutes if last.start is not None and last.minutes else None)
    if story.plan.timed and spare > TOLERANCE:
        yield Stop((Run(reader.word("slack")),), "pause", over, _minutes(reader, spare))
    end = _end(story)
    closing = [moment for moment in told if moment.id == "contact"]
    if closing:
        number = spanned([scene.number for scene in closing[0].scenes])
        yield Stop((Run(reader.word("end")),), "end", reader.clock(end), slides=number, link=_place(closing[0]))


def _end(story: Story) -> float | None:
    """When the slot is over, or else the plan."""
    rows, slot = story.plan.rows, story.workshop.event.minutes
    first, last = rows[0], rows[-1]
    if first.start is None or last.start is None:
        return None
    return max(last.start + (last.minutes or 0.0), first.start + (slot or 0.0))
