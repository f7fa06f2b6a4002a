"""The workbook behind a chart: one sheet, labels down, series across; nothing else, no author, no dates."""

from __future__ import annotations

import io
import zipfile

from leapdeck.powerpoint.markup import HEAD, R, text
from leapdeck.powerpoint.parts import OFFICE, RELATIONS
from leapdeck.scene import Chart

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(chart: Chart) -> bytes:
    """A chart's numbers as .xlsx."""
    types = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_MAIN}.worksheet+xml"/></Types>'
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": _sheet(chart),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for path, content in parts.items():
            info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return buffer.getvalue()


def _relation(kind: str, target: str) -> str:
    return f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'


def _sheet(chart: Chart) -> str:
    head = (_words("A1", ""), *(_words(f"{chr(66 + n)}1", row.name) for n, row in enumerate(chart.series)))
    rows = [_row(1, head)]
    for n, label in enumerate(chart.labels):
        line = n + 2
        values = (f'<c r="{chr(66 + m)}{line}"><v>{row.values[n]:.15g}</v></c>' for m, row in enumerate(chart.series))
        rows.append(_row(line, (_words(f"A{line}", label), *values)))
    return f'{HEAD}<worksheet xmlns="{S}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _row(number: int, cells: tuple[str, ...]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _words(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text(value)}</t></is></c>'
