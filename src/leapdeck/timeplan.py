"""When what happens: the plan that slides and paper show. Minutes count from midnight where the start is known."""

from __future__ import annotations

from msgspec import Struct


class Row(Struct, frozen=True):
    """A section or a break: when it starts (minutes from midnight, None without a start) and how long it takes."""

    id: str
    title: str
    start: float | None = None
    minutes: float | None = None
    is_break: bool = False
    optional: bool = False


class Plan(Struct, frozen=True):
    """The rows of a workshop in order, and the minutes of each slide by its id."""

    rows: tuple[Row, ...] = ()
    slides: dict[str, float] = {}

    @property
    def timed(self) -> bool:
        """Whether any row says how long it takes."""
        return any(row.minutes for row in self.rows)

    def row(self, id: str) -> Row | None:
        """The row of that id."""
        return next((row for row in self.rows if row.id == id), None)
