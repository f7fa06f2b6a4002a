"""Form fields (ISO 32000-1, 12.7): each a widget with its own appearance, so that no reader has to make one up."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument

from leapdeck.pdf.colors import Colors
from leapdeck.pdf.formfont import FormFont
from leapdeck.pdf.paths import outline
from leapdeck.pdf.structure import Written, number_of, stream, text_string
from leapdeck.scene import Field
from leapdeck.units import Rect

MULTILINE, RADIO = 1 << 12, 1 << 15
"""Flags of a field (tables 228 and 226). A choice without bit 15 can be taken back."""
FONT = "Wingdings"
"""What fields call their font. A free choice for every reader but pdfium (Chrome, Edge), which looks for letters beyond western
Europe's, and even for quotation marks, in fonts of its own, unless the field's has this name."""
ON = "Yes"
UNDER, AROUND = 1.0, 1.1
"""How wide the line under a field of one line is (some readers draw none under 1), and that around a box or a circle."""
PADDING = 2.0
"""Around typed lines: readers leave room for a border, which has no color and is not drawn."""
GROUND, INK, LINE, BOX = "mist", "ink", "muted", "primary"
"""The palette's roles for fields."""
_PRINTED = 4
"""The flag of an annotation that is printed too (table 165)."""


class Form:
    """The fields of one document."""

    def __init__(self, document: PDFDocument, font: FormFont, colors: Colors) -> None:
        """Begin without a field."""
        self._document, self._colors = document, colors
        self._font = f"{font.write(document)} 0 R"
        self._fields: list[int] = []
        self._groups: dict[str, tuple[Written, list[int], str]] = {}
        self._looks: dict[tuple[str, float, float], int] = {}

    def widget(self, field: Field, corners: str, key: int) -> Written:
        """A field on a page: `corners` are those of its rectangle there, `key` is its entry in the structure's parent tree."""
        body = {"line": self._text, "lines": self._text, "tick": self._tick, "choice": self._choice}[field.kind](field)
        head = f"<</Type/Annot/Subtype/Widget/F {_PRINTED}/Rect[{corners}]/StructParent {key}/TU{text_string(field.says)}"
        return Written(f"{head}{body}>>")

    def take(self, field: Field, number: int) -> None:
        """Take a field's widget, which has a number in the file now, into the form or into its group."""
        (self._groups[field.name][1] if field.kind == "choice" else self._fields).append(number)

    def write(self) -> Written:
        """The form itself, for the catalog."""
        for name, (group, kids, says) in self._groups.items():
            listed = " ".join(f"{kid} 0 R" for kid in kids)
            group.text = f"<</FT/Btn/Ff {RADIO}/T{text_string(name)}/TU{text_string(says)}/V/Off/Kids[{listed}]>>"
        listed = " ".join(f"{number} 0 R" for number in self._fields)
        return Written(f"<</Fields[{listed}]/DR<</Font<</{FONT} {self._font}>>>>/DA(/{FONT} 0 Tf {self._colors.text(INK)})>>")

    def _text(self, field: Field) -> str:
        one = field.kind == "line"
        border = f"/BC[{self._numbers(LINE)}]" if one else ""
        style = f"/BS<</Type/Border/W {UNDER:g}/S/U>>" if one else f"/BS<</Type/Border/W {PADDING:g}>>/Ff {MULTILINE}"
        typed = f"/DA(/{FONT} {field.size:g} Tf {self._colors.text(INK)})"
        return (
            f"/FT/Tx/T{text_string(field.name)}{typed}{style}/MK<</BG[{self._numbers(GROUND)}]{border}>>"
            f"/AP<</N {self._look(field.kind, field.rect)} 0 R>>"
        )

    def _tick(self, field: Field) -> str:
        off, on = self._look("tick", field.rect), self._look("tick on", field.rect)
        return f"/FT/Btn/T{text_string(field.name)}/V/Off/AS/Off{self._button('4')}/AP<</N<</{ON} {on} 0 R/Off {off} 0 R>>>>"

    def _choice(self, field: Field) -> str:
        if field.name not in self._groups:
            group = Written()
            self._fields.append(number_of(group, self._document))
            self._groups[field.name] = (group, [], field.group)
        off, on = self._look("choice", field.rect), self._look("choice on", field.rect)
        parent = number_of(self._groups[field.name][0], self._document)
        return f"/Parent {parent} 0 R/AS/Off{self._button('l')}/AP<</N<</{field.value} {on} 0 R/Off {off} 0 R>>>>"

    def _button(self, mark: str) -> str:
        return f"/BS<</Type/Border/W {AROUND:g}/S/S>>/MK<</CA({mark})/BC[{self._numbers(BOX)}]>>"

    def _numbers(self, role: str) -> str:
        """A color as numbers alone, without the operator that sets it."""
        return self._colors.ground(role).rpartition(" ")[0]

    def _look(self, kind: str, rect: Rect) -> int:
        """The number of an appearance; fields of one size share it."""
        key = kind, round(rect.width, 2), round(rect.height, 2)
        if key not in self._looks:
            self._looks[key] = self._appearance(self._drawn(*key), *key[1:])
        return self._looks[key]

    def _drawn(self, kind: str, width: float, height: float) -> str:
        """The operators of an appearance, its origin at the left lower corner."""
        inner = Rect(AROUND / 2, AROUND / 2, width - AROUND, height - AROUND)
        box = f"{self._colors.line(BOX, AROUND)} {AROUND:g} w "
        if kind in ("tick", "tick on"):
            check = f" {1.6 * AROUND:g} w {_check(width, height)} S" if kind == "tick on" else ""
            return f"{box}{outline(inner, 'rect', height)} S{check}"
        if kind in ("choice", "choice on"):
            dot = Rect(width * 0.27, height * 0.27, width * 0.46, height * 0.46)
            inside = f" {self._colors.ground(BOX)} {outline(dot, 'ellipse', height)} f" if kind == "choice on" else ""
            return f"{box}{outline(inner, 'ellipse', height)} S{inside}"
        ground = f"{self._colors.ground(GROUND)} 0 0 {width:g} {height:g} re f"
        under = f" {self._colors.line(LINE, UNDER)} {UNDER:g} w 0 {UNDER / 2:g} m {width:g} {UNDER / 2:g} l S" if kind == "line" else ""
        return f"{ground}{under} /Tx BMC EMC"

    def _appearance(self, operators: str, width: float, height: float) -> int:
        more = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {width:g} {height:g}]",
            "Resources": f"<</Font<</{FONT} {self._font}>>>>",
        }
        return stream(f"q {operators} Q".encode(), self._document, **more)


def _check(width: float, height: float) -> str:
    points = ((0.22, 0.52), (0.42, 0.28), (0.8, 0.78))
    return " ".join(f"{x * width:.2f} {y * height:.2f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))
