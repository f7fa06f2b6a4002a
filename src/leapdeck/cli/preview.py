"""`leapdeck preview`: pictures of slides and pages."""

from __future__ import annotations

from typing import Any

import click

from leapdeck.cli.options import force_option, out_option, reporting, selecting


@click.command(name="preview")
@selecting
@out_option
@force_option
@reporting
def command(*, out: str, force: bool, strict: bool, format_: str, traceback: bool, **selected: Any) -> None:
    """Draw slides and pages as pictures.

    Each slide and each page of the workbook becomes a PNG file, and one contact sheet shows them all.
    """
    from msgspec.structs import replace

    from leapdeck.cli.drawing import SHEET, drawn
    from leapdeck.cli.making import make, tell
    from leapdeck.cli.orders import Manner
    from leapdeck.cli.selection import Selection

    manner = Manner(("slides", "handout"), out, force, strict, None, format_, drawn, traceback=traceback)
    report = make(Selection(**selected), manner)
    if format_ == "text":
        report = replace(report, files=tuple(file for file in report.files if file.path.endswith(SHEET)))
    tell(report, manner)
    if report.stops(strict=strict):
        raise click.exceptions.Exit(1)
