"""Slides from an outline's tree: what is said of one that lacks what it needs."""

from __future__ import annotations

import pytest

from leapdeck.slides import KINDS
from trials import Desk


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_a_slide_lacks_is_shown_by_its_kinds_example(desk: Desk, kind: str) -> None:
    """Each missing key's hint ends with that key as the example of the kind has it."""
    place = "  - " if kind == "break" else "  - title: One\n    slides:\n      - "
    missing = [
        found for found in desk.faults(f"leapdeck: 1\ntitle: Trial\nsections:\n{place}kind: {kind}\n") if found.code == "missing-key"
    ]
    assert missing
    for found in missing:
        key = found.hint.removeprefix("add ").partition(":")[0]
        assert found.hint.startswith((f"add {key}:, as in {key}: ", f"add {key}:, as in\n{key}:\n"))
