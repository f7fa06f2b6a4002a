"""What the kit's papers say: sign-in sheet, name tents, certificates, feedback form, summary. Data only, no places, no pages."""

from __future__ import annotations

from msgspec import Struct

from leapdeck.blocks import Block, Runs
from leapdeck.scene import Properties

Columns = tuple[tuple[Block, ...], tuple[Block, ...]]
"""Blocks at the left, and blocks at the right."""


class Guest(Struct, frozen=True):
    """Who takes part; without a name there is room to write one."""

    name: str = ""
    organization: str = ""


class Address(Struct, frozen=True):
    """An address as a code to scan and in letters; `says` stands above it."""

    address: str
    says: str
    code: str
    alt: str


class Flyer(Struct, frozen=True):
    """A paper with a head: what it is, of which workshop, its facts; then blocks, and perhaps an address at the end.

    Of several `versions` the one that needs fewest pages is set, the first of equals.
    """

    properties: Properties
    kicker: str
    title: Runs
    facts: str
    versions: tuple[tuple[Block, ...], ...]
    footer: tuple[str, str]
    address: Address | None = None


class Summary(Struct, frozen=True):
    """A workshop on one page: a line that leads, two columns below it, and how to reach the coach.

    `columns` are versions of both, each with less in it; where none fits, `flow` has everything, one below the other.
    """

    flow: Flyer
    lead: Runs
    columns: tuple[Columns, ...]
    reach: tuple[Runs, ...]


class Tents(Struct, frozen=True):
    """Signs with a name, to be folded and set up; each has the workshop's title at its foot."""

    properties: Properties
    guests: tuple[Guest, ...]
    title: str


class Certificates(Struct, frozen=True):
    """Who took part in what, where and when; `coach` signs. `dated` names a line for place and date, where no facts say them."""

    properties: Properties
    guests: tuple[Guest, ...]
    kicker: str
    says: str
    title: Runs
    facts: str
    coach: str
    role: str
    dated: str = ""


class Kit(Struct, frozen=True):
    """All papers of one workshop day."""

    sign_in: Flyer
    tents: Tents
    certificates: Certificates
    feedback: Flyer
    follow_up: Summary
