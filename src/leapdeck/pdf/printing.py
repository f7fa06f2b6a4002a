"""Files for printers, of machines and of trade: nothing in them is read by a program, so nothing is tagged and nothing leads anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.locales import words
from leapdeck.paper.imposing import Place, Side
from leapdeck.pdf.canvas import Owner, TaggedCanvas
from leapdeck.pdf.painter import Painter
from leapdeck.pdf.paths import outline
from leapdeck.scene import Properties


class PlainCanvas(TaggedCanvas):
    """Pages without tags, links and bookmarks, of which the file claims nothing."""

    claim = ""

    def belongs_to(self, owner: Owner) -> None:
        """Nobody asks."""
        if not owner:
            self._end_text()

    def anchor(self, id: str, down: float | None = None) -> None:
        """No link leads there."""

    def bookmark(self, title: str, id: str, level: int) -> None:
        """No outline stands beside printed pages."""

    def leads(self, address: str) -> bool:
        """Paper has no links."""
        return False

    def _page_entries(self) -> dict[str, Any]:
        return {}

    def _finish(self, catalog: Any) -> None:
        catalog.Outlines = None


def write_booklet(sides: Sequence[Side], properties: Properties, brand: Brand, images: Mapping[str, Picture]) -> bytes:
    """A booklet's sheets as PDF, to be printed unscaled and turned over the short edge; KeyError where a picture is missing."""
    canvas = PlainCanvas(_for_printing(properties, "booklet-says"), brand, images)
    canvas.prefers("/Duplex/DuplexFlipShortEdge/PrintScaling/None")
    painter = Painter(canvas, "")
    for side in sides:
        canvas.begin_page(side.size, "")
        for place in side.places:
            _put(place, painter)
        canvas.end_page()
    return canvas.bytes()


def _put(place: Place, painter: Painter) -> None:
    canvas = painter.canvas
    with canvas.apart():
        canvas.clip(outline(place.room, "rect", canvas.height))
        with canvas.placed(place.page.size, place.scale, place.x, place.y):
            painter.paint(place.page.items)


def _for_printing(properties: Properties, says: str) -> Properties:
    """What such a file says of itself: what it is for, in place of its subject."""
    return replace(properties, subject=words(properties.language)[says])
