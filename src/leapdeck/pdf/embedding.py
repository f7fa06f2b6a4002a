"""What every font in a file has: its descriptor with its bytes, and the map back to characters."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFontFace

from leapdeck.pdf.structure import Written, number_of, stream


def descriptor(face: TTFontFace, name: str, data: bytes, document: PDFDocument, flags: int, reach: tuple[float, float]) -> int:
    """The number of a font's descriptor, which leads to its file's bytes.

    `flags` are those of table 123; `reach` is how far a line goes down and up, in thousandths of the size.
    """
    box = " ".join(f"{edge:g}" for edge in face.bbox)
    made = Written(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {face.italicAngle:g}"
        f"/Ascent {reach[1]:g}/Descent {reach[0]:g}/CapHeight {face.capHeight:g}/StemV {face.stemV:g}"
        f"/FontFile2 {stream(data, document, Length1=len(data))} 0 R>>"
    )
    return number_of(made, document)


def to_unicode(characters: Mapping[int, str], digits: int) -> str:
    """The map from codes of so many digits to their characters (ISO 32000-1, 9.10.3), in blocks of at most a hundred."""
    rows = [f"<{code:0{digits}X}> <{character.encode('utf-16-be').hex().upper()}>" for code, character in characters.items()]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<{'0' * digits}> <{'F' * digits}>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])
