"""The font that fields are filled in with: the brand's text face, for whoever writes a language of western or central Europe.

Readers set what is typed by themselves, letter by letter through the font's encoding. What all of them understand is a simple
font; it has 224 places. Windows' own encoding fills them for western Europe; the letters of Polish, Czech, Slovak, Hungarian,
Romanian and Croatian take the places of signs that nobody types into a workbook (ISO 32000-1, 9.6.6).
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFontFace

from leapdeck.brand.fonts import part
from leapdeck.pdf.embedding import descriptor, to_unicode
from leapdeck.pdf.structure import Written, number_of, stream

NONSYMBOLIC = 1 << 5
"""The flag of a font whose letters are found by their names (table 123)."""
LOW, HIGH = 300, 1000
"""The most that a line takes below and above its baseline, in thousandths of the size."""
FIRST = 24
"""The first place: Adobe's own encoding for fields begins here too."""
NAMES = {
    **dict(zip("ąćęłńśźż", ("aogonek", "cacute", "eogonek", "lslash", "nacute", "sacute", "zacute", "zdotaccent"), strict=True)),
    **dict(zip("ĄĆĘŁŃŚŹŻ", ("Aogonek", "Cacute", "Eogonek", "Lslash", "Nacute", "Sacute", "Zacute", "Zdotaccent"), strict=True)),
    **dict(zip("čďěňřťů", ("ccaron", "dcaron", "ecaron", "ncaron", "rcaron", "tcaron", "uring"), strict=True)),
    **dict(zip("ČĎĚŇŘŤŮ", ("Ccaron", "Dcaron", "Ecaron", "Ncaron", "Rcaron", "Tcaron", "Uring"), strict=True)),
    **dict(zip("őűŐŰ", ("ohungarumlaut", "uhungarumlaut", "Ohungarumlaut", "Uhungarumlaut"), strict=True)),
    **dict(zip("ľĽđĐăĂșȘ", ("lcaron", "Lcaron", "dcroat", "Dcroat", "abreve", "Abreve", "scommaaccent", "Scommaaccent"), strict=True)),
    **dict(zip("țȚ", ("uni021B", "uni021A"), strict=True)),
}
"""Letters that Windows' encoding lacks, by the names that the Adobe Glyph List gives them; the first ones matter most."""
PLACES = (*range(24, 32), *b"\x81\x8d\x8f\x90\x9d", *"ƒ†‡ˆ‰˜\xa0¤¥¦¨¬\xad¯²³´µ¶¸¹¼¾™‹›÷¢©®±".encode("cp1252"))
"""Where they go: what is free, and what can be spared."""


class FormFont:
    """The font of the fields of one document; places for letters that its face lacks stay empty."""

    def __init__(self, file: str, face: TTFontFace) -> None:
        """From a TrueType file and the same, read."""
        self._file, self._face = file, face
        self.differences = dict(zip(PLACES, (c for c in NAMES if ord(c) in face.charToGlyph), strict=False))
        own = {code: bytes((code,)).decode("cp1252", "ignore") for code in range(32, 256)}
        taken = {**own, **self.differences}
        self.characters = {code: c for code, c in sorted(taken.items()) if c and ord(c) in face.charToGlyph and c not in "\xa0\xad"}

    @property
    def _reach(self) -> tuple[float, float]:
        """Readers set lines so far apart: enough for capitals with accents."""
        _, bottom, _, top = self._face.bbox
        return max(bottom, -LOW), min(top, HIGH)

    def write(self, document: PDFDocument) -> int:
        """Put the font into a document, and give its number there."""
        face, name = self._face, f"LEAPDK+{self._face.name.decode()}"
        data = part(self._file, "".join(self.characters.values()))
        known = self.characters
        widths = " ".join(f"{face.getCharWidth(ord(known[code])) if code in known else 0:g}" for code in range(FIRST, 256))
        others = "".join(f" {code}/{NAMES[character]}" for code, character in sorted(self.differences.items()))
        unicode = stream(to_unicode(known, 2).encode(), document)
        font = Written(
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {FIRST}/LastChar 255/Widths[{widths}]"
            f"/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[{others}]>>"
            f"/ToUnicode {unicode} 0 R/FontDescriptor {descriptor(face, name, data, document, NONSYMBOLIC, self._reach)} 0 R>>"
        )
        return number_of(font, document)
