"""Who else is known: the client files around an outline, as the leak gate needs them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from leapdeck.checks.leaks import Gate, Known
from leapdeck.checks.pixels import Look
from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.places import clients_of, saved_at, shipped
from leapdeck.yamlsource import read

LEAST_VALUE = 8
"""Letters: a shorter value of a variable ("Rome") is too common to say anything."""
Stamp = tuple[Path, int]
"""A file, and when it was last saved."""


class Gatekeeper(Struct, frozen=True):
    """The gate over all known clients, and a warning for each file of theirs that can't be read."""

    gate: Gate
    findings: tuple[Diagnostic, ...]


def gatekeeper(outline: Path, here: Path, as_of: str = "") -> Gatekeeper:
    """The gate for an outline's files. The example clients that ship with leapdeck are nobody's clients.

    `as_of` is what `clients_as_of` gave a moment ago: whoever builds for many looks through their files once.
    """
    return _remembered(outline.parent, here, as_of) if as_of else _gatekeeper(_files(outline, here))


def clients_as_of(outline: Path, here: Path) -> str:
    """A digest of the clients' files as they are now, which changes when one is saved, added or removed."""
    from hashlib import sha256

    return sha256(repr(_files(outline, here)).encode("utf-8", "surrogateescape")).hexdigest()


@lru_cache(8)
def _remembered(folder: Path, here: Path, _as_of: str) -> Gatekeeper:
    return _gatekeeper(_files(folder / "any", here))


@lru_cache(4)
def _gatekeeper(files: tuple[Stamp, ...]) -> Gatekeeper:
    """One for all outlines that have the same clients; a new one when a client's file was saved."""
    findings: list[Diagnostic] = []
    return Gatekeeper(Gate(client for path, _ in files for client in known(path, findings)), tuple(findings))


def _files(outline: Path, here: Path) -> tuple[Stamp, ...]:
    own = shipped("outlines").resolve()
    paths = (path for path in clients_of(outline, here) if not path.resolve().is_relative_to(own))
    return tuple((path, saved_at(path)) for path in paths)


def known(path: Path, findings: list[Diagnostic]) -> Iterator[Known]:
    """A client as its file tells of it; where the file can't be read, a warning among the findings."""
    data = read(path).data()
    block = data.get("client") if isinstance(data, dict) else None
    if not isinstance(block, dict) or not isinstance(block.get("name"), str):
        message = f"the client file {path.name} can't be read, so nobody looks for its words in other clients' files"
        findings.append(Diagnostic("unknown-client", message, "warning", Position(str(path))))
        return
    names = (block["name"], *_texts(block.get("aliases")))
    values = tuple(value for value in _values(data) if len(value) >= LEAST_VALUE)
    private = (*_texts(block.get("private")), *_people(path, data.get("participants")))
    yield Known(path.stem, names, private, values, _logo(path, block.get("logo")), _texts(data.get("allow")))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _values(data: dict[str, object]) -> Iterator[str]:
    """The values of a client's variables, for all workshops and for single ones."""
    workshops = data.get("workshops")
    holders = [data, *(workshops.values() if isinstance(workshops, dict) else ())]
    for holder in holders:
        variables = holder.get("vars") if isinstance(holder, dict) else None
        yield from (value for value in variables.values() if isinstance(value, str)) if isinstance(variables, dict) else ()


def _people(path: Path, name: object) -> Iterator[str]:
    """The names of a client's participants that are long enough to be nobody else's."""
    file = path.parent / name if isinstance(name, str) else None
    if file and file.is_file():
        from leapdeck.outline.participants import read_participants

        yield from (person.name for person in read_participants(file).people if len(person.name) >= LEAST_VALUE)


def _logo(path: Path, name: object) -> Look | None:
    """How a client's logo looks, as it would go into a file; None where it names none that can be used."""
    if not isinstance(name, str) or not (path.parent / name).is_file():
        return None
    from io import BytesIO

    from PIL import Image

    from leapdeck.assets import load_image
    from leapdeck.checks.pixels import look

    try:
        return look(Image.open(BytesIO(load_image(path.parent / name).data)))
    except (LeapdeckError, OSError, ValueError, SyntaxError):  # whoever builds for that client is told
        return None
