"""Orders handed to the computers of a Dask cluster, by the same function that fulfils them here.

The computers must see the same folders under the same names, and have the same leapdeck.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from leapdeck.cli.orders import Order, Outcome, fulfil
from leapdeck.cli.running import Progress, lost, through
from leapdeck.diagnostics import Diagnostic, LeapdeckError

if TYPE_CHECKING:
    from concurrent.futures import Executor

PATIENCE = 10
"""Seconds: how long a scheduler may take to answer."""
SCHEDULER_PORT = 8786
"""Where `dask scheduler` listens unless told otherwise."""
_turn = Lock()


def run_on_cluster(orders: Sequence[Order], address: str, progress: Progress) -> list[Outcome]:
    """Fulfil the orders on a cluster; LeapdeckError where there is none, or where the extra that talks to it is missing."""
    here = Path.cwd()
    with _cluster(address) as (executor, gone):
        try:
            outcomes = through(executor, [_anywhere(order, here) for order in orders], progress, gone, in_turn)
        except ImportError as error:
            raise _no_cluster("the computers of the cluster haven't this leapdeck", "install the same version on each of them") from error
    return [outcome or lost(order) for order, outcome in zip(orders, outcomes, strict=True)]


def in_turn(order: Order) -> Outcome:
    """Fulfil an order; one at a time, as a cluster's process may have several threads, and ours aren't made for that."""
    with _turn:
        return fulfil(order)


def _anywhere(order: Order, here: Path) -> Order:
    """The order with whole paths: the other computer works in another folder."""
    job, manner = order.job, order.manner
    files = {name: here / path for name in ("outline", "client", "brand", "template", "icc") if (path := getattr(job, name))}
    whole = replace(job, here=here, **files)
    return Order(whole, replace(manner, out=str(here / manner.out)))


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, tuple[type[Exception], ...]]]:
    """An executor over the cluster's computers, and the errors that say that one of these went away."""
    try:
        from distributed import Client, KilledWorker
        from distributed.client import FutureCancelledError
    except ImportError as error:
        message = "building on a cluster takes the package distributed, which isn't installed"
        hint = "install it beside leapdeck: pip install 'leapdeck[cluster]'; or build without --scheduler"
        raise _no_cluster(message, hint) from error
    try:
        _knock(address)
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]  # it has no types
    except (OSError, ValueError, TimeoutError, RuntimeError) as error:
        hint = "write the address that `dask scheduler` shows, as tcp://192.168.1.20:8786"
        raise _no_cluster(f"no scheduler answers at {address}", hint) from error
    with client:
        yield client.get_executor(pure=False), (KilledWorker, FutureCancelledError)  # type: ignore[no-untyped-call]  # as above


def _knock(address: str) -> None:
    """See that somebody answers at an address; OSError or ValueError where nobody does: a client would wait, and complain when it ends."""
    import socket

    from distributed.comm.addressing import normalize_address, parse_address, parse_host_port

    scheme, place = parse_address(normalize_address(address))
    if scheme not in ("tcp", "tls", "ws", "wss"):
        raise ValueError(f"nothing is reached by {scheme}")
    socket.create_connection(parse_host_port(place, SCHEDULER_PORT), PATIENCE).close()


def _no_cluster(message: str, hint: str) -> LeapdeckError:
    return LeapdeckError((Diagnostic("no-cluster", message, hint=hint),))
