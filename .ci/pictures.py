"""Draw the README's pictures anew.

Usage: python .ci/pictures.py
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import leapdeck
from leapdeck.preview import contact_sheet, pictures

ROOT = Path(__file__).parents[1]
SLIDES = (0, 2, 3, 7, 8, 14, 21, 24, -1)
PAGES = (0, 2, 4, 7, 12, -1)
"""From 0; the last are the contact slide and the contact page."""
COLUMNS = 3


def draw(name: str, pdf: bytes, picked: Sequence[int]) -> None:
    """Put some of a PDF's pages on a sheet."""
    drawn = pictures(pdf, 1.0)
    (ROOT / "assets" / "readme" / name).write_bytes(contact_sheet([drawn[page] for page in picked], COLUMNS))


def main() -> None:
    """Nine slides and six pages of the workshop that ships."""
    slides, pages = (file.data for file in leapdeck.build("managing-vs-leading", only=("slides", "handout")).files)
    draw("slides.png", slides, SLIDES)
    draw("pages.png", pages, PAGES)


if __name__ == "__main__":
    main()
