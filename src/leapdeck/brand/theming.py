"""A client's theme as a brand's colors: each role a color of the theme, darker or lighter until it can be read.

Text and fills are never other than the theme's, so that a change of the theme changes the deck. The roles are mapped onto
the theme's slots as the brand's own theme is, but for hairlines and captions: those are shades of the ground and the text,
as a client's accents 5 and 6 can be any color.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from leapdeck.brand.color import contrast, distance, hexadecimal, legibility, luminance, mixed, oklch, rgb
from leapdeck.brand.model import Shade
from leapdeck.brand.palette import TEXT

GRAY = 0.03
"""Chroma in OKLCH below which a color is a gray, and says nothing of whose it is."""
APART = 0.1
"""How far apart two voices must look, in OKLab."""
STRONG = 7.0
"""The contrast of running text, where the theme has it (WCAG 2.2, 1.4.6)."""
MIDDLE = 0.18
"""The luminance at which black and white contrast alike."""
VOICES = {
    "primary": ("dk2", "accent1", "accent2"),
    "accent": ("accent2", "accent4", "accent5", "accent1", "accent6"),
    "support": ("accent3", "accent5", "accent6", "accent1", "accent4"),
    "highlight": ("accent4", "accent6", "accent2"),
}
"""The colored roles → the slots that may hold them, the best first."""
STEPS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0)

Colors = Mapping[str, str]


class Themed(Struct, frozen=True):
    """The roles of the palette on one ground: their values, and the theme's colors that they are."""

    palette: dict[str, str]
    shades: dict[str, Shade]


def shaded(colors: Colors, shade: Shade) -> str:
    """The value of a shade, without its opacity."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*rgb(colors[shade.slot]))
    return hexadecimal(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness * shade.kept + shade.added)), saturation))


def is_light(ground: str) -> bool:
    """Whether dark text is what can be read on it."""
    return luminance(ground) > MIDDLE


def themed(colors: Colors, ground: str) -> Themed:
    """The roles on a ground, `colors` being the theme's twelve slots."""
    light = is_light(ground)
    pages = sorted(("lt1", "dk1"), key=lambda slot: luminance(colors[slot]), reverse=light)
    paper, ink = pages[0], _ink(colors, ground)
    mist = _mist(colors, ground, paper, ink, light=light)
    grounds = (ground, shaded(colors, mist), colors[paper])
    shades = {"paper": Shade(paper), "mist": mist, "on-dark": Shade(paper), "ink": ink, "soft": ink}
    shades["muted"] = shades["faint"] = _muted(colors, ink, grounds, light=light)
    shades["line"] = Shade(paper, 0.85) if light else Shade(paper, 0.7, 0.3)
    shades |= dict(_voices(colors, grounds, light=light))
    if light:  # what shines on a dark ground needs no color of its own on a light one
        shades["highlight"] = shades["accent"]
    thin = {"ghost": 0.12, "bar": 0.28, "bar-break": 0.14}
    shades |= {role: Shade(ink.slot, ink.kept, ink.added, alpha) for role, alpha in thin.items()}
    palette = {role: shaded(colors, shade) for role, shade in shades.items()} | {"paper": ground}
    return Themed(palette | {role: mixed(palette["ink"], ground, alpha) for role, alpha in thin.items()}, shades)


def _ink(colors: Colors, ground: str) -> Shade:
    """The theme's first text color that reads well, or else the one that reads best."""
    slots = ("dk1", "lt1", "dk2", "lt2")
    strong = (slot for slot in slots if contrast(colors[slot], ground) >= STRONG)
    best = next(strong, "") or max(slots, key=lambda slot: contrast(colors[slot], ground))
    return _readable(colors, best, (ground,), light=is_light(ground))


def _mist(colors: Colors, ground: str, paper: str, ink: Shade, *, light: bool) -> Shade:
    """The theme's second ground where it is one: pale, and unlike the first; else a shade of the first."""
    for slot in ("lt2", "dk2"):
        color = colors[slot]
        pale = oklch(color).chroma < 0.06 and is_light(color) == light
        if pale and 0.01 < distance(color, ground) < 0.2 and contrast(color, shaded(colors, ink)) >= STRONG:
            return Shade(slot)
    return Shade(paper, 0.95) if light else Shade(paper, 0.85, 0.15)


def _muted(colors: Colors, ink: Shade, grounds: tuple[str, ...], *, light: bool) -> Shade:
    steps = (Shade(ink.slot, kept, 1 - kept if light else 0.0) for kept in (0.65, 0.75, 0.85, 0.95))
    return next((shade for shade in steps if _reads(shaded(colors, shade), grounds)), ink)


def _voices(colors: Colors, grounds: tuple[str, ...], *, light: bool) -> Iterator[tuple[str, Shade]]:
    taken: list[str] = []
    for role, slots in VOICES.items():
        # A theme's second dark color is a ground where slides are dark: there its first accent speaks for it.
        slot = _voice(colors, slots if light else tuple(slot for slot in slots if slot != "dk2"), taken)
        shade = _readable(colors, slot, grounds, light=light)
        taken.append(colors[slot])
        yield role, shade


def _voice(colors: Colors, slots: tuple[str, ...], taken: list[str]) -> str:
    """The first slot that is a color, and can be told from those that speak already."""

    def told(slot: str) -> bool:
        return all(distance(colors[slot], other) >= APART for other in taken)

    colored = [slot for slot in slots if oklch(colors[slot]).chroma >= GRAY]
    return next((slot for slot in colored if told(slot)), "") or next((slot for slot in slots if told(slot)), slots[0])


def _readable(colors: Colors, slot: str, grounds: tuple[str, ...], *, light: bool) -> Shade:
    """A slot's color, darker or lighter in steps until it reads on all grounds."""
    for kept in STEPS:
        shade = Shade(slot, kept, 0.0 if light else 1 - kept)
        if _reads(shaded(colors, shade), grounds):
            return shade
    return shade


def _reads(color: str, grounds: Iterable[str]) -> bool:
    return all(legibility(color, ground) >= TEXT for ground in grounds)
