"""A golden of the PDFs' structure: every element with its words, as a screen reader goes through it; compared whole.

Where a change is meant: `python tests/pdf/test_structure.py` (with `tests` and `src` in PYTHONPATH) writes it anew;
read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pdfs import tree
from works import EVERY_KIND, SHORT_DAY, made

GOLDENS = Path(__file__).parent / "golden"
GOLDEN = {"slides": EVERY_KIND, "handout": EVERY_KIND, "fillable": EVERY_KIND, "guide": SHORT_DAY, "slides-6up": SHORT_DAY}


@pytest.mark.parametrize("kind", GOLDEN)
def test_the_structure_is_as_it_was(kind: str) -> None:
    """Headings, lists, tables, figures and links stand in their order, with all their words and no others."""
    assert tree(made(GOLDEN[kind], kind)) == (GOLDENS / f"{kind}.txt").read_text("utf-8")


if __name__ == "__main__":
    GOLDENS.mkdir(exist_ok=True)
    for name, outline in GOLDEN.items():
        (GOLDENS / f"{name}.txt").write_text(tree(made(outline, name)), "utf-8")
