"""Pictures: where they are looked for, what is refused, and the bytes that may go into a file."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

PictureFormat = Literal["PNG", "JPEG", "WEBP", "GIF", "SVG"]


class Image(Struct, frozen=True):
    """A picture that passed the checks: `key` is made from its bytes, `width` and `height` are in pixels."""

    key: str
    path: str
    width: int
    height: int
    format: PictureFormat
    dpi: float = 96.0


class Picture(Struct, frozen=True):
    """A picture's bytes as they go into files: cleaned of all metadata, `key` made from them, sizes in pixels."""

    key: str
    data: bytes
    format: Literal["PNG", "JPEG"]
    width: int
    height: int
