"""Placing pictures: cropped to their focus to fill a rectangle, never stretched."""

from __future__ import annotations

from leapdeck.assets import Image
from leapdeck.diagnostics import Path
from leapdeck.layouts.proportions import crop
from leapdeck.layouts.stage import Stage
from leapdeck.scene import Picture
from leapdeck.units import Rect


def placed(stage: Stage, image: Image, rect: Rect, alt: str, focus: str, path: Path, slot: str = "") -> Picture:
    """A picture that fills a rectangle; what is cut off lies away from the focus."""
    stage.images[image.key] = image
    return Picture(rect, image.key, alt, crop(image.width, image.height, rect, focus), slot, "picture", path)
