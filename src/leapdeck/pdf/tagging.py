"""Which element a paragraph belongs to: headings, lists and contents with what encloses them, texts over several pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from leapdeck.pdf.structure import Element
from leapdeck.scene import Bullet, Paragraph

_NUMBERING: dict[Bullet, str] = {"number": "Decimal", "letter": "UpperAlpha", "square": "Square", "disc": "Disc", "dash": "Disc"}
"""What a list says of its labels (ISO 32000-1, table 347)."""
_ENCLOSED = {"TOCI": "TOC"}
"""Types that stand in a row inside another type."""


class Tagger:
    """Finds each paragraph's element; the parts of a text with a key, on whatever pages, share one."""

    def __init__(self, root: Element) -> None:
        """Begin at the top of the document."""
        self.parent = root
        self._root = root
        self._keyed: dict[str, Element] = {}
        self._lists: list[Element] = []
        self._row: Element | None = None

    @contextmanager
    def inside(self, tag: str, **more: str) -> Iterator[None]:
        """What is made inside belongs to a new element."""
        with self.within(self.parent.add(tag, **more)):
            yield

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        """What is made inside belongs to an element that there is; no list goes on from outside."""
        before = self.parent, self._lists
        self.parent, self._lists = element, []
        yield
        self.parent, self._lists = before

    def made(self, tag: str, key: str = "", **more: str) -> Element:
        """The element of a key, or a new one; it ends any list."""
        self._lists = []
        if tag not in _ENCLOSED:
            self._row = None
        if key in self._keyed:
            return self._keyed[key]
        element = self._enclosing(tag).add(tag, **more)
        if key:
            self._keyed[key] = element
        return element

    def paragraph(self, paragraph: Paragraph, key: str) -> Element:
        """The element that a paragraph without a bullet belongs to."""
        return self.made(paragraph.tag, key)

    def item(self, paragraph: Paragraph, key: str) -> Element:
        """The list item that a paragraph with a bullet is."""
        if key in self._keyed:
            return self._keyed[key]
        self._row = None
        item = self._list(paragraph).add("LI")
        if key:
            self._keyed[key] = item
        return item

    def _enclosing(self, tag: str) -> Element:
        if tag not in _ENCLOSED:
            return self.parent
        if self._row is None:
            self._row = self.parent.add(_ENCLOSED[tag])
        return self._row

    def _list(self, paragraph: Paragraph) -> Element:
        """The open list of a paragraph's level, begun inside the last item of the one above; counting from 1 begins a new one."""
        attributes = f"<</O/List/ListNumbering/{_NUMBERING[paragraph.bullet]}>>"
        del self._lists[paragraph.level + 1 :]
        if len(self._lists) > paragraph.level and (self._lists[-1].attributes != attributes or paragraph.number == 1):
            self._lists.pop()
        while len(self._lists) <= paragraph.level:
            above = self._body_above() if self._lists else self.parent
            self._lists.append(above.add("L", attributes=attributes))
        return self._lists[paragraph.level]

    def _body_above(self) -> Element:
        item = self._lists[-1].last("LI") or self._lists[-1].add("LI")
        return item.last("LBody") or item.add("LBody")
