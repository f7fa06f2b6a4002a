"""A reportlab canvas that is tagged from its first operator: all that is drawn belongs to an element, or is an artifact."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFObjectReference, PDFPage, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.pdf.bookmarks import Bookmark, write_bookmarks
from leapdeck.pdf.colors import Colors, Screen
from leapdeck.pdf.fonts import Fonts
from leapdeck.pdf.images import write_image
from leapdeck.pdf.metadata import PDF_UA, information, xmp
from leapdeck.pdf.packing import packed
from leapdeck.pdf.structure import Annotation, Element, Structure, Written, number_of, text_string
from leapdeck.richtext import LINK_SCHEMES
from leapdeck.scene import Field, Properties, Span
from leapdeck.units import Rect, Size

if TYPE_CHECKING:
    from leapdeck.pdf.forms import Form

rl_config.useA85 = 0  # pages as bytes: as text they would take a quarter more room, and as long as all their drawing

Artifact = str
"""What is drawn and read by nobody: the operator that says so (ISO 32000-1, 14.8.2.2)."""
LAYOUT: Artifact = "/Artifact<</Type/Layout>>BDC"
HEADER: Artifact = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOTER: Artifact = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
Owner = Element | Artifact

_SAFE = "%/:?#[]@!$&'()*+,;=-._~"
"""Characters that stand for themselves in an address (RFC 3986)."""


class _Pages(Canvas):  # type: ignore[misc]  # reportlab has no types
    """reportlab's canvas, with pages that begin empty (its own begin with a font that isn't embedded) and have further entries."""

    def __init__(self, language: str) -> None:
        self.pictures: dict[str, str] = {}
        self.opacities: dict[str, str] = {}
        self.entries: dict[str, Any] = {}
        super().__init__("", pageCompression=1, invariant=1, lang=language)

    def _make_preamble(self) -> None:
        self._preamble = ""

    def _setXObjects(self, thing: Any) -> None:  # noqa: N802  # reportlab's name
        super()._setXObjects(thing)
        if self.pictures:
            thing.XObjects = PDFDictionary({**(thing.XObjects.dict if thing.XObjects else {}), **self.pictures})

    def _setExtGState(self, thing: Any) -> None:  # noqa: N802  # reportlab's name
        thing.ExtGState = PDFDictionary(self.opacities) if self.opacities else None

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802  # reportlab's name
        super()._setAnnotations(page)
        page.__NoDefault__ = [*PDFPage.__NoDefault__, *self.entries]
        for name, entry in self.entries.items():
            setattr(page, name, entry)


class TaggedCanvas:
    """Pages being drawn; positions are in points from the page's left top corner, y growing downwards.

    What is drawn belongs to the owner that was named last: an element of the structure, or an artifact. `height` is the
    current page's. `claim` is what the file says of the rules that it keeps, `further` what else its information holds.
    """

    claim = PDF_UA
    further = ""

    def __init__(
        self,
        properties: Properties,
        brand: Brand,
        images: Mapping[str, Picture],
        anchors: Collection[str] = (),
        colors: Colors | None = None,
    ) -> None:
        """Begin a document without pages; `anchors` are the ids that its links may lead to, `colors` those of a screen unless given."""
        self._canvas = _Pages(properties.language)
        self._document = self._canvas._doc  # noqa: SLF001  # reportlab has no public way to an object
        self.structure = Structure()
        self._fonts = Fonts(brand)
        self._images, self._properties = images, properties
        self._colors = colors or Screen(brand.palette)
        self._names = {id: f"a{number}" for number, id in enumerate(anchors)}
        self._written: dict[str, str] = {}
        self._pictures: dict[str, str] = {}
        self._opacities: dict[str, str] = {}
        self._forms: dict[str, tuple[str, Size]] = {}
        self.height = 0.0
        self._bookmarks: list[Bookmark] = []
        self._labels: list[str] = []
        self._preferences = "/DisplayDocTitle true"
        self._form: Form | None = None
        self._begin_content()

    def _begin_content(self) -> None:
        self._owner: Owner = ""
        self._in_text = False
        self._state: dict[str, str] = {}
        self._pictures, self._opacities = {}, {}

    # Pages

    def begin_page(self, size: Size, label: str) -> None:
        """Begin a page of a size in points; `label` is the number that readers are shown for it."""
        self._canvas.setPageSize((size.width, size.height))
        self.height = size.height
        self._labels.append(f"{len(self._labels)}<<{f'/P{text_string(label)}' if label else ''}>>")
        self._begin_content()

    def end_page(self) -> None:
        """Close the page."""
        self.belongs_to("")
        self._canvas.entries = self._page_entries()
        self._canvas.pictures, self._canvas.opacities = self._pictures, self._opacities
        self._canvas.showPage()
        self.structure.next_page()

    def _page_entries(self) -> dict[str, Any]:
        """What stands in the page's dictionary beside the usual."""
        return {"Tabs": "/S", "StructParents": self.structure.page_key}

    def anchor(self, id: str, down: float | None = None) -> None:
        """A place on the current page that links and bookmarks may name: a height in points, or the whole page."""
        if down is None:
            self._canvas.bookmarkPage(self._names[id])
        else:
            self._canvas.bookmarkPage(self._names[id], "XYZ", left=0, top=round(self.height - down, 2), zoom=0)

    def bookmark(self, title: str, id: str, level: int) -> None:
        """An entry of the outline beside the pages; levels count from 0."""
        self._bookmarks.append(Bookmark(level, title, self._place(id)))

    # What belongs to whom

    def belongs_to(self, owner: Owner) -> None:
        """Name the owner of what is drawn next; "" for nobody, where nothing is drawn before the next one."""
        if owner is self._owner:
            return
        self._end_text()
        if self._owner:
            self._code("EMC")
        self._owner = owner
        if isinstance(owner, Element):
            self._code(f"/{owner.tag}<</MCID {self.structure.mark(owner, self._page)}>>BDC")
        elif owner:
            self._code(owner)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is set inside (clipping, opacity) holds for what is drawn inside."""
        self._end_text()
        before = dict(self._state)
        self._canvas.saveState()
        yield
        self._end_text()
        self._canvas.restoreState()
        self._state = before

    @contextmanager
    def placed(self, size: Size, scale: float, x: float, y: float) -> Iterator[None]:
        """What is drawn inside stands on a page of another size, scaled, with its left top corner at x and y of this one."""
        with self.apart():
            height = self.height
            self._code(f"{scale:.6g} 0 0 {scale:.6g} {x:.3f} {height - y - size.height * scale:.3f} cm")
            self.height = size.height
            yield
            self._end_text()
            self.height = height

    @contextmanager
    def turned(self, rect: Rect) -> Iterator[None]:
        """What is drawn inside is turned upside down within a rectangle."""
        with self.apart():
            across, up = 2 * rect.x + rect.width, 2 * self.height - 2 * rect.y - rect.height
            self._code(f"-1 0 0 -1 {across:.2f} {up:.2f} cm")
            yield

    # Drawing

    def text(self, span: Span, x: float, y: float, tail: str = "") -> None:
        """A stretch of text from a point on its baseline, with a `tail` that is read but not seen (a space)."""
        font = self._fonts.font(span.face)
        if not self._in_text:
            self._code("BT")
            self._in_text = True
        self._set("fill", self._colors.text(span.color))
        self._set("font", f"/{font.name} {span.size:g} Tf")
        self._set("tracking", f"{span.tracking:g} Tc")
        self._code(f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm{font.show(span.text + tail, span.kerns)}")

    def path(self, path: str, fill: str = "", stroke: str = "", width: float = 1.0, *, hollow: bool = False) -> None:
        """A form of which `path` is the outline, filled and stroked in roles of the palette, its line `width` points wide.

        In a `hollow` one an outline inside of another is a hole (ISO 32000-1, 8.5.3.3.3).
        """
        operator = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(fill), bool(stroke)))
        if not operator:
            return
        self._end_text()
        if fill:
            self._set("fill", self._colors.ground(fill))
        if stroke:
            self._set("stroke", f"{self._colors.line(stroke, width)} {width:g} w")
        self._code(f"{path} {operator}{'*' if hollow and fill else ''}")

    def clip(self, path: str) -> None:
        """Show only what lies inside an outline, until `apart` ends."""
        self._code(f"{path} W n")

    def opacity(self, share: float) -> None:
        """How opaque what follows is, 0 to 1, until `apart` ends."""
        name = f"G{share * 1000:.0f}"
        self._opacities[name] = f"<</ca {share:g}/CA {share:g}>>"
        self._code(f"/{name} gs")

    def image(self, key: str, rect: Rect) -> None:
        """A picture over a rectangle; KeyError where the document was given none of that key."""
        self._end_text()
        name = f"I{key}"
        if key not in self._written:
            picture = self._images[key]
            self._written[key] = f"{write_image(picture, self._colors.picture(picture), self._document)} 0 R"
        self._pictures[name] = self._written[key]
        self._code(f"q {rect.width:.2f} 0 0 {rect.height:.2f} {rect.x:.2f} {self.height - rect.bottom:.2f} cm/{name} Do Q")

    # Forms: drawn once, placed as often as wanted (ISO 32000-1, 8.10)

    @contextmanager
    def form(self, key: str, size: Size) -> Iterator[None]:
        """What is drawn inside, between two pages, is kept as a form of a size in points: it has no tags and no links."""
        self.height = size.height
        self._begin_content()
        yield
        self._end_text()
        stream = PDFStream(content="\n".join(self._canvas._code).encode("ascii"), filters=[PDFZCompress])  # noqa: SLF001  # reportlab has no public way to a page's operators
        box = f"[0 0 {size.width:g} {size.height:g}]"
        for name, value in {"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": self._resources()}.items():
            stream.dictionary[name] = value
        self._canvas._code = []  # noqa: SLF001  # as above
        self._forms[key] = f"{number_of(stream, self._document)} 0 R", size

    def place(self, key: str, rect: Rect) -> None:
        """A form over a rectangle; KeyError where none was drawn under that key."""
        self._end_text()
        form, size = self._forms[key]
        name = f"S{form.partition(' ')[0]}"
        self._pictures[name] = form
        across, down = rect.width / size.width, rect.height / size.height
        self._code(f"q {across:.5f} 0 0 {down:.5f} {rect.x:.2f} {self.height - rect.bottom:.2f} cm/{name} Do Q")

    def _resources(self) -> PDFDictionary:
        """What the content that was drawn last names: fonts, pictures, opacities."""
        found = {"Font": PDFObjectReference("BasicFonts"), "XObject": self._pictures, "ExtGState": self._opacities}
        return PDFDictionary({name: PDFDictionary(value) if isinstance(value, dict) else value for name, value in found.items() if value})

    # Links

    def leads(self, address: str) -> bool:
        """Whether an address is one that the document may link to: an anchor that it has, the web, mail, telephone."""
        return address[1:] in self._names if address.startswith("#") else address.lower().startswith(LINK_SCHEMES)

    def link(self, element: Element, rect: Rect, address: str, said: str) -> None:
        """An area that leads to an address, or to an anchor ("#id"); `said` is what a screen reader calls it."""
        x1, y1, x2, y2 = rect.x, self.height - rect.bottom, rect.right, self.height - rect.y
        if address.startswith("#"):
            target = f"/Dest {self._place(address[1:])} 0 R"
        else:
            target = f"/A<</S/URI/URI{text_string(quote(address, _SAFE))}>>"
        made = Written(
            f"<</Type/Annot/Subtype/Link/Rect[{x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f}]/Border[0 0 0]/F 4/Contents{text_string(said)}"
            f"/StructParent {self.structure.annotate(element)}{target}>>"
        )
        self._annotate(element, made)

    # Fields

    def field(self, element: Element, field: Field, rect: Rect) -> None:
        """A field to fill in over a rectangle of the page; it parts what its paragraph has before it from what comes after."""
        self.belongs_to("")
        if self._form is None:
            from leapdeck.pdf.forms import Form

            self._form = Form(self._document, self._fonts.form_font(), self._colors)
        corners = f"{rect.x:.2f} {self.height - rect.bottom:.2f} {rect.right:.2f} {self.height - rect.y:.2f}"
        self._form.take(field, self._annotate(element, self._form.widget(field, corners, self.structure.annotate(element))))

    def _annotate(self, element: Element, annotation: Written) -> int:
        """Put an annotation on the page; its number in the file."""
        self._canvas._addAnnotation(annotation)  # noqa: SLF001  # its public ways make annotations of their own
        number = number_of(annotation, self._document)
        element.kids.append(Annotation(self._page, number))
        return number

    # The file

    def prefers(self, wish: str) -> None:
        """How the document wants to be shown or printed: entries of the viewer's preferences (ISO 32000-1, table 150)."""
        self._preferences += wish

    def bytes(self) -> bytes:
        """The finished file."""
        document, catalog = self._document, self._document.Catalog
        self._finish(catalog)
        document.idToObject["BasicFonts"].dict.update(self._fonts.write(document))
        if self._form:
            catalog.AcroForm = self._form.write()
        catalog.ViewerPreferences = Written(f"<<{self._preferences}>>")
        said = xmp(self._properties, self.claim)
        catalog.Metadata = XMP(creator=lambda _document: said)
        info = information(self._properties, self.further)
        return packed(document, number_of(info, document), number_of(catalog, document))

    def _finish(self, catalog: Any) -> None:
        """Put into the catalog what makes the pages a document: the tags, the numbers, the outline beside them."""
        self.structure.write(self._document)
        catalog.PageLabels = Written(f"<</Nums[{''.join(self._labels)}]>>")
        catalog.Outlines = write_bookmarks(self._bookmarks, self._document) if self._bookmarks else None

    @property
    def _page(self) -> int:
        """The current page, counted from 1."""
        return len(self._labels)

    def _place(self, id: str) -> int:
        """The number in the file of the place that an anchor is."""
        return number_of(self._canvas._bookmarkReference(self._names[id]), self._document)  # noqa: SLF001  # nor to a destination's number

    def _code(self, operators: str) -> None:
        self._canvas._code.append(operators)  # noqa: SLF001  # reportlab has no public way to write an operator

    def _set(self, what: str, operators: str) -> None:
        """Set a color or a font, where it isn't set already."""
        if self._state.get(what) != operators:
            self._state[what] = operators
            self._code(operators)

    def _end_text(self) -> None:
        if self._in_text:
            self._code("ET")
            self._in_text = False
