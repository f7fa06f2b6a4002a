"""Finished files, and the last look at those that participants get."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from leapdeck.brand.model import Brand
from leapdeck.diagnostics import LeapdeckError, Position
from leapdeck.scene import Sheets


class Finished(Struct, frozen=True):
    """A file's bytes, and how many slides or pages it has; `part` names it where its kind has several files."""

    data: bytes
    pages: int
    part: str = ""


Files = Finished | Iterable[Finished]
"""What a kind makes: a file, or several, one after the other."""


def for_participants(file: Finished, name: str, secret: tuple[str, ...], open_: tuple[str, ...]) -> Finished:
    """A file for participants; LeapdeckError where it holds what they must not get."""
    from leapdeck.checks.answers import answers_given_away

    if given_away := answers_given_away(file.data, name, secret, open_):
        raise LeapdeckError(given_away)
    return file


def drawable(sheets: Sheets, brand: Brand) -> Sheets:
    """Sheets about to be painted; LeapdeckError where a character stands on them that its face lacks."""
    from leapdeck.checks.glyphs import undrawable

    items = (item for page in sheets.pages for item in page.items)
    if lacking := undrawable(items, brand, lambda _: Position("")):
        raise LeapdeckError(lacking)
    return sheets
