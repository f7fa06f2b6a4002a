"""Finished files, and the last look at those that participants get."""

from __future__ import annotations

from msgspec import Struct

from leapdeck.diagnostics import LeapdeckError


class Finished(Struct, frozen=True):
    """A file's bytes, and how many slides or pages it has; `part` names it where its kind has several files."""

    data: bytes
    pages: int
    part: str = ""


Files = Finished | tuple[Finished, ...]
"""What a kind makes: a file, or several."""


def searched(file: Finished, name: str, secret: tuple[str, ...], open_: tuple[str, ...]) -> Finished:
    """A file for participants; LeapdeckError where it holds what they must not get."""
    from leapdeck.checks.answers import answers_given_away

    if given_away := answers_given_away(file.data, name, secret, open_):
        raise LeapdeckError(given_away)
    return file
