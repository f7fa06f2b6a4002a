"""`leapdeck check`: everything that a build would say, without files."""

from __future__ import annotations

from typing import Any

import click

from leapdeck.cli.options import reporting, selecting


@click.command(name="check")
@selecting
@reporting
def command(*, strict: bool, format_: str, **selected: Any) -> None:
    """Say everything that a build would say, without writing a file."""
    from pathlib import Path

    from leapdeck.building import check
    from leapdeck.cli.jobs import find_jobs
    from leapdeck.cli.report import Report, as_json, as_text, once
    from leapdeck.cli.selection import Selection

    found = find_jobs(Selection(**selected), Path.cwd())
    report = Report((), once([*found.findings, *(finding for job in found.jobs for finding in check(job))]))
    verdict = "It can't be built." if report.stops(strict=strict) else "It can be built." if report.diagnostics else "Nothing to mend."
    click.echo(as_json(report) if format_ == "json" else as_text(report, verdict))
    if report.stops(strict=strict):
        raise click.exceptions.Exit(1)
