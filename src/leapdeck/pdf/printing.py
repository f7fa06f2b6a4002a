"""Files for printers, of machines and of trade: nothing in them is read by a program, so nothing is tagged and nothing leads anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from reportlab.pdfbase.pdfdoc import PDFCatalog

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.imagery.inks import Profile
from leapdeck.locales import words
from leapdeck.paper.imposing import Place, Side
from leapdeck.paper.trimming import Leaf, leaf
from leapdeck.pdf.canvas import Owner, TaggedCanvas
from leapdeck.pdf.inks import Inks
from leapdeck.pdf.painter import Painter
from leapdeck.pdf.paths import outline
from leapdeck.pdf.structure import Written, stream, text_string
from leapdeck.scene import Properties, Sheets
from leapdeck.units import Rect


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


class PressCanvas(PlainCanvas):
    """Leaves for a print shop: in its inks, with the boxes that tell where they are cut, marks in every ink."""

    claim = "<pdf:Trapped>False</pdf:Trapped>"
    further = "/Trapped/False"

    def __init__(self, properties: Properties, brand: Brand, images: Mapping[str, Picture], profile: Profile | None) -> None:
        """Begin a document without leaves; its colors are mixed by the profile, which goes into the file, or by the plain formula."""
        super().__init__(properties, brand, images, colors=Inks(brand.palette, profile.data if profile else b""))
        self._profile = profile
        self._boxes: dict[str, str] = {}
        self._every_ink = Written("[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]")

    def begin_leaf(self, leaf: Leaf) -> None:
        """Begin a leaf, with its crop marks drawn."""
        self.begin_page(leaf.size, "")
        self._boxes = {"TrimBox": _box(leaf.trim, self.height), "BleedBox": _box(leaf.bleed, self.height)}
        self._canvas._colorsUsed[self._document.Reference(self._every_ink).name] = "All"  # noqa: SLF001  # reportlab names only colors of its own
        lines = "".join(f"{x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l " for x1, y1, x2, y2 in leaf.marks)
        self._code(f"q/All CS 1 SCN 0.25 w {lines}S Q")

    def _page_entries(self) -> dict[str, Any]:
        return {**self._boxes, "Group": "<</Type/Group/S/Transparency/CS/DeviceCMYK>>"}

    def _finish(self, catalog: Any) -> None:
        super()._finish(catalog)
        if self._profile is None:
            return
        says = text_string(self._profile.name)
        data = stream(self._profile.data, self._document, N=4)
        intent = f"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(Custom)/Info{says}/DestOutputProfile {data} 0 R>>"
        catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = f"[{intent}]"


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


def write_press(sheets: Sheets, brand: Brand, images: Mapping[str, Picture], profile: Profile | None = None) -> bytes:
    """Sheets of paper as a print shop takes them: bleed, crop marks, four inks; KeyError where a picture is missing."""
    canvas = PressCanvas(_for_printing(sheets.properties, "press-says"), brand, images, profile)
    canvas.prefers("/Duplex/DuplexFlipLongEdge/PrintScaling/None")
    painter = Painter(canvas, "")
    for page in sheets.pages:
        made = leaf(page)
        canvas.begin_leaf(made)
        _put(made.place, painter)
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


def _box(rect: Rect, height: float) -> str:
    """A rectangle as one of a page's boxes; PDF counts from the page's lower edge."""
    return f"[{rect.x:.3f} {height - rect.bottom:.3f} {rect.right:.3f} {height - rect.y:.3f}]"
