"""Files written whole or not at all, and never over what a person made of them.

Beside the files stands a list, `.leapdeck.json`, with the SHA-256 of what leapdeck itself wrote there. A file that isn't on
it, or isn't as it was written, belongs to somebody: the new one is written beside it. Programs that save a file without a
change write other bytes; whoever can read such a file says whether anything in it was changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from glob import escape as glob_escape
from itertools import count
from pathlib import Path
from stat import S_IWUSR

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position

MANIFEST = ".leapdeck.json"
LOCKS = ("~${name}", ".~lock.{name}#")
"""What PowerPoint and LibreOffice lay beside a file while they have it open."""

Obstacle = tuple[str, str, str]
"""Why a file must not be overwritten: a code, words for a message, a hint."""
_FOLDER = ("folder-there", "is a folder", "rename that folder, or delete it, and build again")
_NOWHERE = ("link-there", "is a link to a file that isn't there", "delete it and build again, or overwrite it with --force")
_PROTECTED = ("read-only", "is marked read-only", "take the mark away and build again, or overwrite it with --force")
_OPEN = ("open-file", "is open in another program", "close it and build again, or overwrite it with --force")
_CHANGED = "keep what you changed elsewhere, or overwrite it with --force"
TOLD = 25
"""How many changes in a file are told one by one."""

Changes = Callable[[bytes], tuple[str, ...] | None]
"""What was changed in a file since it was built, a line for each thing; None where the file doesn't tell."""

Digests = dict[str, list[str]]
"""File name → digests of what leapdeck wrote under it: the last one, and the one being written."""


class Origin(Struct, frozen=True):
    """The outline that files are made from, and the client's file. The list keeps a digest of their paths, which are nobody's business."""

    paths: tuple[Path, ...]

    @property
    def key(self) -> str:
        """Under which the list has it; no file has such a name."""
        return f"from/{self.paths[0].stem}"

    def mark(self, folder: Path) -> str:
        """Tells it from others of its name; the same for as long as all of it moves together with the folder."""
        there = folder.resolve()
        whole = [path.resolve() for path in self.paths]
        ways = [Path(os.path.relpath(path, there)) if path.anchor == there.anchor else path for path in whole]
        return digest("\n".join(way.as_posix() for way in ways).encode("utf-8", "surrogatepass"))


class Written(Struct, frozen=True):
    """Where a file of that name stands now and its SHA-256; `path` is None where it couldn't be written."""

    name: str
    path: Path | None
    digest: str
    findings: tuple[Diagnostic, ...] = ()


class _Plan(Struct, frozen=True):
    """Where bytes with a digest are to go; `done` where they are there already."""

    path: Path
    digest: str
    done: bool = False
    findings: tuple[Diagnostic, ...] = ()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at any moment either the old or the new one is there, whole; LeapdeckError where it can't be."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # the bytes before the name: a power cut must not leave an empty file
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise LeapdeckError((_unwritable(path, error),)) from error


def _untold(_data: bytes) -> None:
    return None


def deliver(
    folder: Path, files: Mapping[str, bytes], *, force: bool = False, changes: Changes = _untold, origin: Origin | None = None
) -> tuple[Written, ...]:
    """Write files into a folder, each under its name or, where that belongs to somebody, as `<stem>.new.<ext>` with a warning.

    `changes` is asked about a file that isn't as it was written; where it finds nothing changed, the file is overwritten. A
    file that is already there, byte for byte, is left alone. One that can't be written is reported in its findings and doesn't
    keep the others from being written. `force` overwrites whatever is there. LeapdeckError where the folder can't be written to.
    Where another file of the `origin`'s name was built into the folder before, the first of the files is written with a warning.
    """
    make_folder(folder)
    with _alone_in(folder):
        _sweep(folder / MANIFEST)
        known = _manifest(folder)
        plans = {name: _plan(folder / name, digest(data), known, changes, force=force) for name, data in files.items()}
        marks = {origin.key: [origin.mark(folder)]} if origin else {}
        _remember(folder, known, marks, plans.values())
    written = tuple(_write(name, files[name], plan) for name, plan in plans.items())
    if origin and written and known.get(origin.key, marks[origin.key]) != marks[origin.key]:
        written = (replace(written[0], findings=(*written[0].findings, _another(origin, folder))), *written[1:])
    for one in written:
        if one.path == folder / one.name:
            _clear(one.path, known, changes)
    return written


def untouched(folder: Path) -> Iterator[str]:
    """The names of the files in a folder that leapdeck wrote at some time and nobody changed since, in order."""
    for name, digests in sorted(_manifest(folder).items()):
        if _digest_of(folder / name) in digests:
            yield name


def retire(folder: Path, keep: frozenset[str]) -> None:
    """Delete what leapdeck wrote into a folder earlier and didn't write now, unless somebody changed it since."""
    for name in untouched(folder):
        if name not in keep:
            (folder / name).unlink()


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, as hexadecimal text."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; LeapdeckError that names what stands in the way, or the system's reason."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LeapdeckError((_unmakable(folder, error),)) from error


def _unmakable(folder: Path, error: OSError) -> Diagnostic:
    there = next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)
    if there.is_dir():
        message = f"the folder {folder} can't be made: {_why(error)}"
    else:
        what = "a link to something that isn't there" if there.is_symlink() else "a file"
        message = f"{there} is {what}, and a folder is needed in its place"
    return Diagnostic("unwritable", message, position=Position(str(there)), hint="choose another folder, for built files with -o")


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
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


def _manifest(folder: Path) -> Digests:
    """The folder's list; empty where there is none that can be read: then every file belongs to somebody."""
    with suppress(OSError, ValueError, RecursionError):
        data = json.loads((folder / MANIFEST).read_bytes())
        if isinstance(data, dict) and all(isinstance(digests, list) for digests in data.values()):
            return data
    return {}


def _another(origin: Origin, folder: Path) -> Diagnostic:
    names = " or ".join(path.name for path in origin.paths)
    message = f"{folder} held what was built from another {names}; files of the same names are overwritten"
    hint = "rename one of the two, or build one into another folder with -o; then build the other again"
    return Diagnostic("same-name", message, "warning", Position(str(origin.paths[0])), hint)


def _remember(folder: Path, known: Digests, marks: Digests, plans: Iterable[_Plan]) -> None:
    """Put new digests on the list, before the files are written: a process that is killed in between has done no harm."""
    added = {key: mark for key, mark in marks.items() if known.get(key) != mark}
    for plan in plans:
        before = known.get(plan.path.name, [])[-1:]
        if plan.digest not in before:
            added[plan.path.name] = [*before, plan.digest]
    if added:
        text = json.dumps({**known, **added}, indent=1, sort_keys=True)
        _write_into(folder, text.encode() + b"\n")


def _write_into(folder: Path, listed: bytes) -> None:
    """Write a folder's list; LeapdeckError that names the folder, as nobody knows the list."""
    try:
        write_whole(folder / MANIFEST, listed)
    except LeapdeckError as error:
        reason = _why(error.__cause__) if isinstance(error.__cause__, OSError) else str(error)
        message, hint = f"nothing can be written into {folder}: {reason}", "make room, or choose another folder with -o"
        raise LeapdeckError((Diagnostic("unwritable", message, position=Position(str(folder)), hint=hint),)) from error


def _plan(wanted: Path, made: str, known: Digests, changes: Changes, *, force: bool) -> _Plan:
    """Where a file may be written, and why it isn't the place where it should have been."""
    there = _digest_of(wanted)
    reason = None if force and not wanted.is_dir() else _obstacle(wanted, there, made, known, changes)
    if reason is None:
        return _Plan(wanted, made, there == made)
    code, what, hint = reason
    for path in _beside(wanted):
        there = _digest_of(path)
        if _obstacle(path, there, made, known, changes) is None:
            break
    message = f"{wanted.name} {what}; the new one is {path.name}"
    return _Plan(path, made, there == made, (Diagnostic(code, message, "warning", Position(str(wanted)), hint),))


def _clear(path: Path, known: Digests, changes: Changes) -> None:
    """Take away what was written beside a file while that was somebody's or open, unless that is now somebody's or open too."""
    for beside in _beside(path):
        there, ours = _digest_of(beside), beside.name in known
        if there is None and not ours:
            return
        if ours and _obstacle(beside, there, "", known, changes) is None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _beside(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.stem}.new{path.suffix}")
    for number in count(2):
        yield path.with_name(f"{path.stem}.new-{number}{path.suffix}")


def _obstacle(path: Path, there: str | None, made: str, known: Digests, changes: Changes) -> Obstacle | None:
    """Why a file must not be overwritten, or None."""
    if there in (None, made):
        return None
    if reason := _kept_away(path):
        return reason
    return None if there in known.get(path.name, []) else _changed(path, changes)


def _kept_away(path: Path) -> Obstacle | None:
    """What keeps a file from being overwritten, whoever wrote it; or None."""
    if path.is_dir():
        return _FOLDER
    if not path.exists():
        return _NOWHERE
    if not path.stat().st_mode & S_IWUSR:
        return _PROTECTED
    return _OPEN if _is_open(path) else None


def _changed(path: Path, changes: Changes) -> Obstacle | None:
    """What a person changed in a file, or None where it was only opened and saved."""
    found = changes(path.read_bytes()) if path.is_file() else None
    if found == ():
        return None
    told = found or ()
    more = (f"… and {len(told) - TOLD} more",) if len(told) > TOLD else ()
    return "changed-file", "was changed by hand since it was built", "\n".join((*told[:TOLD], *more, _CHANGED))


def _is_open(path: Path) -> bool:
    """Whether another program has a file open: its lock file says so, or (on Windows) the system does."""
    try:
        path.open("r+b").close()
    except PermissionError:
        return True
    except OSError:
        return False
    return any(path.with_name(lock.format(name=path.name)).exists() for lock in LOCKS)


def _digest_of(path: Path) -> str | None:
    """The digest of what is there, None where nothing is; "", which is nobody's digest, where it can't be read."""
    try:
        return digest(path.read_bytes()) if os.path.lexists(path) else None
    except OSError:
        return ""


def _write(name: str, data: bytes, plan: _Plan) -> Written:
    try:
        if not plan.done:
            _sweep(plan.path)
            write_whole(plan.path, data)
    except LeapdeckError as error:
        return Written(name, None, plan.digest, (*plan.findings, *error.diagnostics))
    return Written(name, plan.path, plan.digest, plan.findings)


def _sweep(path: Path) -> None:
    """Take away what a process that was killed had written of a file."""
    for left in path.parent.glob(f".{glob_escape(path.name)}.*.tmp"):
        with suppress(OSError):
            left.unlink()


def _unwritable(path: Path, error: OSError) -> Diagnostic:
    hint = "the old file, if there was one, is as it was; make room, close the file elsewhere, or choose another folder with -o"
    return Diagnostic("unwritable", f"{path} can't be written: {_why(error)}", position=Position(str(path)), hint=hint)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
