"""Draw the README's pictures anew.

Usage: python .ci/pictures.py
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from leapdeck.building import Job, build, prepare
from leapdeck.places import find_outline
from leapdeck.preview import contact_sheet, pictures

ROOT = Path(__file__).parents[1]
SLIDES = ("title", "agenda", "two-jobs", "side-by-side", "map-your-week", "rate-managing", "where-why-you", "coffee", "contact")
PAGES = (0, 2, 4, 7, 12, -1)
"""From 0; the last is the contact page."""
COLUMNS = 3


def draw(name: str, pdf: bytes, picked: Sequence[int]) -> None:
    """Put some of a PDF's pages on a sheet."""
    drawn = pictures(pdf, 1.0)
    (ROOT / "assets" / "readme" / name).write_bytes(contact_sheet([drawn[page] for page in picked], COLUMNS))


def main() -> None:
    """Nine slides and six pages of the workshop that ships."""
    job = Job(find_outline("managing-vs-leading", ROOT), kinds=("slides", "handout"))
    numbers = prepare(job).composed.numbers
    slides, pages = (file.data for file in build(job).files)
    draw("slides.png", slides, [numbers[id] - 1 for id in SLIDES])
    draw("pages.png", pages, PAGES)


if __name__ == "__main__":
    main()
