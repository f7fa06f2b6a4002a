"""What can be found in a finished file: texts and pictures, and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

PDF = b"%PDF-"
DEEPEST = 4
"""Files within files that are looked into."""

MOST_PIXELS = 178_000_000
"""Of a picture that is looked at; Pillow unpacks no more either."""


class Unreadable(Exception):
    """A file that can't be searched, and why."""


class Said(Struct, frozen=True):
    """Texts of a finished file, BETWEEN them where there are several, and where in it they stand ("slide 3", "properties")."""

    where: str
    text: str
    kind: Literal["text", "attribute", "name"] = "text"


class Shown(Struct, frozen=True):
    """A picture of a finished file, as it lies there; `draw` unpacks it, and raises OSError, ValueError or SyntaxError where it can't."""

    where: str
    data: bytes
    draw: Callable[[], Image]


class Purse:
    """What may still be spent on one file and all the files within it: bytes that it unpacks to, and those of them that are text.

    A file that costs more isn't searched in part and passed: it is told of.
    """

    def __init__(self, unpacked: int = 200_000_000, markup: int = 40_000_000) -> None:
        """Bytes; the largest decks of photographs have half as much, and a tenth of it in text."""
        self.unpacked = unpacked
        self.markup = markup
        self.depth = 0

    def unpack(self, size: int) -> None:
        """Spend it on bytes of any kind; Unreadable where nothing is left."""
        self.unpacked -= size
        if self.unpacked < 0:
            raise Unreadable("it unpacks to more than is searched")

    def read(self, size: int) -> None:
        """Spend it on bytes of text; Unreadable where nothing is left."""
        self.markup -= size
        if self.markup < 0:
            raise Unreadable("it holds more text than is searched")
