"""The known word that a mistyped one is likely to mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from leapdeck.diagnostics import Diagnostic, Position

_OTHER_WORDS = {
    "length": "minutes",
    "duration": "minutes",
    "time": "minutes start",
    "bullets": "points",
    "items": "points options statements",
    "list": "points",
    "heading": "title header",
    "headline": "title",
    "name": "title",
    "description": "summary text",
    "comment": "notes",
    "speak": "say",
    "photo": "image",
    "file": "image",
    "author": "by",
    "source": "by caption",
    "groups": "grouping",
    "slides": "sections",
    "font": "family",
    "company": "organization",
    "customer": "client",
    "mail": "email",
    "website": "web",
}
"""What else people call a key → what it is called here, the likeliest first."""


_SORTS = {
    "an outline": ("sections", "build it by its own name, and name a client's file with --client, a brand with --brand"),
    "a client's file": ("client", "build an outline with it: leapdeck build OUTLINE --client NAME"),
    "a brand": ("fonts", "build an outline with it: leapdeck build OUTLINE --brand NAME"),
}
"""The sorts of files → the key that no other sort has, and how each is used."""


def other_sort(data: Any, wanted: str, file: str) -> Diagnostic | None:
    """That a file is of another sort than is `wanted`, where its keys say so."""
    if not isinstance(data, dict) or _SORTS[wanted][0] in data:
        return None
    found = next(((sort, hint) for sort, (key, hint) in _SORTS.items() if key in data), None)
    if found is None:
        return None
    return Diagnostic("other-file", f"this is {found[0]}, and {wanted} belongs here", position=Position(file), hint=found[1])


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a mistyped one is likely to mean, "" where none is near."""
    from difflib import get_close_matches  # only mistakes need it

    lowered = {name.lower().replace("_", "-"): name for name in known}
    typed = word.lower().replace("_", "-").strip()
    found = get_close_matches(typed, list(lowered), 1, 0.6)
    if not found and (other := get_close_matches(typed, list(_OTHER_WORDS), 1, 0.8)):
        found = [meant for meant in _OTHER_WORDS[other[0]].split() if meant in lowered][:1]
    return lowered[found[0]] if found else ""


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words as a sentence lists them: a, b or c."""
    words = [str(word) for word in words]
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
