"""Whether two pictures are the same one, whatever their files are called, however large they are and however they were saved."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 24
"""Pictures are compared at this many pixels a side, so that size and compression don't matter."""
SAME = 0.3
"""How much of what stands out from a picture's ground may differ; a lossy save changes a tenth of that, another logo all."""
BLANK = 2.0
"""Shades a value: a picture in which no more than that stands out shows nothing."""
_SHAPES = 12
"""Steps of shape from a square to one that is e times as wide as high."""
_SHADES = 8
"""Shades that are told apart when pictures are sorted."""


class Look(Struct, frozen=True):
    """How a picture looks: its shape (the logarithm of width through height), its pixels, how much stands out from its ground."""

    shape: float
    pixels: bytes
    standing_out: float

    @property
    def place(self) -> tuple[int, int]:
        """Where it is sorted: its shape and its brightness, in steps."""
        return round(self.shape * _SHAPES), round(sum(self.pixels) / len(self.pixels) / _SHADES)


def look(picture: Image) -> Look | None:
    """How a picture looks, laid on white, or on black where nothing shows on white; None where it shows nothing.

    OSError, ValueError or SyntaxError where it can't be unpacked.
    """
    from PIL.Image import Resampling, new

    full = picture.convert("RGBA")
    for ground in ("white", "black"):
        laid = new("RGBA", full.size, ground)
        laid.alpha_composite(full)
        pixels = laid.convert("RGB").resize((SIDE, SIDE), Resampling.BOX).tobytes()
        out = _standing_out(pixels)
        if out > BLANK:
            return Look(math.log(full.width / full.height), pixels, out)
    return None


def same(one: Look, other: Look) -> bool:
    """Whether two pictures are the same one."""
    near = abs(one.shape - other.shape) < 1 / _SHAPES
    return near and _difference(one.pixels, other.pixels) <= SAME * min(one.standing_out, other.standing_out)


class Looks:
    """Pictures and whose they are, sorted by what is quickly told, so that one is compared with few."""

    def __init__(self, pictures: Iterable[tuple[Look, str]]) -> None:
        """Keep (look, owner) pairs."""
        self._sorted: dict[tuple[int, int], list[tuple[Look, str]]] = {}
        for seen, owner in pictures:
            self._sorted.setdefault(seen.place, []).append((seen, owner))

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._sorted)

    def owners(self, seen: Look) -> Iterator[str]:
        """Whose a picture is."""
        shape, shade = seen.place
        for near in product((shape - 1, shape, shape + 1), (shade - 1, shade, shade + 1)):
            yield from (owner for known, owner in self._sorted.get(near, ()) if same(known, seen))


def _standing_out(pixels: bytes) -> float:
    """How far pixels are from the picture's ground, at the mean; the ground is what most of them are."""
    bands = [pixels[n::3] for n in range(3)]
    grounds = [sorted(band)[len(band) // 2] for band in bands]
    return sum(abs(value - ground) for band, ground in zip(bands, grounds, strict=True) for value in band) / len(pixels)


def _difference(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
