"""A brand in a client's colors: theirs take the place of the brand's, and what looks too much like them steps aside."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.color import Oklch, distance, from_oklch, oklch
from leapdeck.brand.model import Brand, ContactFile
from leapdeck.brand.palette import TINTS, Mended, mend

VISIBLE = 0.1
"""How far apart two colors of a page must look, as a distance in OKLab: about what tells navy from teal."""
STEPPING = ("primary", "accent", "support")
"""The roles that stand beside each other on slides, and so must be told apart."""
TURN = 40.0
"""Degrees: how far a color's hue is turned at a time until it can be told from the client's."""


class Moved(Struct, frozen=True):
    """A color of the brand that stepped aside: its role, what it was, what is used, and whose color it was too near to."""

    role: str
    given: str
    used: str
    near: str


class Dressed(Struct, frozen=True):
    """A brand in a client's colors, and what had to be changed for that."""

    brand: Brand
    mended: tuple[Mended, ...]
    moved: tuple[Moved, ...]


class Tone(Struct, frozen=True):
    """How a role's color is made of a client's: its lightness, and the most of its chroma, in OKLCH."""

    lightness: float
    chroma: float


TONES: dict[str, Tone] = {
    "ink": Tone(0.26, 0.035),
    "primary": Tone(0.29, 0.035),
    "support": Tone(0.4, 0.02),
    "highlight": Tone(0.84, 0.11),
    "mist": Tone(0.966, 0.008),
    "line": Tone(0.87, 0.015),
    "muted": Tone(0.5, 0.025),
    "soft": Tone(0.91, 0.02),
    "faint": Tone(0.82, 0.03),
}
"""What a palette is made of one color by, where the client's brand leads."""


def derived(colors: Mapping[str, str]) -> dict[str, str]:
    """A whole palette made of a client's colors: those that are given, all others from the accent, or else from the primary color."""
    start = oklch(colors.get("accent") or colors["primary"])
    made = {role: from_oklch(Oklch(tone.lightness, min(start.chroma, tone.chroma), start.hue)) for role, tone in TONES.items()}
    return {"accent": from_oklch(start), **made, **colors}


def dressed(brand: Brand, colors: Mapping[str, str], *, leads: bool = False) -> Dressed:
    """A brand with some roles in other colors, contrast mended in OKLCH as for any brand; all of them where the client `leads`."""
    if not colors:
        return Dressed(brand, (), ())
    wanted = {role: value for role, value in brand.palette.items() if role not in TINTS} | dict(colors)
    if leads:
        wanted |= derived(colors)
    moved: list[Moved] = []
    for role in STEPPING:
        for other in colors:
            if role not in colors and distance(wanted[role], wanted[other]) < VISIBLE:
                aside = _aside(wanted[role], [wanted[name] for name in STEPPING if name != role])
                moved.append(Moved(role, wanted[role], aside, other))
                wanted[role] = aside
    palette, mended = mend(wanted)
    return Dressed(replace(brand, palette=palette), mended, tuple(moved))


def unbranded(brand: Brand, name: str, given: object) -> Brand:
    """A brand without a trace of whose it is: a client's name, and of the contact only what the client's file says."""
    said = {key: value for key in ContactFile.__struct_fields__ if (value := getattr(given, key, None)) is not None}
    contact = ContactFile(**{"organization": name, "invitation": name, "qr": "none", **said})
    return replace(brand, name=name, contact=contact, logo=replace(brand.logo, alt=name, color="", white="", mono=""))


def in_fallbacks(brand: Brand) -> Brand:
    """A brand that names fonts which every computer has; its text was set to fit in them anyway."""
    families = {voice: replace(family, name=family.fallback) for voice, family in brand.families.items()}
    return replace(brand, families=families)


def _aside(color: str, others: list[str]) -> str:
    """The same lightness and chroma at the nearest hue that can be told from all others."""
    start = oklch(color)
    turned = (from_oklch(Oklch(start.lightness, max(start.chroma, 0.08), (start.hue + TURN * n) % 360)) for n in range(1, 9))
    return next((one for one in turned if all(distance(one, other) >= VISIBLE for other in others)), color)
