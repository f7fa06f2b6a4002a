"""What was read of a template's drawings, each once: pictures by their files, what masters and layouts draw by their parts."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from leapdeck.assets import Picture, clean_picture
from leapdeck.checks.opened import Opened, R
from leapdeck.imagery.header import BadImage
from leapdeck.layouts.corporate import Drawn
from leapdeck.powerpoint.corporate.opening import BROKEN


class Gallery:
    """The drawings of one template; `images` are the pictures among them by key."""

    def __init__(self, package: Opened) -> None:
        """Begin with nothing."""
        self.images: dict[str, Picture] = {}
        self._package = package
        self._keys: dict[str, str] = {}
        self._drawn: dict[object, tuple[Drawn, ...]] = {}

    def tree(self, part: str) -> ET.Element:
        """The tree of a part."""
        return self._package.trees[part]

    def once(self, key: object, read: Callable[[], Iterator[Drawn]]) -> tuple[Drawn, ...]:
        """What is read, kept under a key: layouts share what their master draws."""
        if key not in self._drawn:
            self._drawn[key] = tuple(read())
        return self._drawn[key]

    def picture(self, part: str, blip: ET.Element | None) -> str:
        """The key of a picture that a part embeds; "" for one that can't be shown."""
        related = blip.get(f"{R}embed", "") if blip is not None else ""
        relation = self._package.relations.get(part, {}).get(related)
        if relation is None or relation.external:
            return ""
        if relation.target not in self._keys:
            self._keys[relation.target] = self._key(relation.target)
        return self._keys[relation.target]

    def _key(self, target: str) -> str:
        try:
            image = clean_picture(self._package.parts[target])
        except (BadImage, *BROKEN, struct.error):
            return ""
        self.images[image.key] = image
        return image.key
