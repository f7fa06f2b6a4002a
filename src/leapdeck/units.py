"""Lengths. Everything in leapdeck is in points (1/72 inch), y growing downwards; EMU are made here and nowhere else."""

from __future__ import annotations

from msgspec import Struct

EMU_PER_POINT = 12700
MM = 72 / 25.4


class Size(Struct, frozen=True, gc=False):
    """Width and height in points."""

    width: float
    height: float


class Insets(Struct, frozen=True, gc=False):
    """Distances from the four edges, in points."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Rect(Struct, frozen=True, gc=False):
    """A rectangle in points; x and y are its left top corner, counted from its parent's left top corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> Rect:
        """The same rectangle, shifted by dx and dy points."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def inset(self, by: Insets) -> Rect:
        """What is left inside after the insets."""
        return Rect(self.x + by.left, self.y + by.top, self.width - by.left - by.right, self.height - by.top - by.bottom)

    def contains(self, other: Rect, tolerance: float = 0.01) -> bool:
        """Whether `other` lies inside, give or take `tolerance` points."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


def emu(points: float) -> int:
    """Points as English Metric Units, the whole number that Office files are written in (ECMA-376, 20.1.10.16)."""
    return round(points * EMU_PER_POINT)


def points(length: int) -> float:
    """EMU in points."""
    return length / EMU_PER_POINT
