"""What a print shop is asked for, beside the press edition."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.blocks import Document, Runs, Ticket
from leapdeck.brand.model import ContactFile
from leapdeck.locales import word, words
from leapdeck.outline.model import Workshop
from leapdeck.richtext import Run, dotted_runs
from leapdeck.slides.made import contact_details, telephone

SPARE = 10
"""One copy in so many is printed to spare."""
DOUBLE = {"a4": "a3", "letter": "tabloid"}
"""The sheet that two pages of a paper stand on."""
SHORT, LONG = 60.0, 300.0
"""Rules to write on, in points."""


class Master(Struct, frozen=True):
    """A press edition as it was made: its file's name, its pages, its paper ("a4"), the color profile's name ("" for none)."""

    file: str
    pages: int
    paper: str
    profile: str


def print_ticket(workshop: Workshop, document: Document, contact: ContactFile, master: Master) -> Ticket:
    """The ticket that goes to the print shop with a master."""
    fixed = words(workshop.language)
    return Ticket(
        properties=replace(document.properties, title=word(fixed, "kit-of", what=fixed["ticket"], title=document.properties.title)),
        kicker=fixed["ticket"].upper(),
        title=document.cover.title if document.cover else (Run(document.properties.title),),
        lead=(Run(fixed["ticket-says"].format(file=master.file)),),
        rows=tuple((fixed[f"ticket-{key}"], runs) for key, runs in _rows(fixed, workshop, contact, master)),
        footer=document.footer,
        notes=document.notes,
    )


def _rows(fixed: dict[str, str], workshop: Workshop, contact: ContactFile, master: Master) -> Iterator[tuple[str, Runs]]:
    pages, paper = master.pages, master.paper
    yield "pages", (Run(fixed["ticket-pages-are"].format(pages=pages, leaves=-(-pages // 2))),)
    yield "copies", _copies(fixed, workshop.event.participants)
    yield "size", (Run(fixed[f"ticket-size-{paper}"]),)
    yield "bleed", (Run(fixed["ticket-bleed-is"]),)
    yield "colors", (Run(fixed["ticket-colors-are"]),)
    yield "profile", (Run(master.profile or fixed["ticket-no-profile"]),)
    yield "paper", (Run(fixed["ticket-paper-is"]),)
    yield "binding", (Run(fixed["ticket-binding-is"].format(sheets=-(-pages // 4), double=fixed[f"ticket-{DOUBLE[paper]}"])),)
    if date := workshop.vars.get("date"):
        yield "needed", (Run(fixed["ticket-needed-is"].format(date=date)),)
    yield "questions", _contact(contact)
    yield "deliver", (Run("", blank=LONG),)


def _copies(fixed: dict[str, str], participants: int | None) -> Runs:
    """How many, or a rule to write the number on where nobody has said who comes."""
    if not participants:
        return Run("", blank=SHORT), Run(f" {fixed['ticket-copies-open']}")
    spare = -(-participants // SPARE)
    return (Run(fixed["ticket-copies-are"].format(copies=participants + spare, participants=participants, spare=spare)),)


def _contact(contact: ContactFile) -> Runs:
    """Whom to ask: organization, person, telephone, mail."""
    phone = (Run(contact.phone, link=telephone(contact.phone)),) if contact.phone else ()
    name = (Run(contact.organization),) if contact.organization else ()
    return dotted_runs((name, phone, *contact_details(contact)))
