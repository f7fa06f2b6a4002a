"""The outline beside the pages (ISO 32000-1, 12.3.3): sections open, what is deeper closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument

from leapdeck.pdf.structure import Written, number_of, text_string


class Bookmark(NamedTuple):
    """An entry: its level from 0, its words, the number in the file of the place that it leads to."""

    level: int
    title: str
    place: int


class _Entry:
    """An entry and those below it, as objects of the file."""

    def __init__(self, document: PDFDocument, level: int = -1) -> None:
        self.level = level
        self.kids: list[_Entry] = []
        self.object = Written()
        self.number = number_of(self.object, document)

    def family(self) -> str:
        """The ways to the entries below; those of the first level can be seen at once."""
        if not self.kids:
            return ""
        count = len(self.kids) + sum(len(kid.kids) for kid in self.kids if kid.level == 0)
        return f"/First {self.kids[0].number} 0 R/Last {self.kids[-1].number} 0 R/Count {count if self.level <= 0 else -count}"


def write_bookmarks(bookmarks: Sequence[Bookmark], document: PDFDocument) -> Written:
    """Put bookmarks into a document; a level that is left out between two of them is closed up."""
    top = _Entry(document)
    way = [top]
    said: dict[int, Bookmark] = {}
    for bookmark in bookmarks:
        del way[bookmark.level + 1 :]
        entry = _Entry(document, len(way) - 1)
        said[entry.number] = bookmark
        way[-1].kids.append(entry)
        way.append(entry)
    _write(top, said)
    top.object.text = f"<</Type/Outlines{top.family()}>>"
    return top.object


def _write(above: _Entry, said: dict[int, Bookmark]) -> None:
    for before, entry, after in zip([None, *above.kids], above.kids, [*above.kids[1:], None], strict=False):
        bookmark = said[entry.number]
        ways = "".join(f"/{name} {other.number} 0 R" for name, other in (("Prev", before), ("Next", after)) if other)
        entry.object.text = (
            f"<</Title{text_string(bookmark.title)}/Parent {above.number} 0 R/Dest {bookmark.place} 0 R{ways}{entry.family()}>>"
        )
        _write(entry, said)
