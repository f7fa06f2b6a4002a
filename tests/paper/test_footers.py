"""Footers: title, client and number side by side, whatever their length."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from leapdeck.paper.furniture import footed
from leapdeck.paper.sheet import SIZES, Sheet
from leapdeck.scene import TextBox
from works import LOUD, brand

LONG = "Managing and leading in times of great change and uncertainty"
FIRM = "University Hospital of North Midlands NHS Trust, Department of Surgery"
ENDLESS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
CASES = [
    ("Two jobs", "Northwind"),
    (LONG, ""),
    (LONG, "Northwind"),
    ("Two jobs", FIRM),
    (LONG, FIRM),
    (FIRM * 3, LONG * 3),
    (ENDLESS, ENDLESS),
]


def stretch(box: TextBox) -> tuple[float, float]:
    """From where to where the words of a box reach on the page."""
    spans = [span for line in box.lines for span in line.spans]
    return box.rect.x + min(span.x for span in spans), box.rect.x + max(span.x + span.width for span in spans)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("number", [7, 148])
@pytest.mark.parametrize("said", CASES, ids=range(len(CASES)))
@pytest.mark.parametrize("look", [None, LOUD], ids=["leap", "loud"])
def test_a_footer_is_one_line_and_nothing_in_it_touches(said: tuple[str, str], number: int, paper: str, look: Path | None) -> None:
    """Between title, client and number there is room, in both brands, on left and right pages, on both papers."""
    sheet = Sheet(SIZES[paper])
    boxes = [box for box in footed(said, sheet, brand(look), number, "= p. 3\u20134") if isinstance(box, TextBox)]
    assert len(boxes) == 2 + bool(said[1])
    assert all(len(box.lines) == 1 for box in boxes)
    reaches = sorted(stretch(box) for box in boxes)
    assert all(before[1] + 8 < after[0] for before, after in pairwise(reaches))


def test_what_fits_stays_whole_and_in_the_middle() -> None:
    """Nothing is left out where all has room, and the client stands in the middle of the page as long as it can."""
    sheet = Sheet(SIZES["a4"])
    title, client, _ = footed(("Two jobs", "Northwind"), sheet, brand(), 7)
    assert isinstance(client, TextBox)
    assert sum(stretch(client)) / 2 == pytest.approx(sheet.left("right") + sheet.width / 2, abs=0.1)
    for said in (("Two jobs", FIRM), (LONG, "Northwind")):
        shown = [box.paragraphs[0].runs[0].text for box in footed(said, sheet, brand(), 7) if isinstance(box, TextBox)]
        assert tuple(shown[:2]) == said
    assert isinstance(title, TextBox)
