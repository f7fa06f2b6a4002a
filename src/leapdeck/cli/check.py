"""`leapdeck check`: everything that a build would say, without files; or what a finished file holds that isn't its reader's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from leapdeck.cli.options import reporting, selecting_or_template

if TYPE_CHECKING:
    from leapdeck.building import Job
    from leapdeck.cli.report import Report
    from leapdeck.cli.selection import Selection
    from leapdeck.diagnostics import Diagnostic


@click.command(name="check")
@selecting_or_template
@click.option("--released", is_flag=True, help="The arguments are finished files, to be searched for other clients' words and logos.")
@reporting
def command(*, released: bool, strict: bool, format_: str, traceback: bool, **selected: Any) -> None:
    """Say everything that a build would say, without writing a file.

    With a client's own PowerPoint template it also says which of its layouts serves which kind of slide, and why. With
    --released the arguments are .pptx and .pdf files, of a build or from elsewhere; --client says whose they are.
    """
    from leapdeck.cli.selection import Selection

    selection = Selection(**selected)
    if released:
        _tell(_released(selection), "It must not go out.", "Nothing that isn't its reader's.", strict=strict, format_=format_)
    elif selection.outlines:
        report = _checked(selection, traceback=traceback)
        fine = "It can be built." if report.diagnostics else "Nothing to mend."
        _tell(report, "It can't be built.", fine, strict=strict, format_=format_)
    else:
        _tell_layouts(selection.template, format_)


def _checked(selection: Selection, *, traceback: bool) -> Report:
    from pathlib import Path

    from leapdeck.cli.jobs import find_jobs
    from leapdeck.cli.report import Report, once
    from leapdeck.cli.serving import layouts_of

    found = find_jobs(selection, Path.cwd())
    findings = once([*found.findings, *(finding for job in found.jobs for finding in _checked_job(job, traceback=traceback))])
    return Report((), findings, layouts=layouts_of(found.jobs))


def _checked_job(job: Job, *, traceback: bool) -> tuple[Diagnostic, ...]:
    from leapdeck.building import check
    from leapdeck.cli.faults import fault

    try:
        return check(job)
    except Exception as error:
        if traceback:
            raise
        return (fault(job, error),)


def _released(selection: Selection) -> Report:
    from pathlib import Path

    from leapdeck.cli.releasing import check_released
    from leapdeck.cli.report import Report, once

    if not selection.outlines:
        raise click.UsageError("Missing argument: name the files.")
    if len(selection.clients) > 1:
        raise click.UsageError("a file belongs to one client: name one with --client")
    return Report((), once(check_released(selection.outlines, "".join(selection.clients), Path.cwd())))


def _tell_layouts(template: str, format_: str) -> None:
    """Which layouts of a template serve what, without any outline."""
    from pathlib import Path

    from leapdeck.cli.report import Report, as_json
    from leapdeck.cli.serving import as_table, layouts_of_file

    if not template:
        raise click.UsageError("Missing argument 'OUTLINE...'.")
    report = Report((), (), layouts=layouts_of_file(template, Path.cwd()))
    click.echo(as_json(report) if format_ == "json" else as_table(report.layouts))


def _tell(report: Report, bad: str, fine: str, *, strict: bool, format_: str) -> None:
    """Print the findings and a verdict, and end with exit status 1 where the verdict is bad."""
    from leapdeck.cli.report import as_json, as_text
    from leapdeck.cli.serving import as_table

    stopped = report.stops(strict=strict)
    click.echo(as_json(report) if format_ == "json" else as_text(report, bad if stopped else fine))
    if report.layouts and format_ != "json":
        click.echo(f"\n{as_table(report.layouts)}")
    if stopped:
        raise click.exceptions.Exit(1)
