"""A client's theme as colors that can be read, the same in PowerPoint and on paper; fonts that nobody has a file of."""

from __future__ import annotations

from random import Random

import pytest

from leapdeck.brand.color import contrast
from leapdeck.brand.fonts import fallback_width
from leapdeck.brand.standins import family_of
from leapdeck.brand.theming import shaded, themed
from templates import COLORS, DARK
from works import brand

SLOTS = tuple(COLORS)
GROUNDS = ("#FFFFFF", "#000000", "#7F7F7F", "#FFE600", "#004B5A")


def colors(seed: int) -> dict[str, str]:
    """A theme that nobody would choose."""
    noise = Random(seed)
    return {slot: f"#{noise.randrange(1 << 24):06X}" for slot in SLOTS}


def pages(given: dict[str, str]) -> dict[str, str]:
    """The colors of a test's theme as a theme has them."""
    return {slot: f"#{value}" for slot, value in given.items()}


@pytest.mark.parametrize("given", [pages(COLORS), pages(DARK)], ids=["light", "dark"])
@pytest.mark.parametrize("slot", ["lt1", "dk1", "dk2"])
def test_every_role_can_be_read_on_a_themes_own_grounds(given: dict[str, str], slot: str) -> None:
    """Text on the ground and on panels, and text on filled forms, has 4.5:1."""
    palette = themed(given, given[slot]).palette
    for role in ("ink", "primary", "accent", "support", "muted"):
        assert contrast(palette[role], palette["paper"]) >= 4.5
        assert contrast(palette[role], palette["mist"]) >= 4.5
    for fill in ("primary", "accent", "support"):
        assert contrast(palette["on-dark"], palette[fill]) >= 4.5


@pytest.mark.parametrize("seed", range(20))
def test_text_can_be_read_whatever_the_theme(seed: int) -> None:
    """With colors by chance on any ground, running text keeps at least 3:1, and never stops a build."""
    for ground in GROUNDS:
        assert contrast(themed(colors(seed), ground).palette["ink"], ground) >= 3


def test_powerpoint_and_pdf_show_the_same_color() -> None:
    """What a role is in PowerPoint's terms has the value that PDFs are painted in."""
    found = themed(pages(COLORS), "#FFFFFF")
    for role, shade in found.shades.items():
        if shade.alpha == 1:
            assert shaded(pages(COLORS), shade) == found.palette[role]


def test_voices_can_be_told_apart() -> None:
    """A theme whose second accent looks like its second dark color gives the accent to another."""
    given = pages({**COLORS, "accent2": "014C5B"})
    assert themed(given, "#FFFFFF").shades["accent"].slot == "accent4"


def test_fonts_are_measured_by_what_matches_them() -> None:
    """Calibri runs as Carlito does, Arial by its own table; of an unknown font the worst is believed."""
    known = brand().families["text"]
    calibri, knows_calibri = family_of("Calibri", known)
    odd, knows_odd = family_of("Corporate Grotesk", known)
    assert (calibri.fallback, calibri.stretch, knows_calibri) == ("Calibri", 1.0, True)
    assert (odd.fallback, odd.stretch, knows_odd) == ("Arial", 1.2, False)
    text = "How wide does this run?"
    assert fallback_width("Calibri", "", text) < fallback_width("Arial", "", text)
    assert odd.files == known.files


def test_a_font_at_hand_is_used_itself() -> None:
    """A template in the brand's own font is painted and embedded in it."""
    known = brand().families["text"]
    family, knows = family_of(known.name, known)
    assert (family.files, knows) == (known.files, True)
