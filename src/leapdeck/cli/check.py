"""`leapdeck check`: everything that a build would say, without files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from leapdeck.cli.options import reporting, selecting

if TYPE_CHECKING:
    from leapdeck.cli.report import Report


@click.command(name="check")
@selecting
@click.option("--released", is_flag=True, help="The arguments are finished files, to be searched for other clients' words and logos.")
@reporting
def command(*, released: bool, strict: bool, format_: str, **selected: Any) -> None:
    """Say everything that a build would say, without writing a file.

    With --released the arguments are .pptx and .pdf files, of a build or from elsewhere; --client says whose they are.
    """
    from pathlib import Path

    from leapdeck.building import check
    from leapdeck.cli.jobs import find_jobs
    from leapdeck.cli.report import Report, once
    from leapdeck.cli.selection import Selection

    if released:
        from leapdeck.cli.releasing import check_released

        if len(selected["clients"]) > 1:
            raise click.UsageError("a file belongs to one client: name one with --client")
        report = Report((), once(check_released(selected["outlines"], "".join(selected["clients"]), Path.cwd())))
        _tell(report, "It must not go out.", "Nothing that isn't its reader's.", strict=strict, format_=format_)
        return
    found = find_jobs(Selection(**selected), Path.cwd())
    report = Report((), once([*found.findings, *(finding for job in found.jobs for finding in check(job))]))
    fine = "It can be built." if report.diagnostics else "Nothing to mend."
    _tell(report, "It can't be built.", fine, strict=strict, format_=format_)


def _tell(report: Report, bad: str, fine: str, *, strict: bool, format_: str) -> None:
    """Print the findings and a verdict, and end with exit status 1 where the verdict is bad."""
    from leapdeck.cli.report import as_json, as_text

    stopped = report.stops(strict=strict)
    click.echo(as_json(report) if format_ == "json" else as_text(report, bad if stopped else fine))
    if stopped:
        raise click.exceptions.Exit(1)
