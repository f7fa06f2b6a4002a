"""The list beside the files: what leapdeck wrote into a folder, and from which outline."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.writing.whole import why, write_whole

MANIFEST = ".leapdeck.json"

Digests = dict[str, list[str]]
"""File name → digests of what leapdeck wrote under it: the last one, and the one being written."""


class Origin(Struct, frozen=True):
    """The outline that files are made from, and the client's file. The list keeps a digest of their paths, which are nobody's business."""

    paths: tuple[Path, ...]

    @property
    def key(self) -> str:
        """Under which the list has it; no file has such a name."""
        return f"from/{self.paths[0].stem}"

    def marks(self, folder: Path) -> list[str]:
        """What tells it from others of its name: the ways to it from the folder, which stay when both move, and where it is."""
        there = folder.resolve()
        whole = [path.resolve() for path in self.paths]
        ways = [Path(os.path.relpath(path, there)) if path.anchor == there.anchor else path for path in whole]
        return [digest("\n".join(path.as_posix() for path in paths).encode("utf-8", "surrogatepass")) for paths in (ways, whole)]


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, as hexadecimal text."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """The digest of what is there, None where nothing is; "", which is nobody's digest, where it can't be read."""
    try:
        return digest(path.read_bytes()) if os.path.lexists(path) else None
    except OSError:
        return ""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes from changing a folder's list meanwhile: one client's workshops are built side by side.

    Where the system has no such locks (Windows), nothing is built side by side either.
    """
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network drive without locks
            flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)


def listed_in(folder: Path) -> Digests:
    """The folder's list; empty where there is none that can be read: then every file belongs to somebody."""
    with suppress(OSError, ValueError, RecursionError):
        data = json.loads((folder / MANIFEST).read_bytes())
        if isinstance(data, dict) and all(isinstance(digests, list) for digests in data.values()):
            return data
    return {}


def another_there(origin: Origin, folder: Path) -> Diagnostic:
    """What is said where a folder holds what was built from another outline of the same name."""
    names = " or ".join(path.name for path in origin.paths)
    message = f"{folder} held what was built from another {names}; files of the same names are overwritten"
    hint = "rename one of the two, or build one into another folder with -o; then build the other again"
    return Diagnostic("same-name", message, "warning", Position(str(origin.paths[0])), hint)


def remember(folder: Path, known: Digests, marks: Digests, made: Iterable[tuple[str, str]]) -> None:
    """Put new files' names and digests on the list, before they are written: a process that is killed in between does no harm."""
    added = {key: mark for key, mark in marks.items() if known.get(key) != mark}
    for name, new in made:
        before = known.get(name, [])[-1:]
        if new not in before:
            added[name] = [*before, new]
    if added:
        text = json.dumps({**known, **added}, indent=1, sort_keys=True)
        _write_into(folder, text.encode() + b"\n")


def _write_into(folder: Path, listed: bytes) -> None:
    """Write a folder's list; LeapdeckError that names the folder, as nobody knows the list."""
    try:
        write_whole(folder / MANIFEST, listed)
    except LeapdeckError as error:
        reason = why(error.__cause__) if isinstance(error.__cause__, OSError) else str(error)
        message, hint = f"nothing can be written into {folder}: {reason}", "make room, or choose another folder with -o"
        raise LeapdeckError((Diagnostic("unwritable", message, position=Position(str(folder)), hint=hint),)) from error
