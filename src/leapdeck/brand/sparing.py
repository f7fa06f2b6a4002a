"""The brand as it is printed with little ink: black and greys on white, the mark in one dark color."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from leapdeck.brand.color import contrast, hexadecimal, luminance
from leapdeck.brand.model import Brand
from leapdeck.brand.palette import TEXT

GAMMA = 2.2
"""About by what power a screen's colors are lighter than their numbers (sRGB)."""

PALETTE = {
    "ink": "#000000",
    "primary": "#262626",
    "accent": "#6E6E6E",
    "support": "#4A4A4A",
    "highlight": "#000000",
    "paper": "#FFFFFF",
    "mist": "#F4F4F4",
    "line": "#CCCCCC",
    "muted": "#595959",
    "on-dark": "#000000",
    "soft": "#000000",
    "faint": "#404040",
    "ghost": "#EDEDED",
    "bar": "#BFBFBF",
    "bar-break": "#E0E0E0",
}
"""What each role is on white: nothing is dark here but text and lines, as grounds become outlines (`leapdeck.paper.sparing`)."""


def spared(palette: Mapping[str, str]) -> dict[str, str]:
    """The palette of a client's slides as it is printed on white: roles on any ground ("ink@2") as ours are, other colors as greys."""
    return {name: PALETTE.get(name.partition("@")[0]) or _gray(value) for name, value in palette.items()}


def _gray(color: str) -> str:
    """A color without its hue; black, where it couldn't be read."""
    part = luminance(color) ** (1 / GAMMA)
    gray = hexadecimal((part, part, part))
    return gray if contrast(gray, PALETTE["paper"]) >= TEXT else PALETTE["ink"]


def sparing(brand: Brand) -> Brand:
    """A brand whose pages take little ink."""
    logo = replace(brand.logo, white=brand.logo.mono or brand.logo.color)
    return replace(brand, palette={**brand.palette, **PALETTE}, logo=logo, sparing=True)
