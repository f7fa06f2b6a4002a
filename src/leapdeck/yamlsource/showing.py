"""Faults about a key that isn't there, with the lines of an example that show how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec.structs import replace

from leapdeck.diagnostics import Path
from leapdeck.yamlsource.checking import Fault

SHOWN = 5
"""Lines: how much of a key's example is shown."""


def shown(faults: Iterable[Fault], path: Path, example: str) -> Iterator[Fault]:
    """The faults of a value at a path; a hint that names a key ends with its lines in the example, which stand there once.

    The hint for a key that nothing is near to ends with the whole example.
    """
    done: set[str] = set()
    for fault in faults:
        part = _part(fault, path, example)
        fresh = part not in done
        done.add(part)
        yield replace(fault, hint=f"{fault.hint}, as in{part}") if part and fresh else fault


def _part(fault: Fault, path: Path, example: str) -> str:
    steps = fault.path[len(path) :]
    if fault.code not in ("missing-key", "unknown-key") or (fault.code == "unknown-key" and fault.key):
        return ""
    if fault.code == "unknown-key" and len(steps) == 1:
        return f"\n{example.rstrip()}"
    lines = _below(example.splitlines(), str((*steps, fault.key)[0]))
    more = ["  …"] if len(lines) > SHOWN else []
    return f" {lines[0]}" if len(lines) == 1 else "".join(f"\n{line}" for line in [*lines[:SHOWN], *more])


def _below(lines: list[str], key: str) -> list[str]:
    """A top-level key's lines; none where it isn't there."""
    start = next((number for number, line in enumerate(lines) if re.match(rf"{re.escape(key)}:", line)), None)
    return [] if start is None else [lines[start], *takewhile(lambda line: line.startswith(" "), lines[start + 1 :])]
