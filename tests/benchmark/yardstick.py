"""The yardstick: a deck and a handout of an outline, scripted by hand with plain python-pptx and plain reportlab.

It has no brand, measures nothing, tags nothing and checks nothing: what a Python programmer would write in an
afternoon for the same words. Usage: yardstick.py OUTLINE FOLDER [COPIES]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml
from pptx import Presentation
from pptx.util import Inches, Pt
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

ACCENT = HexColor("#1F3A5F")
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=15, spaceAfter=6)
HEAD = ParagraphStyle("head", BODY, fontName="Helvetica-Bold", textColor=white)
H1 = ParagraphStyle("h1", BODY, fontName="Helvetica-Bold", fontSize=22, leading=28, spaceAfter=10, textColor=ACCENT)
H2 = ParagraphStyle("h2", H1, fontSize=14, leading=18, keepWithNext=1)

Data = dict[str, Any]


def texts(slide: Data) -> list[str]:
    """The lines of a slide that isn't a table."""
    found: list[str] = [str(slide[key]) for key in ("question", "text", "by", "caption") if key in slide]
    for key in ("points", "steps", "options", "statements", "columns", "labels"):
        found += (" ".join(map(str, item.values())) if isinstance(item, dict) else str(item) for item in slide.get(key, []))
    return found


def grid(slide: Data) -> list[list[str]]:
    """The rows of a slide that is a table."""
    if slide["kind"] == "compare":
        return [[slide["left"]["title"], slide["right"]["title"]], *slide["rows"]]
    return [[str(cell) for cell in row] for row in (slide["header"], *slide["rows"])] if slide["kind"] == "table" else []


def notes(entry: Data) -> str:
    """Speaker notes as one text."""
    given = entry.get("notes", "")
    return "\n".join(map(str, given.values())) if isinstance(given, dict) else str(given)


def slides(outline: Data) -> Iterator[Data]:
    """All slides: the title, each section's own, its slides, the contact."""
    yield {"kind": "title", "title": outline["title"], "text": outline.get("subtitle", "")}
    yield {"kind": "agenda", "title": "Agenda", "points": [section["title"] for section in outline["sections"]]}
    for section in outline["sections"]:
        yield {"kind": "section", "title": section["title"], "text": section.get("summary", ""), "notes": section.get("notes", "")}
        yield from section.get("slides", [])
    yield {"kind": "contact", "title": "Contact", "text": "(847) 212-4903"}


def deck(outline: Data, path: Path) -> None:
    """Write the slides."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    for entry in slides(outline):
        rows = grid(entry)
        slide = presentation.slides.add_slide(presentation.slide_layouts[5 if rows else 1])
        slide.shapes.title.text_frame.text = entry.get("title", entry.get("text", ""))
        if rows:
            table = slide.shapes.add_table(len(rows), len(rows[0]), Inches(0.7), Inches(1.8), Inches(11.9), Inches(0.6 * len(rows))).table
            for r, row in enumerate(rows):
                for c, text in enumerate(row):
                    table.cell(r, c).text = text
                    table.cell(r, c).text_frame.paragraphs[0].font.size = Pt(18)
        else:
            frame = slide.placeholders[1].text_frame
            frame.text = ""
            for text in texts(entry):
                frame.add_paragraph().text = text
        slide.notes_slide.notes_text_frame.text = notes(entry)
    presentation.save(str(path))


def handout(outline: Data, path: Path) -> None:
    """Write the pages."""
    story: list[Any] = [Spacer(1, 120), Paragraph(escape(outline["title"]), H1), Paragraph(escape(outline.get("subtitle", "")), BODY)]
    for section in outline["sections"]:
        story += [PageBreak(), Paragraph(escape(section["title"]), H1)]
        story += [Paragraph(escape(part), BODY) for part in section.get("reading", "").split("\n\n") if part.strip()]
        for slide in section.get("slides", []):
            story.append(Paragraph(escape(slide.get("title", "")), H2))
            rows = grid(slide)
            if rows:
                cells = [[Paragraph(escape(cell), HEAD if n == 0 else BODY) for cell in row] for n, row in enumerate(rows)]
                style = [("GRID", (0, 0), (-1, -1), 0.5, HexColor("#999999")), ("BACKGROUND", (0, 0), (-1, 0), ACCENT)]
                story.append(Table(cells, repeatRows=1, style=style))
            story += [Paragraph("\u2022 " + escape(text), BODY) for text in texts(slide)]
            lines = (slide.get("handout") or {}).get("lines", 0) if isinstance(slide.get("handout"), dict) else 0
            story += [HRFlowable(width="100%", spaceBefore=22) for _ in range(lines)]
    SimpleDocTemplate(str(path), pagesize=LETTER).build([*story, PageBreak(), Paragraph("(847) 212-4903", H1)])


def main() -> None:
    """Build as many copies as are asked for."""
    source, folder, copies = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1
    folder.mkdir(parents=True, exist_ok=True)
    outline = yaml.load(source.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both loaders are the safe ones
    for number in range(copies):
        deck(outline, folder / f"{number}.pptx")
        handout(outline, folder / f"{number}.pdf")


if __name__ == "__main__":
    main()
