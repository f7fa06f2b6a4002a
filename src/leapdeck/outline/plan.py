"""The time plan: minutes shared out, clock times counted up, and what doesn't fit said with what could go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leapdeck.diagnostics import Diagnostic
from leapdeck.outline.model import Section, Workshop
from leapdeck.slides.base import Slide
from leapdeck.timeplan import Plan, Row

TOLERANCE = 0.01


def schedule(workshop: Workshop) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """When each section begins, how long each slide takes, and the findings where minutes don't add up."""
    clock = _start(workshop)
    rows: list[Row] = []
    slides: dict[str, float] = {}
    for entry in workshop.sections:
        is_section = isinstance(entry, Section)
        minutes = section_minutes(entry) if isinstance(entry, Section) else entry.minutes
        rows.append(Row(entry.id, entry.title, clock, minutes, not is_section, entry.optional))
        slides |= _shares(entry) if isinstance(entry, Section) else {}
        clock = None if clock is None or minutes is None else clock + minutes
    return Plan(tuple(rows), slides), tuple(_findings(workshop, rows))


def section_minutes(section: Section) -> float | None:
    """What a section says it takes, or else the sum of its slides; None where neither is known."""
    if section.minutes is not None:
        return section.minutes
    given = [slide.minutes for slide in section.slides if slide.minutes is not None]
    return sum(given) if given else None


def _start(workshop: Workshop) -> float | None:
    start = workshop.event.start or workshop.start
    if not start:
        return None
    hours, minutes = start.split(":")
    return int(hours) * 60.0 + int(minutes)


def _shares(section: Section) -> dict[str, float]:
    """Each slide's minutes; slides without share what their section has left."""
    shown = [slide for slide in section.slides if slide.on_slides and not slide.hidden]
    open_ = [slide for slide in shown if slide.minutes is None]
    left = max(0.0, (section.minutes or 0.0) - _given(section.slides))
    found = {slide.id: slide.minutes for slide in section.slides if slide.minutes is not None}
    return found | {slide.id: left / len(open_) for slide in open_ if section.minutes}


def _given(slides: Iterable[Slide]) -> float:
    return sum(slide.minutes or 0.0 for slide in slides)


def _findings(workshop: Workshop, rows: list[Row]) -> Iterator[Diagnostic]:
    for entry in workshop.sections:
        if isinstance(entry, Section):
            yield from _over_full_section(workshop, entry)
    slot = workshop.event.minutes or workshop.minutes
    needed = sum(row.minutes or 0.0 for row in rows)
    if slot and needed > slot + TOLERANCE:
        path = ("event", "minutes") if workshop.event.minutes else ("minutes",)
        message = f"the plan takes {needed:g} minutes, the slot has {slot:g}"
        yield Diagnostic("over-time", message, position=workshop.where(path), hint=_could_go(workshop, needed - slot))


def _over_full_section(workshop: Workshop, section: Section) -> Iterator[Diagnostic]:
    given = _given(section.slides)
    if section.minutes is not None and given > section.minutes + TOLERANCE:
        message = f"the slides of “{section.title}” take {given:g} minutes, the section has {section.minutes:g}"
        hint = _listed(_optional_slides(section), given - section.minutes)
        yield Diagnostic("over-time", message, position=workshop.where((*section.at, "minutes")), hint=hint)


def _could_go(workshop: Workshop, over: float) -> str:
    found: list[tuple[str, float]] = []
    for entry in workshop.sections:
        if entry.optional:
            minutes = section_minutes(entry) if isinstance(entry, Section) else entry.minutes
            found.append((entry.title, minutes or 0.0))
        elif isinstance(entry, Section):
            found += _optional_slides(entry)
    return _listed(found, over)


def _optional_slides(section: Section) -> list[tuple[str, float]]:
    return [(slide.title or slide.id, slide.minutes) for slide in section.slides if slide.optional and slide.minutes]


def _listed(optional: list[tuple[str, float]], over: float) -> str:
    """What could go, with its minutes; or that nothing is marked so."""
    if not optional:
        return f"take {over:g} minutes away somewhere, or mark what may go with optional: true"
    named = ", ".join(f"{title} ({minutes:g})" for title, minutes in optional)
    return f"take {over:g} minutes away; what is optional: {named}"
