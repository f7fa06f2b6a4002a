"""The brand as it is printed with little ink: black and greys on white, the mark in one dark color."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.brand.model import Brand

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


def sparing(brand: Brand) -> Brand:
    """A brand whose pages take little ink."""
    logo = replace(brand.logo, white=brand.logo.mono or brand.logo.color)
    return replace(brand, palette={**brand.palette, **PALETTE}, logo=logo, sparing=True)
