"""What leapdeck has to say about a file: where, what is wrong, and what to write instead."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "note"]
Path = tuple[str | int, ...]
"""Where a value stands in a file's data: keys and indices from the root, e.g. ("sections", 2, "slides", 0, "title")."""


class Position(Struct, frozen=True):
    """A place in a file a person wrote; line and column count from 1, 0 where they are not known."""

    file: str
    line: int = 0
    column: int = 0


class Diagnostic(Struct, frozen=True):
    """One finding. `code` is a key of CODES; `hint` says what to write instead."""

    code: str
    message: str
    severity: Severity = "error"
    position: Position = Position("")
    hint: str = ""


class LeapdeckError(Exception):
    """Everything that stopped a piece of work, raised once, at the border of the stage that found it."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep the findings, errors and warnings, in the order in which they were found."""
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics


CODES: dict[str, str] = {}
