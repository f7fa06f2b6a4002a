"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): elements, their content on pages, their annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


class Element:
    """A structure element: `tag` is its type; its kids are elements, marked content or annotations, in reading order."""

    def __init__(self, tag: str, parent: Element | None = None, *, alt: str = "", attributes: dict[str, Any] | None = None) -> None:
        """Begin empty, as the last kid of `parent`; `alt` is what a screen reader says of a figure."""
        self.tag = tag
        self.alt = alt
        self.attributes = attributes or {}
        self.kids: list[Element | Content | Object] = []
        self.reference: Any = None
        if parent is not None:
            parent.kids.append(self)

    def add(self, tag: str, **more: Any) -> Element:
        """A new kid."""
        return Element(tag, self, **more)


class Content:
    """A stretch of marked content: its page, its number on it."""

    def __init__(self, page: Any, number: int) -> None:
        """`page` is the reference to the page."""
        self.page = page
        self.number = number


class Object:
    """An annotation that belongs to an element."""

    def __init__(self, page: Any, annotation: Any) -> None:
        """Both are references."""
        self.page = page
        self.annotation = annotation


class Structure:
    """The tree of one document, and the way back from pages and annotations to its elements (14.7.4.4)."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.root = Element("Document")
        self._parents: list[list[Element] | Element] = []
        self._page: list[Element] | None = None

    @property
    def page_key(self) -> int | None:
        """The current page's entry in the parent tree; None as long as nothing on it is marked."""
        return None if self._page is None else next(n for n, entry in enumerate(self._parents) if entry is self._page)

    def mark(self, element: Element, page: Any) -> int:
        """The number of the next marked content of the current page, which belongs to an element."""
        if self._page is None:
            self._page = []
            self._parents.append(self._page)
        self._page.append(element)
        number = len(self._page) - 1
        element.kids.append(Content(page, number))
        return number

    def annotate(self, element: Element) -> int:
        """The entry of an annotation of an element in the parent tree."""
        self._parents.append(element)
        return len(self._parents) - 1

    def next_page(self) -> None:
        """Begin another page."""
        self._page = None

    def write(self, document: PDFDocument) -> None:
        """Put the tree into a document's catalog."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = document.Reference(root)
        root["K"] = PDFArray([_written(self.root, reference, document)])
        numbers: list[Any] = []
        for key, entry in enumerate(self._parents):
            numbers += [key, document.Reference(PDFArray([e.reference for e in entry])) if isinstance(entry, list) else entry.reference]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root["ParentTreeNextKey"] = len(self._parents)
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _written(element: Element, parent: Any, document: PDFDocument) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    made = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent})
    element.reference = document.Reference(made)
    if element.alt:
        made["Alt"] = PDFString(element.alt)
    if element.attributes:
        made["A"] = PDFDictionary(element.attributes)
    if page := _first_page(element):
        made["Pg"] = page
    made["K"] = PDFArray([_kid(kid, element.reference, document) for kid in element.kids])
    return element.reference


def _kid(kid: Element | Content | Object, parent: Any, document: PDFDocument) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

    if isinstance(kid, Element):
        return _written(kid, parent, document)
    if isinstance(kid, Content):
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": kid.page, "MCID": kid.number})
    return PDFDictionary({"Type": PDFName("OBJR"), "Pg": kid.page, "Obj": kid.annotation})


def _first_page(element: Element) -> Any:
    """The page on which an element begins, where its own content says so."""
    return next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
