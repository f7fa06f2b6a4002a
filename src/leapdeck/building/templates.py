"""A client's own PowerPoint template: found, read, and fitted to a workshop before it is composed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from leapdeck.brand.model import Brand
from leapdeck.building.jobs import Job
from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.outline.model import Section, Workshop
from leapdeck.scene import Deck

if TYPE_CHECKING:
    from leapdeck.layouts.corporate import ClientTemplate
    from leapdeck.layouts.design import Design
    from leapdeck.layouts.tailoring import Tailored


class Worn(Struct, frozen=True):
    """A template as a deck wears it: its file's bytes and name, who names it, and what was made of it."""

    data: bytes
    name: str
    where: Position
    tailored: Tailored


class Asked(Struct, frozen=True):
    """A layout that somebody asks for by its name, and where."""

    name: str
    position: Position


def template_for(job: Job, workshop: Workshop, brand: Brand) -> tuple[Worn | None, tuple[Diagnostic, ...]]:
    """The template that a job names, or else its client's file; LeapdeckError where it can't be used."""
    client = workshop.client
    path = job.template or (Path(client.template) if client and client.template else None)
    if path is None:
        return None, ()
    from leapdeck.layouts.tailoring import tailored
    from leapdeck.powerpoint.corporate.reading import open_and_read

    where = Position(str(path)) if job.template or client is None else client.at("template")
    data = _bytes(path, where)
    template = open_and_read(data, path.name, where)
    if wrong := tuple(_unknown(template, workshop)):
        raise LeapdeckError(wrong)
    chosen = client.layouts if client else {}
    made = tailored(template, brand, chosen, [asked.name for asked in _asked_by_slides(workshop)])
    return Worn(data, path.name, where, made), tuple(_notes(made, brand, where))


def on_paper(worn: Worn | None, deck: Deck, brand: Brand) -> tuple[Deck, Brand, Design | None]:
    """What papers that show slides are told and painted from: the deck, a brand for both, the slides' design."""
    if worn is None:
        return deck, brand, None
    from leapdeck.layouts.tailoring import beside_paper

    return beside_paper(deck, worn.tailored, brand)


def read_at(path: Path) -> ClientTemplate:
    """The template of a file; LeapdeckError where it can't be used."""
    from leapdeck.powerpoint.corporate.reading import open_and_read

    where = Position(str(path))
    return open_and_read(_bytes(path, where), path.name, where)


def _bytes(path: Path, where: Position) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"the template {path.name} can't be read: {error.strerror or error}"
        raise LeapdeckError(
            (Diagnostic("unreadable-file", message, position=where, hint="look at its name, and whether it is open"),)
        ) from error


def _asked_by_slides(workshop: Workshop) -> Iterator[Asked]:
    for entry in workshop.sections:
        for slide in entry.slides if isinstance(entry, Section) else (entry,):
            if slide.template_layout:
                yield Asked(slide.template_layout, workshop.where((*slide.at, "template-layout")))


def _asked_by_client(workshop: Workshop) -> Iterator[Asked]:
    client = workshop.client
    for kind, name in client.layouts.items() if client else ():
        yield Asked(name, client.at(f"layouts.{kind}"))  # type: ignore[union-attr]  # there is one


def _unknown(template: ClientTemplate, workshop: Workshop) -> Iterator[Diagnostic]:
    """The layouts that are asked for and that the template hasn't."""
    from leapdeck.yamlsource.guessing import nearest

    names = [layout.name for layout in template.layouts]
    for asked in (*_asked_by_client(workshop), *_asked_by_slides(workshop)):
        if asked.name not in names:
            near = nearest(asked.name, names)
            hint = f"did you mean {near}? " if near else ""
            message = f"the template {template.name} has no layout {asked.name}"
            yield Diagnostic("unknown-layout", message, position=asked.position, hint=f"{hint}It has: {', '.join(dict.fromkeys(names))}")


def _notes(made: Tailored, brand: Brand, where: Position) -> Iterator[Diagnostic]:
    """What the template's fonts mean for the files that are not PowerPoint's."""
    for font in made.estimated:
        message = f"how wide text runs in the template's font {font} isn't known; it is taken for a fifth wider than Arial"
        yield Diagnostic("template-font", message, "note", where, "text may be set a step smaller than it had to be")
    if made.lent:
        own = " and ".join(dict.fromkeys(family.name for family in brand.families.values()))
        fonts = " and ".join(made.lent)
        message = (
            f"there is no file of {fonts} here, so the workbook and pictures of slides are set in {own}; the deck itself is in {fonts}"
        )
        yield Diagnostic("template-font", message, "note", where)
