"""A workshop in a brand becomes a deck: every slide finished, numbered, with its notes and its footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand, ContactFile
from leapdeck.diagnostics import Diagnostic, Path
from leapdeck.layouts.design import Design
from leapdeck.layouts.fitting import fits, place
from leapdeck.layouts.logos import Logos
from leapdeck.layouts.stage import Draft, Stage
from leapdeck.locales import words
from leapdeck.outline.model import Section, Words, Workshop
from leapdeck.outline.plan import schedule
from leapdeck.richtext import DOT, Run, dotted, plain
from leapdeck.scene import Deck, Note, Paragraph, Properties, Scene, TextBox
from leapdeck.scene import Section as DeckSection
from leapdeck.slides.base import Slide
from leapdeck.slides.made import Opening, contact_slide, merged_contact, objectives_slide, section_slide, title_slide
from leapdeck.slides.speaking import speaker_notes
from leapdeck.slides.timebar import agenda_slides
from leapdeck.timeplan import Plan

NOON = 12 * 60.0
EVENING = 17 * 60.0
SHORT = 90.0
"""Minutes: what takes no longer is no part of the day."""
LUNCH_OVER = 13.5 * 60.0


class Composed(Struct, frozen=True):
    """A deck and what paper needs to know of it.

    `numbers` gives the first slide's number for each id of the workshop; `images` holds every picture that the
    deck shows by its key; `contact` is the brand's with the workshop's own words.
    """

    deck: Deck
    numbers: dict[str, int]
    plan: Plan
    contact: ContactFile
    images: dict[str, Picture]
    findings: tuple[Diagnostic, ...]


class _Leaf(Struct, frozen=True):
    """What one entry of the workshop puts into the deck: its slides, and what they share."""

    id: str
    drafts: tuple[Draft, ...]
    path: Path
    notes: tuple[Note, ...] = ()
    hidden: bool = False
    template_layout: str = ""
    minutes: float = 0.0


class _Part(Struct, frozen=True):
    """A section as PowerPoint lists it."""

    name: str
    leaves: tuple[_Leaf, ...]


def compose(
    workshop: Workshop,
    brand: Brand,
    images: Mapping[str, Picture],
    logos: Logos | None = None,
    design: Design | None = None,
) -> Composed:
    """Compose all slides of a workshop.

    `images` are the outline's pictures by key, `logos` the marks of the brand and of the client; `design` is that of a
    client's template, leapdeck's own unless given. What is wrong with the slides stands in the result's findings.
    """
    plan, findings = schedule(workshop)
    contact = merged_contact(brand.contact, workshop.contact)
    stage = Stage(brand, workshop.vars, words(workshop.language), plan, workshop.where, design)
    stage.logos = logos or Logos()
    stage.client = workshop.vars.get("client", "")
    parts = tuple(_parts(stage, workshop, contact))
    deck, numbers = _deck(stage, workshop, parts)
    return Composed(deck, numbers, plan, contact, _shown(stage, images), (*findings, *stage.findings))


def _shown(stage: Stage, images: Mapping[str, Picture]) -> dict[str, Picture]:
    """The deck's pictures with their bytes: the outline's come from `images`, codes and logos were made with theirs."""
    return {key: made if isinstance(made, Picture) else images[key] for key, made in stage.images.items()}


def _parts(stage: Stage, workshop: Workshop, contact: ContactFile) -> Iterator[_Part]:
    yield _Part(stage.word("opening"), tuple(_opening(stage, workshop)))
    number = 0
    for entry in workshop.sections:
        if isinstance(entry, Section):
            number += 1
            yield _Part(stage.plain(entry.title), tuple(_section(stage, entry, number)))
        else:
            yield _Part(stage.plain(entry.title), (_leaf(stage, entry),))
    yield _Part(stage.word("closing"), (_closing(stage, workshop, contact),))


def _opening(stage: Stage, workshop: Workshop) -> Iterator[_Leaf]:
    made = workshop.made
    stage.turn_to("title")
    first = Opening(made.title.title or workshop.title, made.title.text or workshop.subtitle, _facts(stage, workshop))
    yield _made(stage, "title", made.title, (title_slide(stage, first),))
    if workshop.objectives:
        stage.turn_to("objectives")
        title = made.objectives.title or stage.word("objectives")
        yield _made(stage, "objectives", made.objectives, (objectives_slide(stage, title, workshop.objectives, made.objectives.text),))
    stage.turn_to("agenda")
    title = made.agenda.title or stage.word(_agenda_word(stage.plan))
    yield _made(stage, "agenda", made.agenda, agenda_slides(stage, title, made.agenda.text))


def _facts(stage: Stage, workshop: Workshop) -> tuple[str, ...]:
    """For whom, when and where, as far as it is known."""
    client, values = stage.client, workshop.vars
    found = (stage.word("for-client", client=client) if client else "", values.get("date", ""), values.get("place", ""))
    return tuple(fact for fact in found if fact)


def _agenda_word(plan: Plan) -> str:
    """What part of the day the agenda is: a morning that may end with lunch, an afternoon, an evening, a day."""
    first, last = plan.rows[0], plan.rows[-1]
    if first.start is None or last.start is None:
        return "agenda"
    end = last.start + (last.minutes or 0)
    if end - first.start <= SHORT:
        return "agenda"
    if first.start >= EVENING:
        return "agenda-evening"
    return "agenda-morning" if end <= LUNCH_OVER else "agenda-afternoon" if first.start >= NOON else "agenda-day"


def _section(stage: Stage, section: Section, number: int) -> Iterator[_Leaf]:
    stage.turn_to("section")
    opening = section_slide(stage, section.id, section.title, section.summary, number, section.at)
    yield _Leaf(section.id, (opening,), section.at, speaker_notes(stage, section.notes))
    yield from (_leaf(stage, slide) for slide in section.slides if slide.on_slides)


def _leaf(stage: Stage, slide: Slide) -> _Leaf:
    stage.turn_to(slide.kind, slide.template_layout)
    notes = speaker_notes(stage, slide.notes, slide.answers(stage))
    minutes = stage.plan.slides.get(slide.id, 0.0)
    return _Leaf(slide.id, slide.compose(stage), slide.at, notes, slide.hidden, slide.template_layout, minutes)


def _closing(stage: Stage, workshop: Workshop, contact: ContactFile) -> _Leaf:
    stage.turn_to("contact")
    made = workshop.made.contact
    said = replace(contact, invitation=made.title or contact.invitation, text=made.text or contact.text)
    return _made(stage, "contact", made, (contact_slide(stage, said),))


def _made(stage: Stage, id: str, said: Words, drafts: tuple[Draft, ...]) -> _Leaf:
    return _Leaf(id, drafts, ("made", id), speaker_notes(stage, said.notes), said.hidden)


def _deck(stage: Stage, workshop: Workshop, parts: tuple[_Part, ...]) -> tuple[Deck, dict[str, int]]:
    title = stage.plain(workshop.title)
    footer = dotted((title, stage.client))
    scenes: list[Scene] = []
    numbers: dict[str, int] = {}
    for part in parts:
        for leaf in part.leaves:
            numbers[leaf.id] = len(scenes) + 1
            scenes += _scenes(stage, leaf, part.name, len(scenes) + 1, footer)
    sections = tuple(DeckSection(part.name, sum(len(leaf.drafts) for leaf in part.leaves)) for part in parts)
    return Deck(stage.design.size, properties(workshop, stage.brand), tuple(scenes), sections, footer), numbers


def properties(workshop: Workshop, brand: Brand) -> Properties:
    """What a file of this workshop says of itself; its author is the brand, nobody's computer."""
    author = brand.contact.organization or brand.name
    client = workshop.vars.get("client", "")
    title = plain(workshop.made.title.title or workshop.title, workshop.vars)
    subject = plain(workshop.made.title.text or workshop.subtitle, workshop.vars)
    return Properties(f"{title} \u2013 {client}" if client else title, workshop.language, author, subject, client)


def _scenes(stage: Stage, leaf: _Leaf, section: str, first: int, footer: str) -> Iterator[Scene]:
    for n, draft in enumerate(leaf.drafts):
        number = first + n
        yield Scene(
            id=f"{leaf.id}/{n + 1}" if n else leaf.id,
            number=number,
            layout=draft.layout,
            title=draft.title,
            items=(*draft.items, *_footers(stage, draft.layout, footer, number)),
            sizes=draft.sizes,
            notes=() if n else leaf.notes,
            section=section,
            hidden=leaf.hidden,
            reveal=draft.reveal,
            path=leaf.path,
            template_layout=leaf.template_layout,
            minutes=0.0 if n else leaf.minutes,
        )


def _footers(stage: Stage, layout: str, footer: str, number: int) -> Iterator[TextBox]:
    """What stands at the foot, as far as the layout has places for it: in a client's, which may be small, the title alone or nothing."""
    texts = {"footer": (footer, footer.partition(DOT)[0]), "number": (str(number),)}
    brand = stage.brand
    for slot in stage.design.layouts[layout].footers:
        size = brand.roles[slot.role].sizes[0]
        lines = ((Paragraph((Run(text),), slot.role, size, align=slot.align),) for text in texts[slot.name])
        if found := next((line for line in lines if not slot.theirs or fits(line, slot.rect, brand)), None):
            yield place(found, slot, brand)
