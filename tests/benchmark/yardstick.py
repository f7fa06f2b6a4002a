"""The yardstick: what a Python user would script by hand for the words of `yardstick.yaml`, those of `morning.yaml`.

A deck with plain python-pptx and a handout with plain reportlab, in one process: one color, nothing measured, nothing
tagged, nothing checked. Usage: yardstick.py FOLDER [COPIES]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, ListFlowable, ListItem, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

HERE = Path(__file__).parent
Data = dict[str, Any]
CONTACT = ("name", "role", "email", "phone", "web")
LAYOUTS = {"title": 0, "section": 2, "table": 5, "picture": 5, "quote": 5}


def deck(data: Data, path: Path) -> None:
    """Write the slides."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    color = RGBColor.from_string(data["accent"])  # type: ignore[no-untyped-call]  # python-pptx has half of its types
    for entry in data["slides"]:
        slide = presentation.slides.add_slide(presentation.slide_layouts[LAYOUTS.get(entry["kind"], 1)])
        large = entry["kind"] in ("title", "section")
        _title(slide.shapes.title, entry["title"], 44 if large else 36, color)
        _place(slide.shapes.title, *((0.9, 2.4, 11.5, 1.5) if large else (0.7, 0.4, 11.9, 1.1)))
        _content(slide, entry, data, color)
        slide.notes_slide.notes_text_frame.text = entry["notes"]
    presentation.save(str(path))


def _place(shape: Any, x: float, y: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Inches(x), Inches(y), Inches(width), Inches(height)


def _title(shape: Any, text: str, size: int, color: Any) -> None:
    shape.text_frame.text = text
    font = shape.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(size), True, color


def _content(slide: Any, entry: Data, data: Data, color: Any) -> None:
    match entry["kind"]:
        case "title" | "section":
            _place(slide.placeholders[1], 0.9, 4.0, 11.5, 1.4)
            slide.placeholders[1].text_frame.text = entry["subtitle"]
        case "table":
            _table(slide, entry["table"], color)
        case "picture":
            slide.shapes.add_picture(str(HERE / entry["image"]), Inches(2.6), Inches(1.6), height=Inches(5.0))
            slide.shapes.add_textbox(Inches(2.6), Inches(6.7), Inches(8), Inches(0.5)).text_frame.text = entry["caption"]
        case "quote":
            frame = slide.shapes.add_textbox(Inches(1.2), Inches(2.3), Inches(10.9), Inches(3)).text_frame
            frame.word_wrap, frame.text = True, entry["quote"]
            frame.paragraphs[0].runs[0].font.size = Pt(32)
            frame.add_paragraph().text = entry["by"]
        case _:
            _list(slide.placeholders[1], _items(entry, data))


def _items(entry: Data, data: Data) -> list[str]:
    if entry["kind"] == "contact":
        return [data["contact"][key] for key in (*CONTACT, "note")]
    minutes = [f"{entry['minutes']} minutes"] if entry["kind"] == "exercise" else []
    return [*minutes, *entry.get("bullets", [])]


def _list(shape: Any, items: list[str]) -> None:
    _place(shape, 0.7, 1.7, 11.9, 5.2)
    shape.text_frame.text = items[0]
    for item in items[1:]:
        shape.text_frame.add_paragraph().text = item


def _table(slide: Any, rows: list[list[str]], color: Any) -> None:
    grid = slide.shapes.add_table(len(rows), len(rows[0]), Inches(0.7), Inches(1.8), Inches(11.9), Inches(0.7 * len(rows)))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cell = grid.table.cell(r, c)
            cell.text = text
            cell.text_frame.paragraphs[0].runs[0].font.size = Pt(18)
            if r == 0:
                cell.fill.solid()
                cell.fill.fore_color.rgb = color


class Lines(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A ruled line to write on."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = width
        return width, 8 * mm

    def draw(self) -> None:
        """A grey hairline."""
        self.canv.setLineWidth(0.5)
        self.canv.setStrokeGray(0.55)
        self.canv.line(0, 0, self.width, 0)


def handout(data: Data, path: Path) -> None:
    """Write the pages."""
    styles = _styles(HexColor("#" + data["accent"]))
    story: list[Any] = [Spacer(1, 40 * mm), Paragraph(escape(data["title"]), styles["h1"])]
    story.append(Paragraph(escape(data["subtitle"]), styles["body"]))
    for block in data["handout"]:
        for kind, value in block.items():
            story += _flowables(kind, value, styles, data)
    margins = dict.fromkeys(("leftMargin", "rightMargin"), 20 * mm) | dict.fromkeys(("topMargin", "bottomMargin"), 22 * mm)
    SimpleDocTemplate(str(path), pagesize=A4, **margins).build(story)


def _styles(color: Any) -> Data:
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=11.5, leading=16.5, spaceAfter=7)
    cell = ParagraphStyle("cell", body, spaceAfter=0, fontSize=10.5, leading=14)
    h1 = ParagraphStyle("h1", fontName="Helvetica-Bold", fontSize=20, leading=26, textColor=color, spaceAfter=10)
    h2 = ParagraphStyle("h2", h1, fontSize=14, leading=19, spaceBefore=12, spaceAfter=6, keepWithNext=1)
    head = ParagraphStyle("head", cell, fontName="Helvetica-Bold", textColor=white)
    return {"color": color, "body": body, "cell": cell, "head": head, "h1": h1, "h2": h2}


def _flowables(kind: str, value: Any, styles: Data, data: Data) -> list[Any]:
    match kind:
        case "h1":
            return [PageBreak(), Paragraph(escape(value), styles["h1"])]
        case "h2":
            return [Paragraph(escape(value), styles["h2"])]
        case "p":
            return [Paragraph(escape(value), styles["body"])]
        case "bullets":
            items = [ListItem(Paragraph(escape(item), styles["body"])) for item in value]
            return [ListFlowable(items, bulletType="bullet", start="\u2022", leftIndent=14)]
        case "table":
            rows = [[Paragraph(escape(text), styles["head" if n == 0 else "cell"]) for text in row] for n, row in enumerate(value)]
            table = Table(rows, colWidths=[170 * mm / len(value[0])] * len(value[0]), repeatRows=1)
            table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, HexColor("#999999")), ("BACKGROUND", (0, 0), (-1, 0), styles["color"])])
            return [table, Spacer(1, 8)]
        case "lines":
            return [*(Lines() for _ in range(value)), Spacer(1, 8)]
        case _:
            return [Paragraph("<br/>".join(escape(data["contact"][key]) for key in CONTACT), styles["body"])]


def main() -> None:
    """Write as many copies as asked for."""
    folder = Path(sys.argv[1])
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder.mkdir(parents=True, exist_ok=True)
    data = yaml.load((HERE / "yardstick.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    for number in range(copies):
        deck(data, folder / f"{number}.pptx")
        handout(data, folder / f"{number}.pdf")


if __name__ == "__main__":
    main()
