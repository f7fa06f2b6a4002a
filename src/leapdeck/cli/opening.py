"""Showing what was built in the programs that the system has for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from leapdeck.cli.report import BuiltFile

FEW = 4
"""More files than these aren't opened one by one; their folders are."""


def open_files(files: Sequence[BuiltFile]) -> None:
    """Open the files, or their folders where there are many; say so where the system can't."""
    paths = [Path(file.path) for file in files]
    if len(paths) > FEW:
        paths = list(dict.fromkeys(path.parent for path in paths))[:FEW]
    for path in paths:
        try:
            failed = click.launch(str(path))
        except OSError:
            failed = 1
        if failed:
            click.echo(f"{path} can't be opened from here; open it yourself.", err=True)
