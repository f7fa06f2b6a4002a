"""`leapdeck schema`: what a file may hold, for editors."""

from __future__ import annotations

from typing import Literal

import click


@click.command(name="schema")
@click.argument("what", type=click.Choice(["outline", "client", "brand"]), default="outline")
def command(what: Literal["outline", "client", "brand"]) -> None:
    """Print what a file may hold, as JSON Schema.

    An editor that knows it completes keys and marks mistakes while you type. Save it beside your files, and name it in
    their first line: # yaml-language-server: $schema=outline.json
    """
    from leapdeck.cli.starting import schema_text

    click.echo(schema_text(what), nl=False)
