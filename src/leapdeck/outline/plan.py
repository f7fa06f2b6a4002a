"""The time plan: when each section begins, what each slide takes, and what no longer fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leapdeck.diagnostics import Diagnostic, Path, Position
from leapdeck.outline.model import Entry, Section, Workshop
from leapdeck.richtext import plain
from leapdeck.slides.base import Slide
from leapdeck.timeplan import Plan, Row
from leapdeck.yamlsource.tree import child

TOLERANCE = 1e-6


def schedule(workshop: Workshop) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan of a workshop, and errors where slides need more than their section or sections more than the slot."""
    rows: list[Row] = []
    slides: dict[str, float] = {}
    findings: list[Diagnostic] = []
    now = _clock(workshop.event.start)
    for entry in workshop.sections:
        minutes = _length(entry)
        rows.append(Row(entry.id, entry.title, now, minutes, not isinstance(entry, Section), entry.optional))
        now = now + minutes if now is not None and minutes is not None else None
        if isinstance(entry, Section):
            slides |= _shares(entry)
            findings += _too_full(workshop, entry)
        elif minutes:
            slides[entry.id] = minutes
    findings += _too_long(workshop, rows)
    return Plan(tuple(rows), slides), tuple(findings)


def _clock(start: str | None) -> float | None:
    if not start:
        return None
    hours, _, minutes = start.partition(":")
    return int(hours) * 60.0 + int(minutes)


def _length(entry: Entry) -> float | None:
    """What an entry takes: its own minutes, or else those of its slides together."""
    if entry.minutes is not None or not isinstance(entry, Section):
        return entry.minutes
    given = [slide.minutes for slide in entry.slides if slide.minutes is not None]
    return sum(given) if given else None


def _shares(section: Section) -> dict[str, float]:
    """The minutes of a section's slides; those without share what is left, in whole minutes, the first getting the rest.

    What isn't shown (hidden, or on paper alone) takes only what it says.
    """
    found = {slide.id: slide.minutes for slide in section.slides if slide.minutes}
    sharing = [slide for slide in section.slides if slide.minutes is None and slide.on_slides and not slide.hidden]
    left = (section.minutes or 0.0) - sum(found.values())
    if not sharing or left < TOLERANCE:
        return found
    each, rest = divmod(left, len(sharing))
    for slide in sharing:
        more = min(1.0, rest)
        rest -= more
        if each + more:
            found[slide.id] = each + more
    return found


def _too_full(workshop: Workshop, section: Section) -> Iterator[Diagnostic]:
    """Slides that need more than their section has."""
    need = sum(slide.minutes or 0.0 for slide in section.slides)
    if section.minutes is None or need <= section.minutes + TOLERANCE:
        return
    name = plain(section.title, workshop.vars)
    message = f"the slides of “{name}” need {need:g} minutes, and the section has {section.minutes:g}: {need - section.minutes:g} too many"
    paths = ((*section.at, "minutes"), *((*slide.at, "minutes") for slide in section.slides if slide.minutes))
    otherwise = f"give the section {need:g} minutes, or shorten its slides"
    yield Diagnostic("no-time", message, position=_place(workshop, paths), hint=_could_go(section.slides) or otherwise)


def _too_long(workshop: Workshop, rows: list[Row]) -> Iterator[Diagnostic]:
    """Sections that need more than the slot."""
    slot, need = workshop.event.minutes, sum(row.minutes or 0.0 for row in rows)
    if slot is None or need <= slot + TOLERANCE:
        return
    message = f"the sections and breaks need {need:g} minutes, and there are {slot:g}: {need - slot:g} too many"
    slot_path: Path = ("event", "minutes") if _is_written(workshop, ("event", "minutes")) else ("minutes",)
    paths = (slot_path, *((*entry.at, "minutes") for entry in workshop.sections if entry.minutes))
    optional = [part for entry in workshop.sections for part in _optional_parts(entry)]
    otherwise = "shorten a section, or mark with optional: true what could go"
    yield Diagnostic("no-time", message, position=_place(workshop, paths), hint=_could_go(optional) or otherwise)


def _optional_parts(entry: Entry) -> tuple[Entry | Slide, ...]:
    """What could go: the whole entry, or else slides of it."""
    if entry.optional or not isinstance(entry, Section):
        return (entry,) if entry.optional else ()
    return tuple(slide for slide in entry.slides if slide.optional)


def _could_go(parts: Iterable[Entry | Slide]) -> str:
    """The optional ones, with the minutes that each would give back."""
    found = [(part.id, _length(part) if isinstance(part, Section) else part.minutes) for part in parts if part.optional]
    named = [f"{id} ({minutes:g})" for id, minutes in found if minutes]
    return f"could go, being optional: {', '.join(named)}" if named else ""


def _place(workshop: Workshop, paths: Iterable[Path]) -> Position:
    """The first of some places; one in a file that changed the outline, where there is one."""
    places = [workshop.where(path) for path in paths]
    own = workshop.source.file if workshop.source else ""
    return next((place for place in places if place.file != own), places[0])


def _is_written(workshop: Workshop, path: Path) -> bool:
    node = workshop.source.root if workshop.source else None
    for step in path:
        node = child(node, step)
    return node is not None
