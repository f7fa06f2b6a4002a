"""Which layout of a client's template serves which kind of slide, and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from leapdeck.building.branding import brand_of, dressed_for
from leapdeck.building.jobs import Job
from leapdeck.building.templates import read_at, template_for
from leapdeck.diagnostics import LeapdeckError
from leapdeck.outline import load
from leapdeck.slides import KINDS
from leapdeck.slides.made import MADE

if TYPE_CHECKING:
    from leapdeck.layouts.tailoring import Tailored


class Served(Struct, frozen=True):
    """A kind of slide, the template's layout that it stands on, and what spoke for that layout."""

    kind: str
    layout: str
    why: str


def served(job: Job) -> tuple[Served, ...]:
    """A line for each kind of slide, two where it may stand on different layouts; nothing where no template can be used."""
    try:
        workshop = load(job.outline, client=job.client, settings=job.settings).workshop
        worn, _ = template_for(job, workshop, dressed_for(brand_of(job)[0], workshop)[0])
    except LeapdeckError:  # what is wrong is told by the check itself
        return ()
    return tuple(dict.fromkeys(_rows(worn.tailored))) if worn else ()


def served_by(path: Path) -> tuple[Served, ...]:
    """The same for a template as it is, without an outline; LeapdeckError where it can't be used."""
    from leapdeck.layouts.tailoring import tailored

    template = read_at(path)
    made = tailored(template, brand_of(Job(path))[0], {}, ())
    return tuple(dict.fromkeys(_rows(made)))


def _rows(made: Tailored) -> Iterator[Served]:
    stands = {**{name: (name,) for name in MADE}, **{kind: slide.on for kind, slide in KINDS.items()}}
    chosen = made.design.chosen
    for kind, names in stands.items():
        for name in names:
            service = made.services[name]
            yield Served(kind, chosen[kind], "mapped") if kind in chosen else Served(kind, service.layout.name, service.why)
