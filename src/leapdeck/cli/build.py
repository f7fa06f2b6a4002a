"""`leapdeck build`: the files of one or many workshops."""

from __future__ import annotations

from typing import Any

import click

from leapdeck.cli.options import force_option, out_option, reporting, selecting

_MEANT = {"workbook": "handout", "powerpoint": "deck", "pptx": "deck", "pdf": "slides", "certificates": "kit", "notes": "guide"}
"""What else people call a kind of files."""


def _kinds(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of every `--only`, each once; a usage error for one that there isn't."""
    from difflib import get_close_matches

    from leapdeck.building import DEFAULT_KINDS, KINDS

    if not value:
        return DEFAULT_KINDS
    kinds = tuple(dict.fromkeys(kind.strip().lower() for kind in ",".join(value).split(",") if kind.strip()))
    for kind in kinds:
        if kind not in KINDS:
            near = [_MEANT[kind]] if kind in _MEANT else get_close_matches(kind, KINDS, 1)
            meant = f"; did you mean {near[0]}?" if near else "."
            raise click.BadParameter(f"there is no kind {kind!r}{meant} There are: {', '.join(KINDS)}.")
    if not kinds:
        raise click.BadParameter(f"name one or more of: {', '.join(KINDS)}")
    return kinds


@click.command(name="build")
@selecting
@click.option(
    "--only", "kinds", multiple=True, metavar="KIND,...", callback=_kinds, help="Just these kinds of files, as in deck,slides-3up."
)
@click.option("--icc", default="", metavar="FILE", help="The print shop's color profile, for the press edition.")
@out_option
@click.option("--watch", is_flag=True, help="Build again whenever a file is saved.")
@click.option("--open", "open_", is_flag=True, help="Open what was built.")
@force_option
@click.option(
    "--jobs", "workers", type=click.IntRange(1), metavar="N", help="How many builds at once; as many as there are cores if left out."
)
@click.option("--scheduler", default="", metavar="ADDRESS", help="Build on a Dask cluster, as tcp://192.168.1.20:8786.")
@reporting
def command(
    *,
    kinds: tuple[str, ...],
    out: str,
    watch: bool,
    open_: bool,
    force: bool,
    workers: int | None,
    scheduler: str,
    strict: bool,
    format_: str,
    traceback: bool,
    **selected: Any,
) -> None:
    """Build deck, workbook and guide of workshops.

    An OUTLINE is a file, or the name of one in ./outlines or of one that ships with leapdeck.
    """
    from leapdeck.cli.making import make, tell
    from leapdeck.cli.orders import Manner
    from leapdeck.cli.selection import Selection

    manner = Manner(kinds, out, force, strict, workers, format_, scheduler=scheduler, traceback=traceback)
    selection = Selection(**selected)
    if watch:
        from leapdeck.cli.watching import keep_building

        keep_building(selection, manner, opened=open_)
        return
    report = make(selection, manner)
    tell(report, manner)
    if open_:
        from leapdeck.cli.opening import open_files

        open_files(report.files)
    if report.stops(strict=strict):
        raise click.exceptions.Exit(1)
