"""The layouts of clients' templates, told: which serves which kind of slide, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from leapdeck.building import Job
    from leapdeck.building.serving import Served


def layouts_of(jobs: Iterable[Job]) -> tuple[Served, ...]:
    """What serves the jobs' slides, each line once; nothing where no template is in play."""
    from leapdeck.building.serving import served

    return tuple(dict.fromkeys(row for job in jobs for row in served(job)))


def layouts_of_file(name: str, here: Path) -> tuple[Served, ...]:
    """What serves which kind in a template as it is; LeapdeckError where there is none, or none that can be used."""
    from leapdeck.building.serving import served_by
    from leapdeck.places import find_template

    return served_by(find_template(name, here))


def as_table(rows: Sequence[Served]) -> str:
    """A line for each kind of slide."""
    header = ("kind", "layout of the template", "why")
    cells = [header, *((row.kind, row.layout, row.why) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(2)]
    lines = [f"{kind:{widths[0]}}  {layout:{widths[1]}}  {why}" for kind, layout, why in cells]
    return "\n".join([click.style(lines[0], dim=True), *lines[1:]])
