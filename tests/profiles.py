"""A color profile of an invented press, as none that is free can be installed: small, whole, and generous with ink.

`python profiles.py FILE` writes it.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from pathlib import Path

NAME = "Invented press, uncoated"
_WHITE = (0.9642, 1.0, 0.8249)
"""The light that profiles are told in, D50 (ICC.1:2001-04, 6.1.3)."""
_TO_XYZ = ((0.4361, 0.3851, 0.1431), (0.2225, 0.7169, 0.0606), (0.0139, 0.0971, 0.7141))
_TO_RGB = ((3.1339, -1.6169, -0.4906), (-0.9788, 1.9161, 0.0335), (0.0719, -0.2290, 1.4052))
Numbers = Sequence[float]


def _seen(inks: Numbers) -> tuple[float, float, float]:
    """The color of inks over each other, as CIE Lab: each takes its light, and black takes all but a tenth."""
    *colors, black = inks
    light = [((1 - 0.95 * color) * (1 - 0.9 * black)) ** 2.2 for color in colors]
    x, y, z = (_curve(sum(a * b for a, b in zip(row, light, strict=True)) / white) for row, white in zip(_TO_XYZ, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _printed(lab: Numbers) -> tuple[float, ...]:
    """Inks for a color: all that is dark gets black too, and nobody counts how much that is together."""
    y = (lab[0] + 16) / 116
    parts = (y + lab[1] / 500, y, y - lab[2] / 200)
    xyz = [_uncurved(part) * white for part, white in zip(parts, _WHITE, strict=True)]
    light = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, xyz, strict=True)))) for row in _TO_RGB]
    colors = [1 - part ** (1 / 2.2) for part in light]
    return *colors, min(colors)


def _curve(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (part * 24389 / 27 + 16) / 116


def _uncurved(part: float) -> float:
    return part**3 if part > 6 / 29 else (116 * part - 16) * 27 / 24389


def _table(count: int, steps: int, made: Callable[[Numbers], Iterator[int]]) -> bytes:
    """A table of colors (lut16Type, 6.5.8) for so many numbers, at so many steps of each."""
    nodes = [number for node in product(range(steps), repeat=count) for number in made([step / (steps - 1) for step in node])]
    results = len(nodes) // len(list(product(range(steps), repeat=count)))
    one = 65536
    head = struct.pack(">4s4xBBBx9i2H", b"mft2", count, results, steps, one, 0, 0, 0, one, 0, 0, 0, one, 2, 2)
    return head + struct.pack(">2H", 0, 65535) * count + struct.pack(f">{len(nodes)}H", *nodes) + struct.pack(">2H", 0, 65535) * results


def _to_lab(inks: Numbers) -> Iterator[int]:
    light, a, b = _seen(inks)
    yield round(light / 100 * 0xFF00)
    yield from (min(65535, max(0, round((part + 128) * 256))) for part in (a, b))


def _to_inks(node: Numbers) -> Iterator[int]:
    lab = (node[0] * 65535 / 0xFF00 * 100, node[1] * 65535 / 256 - 128, node[2] * 65535 / 256 - 128)
    yield from (round(share * 65535) for share in _printed(lab))


@lru_cache
def press_profile() -> bytes:
    """The profile (ICC.1:2001-04): a header, a table of tags, what they say."""
    name = NAME.encode()
    said = {
        b"desc": struct.pack(">4s4xI", b"desc", len(name) + 1) + name + b"\0" + bytes(78),
        b"cprt": b"text\0\0\0\0Nobody's\0",
        b"wtpt": struct.pack(">4s4x3i", b"XYZ ", *(round(part * 65536) for part in _WHITE)),
        b"A2B0": _table(4, 3, _to_lab),
        b"B2A0": _table(3, 9, _to_inks),
    }
    at, tags, body = 128 + 4 + 12 * len(said), b"", b""
    for tag, data in said.items():
        tags += struct.pack(">4sII", tag, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    illuminant = tuple(round(part * 65536) for part in _WHITE)
    about = (at + len(body), 0x02400000, b"prtr", b"CMYK", b"Lab ", 2026, 1, 1, 0, 0, 0, b"acsp", 1, *illuminant)
    head = struct.pack(">I4xI4s4s4s6H4s24xI3i48x", *about)
    return head + struct.pack(">I", len(said)) + tags + body


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(press_profile())
