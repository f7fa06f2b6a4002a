"""A build from what was chosen to the files on disk and what is told about it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click
from msgspec import Struct

from leapdeck.building import Built, deliver_built
from leapdeck.building import File as MadeFile
from leapdeck.cli.jobs import find_jobs
from leapdeck.cli.report import BuiltFile, Report, as_json, as_text, once
from leapdeck.cli.running import Outcome, run
from leapdeck.cli.selection import Selection
from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.writing import Written, retire


class Manner(Struct, frozen=True):
    """How a build is done and told."""

    kinds: tuple[str, ...]
    out: str
    force: bool = False
    strict: bool = False
    workers: int | None = None
    format: str = "text"
    turned: Callable[[Built], Built] | None = None
    """What is made of the finished files before they are written, into a folder that then holds nothing else of ours."""


def make(selection: Selection, manner: Manner) -> Report:
    """Build what was chosen and write it; what can't be built doesn't keep the rest from being built."""
    found = find_jobs(selection, Path.cwd(), manner.kinds)
    findings, files = list(found.findings), list[BuiltFile]()
    for outcome in run(found.jobs, manner.workers, _show_progress) if _may_go_on(findings) else []:
        made, told = _delivered(outcome, manner)
        findings += told
        files += made
    return Report(tuple(files), once(findings))


def tell(report: Report, manner: Manner) -> None:
    """Print what was built and found."""
    click.echo(as_json(report) if manner.format == "json" else as_text(report, "Nothing was built."))


def _may_go_on(findings: list[Diagnostic]) -> bool:
    """Two jobs that would write the same files stop everything: either could be the one that is meant."""
    return not any(finding.code == "same-name" for finding in findings)


def _delivered(outcome: Outcome, manner: Manner) -> tuple[list[BuiltFile], list[Diagnostic]]:
    """The files of a job that were written, and what there is to say about it."""
    findings = list(outcome.diagnostics)
    built = outcome.built
    if built is None or (manner.strict and findings):
        return [], findings
    if manner.turned:
        built = manner.turned(built)
    folder = Path(manner.out) / built.folder
    try:
        written = deliver_built(built, Path(manner.out), force=manner.force)
    except LeapdeckError as error:
        return [], [*findings, *error.diagnostics]
    if manner.turned:
        retire(folder, frozenset(one.path.name for one in written if one.path))
    findings += [finding for one in written for finding in one.findings]
    return [_built_file(built, file, one) for file, one in zip(built.files, written, strict=True) if one.path], findings


def _built_file(built: Built, file: MadeFile, written: Written) -> BuiltFile:
    return BuiltFile(built.outline, built.client or None, file.kind, str(written.path), file.pages, file.minutes, written.digest)


def _show_progress(part: float) -> None:
    """How far it is, on a terminal, in a line that is wiped at the end."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{f'building … {part:.0%}' if part < 1 else ''}", err=True, nl=False)
