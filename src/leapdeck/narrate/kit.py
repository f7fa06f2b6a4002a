"""The kit: what a coach lays on the tables, hands out at the end and mails afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from leapdeck.blocks import Block, Grid, Heading, Item, Prose, Rating, Rules, Runs
from leapdeck.brand.model import Brand, ContactFile
from leapdeck.compose import properties
from leapdeck.kit import Address, Certificates, Flyer, Guest, Kit, Summary, Tents
from leapdeck.locales import words
from leapdeck.outline.model import Workshop
from leapdeck.richtext import WIDE_DOT, Run, dotted, dotted_runs
from leapdeck.scene import Properties
from leapdeck.slides.made import contact_details, telephone
from leapdeck.slides.qr import code_of
from leapdeck.slides.reading import Reader
from leapdeck.timeplan import Plan

USUAL = 12
"""So many take part where nobody said how many."""
MOST = 500
"""No more empty forms than that: who needs more copies them."""
SPARE = 3
"""Empty lines at least, for those who come unannounced."""
LEVELS = 5
STATEMENTS = ("useful", "fitting", "room", "guided", "recommend")
QUESTIONS = ("change", "helped", "better")
LINES = ((4, 4, 4), (4, 3, 3), (3, 3, 3), (3, 2, 2), (2, 2, 2), (2, 2, 1), (2, 1, 1), (1, 1, 1))
"""How many lines each open question has: as many as one page has room for."""
ROWS = (30.0, 27.0, 24.0)
"""The height of a line to sign in, in points: the smaller ones where they save a page."""


def narrate_kit(workshop: Workshop, brand: Brand, plan: Plan, contact: ContactFile) -> Kit:
    """The papers of a workshop day, for the client's list of names or for as many as are expected."""
    return _Narrator(workshop, brand, plan, contact).kit()


class _Narrator:
    """One workshop's kit being told."""

    def __init__(self, workshop: Workshop, brand: Brand, plan: Plan, contact: ContactFile) -> None:
        self._workshop, self._brand, self._plan, self._contact = workshop, brand, plan, contact
        self._reader = Reader(workshop.vars, words(workshop.language), {}, plan, "participant")
        self._title = self._reader.runs(workshop.title)
        self._guests = _guests(workshop)

    def kit(self) -> Kit:
        return Kit(self._sign_in(), self._tents(), self._certificates(), self._feedback(), self._follow_up())

    def _sign_in(self) -> Flyer:
        heads = tuple(((Run(self._word(f"sign-in-{key}")),), "primary") for key in ("number", "name", "organization", "signature"))
        rows = tuple((_run(str(n)), _run(guest.name), _run(guest.organization), ()) for n, guest in enumerate(self._guests, 1))
        grid = Grid(heads, rows, SPARE, (0.07, 0.35, 0.26, 0.32), fills=True, ruled=True)
        return self._flyer("sign-in", tuple((replace(grid, least=least),) for least in ROWS))

    def _tents(self) -> Tents:
        return Tents(self._properties("name-tents"), self._guests, self._plain_title)

    def _certificates(self) -> Certificates:
        values, minutes = self._workshop.vars, sum(row.minutes or 0.0 for row in self._plan.rows if not row.is_break)
        when = tuple(value for key in ("date", "place") if (value := values.get(key)))
        length = (self._reader.word("minutes-of", minutes=float(minutes)),) if minutes else ()
        return Certificates(
            self._properties("certificates"),
            self._guests,
            self._word("certificate"),
            self._word("certificate-says"),
            self._title,
            dotted((*when, *length)),
            self._contact.person or self._contact.organization,
            self._contact.role or self._word("certificate-coach"),
            "" if values.get("date") else self._word("certificate-date"),
        )

    def _feedback(self) -> Flyer:
        flyer = self._flyer("feedback", tuple(tuple(self._asked(lines)) for lines in LINES))
        address = self._workshop.client.feedback if self._workshop.client else ""
        if not address:
            return flyer
        alt = self._reader.word("feedback-alt", address=address)
        return replace(flyer, address=Address(address, self._word("feedback-online"), code_of(address).key, alt))

    def _asked(self, lines: tuple[int, ...]) -> Iterator[Block]:
        yield Prose(_run(self._word("feedback-lead")))
        low, high = _run(self._word("feedback-low")), _run(self._word("feedback-high"))
        yield Rating(low, high, LEVELS, tuple(_run(self._word(f"feedback-{key}")) for key in STATEMENTS))
        for key, count in zip(QUESTIONS, lines, strict=True):
            question = self._word(f"feedback-{key}")
            yield Heading(_run(question))
            yield Rules(count, question)

    def _follow_up(self) -> Summary:
        lead, reach = _run(self._word("follow-up-lead")), tuple(self._reached())
        left, short = (tuple(self._parts(summaries=summaries)) for summaries in (True, False))
        right = (*self._goals(), *self._remembered())
        invitation, *more = reach
        flow = (Prose(lead, "p-lead"), *left, *right, Heading(invitation), *(Prose(runs) for runs in more))
        return Summary(self._flyer("follow-up", (flow,)), lead, ((left, right), (short, right)), reach)

    def _parts(self, *, summaries: bool) -> Iterator[Block]:
        """The sections, each with its line."""
        reader = self._reader
        yield Heading(_run(self._word("follow-up-parts")))
        for section in self._workshop.sections_proper:
            title = tuple(replace(run, bold=True) for run in reader.runs(section.title))
            yield Prose(title, keep=bool(section.summary and summaries))
            if section.summary and summaries:
                yield Prose(reader.runs(section.summary), clings=True)

    def _goals(self) -> Iterator[Block]:
        workshop, reader = self._workshop, self._reader
        own = workshop.made.objectives.title
        if workshop.objectives:
            yield Heading(reader.runs(own) if own else _run(self._word("objectives")))
            yield from (Item(reader.runs(text), number=number) for number, text in enumerate(workshop.objectives, 1))

    def _remembered(self) -> Iterator[Block]:
        reader = self._reader
        found = [runs for section in self._workshop.sections_proper for slide in section.slides for runs in slide.remembered(reader)]
        if found:
            yield Heading(_run(self._word("follow-up-remember")))
            yield from (Item(runs) for runs in found)

    def _reached(self) -> Iterator[Runs]:
        """The invitation, and how to take it up."""
        contact, made = self._contact, self._workshop.made.contact
        yield self._reader.runs(made.title or contact.invitation or contact.organization)
        if said := made.text or contact.text:
            yield self._reader.runs(said)
        phone = (Run(contact.phone, bold=True, link=telephone(contact.phone)),) if contact.phone else ()
        yield dotted_runs((phone, *contact_details(contact)), WIDE_DOT)

    def _flyer(self, key: str, versions: tuple[tuple[Block, ...], ...]) -> Flyer:
        values = self._workshop.vars
        facts = self._workshop.occasion
        footer = (self._plain_title, values.get("client", ""))
        return Flyer(self._properties(key), self._word(key), self._title, facts, versions, footer)

    def _properties(self, key: str) -> Properties:
        made = properties(self._workshop, self._brand)
        return replace(made, title=self._reader.word("kit-of", what=self._word(key), title=made.title))

    @property
    def _plain_title(self) -> str:
        return self._reader.plain(self._workshop.title)

    def _word(self, key: str) -> str:
        return self._reader.word(key)


def _guests(workshop: Workshop) -> tuple[Guest, ...]:
    """Those on the client's list, or as many without a name as are expected."""
    listed = workshop.client.participants if workshop.client else ()
    if listed:
        return tuple(Guest(person.name, person.organization) for person in listed)
    return (Guest(),) * min(MOST, workshop.event.participants or USUAL)


def _run(text: str) -> Runs:
    return (Run(text),) if text else ()
