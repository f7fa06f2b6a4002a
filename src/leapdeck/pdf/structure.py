"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): elements, their content on pages, their annotations."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFStream, PDFZCompress


class Content(NamedTuple):
    """A stretch of marked content: its page, counted from 1, and its own number on that page."""

    page: int
    number: int


class Annotation(NamedTuple):
    """An annotation that belongs to an element: its page, counted from 1, and the number of its object in the file."""

    page: int
    number: int


class Element(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A structure element: `tag` is its type; its kids are elements, marked content or annotations, in reading order.

    It writes itself, as reportlab's dictionaries take three times as long, and a book has thousands of elements.
    """

    def __init__(self, tag: str, *, alt: str = "", actual: str = "", title: str = "", attributes: str = "") -> None:
        """Begin empty.

        `alt` is what a screen reader says of a figure, `actual` what it says in place of the content, `attributes`
        a dictionary as it stands in the file.
        """
        self.tag = tag
        self.texts = {"Alt": alt, "ActualText": actual, "T": title}
        self.attributes = attributes
        self.parent: Element | None = None
        self.kids: list[Element | Content | Annotation] = []
        self.number = 0

    def add(self, tag: str, **more: str) -> Element:
        """A new last kid."""
        kid = Element(tag, **more)
        kid.parent = self
        self.kids.append(kid)
        return kid

    def last(self, tag: str) -> Element | None:
        """The last kid of a type that it has."""
        return next((kid for kid in reversed(self.kids) if isinstance(kid, Element) and kid.tag == tag), None)

    def numbered(self, document: PDFDocument) -> None:
        """Give this element and all below it their numbers in the file."""
        self.number = number_of(self, document)
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.numbered(document)

    def format(self, document: PDFDocument) -> bytes:
        """The object's text (ISO 32000-1, table 323)."""
        page = next((kid.page for kid in self.kids if not isinstance(kid, Element)), 0)
        parent = self.parent.number if self.parent else self._root
        parts = [f"<</Type/StructElem/S/{self.tag}/P {parent} 0 R"]
        parts += (f"/{key}{text_string(text)}" for key, text in self.texts.items() if text)
        if self.attributes:
            parts.append(f"/A{self.attributes}")
        if page:
            parts.append(f"/Pg {page_number(page, document)} 0 R")
        return f"{''.join(parts)}/K[{' '.join(_kid(kid, page, document) for kid in self.kids)}]>>".encode()

    _root = 0


class Structure:
    """The tree of one document, and the way back from pages and annotations to its elements (14.7.4.4)."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.root = Element("Document")
        self._parents: list[list[Element] | Element] = []
        self._page: list[Element] = []
        self.page_key: int | None = None

    def mark(self, element: Element, page: int) -> int:
        """The number of the next marked content of the current page, which belongs to an element."""
        if self.page_key is None:
            self.page_key = len(self._parents)
            self._parents.append(self._page)
        number = len(self._page)
        self._page.append(element)
        element.kids.append(Content(page, number))
        return number

    def annotate(self, element: Element) -> int:
        """The entry of an annotation of an element in the parent tree."""
        self._parents.append(element)
        return len(self._parents) - 1

    def next_page(self) -> None:
        """Begin another page."""
        self._page, self.page_key = [], None

    def write(self, document: PDFDocument) -> None:
        """Put the tree into a document's catalog."""
        tree, ways = Written(), Written()
        self.root._root = number_of(tree, document)  # noqa: SLF001  # the one element whose parent is no element
        self.root.numbered(document)
        ways_to = f"/ParentTree {number_of(ways, document)} 0 R/ParentTreeNextKey {len(self._parents)}"
        tree.text = f"<</Type/StructTreeRoot/K[{self.root.number} 0 R]{ways_to}>>"
        ways.text = f"<</Nums[{' '.join(f'{key} {_way(entry, document)}' for key, entry in enumerate(self._parents))}]>>"
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = Written("<</Marked true>>")


class Written(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object of the file that stands here as it will stand there."""

    def __init__(self, text: str = "") -> None:
        """`text` may be set later, when the numbers in it are known."""
        self.text = text

    def format(self, _document: PDFDocument) -> bytes:
        """The text."""
        return self.text.encode("ascii")


def number_of(thing: PDFObject, document: PDFDocument) -> int:
    """The number of an object in the file, the same whenever it is asked for."""
    number: int = document.idToObjectNumberAndVersion[document.Reference(thing).name][0]
    return number


def stream(content: bytes, document: PDFDocument, **more: int | str) -> int:
    """Put a stream into a document, packed; `more` are further entries of its dictionary. Its number in the file."""
    made = PDFStream(content=content, filters=[PDFZCompress])
    for key, value in more.items():
        made.dictionary[key] = value
    return number_of(made, document)


def page_number(page: int, document: PDFDocument) -> int:
    """The number in the file of a page counted from 1, once the page is closed."""
    number: int = document.idToObjectNumberAndVersion[f"Page{page}"][0]
    return number


def text_string(text: str) -> str:
    """A text string: as it stands where it is plain, else in UTF-16 with its mark (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def _kid(kid: Element | Content | Annotation, page: int, document: PDFDocument) -> str:
    """A kid as its parent names it; content of the parent's own page by its number alone."""
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, Annotation):
        return f"<</Type/OBJR/Pg {page_number(kid.page, document)} 0 R/Obj {kid.number} 0 R>>"
    return str(kid.number) if kid.page == page else f"<</Type/MCR/Pg {page_number(kid.page, document)} 0 R/MCID {kid.number}>>"


def _way(entry: list[Element] | Element, document: PDFDocument) -> str:
    """What stands in the parent tree: an annotation's element, or the elements of a page's content, by their numbers."""
    if isinstance(entry, Element):
        return f"{entry.number} 0 R"
    listed: Any = Written(f"[{' '.join(f'{element.number} 0 R' for element in entry)}]")
    return f"{number_of(listed, document)} 0 R"
