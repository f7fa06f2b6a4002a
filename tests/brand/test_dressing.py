"""Brands in a client's colors."""

from __future__ import annotations

import pytest

from leapdeck.brand.color import contrast, distance, oklch
from leapdeck.brand.dressing import STEPPING, VISIBLE, dressed
from leapdeck.brand.palette import PAIRS
from works import brand

ACCENTS = ("#0B6E4F", "#B4530A", "#6A1B9A", "#0057B8", "#111111", "#FFD400", "#C8102E")


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("leads", [False, True])
def test_any_accent_gives_a_palette_that_can_be_read(accent: str, leads: bool) -> None:
    """Whatever the client's color, every pair of text and ground has its contrast, and structure, people and support can be told apart."""
    palette = dressed(brand(), {"accent": accent}, leads=leads).brand.palette
    assert [pair for pair in PAIRS if contrast(palette[pair.text], palette[pair.ground]) < pair.ratio] == []
    pairs = [(one, other) for n, one in enumerate(STEPPING) for other in STEPPING[n + 1 :]]
    assert [pair for pair in pairs if distance(palette[pair[0]], palette[pair[1]]) < VISIBLE * 0.8] == []


def test_a_client_that_leads_colors_everything() -> None:
    """Where the client leads, grounds, panels and lines have the hue of its color; where the coach does, they stay the brand's."""
    own, theirs = (dressed(brand(), {"accent": "#0B6E4F"}, leads=leads).brand.palette for leads in (False, True))
    assert (own["primary"], own["mist"]) == (brand().palette["primary"], brand().palette["mist"])
    assert oklch(theirs["primary"]).hue == pytest.approx(oklch("#0B6E4F").hue, abs=6)
    assert theirs["accent"] == "#0B6E4F"
    assert all(theirs[role] != own[role] for role in ("ink", "mist", "line", "muted", "highlight"))
