"""Contrast and its mending: WCAG 2.2 contrast ratios, colors moved in OKLCH."""

from __future__ import annotations

import math

from msgspec import Struct

RGB = tuple[float, float, float]


class Oklch(Struct, frozen=True):
    """A color in OKLCH: lightness 0 to 1, chroma from 0, hue in degrees (Björn Ottosson, "A perceptual color space", 2020)."""

    lightness: float
    chroma: float
    hue: float


def rgb(hexadecimal: str) -> RGB:
    """`#RRGGBB` as three numbers from 0 to 1."""
    return tuple(int(hexadecimal[i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[return-value]  # three by construction


def hexadecimal(color: RGB) -> str:
    """Three numbers from 0 to 1, clipped to that range, as `#RRGGBB`."""
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in color)


def luminance(color: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (_linear(part) for part in rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def gray(color: str) -> str:
    """A color as a printer without colors prints it: its luma (ITU-R BT.601)."""
    red, green, blue = rgb(color)
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    return hexadecimal((luma, luma, luma))


def legibility(one: str, other: str) -> float:
    """Contrast ratio in color or as gray print has it, whichever is less."""
    return min(contrast(one, other), contrast(gray(one), gray(other)))


def mended(color: str, ground: str, ratio: float) -> str:
    """The color nearest to `color` in lightness that has `ratio` against `ground`, printed gray too.

    Its hue is kept, its chroma as far as sRGB holds it.
    """
    if legibility(color, ground) >= ratio:
        return color
    darker = luminance(ground) > 0.18  # the luminance at which black and white contrast alike
    start = oklch(color)
    for step in range(1, 101):
        lightness = start.lightness * (1 - step / 100) if darker else start.lightness + (1 - start.lightness) * step / 100
        candidate = from_oklch(Oklch(lightness, start.chroma, start.hue))
        if legibility(candidate, ground) >= ratio:
            return candidate
    return "#000000" if darker else "#FFFFFF"


def mixed(color: str, ground: str, share: float) -> str:
    """`share` (0 to 1) of a color laid over a ground, in sRGB, as a screen or a printer would."""
    return hexadecimal(tuple(a * share + b * (1 - share) for a, b in zip(rgb(color), rgb(ground), strict=True)))  # type: ignore[arg-type]  # three by construction


def oklch(color: str) -> Oklch:
    """A color in OKLCH."""
    red, green, blue = (_linear(part) for part in rgb(color))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def from_oklch(color: Oklch) -> str:
    """`#RRGGBB`, its chroma reduced until sRGB holds it."""
    chroma = color.chroma
    while True:
        parts = _srgb(Oklch(color.lightness, chroma, color.hue))
        if chroma < 0.002 or all(-0.0005 <= part <= 1.0005 for part in parts):
            return hexadecimal(parts)
        chroma *= 0.95


def distance(one: str, other: str) -> float:
    """How far apart two colors look: the straight line in OKLab, 0 to about 1."""
    first, second = oklch(one), oklch(other)
    turn = math.radians(first.hue - second.hue)
    across = first.chroma**2 + second.chroma**2 - 2 * first.chroma * second.chroma * math.cos(turn)
    return math.sqrt((first.lightness - second.lightness) ** 2 + max(0.0, across))


def _srgb(color: Oklch) -> RGB:
    a = color.chroma * math.cos(math.radians(color.hue))
    b = color.chroma * math.sin(math.radians(color.hue))
    long = (color.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (color.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (color.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    if part <= 0.0031308:
        return 12.92 * part
    return float(1.055 * part ** (1 / 2.4) - 0.055)
