"""Draw the README's pictures anew.

Usage: python .ci/pictures.py
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import leapdeck
from leapdeck.preview import contact_sheet, pictures

ROOT = Path(__file__).parents[1]
SLIDES = (0, 2, 3, 8, 9, 12, 19, 23, -1)
PAGES = (0, 2, 4, 7)
"""From 0; the last slide is the contact slide."""
GUIDE = (2, 7)
"""The run sheet and a page of the guide."""
COLUMNS = 3


def draw(name: str, *picked: tuple[bytes, Sequence[int]]) -> None:
    """Put some pages of PDFs on a sheet."""
    drawn = [all_pages[page] for pdf, pages in picked for all_pages in (pictures(pdf, 1.0),) for page in pages]
    (ROOT / "assets" / "readme" / name).write_bytes(contact_sheet(drawn, COLUMNS))


def main() -> None:
    """Nine slides of the workshop that ships, four pages of its workbook, two of its guide."""
    slides, pages, guide = (file.data for file in leapdeck.build("managing-vs-leading", only=("slides", "handout", "guide")).files)
    draw("slides.png", (slides, SLIDES))
    draw("pages.png", (pages, PAGES), (guide, GUIDE))


if __name__ == "__main__":
    main()
