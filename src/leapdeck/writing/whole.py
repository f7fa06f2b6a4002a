"""Files written whole or not at all, and what keeps them from being written."""

from __future__ import annotations

import os
from contextlib import suppress
from glob import escape as glob_escape
from pathlib import Path

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position


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


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; LeapdeckError that names what stands in the way, or the system's reason."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LeapdeckError((_unmakable(folder, error),)) from error


def _unmakable(folder: Path, error: OSError) -> Diagnostic:
    there = next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)
    if there.is_dir():
        message = f"the folder {folder} can't be made: {why(error)}"
    else:
        what = "a link to something that isn't there" if there.is_symlink() else "a file"
        message = f"{there} is {what}, and a folder is needed in its place"
    return Diagnostic("unwritable", message, position=Position(str(there)), hint="choose another folder, for built files with -o")


def sweep(path: Path) -> None:
    """Take away what a process that was killed had written of a file."""
    for left in path.parent.glob(f".{glob_escape(path.name)}.*.tmp"):
        with suppress(OSError):
            left.unlink()


def _unwritable(path: Path, error: OSError) -> Diagnostic:
    hint = "the old file, if there was one, is as it was; make room, close the file elsewhere, or choose another folder with -o"
    return Diagnostic("unwritable", f"{path} can't be written: {why(error)}", position=Position(str(path)), hint=hint)


def why(error: OSError) -> str:
    """The system's reason, as the end of a sentence."""
    return (error.strerror or str(error)).lower()
