"""The yardstick for paper: the blocks of a long outline as plain, untagged platypus, as wide and as large as the workbook sets them.

Usage: pages.py OUTLINE FILE
"""

from __future__ import annotations

import sys
from typing import Any
from xml.sax.saxutils import escape

import yaml
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import ListFlowable, ListItem, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

NAVY = HexColor("#1F3A5F")
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=15, spaceAfter=7, rightIndent=130)
CELL = ParagraphStyle("cell", BODY, spaceAfter=0, rightIndent=0)
HEAD = ParagraphStyle("head", CELL, fontName="Helvetica-Bold", textColor=white)
H1 = ParagraphStyle("h1", BODY, fontName="Helvetica-Bold", fontSize=24, leading=30, textColor=NAVY)
H2 = ParagraphStyle("h2", BODY, fontName="Helvetica-Bold", fontSize=15, leading=20, textColor=NAVY, keepWithNext=1)


def blocks(slide: dict[str, Any]) -> list[Any]:
    """A slide's heading and its list or table."""
    found: list[Any] = [Paragraph(escape(slide["title"]), H2)]
    if "points" in slide:
        return [*found, ListFlowable([ListItem(Paragraph(escape(text), BODY)) for text in slide["points"]], bulletType="bullet")]
    rows = [[Paragraph(escape(text), HEAD) for text in slide["header"]]]
    rows += [[Paragraph(escape(text), CELL) for text in row] for row in slide["rows"]]
    width = 168 * mm / len(rows[0])
    look = [("BACKGROUND", (0, 0), (-1, 0), NAVY), ("LINEBELOW", (0, 1), (-1, -1), 0.75, HexColor("#D9D3C7"))]
    return [*found, Table(rows, colWidths=[width] * len(rows[0]), repeatRows=1, style=look), Spacer(1, 10)]


def main() -> None:
    """Write the pages."""
    with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123  # what a script does
        data = yaml.load(file, Loader=yaml.CSafeLoader)
    story: list[Any] = []
    for section in data["sections"]:
        story += [PageBreak(), Paragraph(escape(section["title"]), H1)]
        story += [Paragraph(escape(text.replace("\n", " ")), BODY) for text in section["reading"].split("\n\n")]
        for slide in section["slides"]:
            story += blocks(slide)
    SimpleDocTemplate(sys.argv[2], pagesize=A4, leftMargin=24 * mm, rightMargin=18 * mm, topMargin=60, bottomMargin=64).build(story)


if __name__ == "__main__":
    main()
