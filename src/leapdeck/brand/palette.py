"""The palette: a brand's colors by role, checked for contrast and mended where they fail."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from leapdeck.brand.color import legibility, mended, mixed

TEXT = 4.5  # WCAG 2.2, 1.4.3: text under 24 points
LARGE = 3.0  # from 24 points up
PASSES = 4
"""How often the pairs are gone through: what was moved for one may no longer do for another."""


class Pair(Struct, frozen=True):
    """Text of one role on the ground of another, and the contrast ratio that it needs; `move` is the one to be changed."""

    text: str
    ground: str
    ratio: float
    move: str


class Mended(Struct, frozen=True):
    """A color that was changed so that a pair of roles can be read: the role, what the brand said, what is used."""

    role: str
    given: str
    used: str
    against: str
    ratio: float


def _on_light(role: str) -> tuple[Pair, ...]:
    return tuple(Pair(role, ground, TEXT, role) for ground in ("paper", "mist"))


PAIRS: tuple[Pair, ...] = (
    *_on_light("ink"),
    *_on_light("primary"),
    *_on_light("accent"),
    *_on_light("support"),
    *_on_light("muted"),
    *(Pair("on-dark", ground, TEXT, ground) for ground in ("primary", "accent", "support")),
    *(Pair(role, "primary", TEXT, role) for role in ("soft", "faint", "highlight")),
    *(Pair("soft", ground, TEXT, "soft") for ground in ("support",)),
)
"""Every pair of text and ground that slides and pages use, in the order in which they are mended: grounds before what stands on them."""


def mend(colors: Mapping[str, str]) -> tuple[dict[str, str], tuple[Mended, ...]]:
    """The colors with every pair readable, the tints that are made of them, and what had to be changed."""
    used = {role: value.upper() for role, value in colors.items()}
    for _ in range(PASSES):
        for pair in PAIRS:
            other = pair.ground if pair.move == pair.text else pair.text
            used[pair.move] = mended(used[pair.move], used[other], pair.ratio)
        if not failing(used):
            break
    changed = tuple(_change(role, value.upper(), used) for role, value in colors.items() if used[role] != value.upper())
    return {**used, **_tints(used)}, changed


def failing(palette: Mapping[str, str]) -> tuple[Pair, ...]:
    """The pairs that can't be read, as a text that must stand on two grounds may be readable on none that is near to both."""
    return tuple(pair for pair in PAIRS if legibility(palette[pair.text], palette[pair.ground]) < pair.ratio)


def _change(role: str, given: str, used: Mapping[str, str]) -> Mended:
    pairs = [pair for pair in PAIRS if pair.move == role]
    worst = min(pairs, key=lambda pair: legibility(given, used[pair.ground if pair.move == pair.text else pair.text]))
    against = worst.ground if worst.move == worst.text else worst.text
    return Mended(role, given, used[role], against, round(legibility(given, used[against]), 2))


def _tints(colors: Mapping[str, str]) -> dict[str, str]:
    """Marks that are laid thinly over a ground; PowerPoint gets the same as a color with an alpha."""
    return {role: mixed(colors[over], colors[ground], share) for role, (over, ground, share) in TINTS.items()}


TINTS: dict[str, tuple[str, str, float]] = {
    "ghost": ("on-dark", "primary", 0.12),
    "bar": ("on-dark", "primary", 0.28),
    "bar-break": ("on-dark", "primary", 0.14),
}
"""Tint → the role laid over, the ground, its share."""
