"""Embedded fonts: the glyphs that a document uses, text as their numbers, kerned."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFontFace

from leapdeck.brand.model import Brand
from leapdeck.layouts.breaking import SOFT_HYPHEN
from leapdeck.pdf.embedding import descriptor, to_unicode
from leapdeck.pdf.structure import Written, number_of, stream

if TYPE_CHECKING:
    from leapdeck.pdf.formfont import FormFont

SPACES = frozenset("\u00a0\u2007\u202f")
"""Spaces that hold words together; they are drawn, and read, as plain ones."""
UNKNOWN = "?"
"""What stands for a character that a font lacks; texts with such characters are refused long before."""


class _Codes(dict[int, str]):
    """The number of each character's glyph in the embedded font, four hexadecimal digits, given out in order of use.

    A table for `str.translate`, which asks for characters by their code points.
    """

    def __init__(self, face: TTFontFace) -> None:
        super().__init__()
        self._face = face
        self.characters: list[str] = []
        self._glyphs: dict[int, str] = {}

    def __missing__(self, point: int) -> str:
        wanted = " " if chr(point) in SPACES else chr(point)
        if wanted == SOFT_HYPHEN and self._face.charToGlyph.get(ord(wanted)) in (None, self._face.charToGlyph.get(ord("-"))):
            wanted = "-"  # a glyph stands for one character: where both share it, it is the hyphen
        if ord(wanted) not in self._face.charToGlyph:
            wanted = UNKNOWN
        glyph = self._face.charToGlyph[ord(wanted)]
        if glyph not in self._glyphs:
            self.characters.append(wanted)
            self._glyphs[glyph] = f"{len(self.characters):04X}"
        self[point] = self._glyphs[glyph]
        return self[point]


class Font:
    """One face in one document. `name` is what pages call it."""

    def __init__(self, face: TTFontFace, name: str) -> None:
        """Begin without a glyph."""
        self.name = name
        self._face = face
        self._codes = _Codes(face)

    def show(self, text: str, kerns: tuple[tuple[int, float], ...]) -> str:
        """The operator that shows a text; kerns are shifts in ems, each with the count of characters before it."""
        codes = self._codes
        if not kerns:
            return f"<{text.translate(codes)}>Tj"
        parts: list[str] = []
        at = 0
        for stop, shift in kerns:
            parts.append(f"<{text[at:stop].translate(codes)}>{-1000 * shift:.0f}")
            at = stop
        return f"[{''.join(parts)}<{text[at:].translate(codes)}>]TJ"

    def write(self, document: PDFDocument, number: int) -> str:
        """Put the font into a document, as the one of that number, and give the way to it (ISO 32000-1, 9.7)."""
        face, characters = self._face, self._codes.characters
        name = f"{_prefix(number)}+{face.name.decode()}"
        widths = " ".join(f"{face.getCharWidth(ord(character)):g}" for character in characters)
        data = face.makeSubset([ord(character) for character in characters])
        descendant = Written(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/CIDToGIDMap/Identity/DW {face.defaultWidth:g}/W[1[{widths}]]"
            f"/FontDescriptor {descriptor(face, name, data, document, face.flags, (face.descent, face.ascent))} 0 R>>"
        )
        unicode = stream(to_unicode(dict(enumerate(characters, 1)), 4).encode(), document)
        font = Written(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/ToUnicode {unicode} 0 R"
            f"/DescendantFonts[{number_of(descendant, document)} 0 R]>>"
        )
        return f"{number_of(font, document)} 0 R"


class Fonts:
    """The faces of a brand in one document."""

    def __init__(self, brand: Brand) -> None:
        """Load nothing yet: a face is read when its first text is set."""
        self._brand = brand
        self._fonts: dict[str, Font] = {}
        self._faces: dict[str, Font] = {}

    def font(self, face: str) -> Font:
        """The font of a face ("text-bold"); the family's regular one where it lacks that style."""
        found = self._faces.get(face)
        if found is None:
            file = _file(self._brand, face)
            found = self._faces[face] = self._fonts.setdefault(file, Font(_face(file), f"F{len(self._fonts) + 1}"))
        return found

    def form_font(self) -> FormFont:
        """The font that fields are filled in with: the text face."""
        from leapdeck.pdf.formfont import FormFont

        file = _file(self._brand, "text")
        return FormFont(file, _face(file))

    def write(self, document: PDFDocument) -> dict[str, str]:
        """Put all fonts into a document; the names that pages call them by, and the ways to them."""
        return {font.name: font.write(document, number) for number, font in enumerate(self._fonts.values())}


def load_fonts(brand: Brand) -> None:
    """Read the faces that every document uses, ahead of the first text."""
    for face in ("text", "text-bold", "heading-bold"):
        _face(_file(brand, face))


@lru_cache(64)
def _face(file: str) -> TTFontFace:
    return TTFontFace(file)


def _file(brand: Brand, face: str) -> str:
    family, _, style = face.partition("-")
    files = brand.families[family].files
    return files.get(f"-{style}" if style else "") or files[""]


def _prefix(number: int) -> str:
    """The six letters that tell a font with some of its glyphs from others (ISO 32000-1, 9.6.4)."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
