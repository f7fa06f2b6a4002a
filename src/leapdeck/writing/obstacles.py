"""Why a file must not be overwritten: it is somebody's, it is open, something else is in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from stat import S_IWUSR

from leapdeck.writing.listing import Digests

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


def obstacle(path: Path, there: str | None, made: str, known: Digests, changes: Changes) -> Obstacle | None:
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
