"""Work side by side: forked children do the first tasks while this process does the last."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

Task = Callable[[], bytes]


def in_parallel(tasks: Sequence[Task]) -> list[bytes]:
    """The bytes of all tasks, in order.

    A forked child shares all that is in memory, so a task needs no pickling; only its bytes come back, through a pipe.
    Where there is no fork (Windows), or no second core, the tasks are done one after the other.
    """
    if len(tasks) < 2 or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return [task() for task in tasks]
    children = [_start(task) for task in tasks[:-1]]
    last = tasks[-1]()
    return [*(_result(task, *child) for task, child in zip(tasks, children, strict=False)), last]


def _start(task: Task) -> tuple[int, int]:
    """Fork a child for a task; its process and the pipe that it writes to."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    status = 1
    try:
        os.close(reader)
        data = task()
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(data)
        status = 0
    finally:
        os._exit(status)  # no handlers, no buffers: they are the parent's


def _result(task: Task, child: int, reader: int) -> bytes:
    """What a child wrote; where it failed the task is done again here, so that its error is raised where it can be seen."""
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return data if status == 0 else task()
