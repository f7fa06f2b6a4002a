"""`leapdeck check`: everything that a build would say, without files."""

from __future__ import annotations

from typing import Any

import click

from leapdeck.cli.options import reporting, selecting_or_template


@click.command(name="check")
@selecting_or_template
@reporting
def command(*, strict: bool, format_: str, **selected: Any) -> None:
    """Say everything that a build would say, without writing a file.

    With a client's own PowerPoint template it also says which of its layouts serves which kind of slide, and why.
    """
    from pathlib import Path

    from leapdeck.building import check
    from leapdeck.cli.jobs import find_jobs
    from leapdeck.cli.report import Report, as_json, as_text, once
    from leapdeck.cli.selection import Selection
    from leapdeck.cli.serving import as_table, layouts_of, layouts_of_file

    selection, here = Selection(**selected), Path.cwd()
    if not selection.outlines:
        if not selection.template:
            raise click.UsageError("Missing argument 'OUTLINE...'.")
        report = Report((), (), layouts=layouts_of_file(selection.template, here))
        click.echo(as_json(report) if format_ == "json" else as_table(report.layouts))
        return
    found = find_jobs(selection, here)
    findings = once([*found.findings, *(finding for job in found.jobs for finding in check(job))])
    report = Report((), findings, layouts=layouts_of(found.jobs))
    verdict = "It can't be built." if report.stops(strict=strict) else "It can be built." if report.diagnostics else "Nothing to mend."
    click.echo(as_json(report) if format_ == "json" else as_text(report, verdict))
    if report.layouts and format_ != "json":
        click.echo(f"\n{as_table(report.layouts)}")
    if report.stops(strict=strict):
        raise click.exceptions.Exit(1)
