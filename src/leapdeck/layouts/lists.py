"""The levels of a list: one table, read by the composer and by the PowerPoint template alike."""

from __future__ import annotations

from msgspec import Struct

from leapdeck.scene import Bullet


class Level(Struct, frozen=True):
    """A list level: left edge of its text and how far its bullet hangs left of it, in points; space above in ems.

    In a client's template a level may have a text role of its own (`style`), a size that is a `share` of the first level's, and
    `space` above in points, whatever its size; `bare` ones have no bullet there, so that slides bring their own.
    """

    indent: float
    hang: float
    before: float
    bullet: Bullet
    style: str = ""
    share: float = 0.0
    space: float = 0.0
    bare: bool = False

    def above(self, size: float) -> float:
        """The space above a paragraph of that size, in points."""
        return self.before * size + self.space


SLIDE_LEVELS = (Level(28, 28, 0.5, "square"), Level(56, 24, 0.2, "dash"))
PAGE_LEVELS = (Level(14, 14, 0.35, "square"), Level(28, 12, 0.15, "dash"))
NUMBERED = Level(44, 44, 0.55, "number")
"""A numbered list on a slide: room for two figures."""

BULLETS: dict[Bullet, tuple[str, float]] = {"square": ("■", 0.5), "dash": ("–", 1.0), "disc": ("•", 1.0)}
"""A bullet's character, and its size as a share of the text's."""

PLAIN_BULLET = "\u2022"
"""What stands for a bullet that a face lacks; every face has this one."""


def step_below(sizes: tuple[float, ...], size: float) -> float:
    """The next smaller step of a scale, or the floor."""
    smaller = [step for step in sizes if step < size]
    return smaller[0] if smaller else sizes[-1]
