"""`leapdeck new`: an outline to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leapdeck.cli.options import named

if TYPE_CHECKING:
    from pathlib import Path

    from leapdeck.cli.starting import Wishes

LENGTH = 90
AUDIENCE = "People who lead people"


@click.command(name="new")
@click.argument("name", callback=named)
@click.option("--title", help="What the workshop is called; asked for if left out.")
@click.option("--length", "minutes", type=click.IntRange(10, 1440), metavar="MINUTES", help="How long it takes; asked for if left out.")
@click.option("--audience", help="For whom it is; asked for if left out.")
@click.option("--from", "source", metavar="OUTLINE", help="Copy this outline instead of the starter; then nothing is asked.")
def command(name: str, title: str | None, minutes: int | None, audience: str | None, source: str | None) -> None:
    """Write an outline to begin with.

    NAME.yaml is written into ./outlines, unless NAME is a path.
    """
    from pathlib import Path

    from leapdeck.cli.report import shown_path
    from leapdeck.cli.starting import Wishes, path_for, start, starter

    path = path_for(name, Path.cwd())
    if source:
        _copy(source, path, Wishes(title or "", minutes or 0, audience or ""))
    else:
        title = title or click.prompt("Title", default=path.stem.replace("-", " ").capitalize())
        minutes = minutes or click.prompt("Length in minutes", default=LENGTH, type=click.IntRange(10, 1440))
        audience = audience or click.prompt("Audience", default=AUDIENCE)
        start(path, starter(name, Wishes(title, minutes, audience)))
    click.echo(f"{shown_path(str(path))} is ready. Open it in an editor, and build it with: leapdeck build {name}")


def _copy(source: str, path: Path, wishes: Wishes) -> None:
    """Copy an outline and the pictures that stand beside it."""
    from pathlib import Path

    from leapdeck.cli.starting import copied, pictures_beside, start
    from leapdeck.places import find_outline
    from leapdeck.writing import write_whole

    outline = find_outline(source, Path.cwd())
    start(path, copied(outline, wishes))
    for picture in pictures_beside(outline):
        target = path.parent / picture.relative_to(outline.parent)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, picture.read_bytes())
