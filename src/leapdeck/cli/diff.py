"""`leapdeck diff`: what a client's version of a workshop changes."""

from __future__ import annotations

import click


@click.command(name="diff")
@click.argument("outline")
@click.option("--client", required=True, metavar="ID|FILE", help="Whose version.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is told.")
def command(*, outline: str, client: str, format_: str) -> None:
    """Tell what a client gets that others don't.

    What is dropped, added, moved, reworded (word by word) and retimed, with the minutes before and after.
    """
    from pathlib import Path

    from leapdeck.cli.differences import as_json, as_text
    from leapdeck.outline import load
    from leapdeck.outline.comparing import compare
    from leapdeck.places import find_client, find_outline

    here = Path.cwd()
    path = find_outline(outline, here)
    theirs = load(path, client=find_client(client, path, here)).workshop
    found = compare(load(path).workshop, theirs)
    click.echo(as_json(found) if format_ == "json" else as_text(found))
