"""What can be found in a finished file: texts and pictures, and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

PDF = b"%PDF-"


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
