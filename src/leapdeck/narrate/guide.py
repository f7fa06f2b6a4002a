"""The facilitator's guide: the day at a glance, what to bring, then every slide with what to say and do."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict, replace

from leapdeck.blocks import Block, Checks, Contents, ContentsRow, Cover, Document, Masthead, Opening, Part, Turn
from leapdeck.compose import properties
from leapdeck.layouts.hollowing import heard
from leapdeck.narrate.materials import in_words, needed
from leapdeck.narrate.moments import OPENING, Moment, Story, moments
from leapdeck.narrate.runsheet import facts, run_sheet
from leapdeck.narrate.workbook import VOICES, closing_page, kicker, when
from leapdeck.richtext import Passage, Run, dotted, passages, words
from leapdeck.slides.base import Activity
from leapdeck.slides.reading import Reader

LEADING = ("say",)
"""The notes that are set large: what is read at a glance, standing."""


def narrate_guide(story: Story) -> Document:
    """The guide of a workshop; it holds answers and notes, and is for nobody but the facilitator."""
    reader, workshop = story.reader(), story.workshop
    masthead = Masthead(reader.word("run-sheet"), reader.runs(workshop.title), facts(story, reader), "H2", "run-sheet")
    return Document(
        properties=properties(workshop, story.brand),
        body=(run_sheet(story, masthead), *_body(story, reader)),
        cover=_cover(story, reader),
        contents=_at_a_glance(story, reader),
        front=(Checks(reader.word("room-and-materials"), needed(reader, workshop)),),
        closing=closing_page(reader, workshop, story.contact),
        footer=(reader.plain(workshop.title), workshop.vars.get("client", "")),
        notes=reader.word("notes"),
        running=reader.word("guide"),
        deck=story.deck,
    )


def _cover(story: Story, reader: Reader) -> Cover:
    workshop = story.workshop
    how_to = (Run(reader.word("guide-use-title") + " ", bold=True), Run(reader.word("guide-use", mark=reader.word("if-late-cut"))))
    return Cover(
        kicker=reader.word("guide").upper(),
        title=reader.runs(workshop.title),
        subtitle=reader.runs(workshop.subtitle),
        facts=facts(story, reader),
        name="",
        how_to=(how_to,),
        client=workshop.vars.get("client", ""),
    )


def _at_a_glance(story: Story, reader: Reader) -> Contents:
    workshop = story.workshop
    opening = (ContentsRow((Run(reader.word("opening")),), OPENING),)
    sections = (ContentsRow(reader.runs(one.title), one.id, when(reader, one.id)) for one in workshop.sections_proper)
    goal = reader.plain(workshop.made.objectives.title or "") or reader.word("objectives")
    return Contents(reader.word("at-a-glance"), (*opening, *sections), goal, tuple(reader.runs(text) for text in workshop.objectives))


def _body(story: Story, reader: Reader) -> Iterator[Block]:
    number = 0
    for moment in moments(story):
        if moment.id == "title":
            yield Opening(OPENING, 0, (Run(reader.word("opening")),), reader.clock(moment.start), VOICES[0])
        elif moment.grade == "part":
            number += 1
            section = next(entry for entry in story.workshop.sections if entry.id == moment.id)
            yield Opening(
                moment.id, number, moment.title, kicker(reader, section.id, number), VOICES[(number - 1) % len(VOICES)], section.at
            )
        yield from _turns(story, reader, moment)


def _turns(story: Story, reader: Reader, moment: Moment) -> Iterator[Turn]:
    """A row for each of a moment's slides; all that is said stands beside the first one."""
    first = Turn(
        title=() if moment.grade == "part" or moment.id == "title" else moment.title,
        name=words(moment.title),
        anchor=f"turn/{moment.id}",
        time=reader.clock(moment.start),
        minutes=reader.word("minutes-short", minutes=float(moment.minutes)) if moment.minutes and moment.grade != "part" else "",
        facts=tuple(_facts(story, reader, moment)),
        warnings=tuple(_warnings(reader, moment)),
        parts=tuple(_parts(reader, moment)),
        again=reader.word("continued", what=words(moment.title)),
    )
    pictures = [(scene.id, _alt(reader, scene.number, heard(scene, "")), scene) for scene in moment.scenes]
    if pictures:
        id, alt, _ = pictures[0]
        first = replace(first, scene=id, alt=alt)
    if pictures or first.parts or moment.minutes:
        yield first
    for id, alt, scene in pictures[1:]:
        yield Turn(
            (Run(scene.title),),
            scene.title,
            f"turn/{id}",
            id,
            alt,
            facts=(reader.word("slide-of", number=scene.number),),
            again=scene.title,
        )


def _alt(reader: Reader, number: int, said: str) -> str:
    return f"{reader.word('slide-of', number=number)}{reader.word('colon')}{said}"


def _facts(story: Story, reader: Reader, moment: Moment) -> Iterator[str]:
    """Which slide and page, who works with whom, what is needed."""
    number = reader.word("slide-of", number=moment.scenes[0].number) if moment.scenes else ""
    page = reader.word("workbook-page", page=moment.page) if moment.page else ""
    yield dotted((number, page))
    if not moment.scenes:
        yield reader.word("paper-only")
    if isinstance(moment.slide, Activity) and moment.slide.grouping:
        yield moment.slide.company(reader.word)
    if moment.slide and moment.slide.materials:
        yield reader.word("you-bring", things=in_words(reader, moment.slide, story.workshop.event.participants))


def _warnings(reader: Reader, moment: Moment) -> Iterator[str]:
    if moment.optional:
        yield reader.word("if-late-cut")
    if moment.hidden:
        yield reader.word("hidden-slide")


def _parts(reader: Reader, moment: Moment) -> Iterator[Part]:
    """The notes under their labels, then the answers."""
    for key, text in asdict(moment.notes).items():
        if text:
            yield Part(reader.word(f"note-{key}"), passages(text, reader.variables), key in LEADING)
    if found := tuple(_answers(reader, moment)):
        yield Part(reader.word("answer" if len(found) == 1 else "answers"), found)


def _answers(reader: Reader, moment: Moment) -> Iterator[Passage]:
    """The words of the slide's gaps, in order, and the right option of a quiz."""
    if moment.slide is None:
        return
    yield from (Passage((run,)) for run in gaps_in(moment.slide.narrate(reader)))
    yield from (Passage((Run(answer, bold=True),)) for answer in moment.slide.answers(reader))


def gaps_in(value: object) -> Iterator[Run]:
    """The runs of blocks that are gaps, in order."""
    if isinstance(value, Run):
        if value.gap:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from gaps_in(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from gaps_in(getattr(value, name))
