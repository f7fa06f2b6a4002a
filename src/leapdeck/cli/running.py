"""Several jobs at once, on as many cores as there are."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from msgspec import Struct

from leapdeck.building import Built, Job, build
from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.parallel import in_parallel

Progress = Callable[[float], None]
"""Is told which part of the work is done, from 0 to 1."""


class Outcome(Struct, frozen=True):
    """What became of a job: its files, or None and why."""

    built: Built | None
    diagnostics: tuple[Diagnostic, ...]


def run(jobs: Sequence[Job], workers: int | None = None, progress: Progress = lambda _: None) -> list[Outcome]:
    """Build the jobs; their outcomes in order, whatever happens to each.

    The first is built here: what it measured and loaded is there for the others. These are dealt out to forked processes, which
    hand their outcomes back as bytes.
    """
    rest = jobs[1:]
    first = [_outcome(job, side_by_side=not rest) for job in jobs[:1]]
    if not rest:
        return first
    share = min(workers or os.cpu_count() or 1, len(rest))
    parts = [rest[number::share] for number in range(share)]
    done = in_parallel([_task(part, progress) for part in parts])
    return [*first, *_dealt_back([_decoded(data) for data in done], len(rest))]


def _task(part: Sequence[Job], progress: Progress) -> Callable[[], bytes]:
    def task() -> bytes:
        from msgspec.msgpack import encode

        return encode(_outcomes(part, progress))

    return task


def _decoded(data: bytes) -> list[Outcome]:
    from msgspec.msgpack import decode

    return decode(data, type=list[Outcome])


def _dealt_back(parts: list[list[Outcome]], count: int) -> list[Outcome]:
    return [parts[number % len(parts)][number // len(parts)] for number in range(count)]


def _outcomes(jobs: Sequence[Job], progress: Progress) -> list[Outcome]:
    outcomes = []
    for number, job in enumerate(jobs, 1):
        outcomes.append(_outcome(job, side_by_side=False))
        progress(number / len(jobs))
    return outcomes


def _outcome(job: Job, *, side_by_side: bool) -> Outcome:
    try:
        built = build(job, side_by_side=side_by_side)
    except LeapdeckError as error:
        return Outcome(None, error.diagnostics)
    return Outcome(built, built.diagnostics)
