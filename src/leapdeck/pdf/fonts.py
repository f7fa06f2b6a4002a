"""Embedded fonts: text as the bytes of their subsets, kerned."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leapdeck.brand.model import Brand
from leapdeck.scene import Span

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r", "\n": r"\n"})


class Fonts:
    """The faces of a brand in one document."""

    def __init__(self, brand: Brand, document: Any) -> None:
        """Load nothing yet: a face is read when its first text is set."""
        self._brand, self._document = brand, document

    def font(self, face: str) -> TTFont:
        """The font of a face ("text-bold"); the family's regular one where it lacks that style."""
        family, _, style = face.partition("-")
        files = self._brand.families[family].files
        return _font(files.get(f"-{style}" if style else "") or files[""])

    def show(self, span: Span, tail: str = "") -> Iterator[str]:
        """The operators that select the span's font and show its text, and a `tail` that belongs to it (a space)."""
        font = self.font(span.face)
        current = -1
        shown: list[str] = []
        for subset, part in self._pieces(font, span, tail):
            if subset != current:
                if shown:
                    yield f"[{''.join(shown)}] TJ"
                yield f"{font.getSubsetInternalName(subset, self._document)} {span.size:g} Tf"
                current, shown = subset, []
            shown.append(part)
        if shown:
            yield f"[{''.join(shown)}] TJ"

    def _pieces(self, font: TTFont, span: Span, tail: str) -> Iterator[tuple[int, str]]:
        """The text in strings of one subset each, with the kerning between them in thousandths of an em."""
        at, subset = 0, 0
        for stop, shift in (*span.kerns, (len(span.text), 0.0)):
            for subset, codes in font.splitString(span.text[at:stop], self._document):
                yield subset, f"({codes.decode('latin-1').translate(_ESCAPES)})"
            if shift:
                yield subset, f"{-1000 * shift:.0f}"
            at = stop
        for subset, codes in font.splitString(tail, self._document) if tail else ():
            yield subset, f"({codes.decode('latin-1').translate(_ESCAPES)})"


def load_fonts(brand: Brand) -> None:
    """Read the faces that every document uses, ahead of the first text."""
    for voice, styles in (("text", ("", "-bold")), ("heading", ("-bold",))):
        for style in styles:
            if file := brand.families[voice].files.get(style):
                _font(file)


@lru_cache(64)
def _font(file: str) -> TTFont:
    """A font file, read once in a process; what a document uses of it is kept apart by reportlab."""
    from reportlab.pdfbase import pdfmetrics, ttfonts

    ttfonts.makeToUnicodeCMap = _to_unicode
    font = ttfonts.TTFont(Path(file).stem, file)
    pdfmetrics.registerFont(font)
    return font


def _to_unicode(name: str, subset: list[int]) -> str:
    """The map from codes to characters (ISO 32000-1, 9.10.3), in place of reportlab's own.

    That one maps unused codes to U+0000, which PDF/UA forbids, and writes characters beyond U+FFFF with five digits.
    """
    rows = [f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in enumerate(subset) if value]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])
