"""Colors as a file writes them: what the canvas asks for each role of the palette and each picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from leapdeck.assets import Picture
from leapdeck.brand.color import rgb
from leapdeck.pdf.images import Packed, packed


class Colors(Protocol):
    """The operators that set the colors of roles (ISO 32000-1, table 74), and pictures in the same kind of colors."""

    def text(self, role: str) -> str:
        """For what is read."""

    def ground(self, role: str) -> str:
        """For what is filled."""

    def line(self, role: str, width: float) -> str:
        """For what is stroked, so many points wide."""

    def picture(self, picture: Picture) -> Packed:
        """A picture's pixels as they go into the file."""


class Screen:
    """Red, green and blue, for screens and for printers in offices."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        """Name each role's color."""
        named = {role: " ".join(f"{part:.4g}" for part in rgb(value)) for role, value in palette.items()}
        self._fills = {role: f"{numbers} rg" for role, numbers in named.items()}
        self._strokes = {role: f"{numbers} RG" for role, numbers in named.items()}

    def text(self, role: str) -> str:
        """The role's color."""
        return self._fills[role]

    def ground(self, role: str) -> str:
        """The role's color."""
        return self._fills[role]

    def line(self, role: str, width: float) -> str:
        """The role's color."""
        return self._strokes[role]

    def picture(self, picture: Picture) -> Packed:
        """The picture as it is."""
        return packed(picture)
