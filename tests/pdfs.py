"""What stands in a finished PDF: its tree of elements with their words, its links, what is drawn outside of any mark."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pikepdf
from msgspec import Struct
from pikepdf import Dictionary, Name, Object, Page, Pdf

PAINTING = frozenset(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "EI"])
"""Operators that leave something on the page (ISO 32000-1, annex A)."""
Place = tuple[int, int]
"""A page, counted from 0, and the number of a stretch of marked content on it."""


class Drawn(Struct):
    """What the pages' operators do: the words of each marked stretch, what is drawn unmarked, what is shown and with which shifts."""

    words: dict[Place, str]
    artifacts: list[str]
    unmarked: list[str]
    shown: list[tuple[str, float, float]]
    """Each text that is shown: its words, its size, its width in points as the font's numbers and the shifts make it."""


def opened(data: bytes) -> Pdf:
    """A PDF's bytes, open."""
    return pikepdf.open(io.BytesIO(data))


@lru_cache(8)
def drawn(data: bytes) -> Drawn:
    """Read all pages of a PDF."""
    found = Drawn({}, [], [], [])
    with opened(data) as pdf:
        for number, page in enumerate(pdf.pages):
            _read(number, page, found)
    return found


def _read(number: int, page: Page, found: Drawn) -> None:
    marks: list[int | None] = []
    font, size, tracking = None, 0.0, 0.0
    for operands, operator in ((list(step.operands), str(step.operator)) for step in pikepdf.parse_content_stream(page)):
        if operator in ("BDC", "BMC"):
            content = operands[1] if operator == "BDC" else Dictionary()
            marks.append(int(content.MCID) if "/MCID" in content else None)
            if marks[-1] is not None:
                found.words.setdefault((number, marks[-1]), "")
        elif operator == "EMC":
            marks.pop()
        elif operator == "Tf":
            font, size = _font(page.resources.Font[str(operands[0])]), float(operands[1])
        elif operator == "Tc":
            tracking = float(operands[0])
        elif operator in ("Tj", "TJ"):
            assert font
            words, width = font.shown(operands[0] if operator == "TJ" else operands, size, tracking)
            found.shown.append((words, size, width))
            if marks and marks[-1] is not None:
                found.words[number, marks[-1]] += words
            else:
                found.artifacts.append(words)
        if operator in PAINTING and not marks:
            found.unmarked.append(f"page {number + 1}: {operator}")
    assert not marks, "a mark isn't closed"


class _Font:
    """An embedded font, as a reader sees it."""

    def __init__(self, font: Object) -> None:
        rows = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes().decode())
        self.characters = {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in rows}
        first, widths = font.DescendantFonts[0].W
        self.widths = {int(first) + n: float(width) for n, width in enumerate(widths)}

    def shown(self, parts: Any, size: float, tracking: float) -> tuple[str, float]:
        words, width = "", 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                for at in range(0, len(codes), 2):
                    code = int.from_bytes(codes[at : at + 2], "big")
                    words += self.characters[code]
                    width += self.widths[code] * size / 1000 + tracking
            else:
                width -= float(part) * size / 1000
        return words, width


def _font(font: Object) -> _Font:
    return _Font(font)


def tree(data: bytes) -> str:
    """The structure as text: an element a line, deeper ones set in, with its alternative text and its words."""
    words = drawn(data).words
    with opened(data) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return "\n".join(_lines(pdf.Root.StructTreeRoot.K[0], 0, words, pages)) + "\n"


def _lines(element: Object, depth: int, words: dict[Place, str], pages: dict[tuple[int, int], int]) -> Iterator[str]:
    yield "  " * depth + str(element.S)[1:] + "".join(f" {said}" for said in _said(element))
    for kid in element.K:
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
            yield from _lines(kid, depth + 1, words, pages)
        elif isinstance(kid, Dictionary) and kid.Type == Name.OBJR:
            yield "  " * (depth + 1) + f"→ {_target(kid.Obj)}"
        else:
            page = kid.Pg if isinstance(kid, Dictionary) else element.Pg
            number = int(kid.MCID if isinstance(kid, Dictionary) else kid)
            yield "  " * (depth + 1) + f"“{words[pages[page.objgen], number]}”"


def _said(element: Object) -> Iterator[str]:
    for key in ("/T", "/Alt", "/ActualText"):
        if key in element:
            yield f"{key[1:].lower()}: {element[key]}"
    attributes = element.get("/A", Dictionary())
    yield from (
        f"{key[1:].lower()}: {str(attributes[key]).lstrip('/')}" for key in ("/Scope", "/ListNumbering", "/Summary") if key in attributes
    )


def _target(annotation: Object) -> str:
    if annotation.Subtype == Name.Widget:
        return f"a field: {annotation.TU}"
    return str(annotation.A.URI) if "/A" in annotation else "a place in the document"


def links(data: bytes) -> list[tuple[int, str, str]]:
    """All links: their page, counted from 1, what they are called, and the address or the page that they lead to."""
    with opened(data) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return [
            (number, str(link.Contents), str(link.A.URI) if "/A" in link else f"page {pages[link.Dest[0].objgen]}")
            for number, page in enumerate(pdf.pages, 1)
            for link in page.get("/Annots", [])
            if link.Subtype == Name.Link
        ]


def bookmarks(data: bytes) -> list[str]:
    """The outline beside the pages, deeper entries set in, with the pages that they lead to."""
    with opened(data) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

        def told(items: Any, depth: int) -> Iterator[str]:
            for item in items:
                yield f"{'  ' * depth}{item.title} → {pages[item.destination[0].objgen]}"
                yield from told(item.children, depth + 1)

        with pdf.open_outline() as outline:
            return list(told(outline.root, 0))


def labels(data: bytes) -> list[str]:
    """What readers are shown as the pages' numbers."""
    with opened(data) as pdf:
        return [page.label for page in pdf.pages]
