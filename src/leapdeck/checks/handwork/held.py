"""What a deck holds as far as a person sees it, as plain values; not how a program writes it down."""

from __future__ import annotations

import hashlib

from msgspec import Struct

Box = tuple[float, ...]
"""Left, top, width, height in points and the turn in degrees; empty where the layout says it."""

NEAR = 0.2
"""Points: how far apart two places may be and still be the same; programs round to hundredths of a millimetre or worse."""


class Thing(Struct, frozen=True):
    """One thing on a slide, its picture's bytes, lettering and fill, alternative text and links as digests."""

    kind: str
    name: str
    text: str = ""
    box: Box = ()
    picture: str = ""
    look: str = ""
    alt: str = ""
    links: str = ""


class Page(Struct, frozen=True):
    """One slide; `notes` is a digest of what stands in its notes, `look` one of its layout and background.

    `comes_in`: with a transition; `effects` is a digest of its animations, `comments` counts its comments and their answers.
    """

    id: str
    title: str
    things: tuple[Thing, ...]
    notes: str = ""
    look: str = ""
    hidden: bool = False
    comes_in: bool = False
    effects: str = ""
    comments: int = 0


class Whole(Struct, frozen=True):
    """Digests of what holds for a whole deck: its theme's colors and fonts, masters, layouts, sections' names, its title."""

    theme: str = ""
    masters: str = ""
    layouts: str = ""
    sections: str = ""
    title: str = ""


class Held(Struct, frozen=True):
    """A deck."""

    pages: tuple[Page, ...]
    whole: Whole = Whole()


def alike(one: Box, other: Box) -> bool:
    """Whether two boxes are the same, as exactly as programs that save a deck keep to a place."""
    return len(one) == len(other) and all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def digest(*values: str) -> str:
    """A short digest of some texts; "" where all are empty."""
    text = "\x1f".join(values)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12] if text.strip("\x1f") else ""
