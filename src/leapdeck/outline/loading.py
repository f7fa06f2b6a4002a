"""The one loader: an outline, what it uses, a client's changes and the command line's settings become a Workshop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.locales.dates import date_text
from leapdeck.outline.converting import converted
from leapdeck.outline.ids import named
from leapdeck.outline.model import Workshop
from leapdeck.outline.pictures import Pictures
from leapdeck.outline.texts import check_texts
from leapdeck.outline.variables import check_variables, known, set_by
from leapdeck.yamlsource import read


class Loaded(Struct, frozen=True):
    """A workshop and what was found beside errors: warnings and notes."""

    workshop: Workshop
    findings: tuple[Diagnostic, ...]


def load(path: Path, *, client: Path | None = None, settings: Sequence[str] = ()) -> Loaded:
    """Read an outline, for a client if one is given; `settings` are texts as `title=Our way`.

    LeapdeckError with everything that was found where any of it is an error.
    """
    source = read(path)
    findings = list(source.diagnostics)
    if source.root is None:
        raise LeapdeckError(tuple(findings))
    given = named(source.root)
    source = replace(source, root=given.root)
    pictures = Pictures(path.parent)
    made = converted(source, path.stem, pictures)
    findings += [*given.findings, *made.findings, *check_texts(source)]
    workshop = made.workshop and _with_event(made.workshop)
    day, wrong = _day(workshop)
    values = set_by(workshop, day) if workshop else known(source)
    findings += [*wrong, *check_variables(source, values)]
    if workshop is None or any(finding.severity == "error" for finding in findings):
        raise LeapdeckError(_in_order(findings, str(path)))
    return Loaded(replace(workshop, vars=values, images=tuple(pictures.found.values())), _in_order(findings, str(path)))


def _with_event(workshop: Workshop) -> Workshop:
    """The workshop's own start and slot hold where its event names none."""
    given = workshop.event
    event = replace(given, start=given.start or workshop.start, minutes=workshop.minutes if given.minutes is None else given.minutes)
    return replace(workshop, event=event)


def _day(workshop: Workshop | None) -> tuple[str, list[Diagnostic]]:
    """The event's date in words."""
    if workshop is None or not workshop.event.date:
        return "", []
    try:
        return date_text(workshop.event.date, workshop.language), []
    except ValueError:
        position = workshop.where(("event", "date"))
        message = f"there is no day {workshop.event.date}"
        return "", [Diagnostic("wrong-value", message, position=position, hint="write year, month and day, as 2026-12-03")]


def _in_order(findings: list[Diagnostic], main: str) -> tuple[Diagnostic, ...]:
    """As a reader meets them: the outline's own first, each file from top to bottom."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda d: (d.position.file != main, d.position.file, d.position.line, d.position.column)))
