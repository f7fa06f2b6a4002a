"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): elements, their content on pages, their annotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObject


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


class _Written(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An element as an object of the file; written as text at once, as reportlab's dictionaries take three times as long."""

    def __init__(self, element: Element, parent: Any, document: PDFDocument) -> None:
        self._element, self._parent = element, parent
        element.reference = document.Reference(self)
        self._kids = [_kid(kid, element.reference, document) for kid in element.kids]

    def format(self, document: PDFDocument) -> bytes:
        """The object's text (ISO 32000-1, table 323)."""
        element = self._element
        parts = [f"<< /Type /StructElem /S /{element.tag} /P ".encode(), self._parent.format(document)]
        if element.alt:
            parts += (b" /Alt ", _text_string(element.alt))
        if element.attributes:
            parts += (b" /A ", _dictionary(element.attributes, document))
        if page := _first_page(element):
            parts += (b" /Pg ", page.format(document))
        return b"".join((*parts, b" /K [ ", *(kid(document) for kid in self._kids), b"] >>"))


def _written(element: Element, parent: Any, document: PDFDocument) -> Any:
    return _Written(element, parent, document)._element.reference


def _kid(kid: Element | Content | Object, parent: Any, document: PDFDocument) -> Callable[[PDFDocument], bytes]:
    if isinstance(kid, Element):
        reference = _written(kid, parent, document)
        return lambda document: reference.format(document) + b" "
    if isinstance(kid, Content):
        number = kid.number
        return lambda document: b"<< /Type /MCR /Pg " + kid.page.format(document) + f" /MCID {number} >> ".encode()
    return lambda document: b"<< /Type /OBJR /Pg " + kid.page.format(document) + b" /Obj " + kid.annotation.format(document) + b" >> "


def _dictionary(values: dict[str, Any], document: PDFDocument) -> bytes:
    return bytes(PDFDictionary(values).format(document))


def _text_string(text: str) -> bytes:
    """A text string in UTF-16 with its mark, in hexadecimal (ISO 32000-1, 7.9.2.2)."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def _first_page(element: Element) -> Any:
    """The page on which an element begins, where its own content says so."""
    return next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
