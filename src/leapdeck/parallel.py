"""Work side by side: processes forked from this process, which share all that is in memory.

Where there is no fork (Windows), or no second core, or this process is such a child itself, everything is done here, one
task after the other, with the same results.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

Made = TypeVar("Made")
Task = Callable[[], bytes]

_is_child = False
_writers: set[int] = set()
"""The ends of pipes through which this process hands over tasks: a child that kept one open would keep another waiting."""


def may_fork() -> bool:
    """Whether a child would be of use."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and not _is_child


def be_child() -> None:
    """Make a process of a pool what it is: it forks no others, leaves Ctrl+C to its master, and ends when that is gone."""
    import gc
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    global _is_child  # noqa: PLW0603  # what a process is
    _is_child = True
    gc.freeze()  # what was made before the fork is shared for as long as nobody touches it
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def leave_with(master: BaseProcess) -> None:
        master.join()
        os._exit(1)

    if master := parent_process():
        Thread(target=leave_with, args=(master,), daemon=True).start()


class Apprentice(Generic[Made]):
    """A child that gets its tools ready while its master still prepares the work, and then does one task."""

    def __init__(self, get_ready: Callable[[], None]) -> None:
        """Fork at once; `get_ready` runs in the child, and its errors are those of the task later."""
        self._task: tuple[Callable[..., Made], tuple[Any, ...]] | None = None
        self._child: tuple[int, int] | None = None
        if may_fork():
            reader, self._writer = os.pipe()
            _writers.add(self._writer)
            self._child = _start(lambda: _apprenticed(get_ready, reader))
            os.close(reader)

    def set_to(self, task: Callable[..., Made], *arguments: object) -> None:
        """Hand over the task: a function of a module, and arguments and a result that can be pickled."""
        self._task = (task, arguments)
        if self._child:
            _writers.discard(self._writer)
            _send(self._writer, pickle.dumps(self._task, pickle.HIGHEST_PROTOCOL))

    def result(self) -> Made:
        """What the task gives. Where the child failed it is done again here, so that its error is raised where it can be seen.

        RuntimeError where there was no task.
        """
        if self._task is None:
            raise RuntimeError("an apprentice without a task has no result")
        data = _result(self._child) if self._child else None
        if data:
            made: Made = pickle.loads(data)  # noqa: S301  # from our own child
            return made
        task, arguments = self._task
        return task(*arguments)

    def dismiss(self) -> None:
        """Let the child go without a task."""
        if self._child and self._task is None:
            _writers.discard(self._writer)
            os.close(self._writer)
            _result(self._child)


def _apprenticed(get_ready: Callable[[], None], reader: int) -> bytes:
    get_ready()
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    if not data:  # dismissed
        return b""
    task, arguments = pickle.loads(data)  # noqa: S301  # from our own process
    return pickle.dumps(task(*arguments), pickle.HIGHEST_PROTOCOL)


def _send(writer: int, data: bytes) -> None:
    try:
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(data)
    except BrokenPipeError:  # the child failed while it got ready; the task is done here then
        return


def _start(task: Task) -> tuple[int, int]:
    """Fork a child for a task; its process and the pipe that it writes to."""
    global _is_child  # noqa: PLW0603  # what a process is
    reader, writer = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    status = 1
    try:
        _is_child = True
        os.close(reader)
        for other in _writers:
            os.close(other)
        _writers.clear()
        data = task()
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(data)
        status = 0
    finally:
        os._exit(status)  # no handlers, no buffers: they are the parent's


def _result(child: tuple[int, int]) -> bytes | None:
    """What a child wrote; None where it failed."""
    process, reader = child
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(process, 0)
    return data if status == 0 else None


def within(seconds: float, task: Task) -> bytes | None:
    """What a child makes of a task that may be hopeless; None where it takes longer, or brings the child down.

    Where there is no fork it is done here, however long it takes.
    """
    if not hasattr(os, "fork"):
        return task()
    from signal import SIGKILL

    child, reader = _start(task)
    data = _read_within(seconds, reader)
    if data is None:
        os.kill(child, SIGKILL)
    _, status = os.waitpid(child, 0)
    return data if status == 0 else None


def _read_within(seconds: float, reader: int) -> bytes | None:
    """All that comes through a pipe; None where its end doesn't come in time."""
    from select import select
    from time import monotonic

    end, parts = monotonic() + seconds, list[bytes]()
    with os.fdopen(reader, "rb", buffering=0) as pipe:
        while select([pipe], [], [], max(0.0, end - monotonic()))[0]:
            if not (part := pipe.read(1 << 16)):
                return b"".join(parts)
            parts.append(part)
    return None
