"""Finished files that come back from a client, or from elsewhere: searched like those that are built."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.checks.finished import Unreadable
from leapdeck.checks.leaks import Known
from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.gatekeeping import Gatekeeper, gatekeeper, known
from leapdeck.parallel import within
from leapdeck.places import clients_of, find_client

PATIENCE = 60.0
"""Seconds for one file; the largest decks take a tenth of it."""
_TOO_MUCH = "it takes longer than a minute, or more memory than there is"


class Reader(Struct, frozen=True):
    """Who a file is for: the client's id, and the words that may stand in it."""

    id: str
    words: tuple[str, ...]


def check_released(files: Sequence[str], client: str, here: Path) -> tuple[Diagnostic, ...]:
    """What files hold that isn't for whom they are meant; LeapdeckError where there is no such client.

    They belong to `client`; where none is named, to the one whose id a file's name begins with, as those of a build do.
    """
    outline = here / "outlines" / "any"
    keeper = gatekeeper(outline, here)
    given = _reader(find_client(client, outline, here)) if client else None
    ids = [path.stem for path in clients_of(outline, here)]
    findings = list(keeper.findings)
    for file in files:
        path = Path(file)
        findings += _found(path, keeper, given or Reader(_owner(path.name, ids), ()))
    return tuple(findings)


def _reader(path: Path) -> Reader:
    clients: list[Known] = list(known(path, []))
    return Reader(path.stem, tuple(word for client in clients for word in client.words))


def _owner(name: str, ids: Sequence[str]) -> str:
    """The id that a file's name begins with, the longest one; "" where it begins with none."""
    return max((id for id in ids if name.startswith(f"{id}-")), key=len, default="")


def _found(path: Path, keeper: Gatekeeper, reader: Reader) -> Iterator[Diagnostic]:
    """What a file holds. A process of its own searches it: who made it may have meant to keep its reader busy, or to bring it down."""
    position = Position(str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Diagnostic("unreadable-file", f"can't read {path}: {error.strerror or error}", position=position)
        return
    searched = within(PATIENCE, partial(_searched, data, path.name, keeper, reader))
    found: tuple[Diagnostic, ...] | str = pickle.loads(searched) if searched else _TOO_MUCH  # noqa: S301  # from our own child
    if isinstance(found, str):
        hint = "save it once more as .pptx or .pdf, without a password, and look at what is in it"
        yield Diagnostic("unreadable-file", f"{path.name} can't be searched: {found}", position=position, hint=hint)
    else:
        yield from (_told(finding, position) for finding in found)


def _searched(data: bytes, name: str, keeper: Gatekeeper, reader: Reader) -> bytes:
    try:
        return pickle.dumps(keeper.gate.findings(data, name, reader.id, reader.words))
    except Unreadable as error:
        return pickle.dumps(str(error))


def _told(finding: Diagnostic, position: Position) -> Diagnostic:
    """A finding with the file's whole path; what a program wrote of itself is nobody's secret in a file from elsewhere."""
    severity = "warning" if finding.code == "left-over" else finding.severity
    return replace(finding, position=position, severity=severity)
