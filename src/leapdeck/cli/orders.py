"""One job from its outline to files on the disk: what a process or a computer of a cluster is given, and hands back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from leapdeck.building import Built, File, Job, build, deliver_built
from leapdeck.cli.faults import fault
from leapdeck.cli.report import BuiltFile
from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.writing import Written, retire


class Manner(Struct, frozen=True):
    """How a build is done and told; `scheduler` is the address of a cluster's, "" for this computer alone."""

    kinds: tuple[str, ...]
    out: str
    force: bool = False
    strict: bool = False
    workers: int | None = None
    format: str = "text"
    turned: Callable[[Built], Built] | None = None
    """What is made of the finished files before they are written, into a folder that then holds nothing else of ours."""
    scheduler: str = ""
    traceback: bool = False
    """Let a fault of leapdeck's own end everything, to be seen whole."""


class Order(Struct, frozen=True):
    """A job, and how it is to be done; it can be pickled, and so can what comes of it."""

    job: Job
    manner: Manner


class Outcome(Struct, frozen=True):
    """What became of an order: the files that were written, without their bytes, and what there is to say."""

    files: tuple[BuiltFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def fulfil(order: Order, *, side_by_side: bool = False) -> Outcome:
    """Build a job's files and write them; whatever stops it is told in the outcome, and stops nothing else.

    `side_by_side`: write the files at the same time, where there is no other job to be done meanwhile.
    """
    try:
        built = build(order.job, side_by_side=side_by_side)
        if order.manner.strict and built.diagnostics:
            return Outcome((), built.diagnostics)
        return _delivered(order.manner.turned(built) if order.manner.turned else built, order.manner)
    except LeapdeckError as error:
        return Outcome((), error.diagnostics)
    except OSError as error:  # as when a file goes away while it is read
        position = Position(str(order.job.outline))
        return Outcome((), (Diagnostic("unreadable-file", f"it can't be built: {error}", position=position),))
    except Exception as error:
        if order.manner.traceback:
            raise
        return Outcome((), (fault(order.job, error),))


def _delivered(built: Built, manner: Manner) -> Outcome:
    """The files of a job that were written, and what there is to say about it."""
    try:
        written = deliver_built(built, Path(manner.out), force=manner.force)
    except LeapdeckError as error:
        return Outcome((), (*built.diagnostics, *error.diagnostics))
    if manner.turned:
        retire(Path(manner.out) / built.folder, frozenset(one.path.name for one in written if one.path))
    files = tuple(_row(built, file, one) for file, one in zip(built.files, written, strict=True) if one.path)
    return Outcome(files, (*built.diagnostics, *(finding for one in written for finding in one.findings)))


def _row(built: Built, file: File, written: Written) -> BuiltFile:
    return BuiltFile(built.outline, built.client or None, file.kind, str(written.path), file.pages, file.minutes, written.digest)
