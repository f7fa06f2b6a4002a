"""Characters that stand on finished slides and pages in a face that lacks them: they would be drawn as question marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from leapdeck.brand.fonts import missing_glyphs
from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Diagnostic, Path, Position
from leapdeck.layouts.breaking import SOFT_HYPHEN
from leapdeck.outline.glyphs import lacked
from leapdeck.scene import Chart, Primitive, Table, TextBox

Set = tuple[str, str]
"""A character, and the face that it is set in."""


def undrawable(items: Iterable[Primitive], brand: Brand, where: Callable[[Path], Position]) -> tuple[Diagnostic, ...]:
    """An error for each character that its face lacks, where `where` says that its text was written.

    What all families lack is found in the outline, with its line and column, before anything is laid out.
    """
    places: dict[Set, Path] = {}
    for box in texts(items):
        for character, face in _characters(box):
            places.setdefault((character, face), box.path)
    lacking = [(said, path) for said, path in places.items() if _lacks(*said, brand)]
    nowhere = {c for (c, _), _ in lacking if all(missing_glyphs(family.files[""], c) for family in brand.families.values())}
    found = (replace(lacked(c, (_voice(face),), brand, where(path)), severity="error") for (c, face), path in lacking if c not in nowhere)
    return tuple(dict.fromkeys(found))


def texts(items: Iterable[Primitive]) -> Iterator[TextBox]:
    """Every text of a slide or a page: boxes, cells, what is written into charts."""
    for item in items:
        if isinstance(item, TextBox):
            yield item
        elif isinstance(item, Table):
            yield from (replace(cell.text, path=cell.text.path or item.path) for row in item.rows for cell in row)
        elif isinstance(item, Chart):
            yield from (replace(mark, path=item.path) for mark in item.drawing if isinstance(mark, TextBox))


def _characters(box: TextBox) -> Iterator[Set]:
    for line in box.lines:
        for span in (line.label, *line.spans) if line.label else line.spans:
            if not span.text.isascii():
                yield from ((character, span.face) for character in span.text if not character.isascii() and character != SOFT_HYPHEN)


def _voice(face: str) -> str:
    return face.partition("-")[0]


def _lacks(character: str, face: str, brand: Brand) -> bool:
    voice, _, style = face.partition("-")
    files = brand.families[voice].files
    file = files.get(f"-{style}" if style else "") or files[""]
    return bool(missing_glyphs(file, character))
