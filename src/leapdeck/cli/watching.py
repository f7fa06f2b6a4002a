"""Building again whenever a file is saved."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leapdeck.cli.jobs import find_jobs
from leapdeck.cli.making import make, tell
from leapdeck.cli.opening import open_files
from leapdeck.cli.orders import Manner
from leapdeck.cli.selection import Selection
from leapdeck.diagnostics import LeapdeckError

if TYPE_CHECKING:
    from watchfiles import Change

SUFFIXES = (".yaml", ".yml", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".csv", ".pptx", ".potx")
QUIET_MS = 30
"""How long nothing more is saved before a build begins: programs often save in two steps."""
LOOK_MS = 1000
"""How often the files are looked at besides: for what was saved before the system began to tell, and on drives where it never does."""


def keep_building(selection: Selection, manner: Manner, *, opened: bool) -> None:
    """Build, then build again at every change until Ctrl+C; a mistake in a file is told and waited out."""
    from watchfiles import watch

    folders = _folders(selection, manner, Path.cwd())
    seen = _stamps(folders)
    _build(selection, manner, opened=opened)
    click.echo("Watching for changes; Ctrl+C ends it.", err=True)
    watched = watch(
        *folders,
        watch_filter=_is_source,
        step=QUIET_MS,
        debounce=QUIET_MS * 10,
        rust_timeout=LOOK_MS,
        yield_on_timeout=True,
        recursive=False,
        raise_interrupt=False,
    )
    with suppress(KeyboardInterrupt):  # Ctrl+C in the middle of a build ends it as orderly: files are written whole or not at all
        for changes in watched:
            now = _stamps(folders)
            if changes or now != seen:
                seen = now
                _build(selection, manner)


def _is_source(_change: Change, path: str) -> bool:
    return path.lower().endswith(SUFFIXES)


def _stamps(folders: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """When each source was last saved, and its size."""
    found = {}
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:  # what goes away while it is looked at is seen next time
            for entry in entries:
                if entry.name.lower().endswith(SUFFIXES):
                    found[entry.path] = (entry.stat().st_mtime_ns, entry.stat().st_size)
    return found


def _build(selection: Selection, manner: Manner, *, opened: bool = False) -> None:
    start = time.perf_counter()
    try:
        report = make(selection, manner)
    except OSError as error:  # as when a folder is renamed under our feet: the next change may mend it
        click.echo(f"leapdeck: {error}", err=True)
        return
    tell(report, manner)
    click.echo(f"{time.strftime('%H:%M:%S')}  {time.perf_counter() - start:.2f} s", err=True)
    if opened:
        open_files(report.files)


def _folders(selection: Selection, manner: Manner, here: Path) -> tuple[Path, ...]:
    """Where the files lie that a build reads, and the folders in there; never the one that it writes into."""
    found = find_jobs(selection, here, manner.kinds)
    if not found.jobs:
        raise LeapdeckError(found.findings)
    files = [path for job in found.jobs for path in (job.outline, job.client, job.brand, job.template) if path]
    near = dict.fromkeys([*(file.resolve().parent for file in files), (here / "assets").resolve()])
    out = Path(manner.out).resolve()
    return tuple(dict.fromkeys(folder for top in near if top.is_dir() for folder in _with_folders(top) if not folder.is_relative_to(out)))


def _with_folders(top: Path) -> Iterator[Path]:
    yield top
    yield from sorted(folder for folder in top.iterdir() if folder.is_dir() and not folder.name.startswith("."))
