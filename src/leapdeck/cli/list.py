"""`leapdeck list`: what can be asked for by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from leapdeck.places import Found


@click.command(name="list")
def command() -> None:
    """List outlines, clients, brands and slide kinds."""
    from pathlib import Path

    from leapdeck.places import brands, clients, outlines

    here = Path.cwd()
    parts = (
        _part("Outlines", _rows(outlines(here), "title")),
        _part("Clients", _rows(clients(here), "client", "name")),
        _part("Brands", _rows(brands(here), "name")),
        _part("Slide kinds", _kinds()),
    )
    click.echo("\n\n".join(parts))


def _part(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """A heading and its rows, in two columns."""
    found = list(rows)
    width = max((len(name) for name, _ in found), default=0)
    lines = [f"  {name:{width}}  {words}".rstrip() for name, words in found] or ["  (none)"]
    return "\n".join([click.style(title, bold=True), *lines])


def _rows(found: Iterable[Found], *path: str) -> Iterator[tuple[str, str]]:
    """The names with the words that stand at a path in their files, and where those are."""
    from leapdeck.cli.report import shown_path
    from leapdeck.yamlsource import read
    from leapdeck.yamlsource.tree import text_at

    for item in found:
        words = text_at(read(item.path).node(path[:-1]), path[-1])
        yield item.name, f"{words} ({'ships with leapdeck' if item.shipped else shown_path(str(item.path))})".strip()


def _kinds() -> Iterator[tuple[str, str]]:
    from leapdeck.slides import KINDS

    for name, kind in KINDS.items():
        yield name, (kind.__doc__ or "").split("\n")[0]
