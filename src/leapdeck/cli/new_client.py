"""`leapdeck new-client`: a client file to begin with."""

from __future__ import annotations

import click


@click.command(name="new-client")
@click.argument("name")
@click.option("--client", "shown", help="The client's name as it is shown; asked for if left out.")
@click.option("--color", help="The client's color, as #0B6E4F; asked for if left out, may stay empty.")
@click.option("--logo", help="A picture beside the client file; asked for if left out, may stay empty.")
@click.option("--date", help="The day of the workshop, as 2026-12-03; asked for if left out, may stay empty.")
@click.option("--workshop", default="managing-vs-leading", show_default=True, help="The outline that the date is for.")
def command(name: str, shown: str | None, color: str | None, logo: str | None, date: str | None, workshop: str) -> None:
    """Write a client file to begin with.

    NAME.yaml is written into ./outlines/clients, unless NAME is a path.
    """
    from pathlib import Path

    from leapdeck.cli.introducing import Client, client_path, introduce
    from leapdeck.cli.report import shown_path

    path = client_path(name, Path.cwd())
    client = Client(
        shown or click.prompt("Client", default=path.stem.replace("-", " ").title()),
        click.prompt("Color", default="", show_default=False) if color is None else color,
        click.prompt("Logo", default="", show_default=False) if logo is None else logo,
        click.prompt("Date", default="", show_default=False) if date is None else date,
        workshop,
    )
    introduce(path, client)
    click.echo(f"{shown_path(str(path))} is ready. Build with it: leapdeck build {workshop} --client {path.stem}")
