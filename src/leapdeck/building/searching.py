"""Files written and at once searched for what isn't their reader's, in the process that wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leapdeck.building.finishing import Files, Finished
from leapdeck.building.jobs import Job
from leapdeck.building.kinds import KINDS
from leapdeck.building.preparing import Prepared
from leapdeck.diagnostics import Diagnostic, Position

if TYPE_CHECKING:
    from leapdeck.checks.leaks import Gate
    from leapdeck.gatekeeping import Gatekeeper

Searched = tuple[tuple[Finished, ...], tuple[Diagnostic, ...]]
"""What a kind's writer made, and what it gives away."""


def keeper_of(job: Job) -> Gatekeeper:
    """Who looks over a job's files."""
    from leapdeck.gatekeeping import gatekeeper  # while nothing is finished there is nothing to be searched

    return gatekeeper(job.outline, job.here or Path.cwd(), job.clients_as_of)


def to_search(job: Job, kind: str, prepared: Prepared) -> tuple[Any, ...]:
    """What `searched` is given."""
    client = prepared.workshop.client
    free = (client.name, *client.aliases, *client.private, *client.allow) if client else ()
    return job, kind, prepared.stem, free, KINDS[kind].material(prepared)


def searched(job: Job, kind: str, stem: str, free: tuple[str, ...], material: object) -> Searched:
    """Write the files of a kind and search them; `free` are words that may stand in them, whoever else's they are."""
    gate, reader = keeper_of(job).gate, job.client.stem if job.client else ""
    made: list[Finished] = []
    found: list[Diagnostic] = []
    for one in _each(KINDS[kind].write(material)):  # searched while what was read of it last is still at hand
        made.append(one)
        found += _findings(gate, one.data, name_of(job, kind, stem, one), reader, free)
    return tuple(made), tuple(found)


def _each(made: Files) -> Iterable[Finished]:
    return (made,) if isinstance(made, Finished) else made


def _findings(gate: Gate, data: bytes, name: str, reader: str, free: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """What a file gives away. One that can't be searched isn't passed: something came into it with a template that nobody can look into."""
    from leapdeck.checks.finished import Unreadable

    try:
        return gate.findings(data, name, reader, free)
    except Unreadable as error:
        hint = "look at what the template or a picture brings along"
        return (Diagnostic("unreadable-file", f"{name} can't be searched: {error}", position=Position(name), hint=hint),)


def name_of(job: Job, kind: str, stem: str, one: Finished) -> str:
    """What a file is called."""
    return f"{stem}-{one.part or kind}{KINDS[kind].look(job.options, one.part)}{KINDS[kind].suffix}"
