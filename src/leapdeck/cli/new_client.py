"""`leapdeck new-client`: a client file to begin with."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click

from leapdeck.cli.options import named

Check = Callable[[str], str]
_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")


def _color(value: str) -> str:
    """A color with its #; a usage error for what is none."""
    found = _COLOR.fullmatch(value.strip())
    if value.strip() and not found:
        raise click.BadParameter("a color is # and six digits, as #0B6E4F.")
    return f"#{found[1].upper()}" if found else ""


def _date(value: str) -> str:
    """A day; a usage error for what is none."""
    from datetime import date

    try:
        return date.fromisoformat(value.strip()).isoformat() if value.strip() else ""
    except ValueError:
        raise click.BadParameter("a date is year, month and day, as 2026-12-03.") from None


def _logo(beside: Path) -> Check:
    """The path of a picture that can be used, here or beside the client file; a usage error for what is none."""

    def check(value: str) -> str:
        from leapdeck.assets import look_at_image
        from leapdeck.imagery.header import BadImage

        if not value.strip():
            return ""
        path = next((path for path in (Path(value.strip()), beside / value.strip()) if path.is_file()), None)
        if path is None:
            raise click.BadParameter(f"there is no picture {value.strip()}, neither here nor in {beside}.")
        try:
            look_at_image(path)
        except BadImage as error:
            raise click.BadParameter(f"{path} can't be used: {error}.") from error
        return str(path)

    return check


def _asked(given: str | None, question: str, check: Check) -> str:
    """What an option gave, or what is answered; asked again until it can be used."""
    if given is None:
        answer: str = click.prompt(question, default="", show_default=False, value_proc=check)
        return answer
    return check(given)


def _newest(here: Path) -> str:
    """The outline of one's own that was saved last."""
    from leapdeck.places import outlines, saved_at

    own = [found for found in outlines(here) if not found.shipped]
    return max(own, key=lambda found: saved_at(found.path)).name if own else "managing-vs-leading"


@click.command(name="new-client")
@click.argument("name", callback=named)
@click.option("--client", "shown", help="The client's name as it is shown; asked for if left out.")
@click.option("--logo", help="A picture, which is put beside the client file; asked for if left out, may stay empty.")
@click.option("--color", help="The client's color, as #0B6E4F; asked for if left out, may stay empty.")
@click.option("--date", help="The day of the workshop, as 2026-12-03; asked for if left out, may stay empty.")
@click.option("--workshop", help="The outline that the date is for; the newest in ./outlines, or managing-vs-leading, if left out.")
def command(name: str, shown: str | None, logo: str | None, color: str | None, date: str | None, workshop: str | None) -> None:
    """Write a client file to begin with.

    NAME.yaml is written into ./outlines/clients, unless NAME is a path.
    """
    from shlex import quote

    from leapdeck.cli.introducing import Client, introduce
    from leapdeck.cli.report import shown_path
    from leapdeck.cli.starting import path_for
    from leapdeck.places import find_outline

    path = path_for(name, Path.cwd(), "outlines/clients")
    about = find_outline(workshop, Path.cwd()).stem if workshop else _newest(Path.cwd())
    client = Client(
        shown or click.prompt("Client", default=path.stem.replace("-", " ").title()),
        _asked(logo, "Logo", _logo(path.parent)),
        _asked(color, "Color", _color),
        _asked(date, "Date", _date),
        about,
    )
    introduce(path, client)
    click.echo(f"{shown_path(str(path))} is ready. Build with it: leapdeck build {quote(about)} --client {quote(path.stem)}")
