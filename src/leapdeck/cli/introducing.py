"""New client files: commented, and built from at once."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from leapdeck.cli.starting import claim, quoted
from leapdeck.writing import write_whole


class Client(Struct, frozen=True):
    """What is known of a client so far, "" where it isn't; `logo` is the path of a picture."""

    name: str
    logo: str
    color: str
    date: str
    workshop: str


def introduce(path: Path, client: Client) -> None:
    """Write a client file, its logo beside it; LeapdeckError where there is one already, or where the folder can't be made."""
    claim(path, path.parent)
    _put_beside(path, client.logo)
    write_whole(path, client_text(client).encode())


def _put_beside(path: Path, logo: str) -> None:
    """Copy a logo to where the client file is, unless it is there."""
    if logo and Path(logo).resolve().parent != path.resolve().parent:
        write_whole(path.parent / Path(logo).name, Path(logo).read_bytes())


def client_text(client: Client) -> str:
    """The file: what is known is set, what isn't stands there as a comment."""
    return "\n".join(
        (
            f"# What is different for this client: leapdeck build {client.workshop} --client NAME",
            "leapdeck: 1",
            "client:",
            f"  name: {quoted(client.name)}",
            _line("logo", Path(client.logo).name, "logo.png", "a picture beside this file; it stands beside the coach's"),
            _line("colors: {accent", client.color, "#0B6E4F", "replaces the brand's accent; mended where it can't be read", "}"),
            "  # aliases: [Short name]         # other names that must never turn up in another client's files",
            "  # private: [Project name]       # words that must never turn up elsewhere",
            "# vars:",
            "#   organization: Short name      # {{organization}} in the outline",
            "workshops:",
            f"  {client.workshop}:",
            f'    event: {{date: "{client.date}"}}' if client.date else "    event: {}",
            "    # event: {date: 2026-12-03, start: \"13:30\", place: Room 2, participants: 12}   # what isn't set isn't shown",
            "    # changes:                    # in order, each naming what it touches by its id",
            "    #   - drop: some-slide",
            "    #   - set: some-other-slide",
            "    #     title: In this client's words",
            "",
        )
    )


def _line(key: str, value: str, example: str, comment: str, closing: str = "") -> str:
    """A key with its value, or, where there is none yet, a comment with an example."""
    return f"  {key}: {quoted(value)}{closing}" if value else f"  # {key}: {quoted(example)}{closing}  # {comment}"
