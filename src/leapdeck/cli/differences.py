"""Differences as text for people, and as JSON for programs."""

from __future__ import annotations

from leapdeck.outline.comparing import Comparison, Difference, Piece

MARKS = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}
"""What stands around words that only one version has."""


def as_text(comparison: Comparison) -> str:
    """A line for each difference, and the minutes."""
    lines = [_line(difference) for difference in comparison.differences] or ["Nothing: this client gets what everybody gets."]
    before, after = comparison.before, comparison.after
    minutes = f"{after:g} minutes" if before == after else f"{after:g} minutes instead of {before:g}"
    return "\n".join([*lines, "", minutes] if after else lines)


def as_json(comparison: Comparison) -> str:
    """The same as one JSON object."""
    from msgspec import json

    return json.format(json.encode(comparison)).decode()


def _line(difference: Difference) -> str:
    head = f"{difference.what:9} {difference.id}"
    if difference.what == "reworded":
        return f"{head}, {difference.key}: {' '.join(_marked(piece) for piece in difference.words)}"
    if difference.what == "retimed":
        return f"{head}: {_minutes(difference.after)} instead of {_minutes(difference.before)}"
    minutes = difference.after if difference.after is not None else difference.before
    return f"{head}: {difference.title}" + (f" ({_minutes(minutes)})" if minutes else "")


def _marked(piece: Piece) -> str:
    opening, closing = MARKS[piece.state]
    return f"{opening}{piece.text}{closing}"


def _minutes(minutes: float | None) -> str:
    return "no minutes" if minutes is None else f"{minutes:g} min"
