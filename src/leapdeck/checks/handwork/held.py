"""What a deck holds as far as a person sees it, as plain values; not how a program writes it down."""

from __future__ import annotations

import hashlib

from msgspec import Struct

Box = tuple[float, ...]
"""Left, top, width, height in points and the turn in degrees; empty where the layout says it."""

NEAR = 0.2
"""Points: how far apart two places may be and still be the same; programs round to hundredths of a millimetre or worse."""


class Thing(Struct, frozen=True):
    """One thing on a slide; `picture` is a digest of a picture's bytes, `look` one of lettering, fill and alternative text."""

    kind: str
    name: str
    text: str = ""
    box: Box = ()
    picture: str = ""
    look: str = ""


class Page(Struct, frozen=True):
    """One slide; `notes` is a digest of what stands in its notes, `look` one of its layout and background."""

    id: str
    title: str
    things: tuple[Thing, ...]
    notes: str = ""
    look: str = ""
    hidden: bool = False


class Held(Struct, frozen=True):
    """A deck; `look` is a digest of its theme's colors and fonts, its masters and layouts."""

    pages: tuple[Page, ...]
    look: str = ""


def alike(one: Box, other: Box) -> bool:
    """Whether two boxes are the same, as exactly as programs that save a deck keep to a place."""
    return len(one) == len(other) and all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def digest(*values: str) -> str:
    """A short digest of some texts; "" where all are empty."""
    text = "\x1f".join(values)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12] if text.strip("\x1f") else ""
