"""Fonts that leapdeck has no file of: how wide their text runs, by tables of the fonts that they match, or safely overestimated.

Carlito and Caladea were drawn with the widths of Calibri and Cambria; the tables are theirs (SIL Open Font License).
"""

from __future__ import annotations

from leapdeck.brand.fonts import STYLES, Family, package_files

EXACT = {
    "arial": "Arial",
    "helvetica": "Arial",
    "helvetica neue": "Arial",
    "liberation sans": "Arial",
    "arimo": "Arial",
    "times new roman": "Times New Roman",
    "times": "Times New Roman",
    "liberation serif": "Times New Roman",
    "tinos": "Times New Roman",
    "courier new": "Courier New",
    "courier": "Courier New",
    "liberation mono": "Courier New",
    "cousine": "Courier New",
    "calibri": "Calibri",
    "calibri light": "Calibri",
    "carlito": "Calibri",
    "cambria": "Cambria",
    "caladea": "Cambria",
}
"""A font's name → the table that has its widths."""
WIDEST, STRETCH = "Arial", 1.2
"""What stands in for a font that nothing is known of: the widest table of a text face, and a fifth more, as Verdana is wider."""


def family_of(name: str, known: Family) -> tuple[Family, bool]:
    """A font of a client's template, and whether its widths are known.

    Where there is a package of it, its files are used; else `known` lends its files, to paint with.
    """
    packaged = package_files(f"font-{'-'.join(name.lower().split())}")
    files = packaged if len(packaged) == len(STYLES) else known.files if name == known.name else {}
    table = EXACT.get(name.lower())
    if table:
        return Family(name, files or known.files, table, lent=not files), True
    if files:
        return Family(name, files, known.fallback), True
    return Family(name, known.files, WIDEST, STRETCH, lent=True), False
