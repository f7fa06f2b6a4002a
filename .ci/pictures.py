"""Draw the README's pictures anew.

Usage: python .ci/pictures.py
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from leapdeck.building import KINDS, Job, prepare
from leapdeck.places import find_outline
from leapdeck.preview import contact_sheet, pictures

ROOT = Path(__file__).parents[1]
SLIDES = ("title", "agenda", "two-jobs", "side-by-side", "map-your-week", "rate-managing", "where-why-you", "coffee", "contact")
PAGES = (0, 2, 4, 7, 12, -1)
"""From 0; the last is the contact page."""
COLUMNS = 3


def draw(name: str, pdf: bytes, pick: Callable[[tuple[bytes, ...]], list[bytes]]) -> None:
    """Put some of a PDF's pages on a sheet."""
    (ROOT / "assets" / "readme" / name).write_bytes(contact_sheet(pick(pictures(pdf, 1.0)), COLUMNS))


def main() -> None:
    """Nine slides and six pages of the workshop that ships."""
    prepared = prepare(Job(find_outline("managing-vs-leading", ROOT)))
    numbers = [prepared.composed.numbers[id] - 1 for id in SLIDES]
    draw("slides.png", KINDS["slides"].write(prepared), lambda drawn: [drawn[number] for number in numbers])
    draw("pages.png", KINDS["handout"].write(prepared), lambda drawn: [drawn[page] for page in PAGES])


if __name__ == "__main__":
    main()
