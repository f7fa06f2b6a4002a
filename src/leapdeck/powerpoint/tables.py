"""Native tables: the deck's own table style rules the lines, cells say their words and their ground."""

from __future__ import annotations

from leapdeck.powerpoint.markup import HEAD, OWN, A, Ink, color, fill
from leapdeck.powerpoint.text import ANCHORS, Linker, standing
from leapdeck.scene import Cell, Table
from leapdeck.units import emu

STYLE = "{5B1E2F6A-7C0D-4E57-9A35-1D8C4F0B7A21}"
"""The id of the deck's own table style: one of our own, the same in every deck."""

_NONE = "<a:ln><a:noFill/></a:ln>"


def _hairline(ink: Ink) -> str:
    return f'<a:ln w="9525"><a:solidFill>{color("line", ink=ink)}</a:solidFill></a:ln>'


def table_styles(ink: Ink = OWN) -> str:
    """The part that holds the deck's table style."""
    return f'{HEAD}<a:tblStyleLst xmlns:a="{A}" def="{STYLE}">{table_style(ink)}</a:tblStyleLst>'


def table_style(ink: Ink = OWN) -> str:
    """The deck's table style: hairlines between rows, a bold first row."""
    hairline = _hairline(ink)
    lines = "".join(
        f"<a:{side}>{hairline if side in ('bottom', 'insideH') else _NONE}</a:{side}>"
        for side in ("left", "right", "top", "bottom", "insideH", "insideV")
    )
    text = f'<a:tcTxStyle><a:fontRef idx="minor"/>{color("ink", ink=ink)}</a:tcTxStyle>'
    head = f'<a:tcTxStyle b="on"><a:fontRef idx="minor"/>{color("on-dark", ink=ink)}</a:tcTxStyle><a:tcStyle><a:tcBdr/><a:fill>{fill("primary", ink=ink)}</a:fill></a:tcStyle>'
    return (
        f'<a:tblStyle styleId="{STYLE}" styleName="Hairlines">'
        f"<a:wholeTbl>{text}<a:tcStyle><a:tcBdr>{lines}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:firstRow>{head}</a:firstRow></a:tblStyle>"
    )


def table_xml(table: Table, language: str, link: Linker, ink: Ink = OWN) -> str:
    """The table of a graphic frame."""
    flags = (' firstRow="1"' if table.header else "") + (' firstCol="1"' if table.row_headers else "")
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in table.columns)
    rows = "".join(
        f'<a:tr h="{emu(height)}">{"".join(_cell(cell, table, n, language, link, ink) for n, cell in enumerate(row))}</a:tr>'
        for height, row in zip(table.heights, table.rows, strict=True)
    )
    return f"<a:tbl><a:tblPr{flags}><a:tableStyleId>{STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"


def _cell(cell: Cell, table: Table, column: int, language: str, link: Linker, ink: Ink) -> str:
    left, top, right, bottom = (emu(inset) for inset in cell.text.insets)
    ruled = _hairline(ink).replace("a:ln", "a:lnR") if table.ruled and not cell.header and column < len(table.columns) - 1 else ""
    ground = fill(cell.fill, ink=ink) if cell.fill or cell.header else ""
    properties = (
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="{ANCHORS[cell.text.anchor]}">{ruled}{ground}</a:tcPr>'
    )
    content = standing(cell.text.paragraphs, language, link, ink)
    return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{content}</a:txBody>{properties}</a:tc>"
