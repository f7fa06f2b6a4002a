"""New client files: commented, and built from at once."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.places import SUFFIXES
from leapdeck.writing import write_whole


class Client(Struct, frozen=True):
    """What is known of a client so far, "" where it isn't; `logo` is the path of a picture."""

    name: str
    logo: str
    color: str
    date: str
    workshop: str


def client_path(name: str, here: Path) -> Path:
    """Where a client file of that name belongs: in `outlines/clients/`, unless the name is a path."""
    if name.endswith(SUFFIXES) or "/" in name or "\\" in name:
        return Path(name if name.endswith(SUFFIXES) else f"{name}.yaml")
    return (here / "outlines" / "clients" / f"{name}.yaml").relative_to(here)


def introduce(path: Path, client: Client) -> None:
    """Write a client file, its logo beside it; LeapdeckError where there is one already, or where the folder can't be made."""
    position = Position(str(path))
    if path.exists():
        hint = "choose another name, or delete it first"
        raise LeapdeckError((Diagnostic("file-exists", f"there is already a file {path}", position=position, hint=hint),))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LeapdeckError(
            (Diagnostic("unwritable", f"{path.parent} can't be made: {error.strerror or error}", position=position),)
        ) from error
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
            f"  name: {_quoted(client.name)}",
            _line("logo", Path(client.logo).name, "logo.png", "a picture beside this file; it stands beside the coach's"),
            _line("colors: {accent", client.color, "#0B6E4F", "replaces the brand's accent; mended where it can't be read", "}"),
            "  # aliases: [Short name]         # other names that must never turn up in another client's files",
            "  # private: [Project name]       # words that must never turn up elsewhere",
            "# vars:",
            "#   organization: Short name      # {{organization}} in the outline",
            "workshops:",
            f"  {client.workshop}:",
            "    event:",
            _line("    date", client.date, "2026-12-03", "what isn't set isn't shown") if client.date else "      {}",
            '      # start: "13:30"'
            if client.date
            else '    # with a day: event: {date: 2026-12-03, start: "13:30", place: Room 2, participants: 12}',
            "    # changes:                    # in order, each naming what it touches by its id",
            "    #   - drop: some-slide",
            "    #   - set: some-other-slide",
            "    #     title: In this client's words",
            "",
        )
    )


def _line(key: str, value: str, example: str, comment: str, closing: str = "") -> str:
    """A key with its value, or, where there is none yet, a comment with an example."""
    return f"  {key}: {_quoted(value)}{closing}" if value else f"  # {key}: {_quoted(example)}{closing}  # {comment}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
