"""Building again whenever a file is saved."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import click

from leapdeck.cli.jobs import find_jobs
from leapdeck.cli.making import Manner, make, tell
from leapdeck.cli.opening import open_files
from leapdeck.cli.options import Selection
from leapdeck.diagnostics import LeapdeckError

SUFFIXES = (".yaml", ".yml", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".csv")
QUIET_MS = 30
"""How long nothing more is saved before a build begins: programs often save in two steps."""


def keep_building(selection: Selection, manner: Manner, *, opened: bool) -> None:
    """Build, then build again at every change until Ctrl+C; a mistake in a file is told and waited out."""
    from watchfiles import watch

    here = Path.cwd()
    _build(selection, manner, here, opened=opened)
    folders = _folders(selection, manner, here)
    click.echo("Watching for changes; Ctrl+C ends it.", err=True)
    is_source = lambda _change, path: path.lower().endswith(SUFFIXES)  # noqa: E731  # too small for a name of its own
    for _ in watch(*folders, watch_filter=is_source, step=QUIET_MS, debounce=QUIET_MS * 10, recursive=False, raise_interrupt=False):
        _build(selection, manner, here)


def _build(selection: Selection, manner: Manner, here: Path, *, opened: bool = False) -> None:
    start = time.perf_counter()
    try:
        report = make(selection, manner, here)
    except OSError as error:  # as when a folder is renamed under our feet: the next change may mend it
        click.echo(f"leapdeck: {error}", err=True)
        return
    tell(report, manner)
    click.echo(f"{time.strftime('%H:%M:%S')}  {time.perf_counter() - start:.2f} s", err=True)
    if opened:
        open_files(report.files)


def _folders(selection: Selection, manner: Manner, here: Path) -> tuple[Path, ...]:
    """Where the files lie that a build reads, and the folders in there; never the one that it writes into."""
    jobs = find_jobs(selection, here, manner.kinds).jobs
    if not jobs:
        raise LeapdeckError(find_jobs(selection, here, manner.kinds).findings)
    files = [path for job in jobs for path in (job.outline, job.client, job.brand) if path]
    near = dict.fromkeys([*(file.resolve().parent for file in files), (here / "assets").resolve()])
    out = manner.out.resolve()
    return tuple(dict.fromkeys(folder for top in near if top.is_dir() for folder in _with_folders(top) if not folder.is_relative_to(out)))


def _with_folders(top: Path) -> Iterator[Path]:
    yield top
    yield from sorted(folder for folder in top.iterdir() if folder.is_dir() and not folder.name.startswith("."))
