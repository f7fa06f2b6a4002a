"""The one loader: an outline, what it uses, a client's changes and the command line's settings become a Workshop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.locales.dates import date_text
from leapdeck.outline.converting import converted
from leapdeck.outline.ids import named
from leapdeck.outline.languages import spoken
from leapdeck.outline.model import ClientInfo, Workshop
from leapdeck.outline.pictures import Pictures
from leapdeck.outline.texts import check_texts
from leapdeck.outline.using import expanded
from leapdeck.outline.variables import check_variables, known, set_by
from leapdeck.yamlsource import Source, read
from leapdeck.yamlsource.tree import get, pairs


class Loaded(Struct, frozen=True):
    """A workshop and what was found beside errors: warnings and notes."""

    workshop: Workshop
    findings: tuple[Diagnostic, ...]


def load(path: Path, *, client: Path | None = None, settings: Sequence[str] = ()) -> Loaded:
    """Read an outline, for a client if one is given; `settings` are texts as `title=Our way`.

    LeapdeckError with everything that was found where any of it is an error.
    """
    outline = read(path)
    if outline.root is None:
        raise LeapdeckError(outline.diagnostics)
    pictures = Pictures(path.parent)
    spliced = _spliced(outline, path, client, settings)
    who = _who(spliced.client, client, pictures)
    made = converted(spliced.source, path.stem, pictures)
    workshop = made.workshop and _with_event(replace(made.workshop, client=who[0]))
    day, wrong = _day(workshop)
    values = set_by(workshop, day) if workshop else known(spliced.source)
    unread = [*check_texts(spliced.source), *check_variables(spliced.source, values, spliced.may_be_unused)]
    unsaid = spoken(workshop) if workshop else ()
    findings = _in_order((*outline.diagnostics, *spliced.findings, *who[1], *made.findings, *wrong, *unread, *unsaid), str(path))
    if workshop is None or any(finding.severity == "error" for finding in findings):
        raise LeapdeckError(findings)
    return Loaded(replace(workshop, vars=values, images=tuple(pictures.found.values())), findings)


class _Spliced(Struct, frozen=True):
    """The tree of all files together; `quiet` files may set variables that nothing uses."""

    source: Source
    client: Source | None
    quiet: frozenset[str]
    findings: tuple[Diagnostic, ...]

    def may_be_unused(self, position: Position) -> bool:
        """Whether a variable set there is for other workshops too."""
        return position.file in self.quiet


def _spliced(outline: Source, path: Path, client: Path | None, settings: Sequence[str]) -> _Spliced:
    """What is used, what a client changes and what the command line sets, put into the outline's tree; everything has an id."""
    used = expanded(outline, path)
    first = _named(used.source)
    spliced = _Spliced(first.source, None, used.files, (*used.findings, *first.findings))
    if client:
        spliced = _for_client(spliced, path, client)
    if settings:
        from leapdeck.outline.settings import settled

        found = settled(spliced.source, settings)
        spliced = replace(spliced, source=found.source, findings=(*spliced.findings, *found.findings))
    if not client and not settings:
        return spliced
    last = _named(spliced.source, frozenset((spliced.client.file,)) if spliced.client else frozenset())
    return replace(spliced, source=last.source, findings=(*spliced.findings, *last.findings))


def _for_client(spliced: _Spliced, path: Path, client: Path) -> _Spliced:
    """The tree with a client's words and changes in it."""
    from leapdeck.outline.changing import changed

    given = read(client)
    merged = changed(spliced.source, given, path.stem)
    again = expanded(merged.source, path)
    shared = {spliced.source.file, *([given.file] if len(list(pairs(get(given.root, "workshops")))) > 1 else [])}
    findings = (*spliced.findings, *merged.findings, *again.findings)
    return _Spliced(again.source, given, spliced.quiet | again.files | shared, findings)


class _WithIds(Struct, frozen=True):
    source: Source
    findings: tuple[Diagnostic, ...] = ()


def _named(source: Source, added: frozenset[str] = frozenset()) -> _WithIds:
    if source.root is None:
        return _WithIds(source)
    given = named(source.root, added)
    return _WithIds(replace(source, root=given.root), given.findings)


def _who(source: Source | None, path: Path | None, pictures: Pictures) -> tuple[ClientInfo | None, tuple[Diagnostic, ...]]:
    """The client, and what is wrong with the client's file."""
    if source is None or path is None:
        return None, ()
    from leapdeck.outline.client import client_info

    found = client_info(source, path, pictures)
    return found.info, found.findings


def _with_event(workshop: Workshop) -> Workshop:
    """Where its event names none, the workshop's own start and slot hold, and as many come as its client lists."""
    given = workshop.event
    minutes = workshop.minutes if given.minutes is None else given.minutes
    listed = len(workshop.client.participants) if workshop.client else 0
    event = replace(given, start=given.start or workshop.start, minutes=minutes, participants=given.participants or listed or None)
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


def _in_order(findings: Iterable[Diagnostic], main: str) -> tuple[Diagnostic, ...]:
    """As a reader meets them: the outline's own first, each file from top to bottom."""

    def place(finding: Diagnostic) -> tuple[bool, str, int, int]:
        at = finding.position
        return at.file != main, at.file, at.line, at.column

    return tuple(sorted(dict.fromkeys(findings), key=place))
