"""Work that comes again with every client, done once a process: the same text in the same measure and type."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar, cast

from leapdeck.brand.fonts import Family
from leapdeck.brand.model import Brand
from leapdeck.brand.type import TextRole

F = TypeVar("F", bound=Callable[..., Any])
Type = tuple[dict[str, Family], dict[str, TextRole], str]
"""All that setting text asks of a brand: its fonts, its text roles, its language, for hyphens. Colors make no difference."""

ROOM = 8_000
"""Texts that are remembered in a brand's type: those of several days' workshops, in some megabytes."""
_TYPES = 8
"""Brands whose type is remembered."""


def remembered(function: F) -> F:
    """Remember what a function makes of what it is given before a brand; it must ask the brand for nothing but its type."""
    shelves: list[tuple[Type, dict[Hashable, Any]]] = []

    def shelf_of(brand: Brand) -> dict[Hashable, Any]:
        for (families, roles, language), shelf in shelves:
            if families is brand.families and roles is brand.roles and language == brand.language:
                return shelf
        wanted = (brand.families, brand.roles, brand.language)
        shelf = next((shelf for known, shelf in shelves if known == wanted), {})
        shelves[:] = [(wanted, shelf), *(kept for kept in shelves if kept[1] is not shelf)][:_TYPES]
        return shelf

    @wraps(function)
    def again(*given: Any) -> Any:
        *what, brand = given
        shelf, key = shelf_of(brand), tuple(what)
        made = shelf.get(key)
        if made is None:
            if len(shelf) >= ROOM:
                shelf.clear()
            made = shelf[key] = function(*given)
        return made

    return cast("F", again)
