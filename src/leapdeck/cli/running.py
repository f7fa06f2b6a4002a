"""Several orders at once: on as many cores as there are, or on the computers of a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from leapdeck.cli.faults import whose
from leapdeck.cli.orders import Order, Outcome, fulfil
from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.parallel import be_child, may_fork

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Progress = Callable[[], None]
"""Is told whenever an order is done."""
Work = Callable[[Order], Outcome]


def run(orders: Sequence[Order], workers: int | None = None, progress: Progress = lambda: None) -> list[Outcome]:
    """Fulfil the orders; their outcomes in order, whatever happens to each.

    The first is done here: what it measured and loaded is there for the others, which go to forked processes.
    """
    rest = orders[1:]
    outcomes = [_done(order, progress, side_by_side=not rest) for order in orders[:1]]
    share = min(workers or os.cpu_count() or 1, len(rest))
    if share < 2 or not may_fork():
        return [*outcomes, *(_done(order, progress) for order in rest)]
    return [*outcomes, *_pooled(rest, share, progress)]


def through(
    executor: Executor,
    orders: Sequence[Order],
    progress: Progress,
    gone: tuple[type[Exception], ...],
    work: Work = fulfil,
) -> list[Outcome | None]:
    """Have an executor fulfil the orders; None for those that were lost with the process that had them, as the errors `gone` say."""
    from concurrent.futures import as_completed

    waiting: dict[Future[Outcome], int] = {executor.submit(work, order): number for number, order in enumerate(orders)}
    outcomes: list[Outcome | None] = [None] * len(orders)
    try:
        for future in as_completed(waiting):
            outcomes[waiting.pop(future)] = _outcome(future, gone)
            progress()
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    return outcomes


def lost(order: Order) -> Outcome:
    """What there is to say where a process went away with its order."""
    message = f"the process that built {whose(order.job)} was ended from outside"
    hint = "build again; where memory is short, with fewer at once: --jobs 1"
    return Outcome((), (Diagnostic("lost-process", message, position=Position(str(order.job.outline)), hint=hint),))


def _done(order: Order, progress: Progress, *, side_by_side: bool = False) -> Outcome:
    outcome = fulfil(order, side_by_side=side_by_side)
    progress()
    return outcome


def _pooled(orders: Sequence[Order], workers: int, progress: Progress) -> list[Outcome]:
    """The outcomes from forked processes. Where one of these is killed, all that wasn't done is done by one after the other."""
    outcomes = _round(orders, workers, progress)
    while None in outcomes:
        at = [number for number, outcome in enumerate(outcomes) if outcome is None]
        again = _round([orders[number] for number in at], 1, progress)
        for number, outcome in zip(at, again, strict=True):
            outcomes[number] = outcome
        if None in again:
            outcomes[at[again.index(None)]] = lost(orders[at[again.index(None)]])
    return [outcome for outcome in outcomes if outcome]


def _round(orders: Sequence[Order], workers: int, progress: Progress) -> list[Outcome | None]:
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # a single job does without them
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, get_context("fork"), be_child) as executor:
        return through(executor, orders, progress, (BrokenProcessPool,))


def _outcome(future: Future[Outcome], gone: tuple[type[Exception], ...]) -> Outcome | None:
    try:
        return future.result()
    except gone:
        return None
