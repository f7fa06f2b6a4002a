"""A reportlab canvas that is tagged from its first operator: all that is drawn belongs to an element, or is an artifact."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.pdf.fonts import Fonts
from leapdeck.pdf.structure import Element, Object, Structure
from leapdeck.scene import Properties
from leapdeck.units import Rect, Size

_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>'
    "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language><dc:format>application/pdf</dc:format>"
    "<pdf:Producer>leapdeck</pdf:Producer><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>\n"
    '<?xpacket end="w"?>'
)


class TaggedCanvas:
    """Pages being drawn; positions are in points from the page's left top corner, y growing downwards."""

    def __init__(self, properties: Properties, brand: Brand, images: Mapping[str, Picture]) -> None:
        """Begin a document without pages."""
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # a text encoding of binary data, a quarter larger
        self._buffer = io.BytesIO()
        first = Fonts(brand, None).font("text").fontName
        self._canvas = Canvas(self._buffer, pageCompression=1, invariant=1, lang=properties.language, initialFontName=first)
        self.structure = Structure()
        self.fonts = Fonts(brand, self._canvas._doc)  # noqa: SLF001  # subsets are kept by document
        self._images, self._palette, self._properties = images, {role: _rgb(value) for role, value in brand.palette.items()}, properties
        self._readers: dict[str, Any] = {}
        self._names: dict[str, str] = {}
        self._height = 0.0
        self._says_what_it_is()

    @property
    def code(self) -> list[str]:
        """The operators of the current page."""
        return self._canvas._code  # type: ignore[no-any-return]  # noqa: SLF001  # reportlab has no public way to write an operator

    def begin_page(self, size: Size) -> None:
        """Begin a page of a size in points."""
        self._canvas.setPageSize((size.width, size.height))
        self._height = size.height

    def end_page(self) -> None:
        """Close the page."""
        from reportlab.pdfbase.pdfdoc import PDFName, PDFPage

        key, document = self.structure.page_key, self._canvas._doc  # noqa: SLF001
        add = document.addPage

        def add_tagged(page: Any) -> None:
            page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
            page.Tabs = PDFName("S")
            if key is not None:
                page.StructParents = key
            add(page)

        document.addPage = add_tagged
        self._canvas.showPage()
        del document.addPage
        self.structure.next_page()

    def bytes(self) -> bytes:
        """The finished file."""
        self.structure.write(self._canvas._doc)  # noqa: SLF001
        self._canvas.save()
        return self._buffer.getvalue()

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to an element."""
        number = self.structure.mark(element, self._canvas._doc.thisPageRef())  # noqa: SLF001
        self.code.append(f"/{element.tag} <</MCID {number}>> BDC")
        yield
        self.code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is decoration, which no screen reader reads; `kind` is "Pagination" or "Layout"."""
        self.code.append(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
        yield
        self.code.append("EMC")

    def y(self, down: float) -> float:
        """A height from the page's upper edge as PDF counts it, from the lower one."""
        return self._height - down

    def fill(self, role: str) -> str:
        """The operator that fills with a color of the palette."""
        return f"{self._palette[role]} rg"

    def stroke(self, role: str, width: float) -> str:
        """The operators that draw lines in a color of the palette, `width` points wide."""
        return f"{self._palette[role]} RG {width:g} w"

    def opacity(self, share: float) -> None:
        """How opaque what follows is, 0 to 1."""
        self._canvas.setFillAlpha(share)
        self._canvas.setStrokeAlpha(share)

    def image(self, key: str, rect: Rect) -> None:
        """A picture over a rectangle."""
        from reportlab.lib.utils import ImageReader

        if key not in self._readers:
            self._readers[key] = ImageReader(io.BytesIO(self._images[key].data))
        self._canvas.drawImage(self._readers[key], rect.x, self.y(rect.bottom), rect.width, rect.height, mask="auto")

    def link(self, element: Element, rect: Rect, address: str, said: str) -> None:
        """An area that leads to an address, or to an anchor ("#id"); `said` is what a screen reader calls it."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        document = self._canvas._doc  # noqa: SLF001
        area = PDFArray([round(rect.x, 2), round(self.y(rect.bottom), 2), round(rect.right, 2), round(self.y(rect.y), 2)])
        made = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Rect": area, "Border": PDFArray([0, 0, 0]), "F": 4})
        made["Contents"] = PDFString(said)
        made["StructParent"] = self.structure.annotate(element)
        if address.startswith("#"):
            made["Dest"] = self._canvas._bookmarkReference(self._name(address[1:]))  # noqa: SLF001
        else:
            made["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
        self._canvas._addAnnotation(made)  # noqa: SLF001
        element.kids.append(Object(document.thisPageRef(), self._canvas._annotationrefs[-1]))  # noqa: SLF001

    def anchor(self, id: str, down: float = 0.0) -> None:
        """A place on the current page that links and bookmarks may name."""
        self._canvas.bookmarkHorizontal(self._name(id), 0, self.y(down))

    def bookmark(self, title: str, id: str, level: int) -> None:
        """An entry of the outline beside the pages; levels count from 0 and may only grow by one."""
        self._canvas.addOutlineEntry(title, self._name(id), level, closed=level > 0)

    def label(self, number: int, label: str) -> None:
        """What a reader calls the page of that number, counted from 0."""
        self._canvas.addPageLabel(number, prefix=label)

    def _name(self, id: str) -> str:
        """An anchor's name in plain letters, which ids need not be."""
        return self._names.setdefault(id, f"a{len(self._names)}")

    def _says_what_it_is(self) -> None:
        from reportlab.pdfbase.pdfdoc import XMP

        p, canvas = self._properties, self._canvas
        canvas.setTitle(p.title)
        canvas.setAuthor(p.author)
        canvas.setSubject(p.subject or p.title)
        canvas.setCreator("leapdeck")
        canvas.setProducer("leapdeck")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        said = _XMP.format(title=escape(p.title), author=escape(p.author), language=escape(p.language))
        canvas._doc.Catalog.Metadata = XMP(creator=lambda _document: said.encode())  # noqa: SLF001


def _rgb(hexadecimal: str) -> str:
    return " ".join(f"{int(hexadecimal[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))
