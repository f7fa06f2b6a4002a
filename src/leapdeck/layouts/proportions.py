"""A picture in a rectangle of other proportions: cut to fill it, or whole inside it."""

from __future__ import annotations

from leapdeck.units import Rect

_KEPT = {"center": (0.5, 0.5), "left": (0.0, 0.5), "right": (1.0, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0)}


def crop(width: float, height: float, rect: Rect, focus: str) -> tuple[float, float, float, float]:
    """The fractions to cut off left, top, right, bottom so that a picture has the rectangle's proportions."""
    across, down = _KEPT[focus]
    given, wanted = width / height, rect.width / rect.height
    if given > wanted:
        cut = 1 - wanted / given
        return (cut * across, 0.0, cut * (1 - across), 0.0)
    cut = 1 - given / wanted
    return (0.0, cut * down, 0.0, cut * (1 - down))


def contained(width: float, height: float, rect: Rect) -> Rect:
    """The largest rectangle of a picture's proportions inside another, centered."""
    scale = min(rect.width / width, rect.height / height)
    w, h = width * scale, height * scale
    return Rect(rect.x + (rect.width - w) / 2, rect.y + (rect.height - h) / 2, w, h)
