"""What was built and what there is to say about it, as text for a person or as JSON for a program."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, Position

if TYPE_CHECKING:
    from leapdeck.building.serving import Served

COLORS = {"error": "red", "warning": "yellow", "note": "cyan"}
LINE_SHOWN = 110
"""How many characters of a line are shown, around the column that is meant."""
BEFORE_COLUMN = 70
FILES_SHOWN = 60
"""How many files are shown one by one."""


class BuiltFile(Struct, frozen=True):
    """A file that was written; the field names are those of the JSON."""

    outline: str
    client: str | None
    kind: str
    path: str
    pages: int
    minutes: float
    sha256: str


class Report(Struct, frozen=True):
    """The outcome of a run: the files, and the findings, each once; `unbuilt` names for whom, or of what, nothing was written.

    `layouts` tells which layouts of a client's template serve what.
    """

    files: tuple[BuiltFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    unbuilt: tuple[str, ...] = ()
    jobs: int = 0
    layouts: tuple[Served, ...] = ()

    def stops(self, *, strict: bool) -> bool:
        """Whether the findings make the run a failure."""
        return any(strict or finding.severity == "error" for finding in self.diagnostics)


def once(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in order, each once: twenty clients have the same outline."""
    return tuple(dict.fromkeys(findings))


def as_json(report: Report) -> str:
    """One JSON object, with the files and the findings, and the layouts of a client's template where there is one."""
    import json

    files = [{**_fields(file), "minutes": _number(file.minutes)} for file in report.files]
    told: dict[str, object] = {"files": files, "diagnostics": [_flat(finding) for finding in report.diagnostics]}
    if report.layouts:
        told["layouts"] = [{"kind": row.kind, "layout": row.layout, "why": row.why} for row in report.layouts]
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode()  # half a character, as a file's name may hold, is JSON when it is escaped


def as_text(report: Report, nothing: str) -> str:
    """Findings, then the files, then how many findings there were; `nothing` is said where there is no file."""
    parts = [findings_text(report.diagnostics)] if report.diagnostics else []
    parts.append(_files(report.files) if report.files else nothing)
    if report.jobs > 1:
        parts.append(_summary(report))
    if report.diagnostics:
        parts.append(counted(report.diagnostics))
    return "\n\n".join(parts)


def counted(findings: Iterable[Diagnostic]) -> str:
    """How many findings there are of each severity, as "2 errors, 1 warning"."""
    counts = Counter[str](finding.severity for finding in findings)
    return ", ".join(f"{counts[severity]} {severity}{'s' * (counts[severity] > 1)}" for severity in COLORS if counts[severity])


def _files(files: Sequence[BuiltFile]) -> str:
    """A table of the files; where there are more than anybody reads, how many there are of each kind."""
    if len(files) <= FILES_SHOWN:
        return table(files)
    counts = Counter((file.outline, file.kind) for file in files)
    return "\n".join(f"{outline} {kind}: {count} files" for (outline, kind), count in counts.items())


def _summary(report: Report) -> str:
    """How many versions were built, and which weren't."""
    missing = f"; not built: {', '.join(report.unbuilt)}" * bool(report.unbuilt)
    folders = len({Path(file.path).parent for file in report.files})
    return f"{len(report.files)} files in {folders} folder{'s' * (folders != 1)}{missing}"


def table(files: Sequence[BuiltFile]) -> str:
    """The files with their slides or pages and their minutes."""
    timed = any(file.minutes for file in files)
    header = ("file", "slides or pages", "minutes")
    rows = [header, *((shown_path(file.path), str(file.pages), str(_number(file.minutes))) for file in files)]
    if not timed:
        rows = [(name, pages, "") for name, pages, _ in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"{name:{widths[0]}}  {pages:>{widths[1]}}  {minutes:>{widths[2]}}".rstrip() for name, pages, minutes in rows]
    return "\n".join([click.style(lines[0], dim=True), *lines[1:]])


def findings_text(findings: Iterable[Diagnostic]) -> str:
    """Findings one below the other: place, severity, message, the line itself with the column marked, and the hint."""
    lines = _Lines()
    return "\n".join(_finding(finding, lines) for finding in findings)


class _Lines:
    """The lines of the files that findings are about, each file read once."""

    def __init__(self) -> None:
        self._files: dict[str, list[str]] = {}

    def line(self, position: Position) -> str:
        """The line that is meant, empty where there is none."""
        if not position.line:
            return ""
        if position.file not in self._files:
            self._files[position.file] = _lines_of(Path(position.file))
        lines = self._files[position.file]
        return lines[position.line - 1] if position.line <= len(lines) else ""


def _lines_of(path: Path) -> list[str]:
    from leapdeck.yamlsource.decoding import text_of  # loaded already where lines of a file are told

    try:
        return text_of(path.read_bytes()).split("\n")
    except OSError:
        return []


def _finding(finding: Diagnostic, lines: _Lines) -> str:
    place = click.style(_place(finding.position), bold=True)
    severity = click.style(finding.severity, fg=COLORS[finding.severity], bold=True)
    told = [f"{place}: {severity}: {_visible(finding.message)} {click.style(f'[{finding.code}]', dim=True)}"]
    if line := lines.line(finding.position):
        told += _excerpt(line, finding.position)
    if finding.hint:
        told += [f"    {'hint: ' if not number else '      '}{_visible(part)}" for number, part in enumerate(finding.hint.split("\n"))]
    return "\n".join(told)


def _place(position: Position) -> str:
    if not position.file:
        return "leapdeck"
    numbers = [str(number) for number in (position.line, position.column) if position.line and number]
    return _visible(":".join([shown_path(position.file), *numbers]))


def shown_path(path: str) -> str:
    """A path as a person would type it: from the folder one works in, where it lies below it."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_absolute() and Path(path).is_relative_to(here) else path


def _excerpt(line: str, position: Position) -> list[str]:
    """The line, cut to what can be read, and a mark below its column."""
    start = max(0, position.column - BEFORE_COLUMN)
    part = _visible(line.replace("\t", " "))[start : start + LINE_SHOWN].rstrip()
    before, after = "…" * bool(start), "…" * (len(line.rstrip()) > start + LINE_SHOWN)
    shown = [f"{position.line:>5} │ {before}{part}{after}"]
    if position.column:
        mark = " " * (len(before) + position.column - 1 - start)
        shown.append(f"      │ {mark}{click.style('^', fg='green', bold=True)}")
    return shown


def _visible(text: str) -> str:
    """A text without characters that would steer the terminal."""
    return "".join("·" if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else character for character in text)


def _fields(file: BuiltFile) -> dict[str, object]:
    return {name: getattr(file, name) for name in BuiltFile.__struct_fields__}


def _flat(finding: Diagnostic) -> dict[str, object]:
    position = finding.position
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": position.file,
        "line": position.line,
        "column": position.column,
        "message": finding.message,
        "hint": finding.hint,
    }


def _number(value: float) -> float:
    """Whole minutes without a decimal point."""
    return int(value) if value == int(value) else round(value, 2)
