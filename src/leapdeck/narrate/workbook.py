"""The participants' workbook: which blocks, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leapdeck.blocks import Block, Closing, Contents, ContentsRow, Cover, Document, Opening
from leapdeck.brand.model import Brand, ContactFile
from leapdeck.compose import properties
from leapdeck.locales import words
from leapdeck.outline.model import Section, Workshop
from leapdeck.richtext import Run, dotted
from leapdeck.slides.made import contact_details, prominent
from leapdeck.slides.qr import content, qr_image
from leapdeck.slides.reading import Audience, Reader
from leapdeck.timeplan import Plan

VOICES = ("primary", "accent", "support")
"""The grounds of sections' bands, in turn."""


def narrate(
    workshop: Workshop, brand: Brand, numbers: Mapping[str, int], plan: Plan, contact: ContactFile, audience: Audience = "participant"
) -> Document:
    """The document of one audience. `numbers` are the slides' numbers by id; nothing of notes or answers is in a participant's."""
    reader = Reader(workshop.vars, words(workshop.language), numbers, plan, audience)
    return Document(
        properties=properties(workshop, brand),
        cover=_cover(reader, workshop),
        contents=_contents(reader, workshop),
        body=tuple(_body(reader, workshop)),
        closing=closing_page(reader, workshop, contact),
        footer=(reader.plain(workshop.title), workshop.vars.get("client", "")),
        notes=reader.word("notes"),
    )


def _cover(reader: Reader, workshop: Workshop) -> Cover:
    example = reader.word("slide", number=8).replace(" ", "\u00a0")
    head, _, tail = reader.word("how-to-use", example="\0").partition("\0")
    how_to = (Run(reader.word("how-to-use-title") + " ", bold=True), Run(head), Run(example, color="accent"), Run(tail))
    return Cover(
        reader.word("participant-workbook"),
        reader.runs(workshop.made.title.title or workshop.title),
        reader.runs(workshop.made.title.text or workshop.subtitle),
        workshop.occasion,
        reader.word("name"),
        (how_to,),
        workshop.vars.get("client", ""),
    )


def _contents(reader: Reader, workshop: Workshop) -> Contents:
    rows = tuple(
        ContentsRow(reader.runs(section.title), section.id, when(reader, section.id), reader.runs(section.summary))
        for section in _sections(workshop)
    )
    goal = reader.runs(workshop.made.objectives.title) if workshop.made.objectives.title else (Run(reader.word("objectives")),)
    return Contents(
        reader.word("contents"), rows, "".join(run.text for run in goal), tuple(reader.runs(text) for text in workshop.objectives)
    )


def when(reader: Reader, id: str) -> str:
    """A section's clock time and minutes, as far as they are known."""
    row = reader.plan.row(id)
    start = reader.clock(row.start if row else None)
    minutes = reader.word("minutes-short", minutes=float(row.minutes)) if row and row.minutes else ""
    return dotted((start, minutes))


def _sections(workshop: Workshop) -> tuple[Section, ...]:
    """The sections that have something to say on paper."""
    return tuple(section for section in workshop.sections_proper if section.reading or any(slide.on_paper for slide in section.slides))


def _body(reader: Reader, workshop: Workshop) -> Iterator[Block]:
    for number, section in enumerate(_sections(workshop), 1):
        color = VOICES[(number - 1) % len(VOICES)]
        yield Opening(section.id, number, reader.runs(section.title), kicker(reader, section.id, number), color, section.at)
        yield from reader.flowing(section.reading)
        for slide in section.slides:
            if slide.on_paper:
                yield from slide.narrate(reader)


def kicker(reader: Reader, id: str, number: int) -> str:
    """A section's number, clock time and minutes, as far as they are known."""
    row = reader.plan.row(id)
    start = reader.clock(row.start if row else None)
    minutes = reader.word("minutes-of", minutes=float(row.minutes)) if row and row.minutes else ""
    return dotted((str(number), start, minutes)).upper()


def closing_page(reader: Reader, workshop: Workshop, contact: ContactFile) -> Closing:
    """What the last page says: the invitation, the telephone, the code."""
    made = workshop.made.contact
    code = qr_image(contact)
    says = reader.word("qr-vcard" if contact.qr == "vcard" else "qr-link") if code else ""
    heard = reader.word("qr-alt", content=contact.phone if contact.qr == "vcard" else content(contact)) if code else ""
    large, rest = prominent(contact)
    return Closing(
        invitation=reader.runs(made.title or contact.invitation or contact.organization),
        text=reader.runs(made.text or contact.text),
        phone=large.text if large else "",
        phone_link=large.link if large else "",
        details=contact_details(rest),
        qr=code.key if code else "",
        qr_alt=heard,
        qr_says=says,
        client=workshop.vars.get("client", ""),
    )
