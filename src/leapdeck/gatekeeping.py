"""Who else is known: the client files around an outline, as the leak gate needs them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.checks.leaks import Gate, Known
from leapdeck.checks.pixels import Look
from leapdeck.checks.words import folded
from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.places import clients_around, saved_at, shipped
from leapdeck.yamlsource import Source, convert, read

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
    clients: dict[str, Known] = {}
    for path, _ in files:
        for client in known(path, findings):
            first = clients.setdefault(client.id, client)
            if first.names[0] != client.names[0]:  # another client, in a file of the same name
                clients[str(path)] = replace(client, id=str(path))
            elif first is not client:
                clients[client.id] = _together(first, client)
    return Gatekeeper(Gate(clients.values()), tuple(findings))


def _together(first: Known, second: Known) -> Known:
    """One client, of whom two files tell."""
    lists = {key: (*getattr(first, key), *getattr(second, key)) for key in ("names", "private", "values", "allow")}
    return replace(first, logo=first.logo or second.logo, **lists)


def _files(outline: Path, here: Path) -> tuple[Stamp, ...]:
    own, paths = shipped("outlines").resolve(), clients_around(outline, here)
    examples = {folder for folder in {path.parent for path in paths} if folder.resolve().is_relative_to(own)}
    return tuple((path, saved_at(path)) for path in paths if path.parent not in examples)


def known(path: Path, findings: list[Diagnostic]) -> Iterator[Known]:
    """A client as its file tells of it; where the file can't be read, a warning among the findings."""
    source = read(path)
    data = source.data()
    block = data.get("client") if isinstance(data, dict) else None
    if not isinstance(block, dict) or not isinstance(block.get("name"), str):
        message = f"the client file {path.name} can't be read, so nobody looks for its words in other clients' files"
        findings.append(Diagnostic("unknown-client", message, "warning", Position(str(path))))
        return
    if _has_mistakes(source):
        message = f"{path.name} has mistakes, so some of its words may not be looked for in other clients' files"
        hint = "build for that client, and mend what is told then"
        findings.append(Diagnostic("unknown-client", message, "warning", Position(str(path)), hint))
    names = (block["name"], *_texts(block.get("aliases")))
    values = tuple(value for value in _values(data) if len(value) >= LEAST_VALUE)
    private = (*_texts(block.get("private")), *_people(path, data.get("participants")))
    findings += _unsearchable(source, block)
    yield Known(path.stem, names, private, values, _logo(path, block.get("logo")), _texts(data.get("allow")))


def _unsearchable(source: Source, block: dict[str, object]) -> Iterator[Diagnostic]:
    """A warning for each name that is signs only."""
    for key in ("name", "aliases", "private"):
        for text in _texts(block.get(key)):
            if not folded(text):
                message = f"“{text}” has neither a letter nor a figure, so nobody looks for it in other clients' files"
                hint = "write how it is spoken under aliases:, if it may stand elsewhere"
                yield Diagnostic("unknown-client", message, "warning", source.position(("client", key)), hint)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(text for item in value for text in _texts(item)) if isinstance(value, list) else ()


def _has_mistakes(source: Source) -> bool:
    """Whether a client file isn't as it should be, or names files that aren't there."""
    from leapdeck.outline.client import ClientFile

    data = source.data()
    file, faults = convert({"leapdeck": "1", **data}, ClientFile, source)
    folder = Path(source.file).parent
    named = (file.client.logo, file.participants) if file else ()
    return bool(faults) or any(not (folder / name).is_file() for name in named if name)


def _values(data: dict[str, object]) -> Iterator[str]:
    """The values of a client's variables, for all workshops and for single ones."""
    workshops = data.get("workshops")
    holders = [data, *(workshops.values() if isinstance(workshops, dict) else ())]
    for holder in holders:
        variables = holder.get("vars") if isinstance(holder, dict) else None
        yield from (value for value in variables.values() if isinstance(value, str)) if isinstance(variables, dict) else ()


def _people(path: Path, name: object) -> Iterator[str]:
    """The names of a client's participants that are long enough to be nobody else's, as they are said and as lists have them."""
    file = path.parent / name if isinstance(name, str) else None
    if file and file.is_file():
        from leapdeck.outline.participants import read_participants

        for said in (person.name for person in read_participants(file).people if len(person.name) >= LEAST_VALUE):
            first, _, last = said.rpartition(" ")
            yield from (said, f"{last}, {first}") if first else (said,)


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
