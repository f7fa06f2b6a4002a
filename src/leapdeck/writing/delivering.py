"""Files written whole or not at all, and never over what a person made of them.

Beside the files stands a list, `.leapdeck.json`, with the SHA-256 of what leapdeck itself wrote there. A file that isn't on
it, or isn't as it was written, belongs to somebody: the new one is written beside it. Programs that save a file without a
change write other bytes; whoever can read such a file says whether anything in it was changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.writing.listing import MANIFEST, Digests, Origin, alone_in, another_there, digest, digest_of, listed_in, remember
from leapdeck.writing.obstacles import Changes, obstacle
from leapdeck.writing.whole import make_folder, sweep, write_whole


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
    with alone_in(folder):
        sweep(folder / MANIFEST)
        known = listed_in(folder)
        plans = {name: _plan(folder / name, digest(data), known, changes, force=force) for name, data in files.items()}
        marks = {origin.key: origin.marks(folder)} if origin else {}
        remember(folder, known, marks, ((plan.path.name, plan.digest) for plan in plans.values()))
    written = tuple(_write(name, files[name], plan) for name, plan in plans.items())
    if origin and written and origin.key in known and set(known[origin.key]).isdisjoint(marks[origin.key]):
        written = (replace(written[0], findings=(*written[0].findings, another_there(origin, folder))), *written[1:])
    for one in written:
        if one.path == folder / one.name:
            _clear(one.path, known, changes)
    return written


def untouched(folder: Path) -> Iterator[str]:
    """The names of the files in a folder that leapdeck wrote at some time and nobody changed since, in order."""
    for name, digests in sorted(listed_in(folder).items()):
        if digest_of(folder / name) in digests:
            yield name


def retire(folder: Path, keep: frozenset[str]) -> None:
    """Delete what leapdeck wrote into a folder earlier and didn't write now, unless somebody changed it since."""
    for name in untouched(folder):
        if name not in keep:
            (folder / name).unlink()


def _plan(wanted: Path, made: str, known: Digests, changes: Changes, *, force: bool) -> _Plan:
    """Where a file may be written, and why it isn't the place where it should have been."""
    there = digest_of(wanted)
    reason = None if force and not wanted.is_dir() else obstacle(wanted, there, made, known, changes)
    if reason is None:
        return _Plan(wanted, made, there == made)
    code, what, hint = reason
    for path in _beside(wanted):
        there = digest_of(path)
        if obstacle(path, there, made, known, changes) is None:
            break
    message = f"{wanted.name} {what}; the new one is {path.name}"
    return _Plan(path, made, there == made, (Diagnostic(code, message, "warning", Position(str(wanted)), hint),))


def _clear(path: Path, known: Digests, changes: Changes) -> None:
    """Take away what was written beside a file while that was somebody's or open, unless that is now somebody's or open too."""
    for beside in _beside(path):
        there, ours = digest_of(beside), beside.name in known
        if there is None and not ours:
            return
        if ours and obstacle(beside, there, "", known, changes) is None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _beside(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.stem}.new{path.suffix}")
    for number in count(2):
        yield path.with_name(f"{path.stem}.new-{number}{path.suffix}")


def _write(name: str, data: bytes, plan: _Plan) -> Written:
    try:
        if not plan.done:
            sweep(plan.path)
            write_whole(plan.path, data)
    except LeapdeckError as error:
        return Written(name, None, plan.digest, (*plan.findings, *error.diagnostics))
    return Written(name, plan.path, plan.digest, plan.findings)
