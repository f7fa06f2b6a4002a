"""Texts in their places: no last line that looks lost."""

from __future__ import annotations

import pytest

from leapdeck.layouts.fitting import box
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, TextBox
from leapdeck.units import Rect
from works import LOUD, brand, prepared


def lines(text: str, style: str, size: float, width: float) -> list[str]:
    """The lines of a text, with ordinary spaces."""
    made = box((Paragraph((Run(text),), style, size),), Rect(0, 0, width, 200), brand())
    return ["".join(span.text for span in line.spans).replace("\u00a0", " ").strip() for line in made.lines]


@pytest.mark.parametrize(
    ("text", "style", "size", "width", "expected"),
    [
        ("Talk it over with LEAP Coaching. The first consultation is free.", "subtitle", 24, 560, ["is free."]),
        ("Late customers need calls today. Which sentence gives a mission?", "quiz-question", 32, 864, ["mission?"]),
    ],
)
def test_a_short_last_line_takes_words_along(text: str, style: str, size: float, width: float, expected: list[str]) -> None:
    """A heading's or a short text's last line is more than a word or two, and there are no more lines for it."""
    found = lines(text, style, size, width)
    assert " ".join(found) == text
    assert len(found) == 2
    assert found[-1] not in expected
    assert len(found[-1]) > len(found[0]) / 4


def test_running_text_is_left_as_it_breaks() -> None:
    """A paragraph of prose may end in a short line."""
    assert lines("One two three four five six seven eight nine ten eleven.", "p-body", 10.5, 225)[-1] == "eleven."


def test_no_word_is_cut_to_take_another_along() -> None:
    """Where two words don't fit on a line together, the second stays alone."""
    assert lines("something small", "step-text", 28, 130) == ["something", "small"]


def test_no_short_word_is_left_alone_amid_a_heading() -> None:
    """A last line takes no word along where a short one would then stand alone above it."""
    assert lines("Which one is a purpose?", "p-card", 44, 245) == ["Which one", "is a", "purpose?"]


def test_no_panel_is_set_larger_than_its_heading() -> None:
    """On columns and cards the words below a heading are never larger than the heading, in both brands."""
    for look in (None, LOUD):
        for scene in prepared(brand=look).deck.scenes:
            sizes = {item.slot: item.paragraphs[0].size for item in scene.items if isinstance(item, TextBox)}
            for slot, size in sizes.items():
                kind, _, number = slot.partition("-")
                if kind in ("body", "text") and f"head-{number}" in sizes:
                    assert size <= sizes[f"head-{number}"]
