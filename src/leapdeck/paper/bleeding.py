"""Bleed: what reaches the edge of a page goes on beyond it, so that no white shows where the knife cuts a hair aside."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.scene import Page, Primitive, Shape
from leapdeck.units import MM, Insets, Rect, Size

BLEED = 3 * MM
"""What print shops ask for on each side."""
_TOUCH = 0.01


def bled(page: Page, by: Insets) -> Page:
    """A page whose grounds reach so many points beyond each edge that they touch; its size stays."""
    return replace(page, items=tuple(_bled(item, page.size, by) for item in page.items))


def _bled(item: Primitive, size: Size, by: Insets) -> Primitive:
    if isinstance(item, Shape) and item.geometry == "rect":
        return replace(item, rect=_reaching(item.rect, size, by))
    return item


def _reaching(rect: Rect, size: Size, by: Insets) -> Rect:
    left = by.left if rect.x <= _TOUCH else 0.0
    top = by.top if rect.y <= _TOUCH else 0.0
    right = by.right if rect.right >= size.width - _TOUCH else 0.0
    bottom = by.bottom if rect.bottom >= size.height - _TOUCH else 0.0
    return rect.inset(Insets(-left, -top, -right, -bottom))
