"""Where lines may break, with characters that are all ten points wide."""

from __future__ import annotations

import pytest

from leapdeck.layouts.breaking import break_lines
from leapdeck.richtext import Run


@pytest.mark.parametrize("before", [Run("décidez", bold=True), Run("", blank=70)])
def test_a_space_that_may_not_break_holds_what_follows_another_run(before: Run) -> None:
    """French sets one before a question mark, though the word before it is bold, or a gap."""
    runs = (Run("Que "), before, Run("\u00a0? Oui."))
    found = break_lines(runs, 120, lambda run, text: run.blank or 10 * len(text))
    assert ["".join(piece.text for piece in line) for line in found.lines] == ["Que ", f"{before.text}\u00a0? ", "Oui."]
