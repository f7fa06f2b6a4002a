"""A build from what was chosen to what is told about it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from leapdeck.cli.jobs import find_jobs
from leapdeck.cli.orders import Manner, Order, Outcome
from leapdeck.cli.report import Report, as_json, as_text, once
from leapdeck.cli.running import Progress, run
from leapdeck.cli.selection import Selection
from leapdeck.diagnostics import Diagnostic


def make(selection: Selection, manner: Manner) -> Report:
    """Build what was chosen and write it; what can't be built doesn't keep the rest from being built."""
    found = find_jobs(selection, Path.cwd(), manner.kinds)
    findings = list(found.findings)
    orders = [Order(job, manner) for job in found.jobs] if _may_go_on(findings) else []
    outcomes = _outcomes(orders, manner)
    told = once([*findings, *(finding for outcome in outcomes for finding in outcome.diagnostics)])
    return Report(tuple(file for outcome in outcomes for file in outcome.files), told, _unbuilt(orders, outcomes), len(orders))


def tell(report: Report, manner: Manner) -> None:
    """Print what was built and found."""
    click.echo(as_json(report) if manner.format == "json" else as_text(report, "Nothing was built."))


def _may_go_on(findings: list[Diagnostic]) -> bool:
    """Two jobs that would write the same files stop everything: either could be the one that is meant."""
    return not any(finding.code == "same-name" for finding in findings)


def _outcomes(orders: Sequence[Order], manner: Manner) -> list[Outcome]:
    with _progress(len(orders)) as progress:
        if manner.scheduler and orders:
            from leapdeck.cli.cluster import run_on_cluster

            return run_on_cluster(orders, manner.scheduler, progress)
        return run(orders, manner.workers, progress)


def _unbuilt(orders: Sequence[Order], outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """For whom, or of what, nothing was written."""
    jobs = (order.job for order, outcome in zip(orders, outcomes, strict=True) if not outcome.files)
    return tuple(dict.fromkeys((job.client or job.outline).stem for job in jobs))


@contextmanager
def _progress(count: int) -> Iterator[Progress]:
    """How far it is, as a bar on a terminal; nothing in a pipe, and nothing for a single job."""
    if count < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=count, label="building", show_pos=True, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
