"""SVG files: nothing in them may run or be fetched; drawn once, as pixels."""

from __future__ import annotations

from leapdeck.imagery.header import BadImage, Header
from leapdeck.imagery.raster import Made


def header(data: bytes) -> Header:
    """Size of the drawing."""
    raise BadImage("image-format", "SVG isn't read yet", "save it as PNG")


def drawn(data: bytes) -> Made:
    """The drawing as a PNG."""
    raise BadImage("image-format", "SVG isn't read yet", "save it as PNG")
