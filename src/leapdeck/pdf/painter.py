"""The painter: primitives at their positions, on slides and pages alike. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from itertools import groupby

from leapdeck.pdf.canvas import FOOTER, HEADER, LAYOUT, Owner, TaggedCanvas
from leapdeck.pdf.paths import form_of, outline, slice_of
from leapdeck.pdf.structure import Element, text_string
from leapdeck.pdf.tagging import Tagger
from leapdeck.scene import Cell, Chart, Field, Inset, Line, Picture, Primitive, Rule, Shape, Span, Table, TextBox, Wedge
from leapdeck.units import Rect, Size

_UNREAD: dict[str, Owner] = {"decoration": LAYOUT, "header": HEADER, "footer": FOOTER, "number": FOOTER}
"""Roles of text that no screen reader reads, and what it is instead."""
_HAIRLINE = 0.75
_BELOW = 2.0
"""How far below the baseline a rule to write on lies."""


class Painter:
    """Paints one document."""

    def __init__(self, canvas: TaggedCanvas, blank: str) -> None:
        """`blank` is what a screen reader says of a rule to write on."""
        self.canvas = canvas
        self.tagger = Tagger(canvas.structure.root)
        self._blank = blank

    def paint(self, items: Iterable[Primitive]) -> None:
        """Primitives in reading order."""
        for item in items:
            _PAINTERS[type(item)](self, item)

    def decorate(self, items: Iterable[Primitive | Wedge], x: float = 0.0, y: float = 0.0, owner: Owner = LAYOUT) -> None:
        """Forms, rules and words without tags of their own, shifted by x and y points."""
        self.canvas.belongs_to(owner)
        self._draw(items, x, y)

    def keep(self, key: str, size: Size, items: Iterable[Primitive]) -> None:
        """Draw a slide of a size in points once, for all insets that show it."""
        with self.canvas.form(key, size):
            self._draw(items)

    def _draw(self, items: Iterable[Primitive | Wedge], x: float = 0.0, y: float = 0.0) -> None:
        for item in items:
            _DRAWERS[type(item)](self, item, item.rect.moved(x, y))

    # Forms

    def shape(self, item: Shape) -> None:
        """A form: a figure where it says something, else decoration."""
        link = self.tagger.made("Link") if item.link and self.canvas.leads(item.link) else None
        self.decorate((item,), owner=self._figure(item.alt, item.rect) if item.alt else LAYOUT)
        if link:
            self.canvas.link(link, item.rect, item.link, item.alt or item.link)

    def rule(self, item: Rule) -> None:
        """A line."""
        self.decorate((item,))

    def picture(self, item: Picture) -> None:
        """A picture, cut to its rectangle."""
        self.decorate((item,), owner=self._figure(item.alt, item.rect) if item.alt else LAYOUT)

    def inset(self, item: Inset) -> None:
        """A slide in small, a figure as a whole."""
        self.canvas.belongs_to(self._figure(item.alt, item.rect))
        self.canvas.place(item.scene, item.rect)

    def chart(self, item: Chart) -> None:
        """A chart's drawing, a figure as a whole."""
        self.decorate(item.drawing, item.rect.x, item.rect.y, self._figure(item.alt, item.rect))

    def _figure(self, alt: str, rect: Rect) -> Element:
        height = self.canvas.height
        box = f"{rect.x:.2f} {height - rect.bottom:.2f} {rect.right:.2f} {height - rect.y:.2f}"
        return self.tagger.made("Figure", alt=alt, attributes=f"<</O/Layout/Placement/Block/BBox[{box}]>>")

    def _draw_picture(self, item: Picture, rect: Rect) -> None:
        if not any(item.crop) and item.alpha == 1:
            self.canvas.image(item.image, rect)
            return
        with self.canvas.apart():
            if item.alpha != 1:
                self.canvas.opacity(item.alpha)
            self.canvas.clip(outline(rect, "rect", self.canvas.height))
            self.canvas.image(item.image, _uncropped(item, rect))

    def _draw_inset(self, item: Inset, rect: Rect) -> None:
        self.canvas.place(item.scene, rect)

    def _draw_chart(self, item: Chart, rect: Rect) -> None:
        self._draw(item.drawing, rect.x, rect.y)

    def _draw_table(self, item: Table, rect: Rect) -> None:
        self._grid(item)
        self._draw((cell.text for row in item.rows for cell in row), rect.x, rect.y)

    def _draw_shape(self, item: Shape, rect: Rect) -> None:
        path, hollow = form_of(item, rect, self.canvas.height), item.geometry == "free"
        if item.alpha == 1:
            self.canvas.path(path, item.fill, item.stroke, item.stroke_width, hollow=hollow)
            return
        with self.canvas.apart():
            self.canvas.opacity(item.alpha)
            self.canvas.path(path, item.fill, item.stroke, item.stroke_width, hollow=hollow)

    def _draw_rule(self, item: Rule, rect: Rect) -> None:
        self._stroke(rect.x, rect.y, rect.right, rect.bottom, item.color, item.width)

    def _draw_wedge(self, item: Wedge, rect: Rect) -> None:
        self.canvas.path(slice_of(item, rect, self.canvas.height), item.fill)

    def _draw_text(self, item: TextBox, rect: Rect) -> None:
        self._ground(item, rect)
        with self.canvas.turned(rect) if item.turned else nullcontext():
            for line in item.lines:
                self._draw_line(line, rect)

    def _draw_line(self, line: Line, rect: Rect) -> None:
        for span in (line.label, *line.spans) if line.label else line.spans:
            if span.blank:
                self._rule_to_write_on(span, rect.x, rect.y + line.baseline)
            else:
                self.canvas.text(span, rect.x + span.x, rect.y + line.baseline)

    def _ground(self, item: TextBox, rect: Rect) -> None:
        if item.fill or item.stroke:
            self.canvas.path(outline(rect, item.geometry, self.canvas.height), item.fill, item.stroke, item.stroke_width)

    def _stroke(self, x1: float, y1: float, x2: float, y2: float, color: str, width: float) -> None:
        height = self.canvas.height
        self.canvas.path(f"{x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l", "", color, width)

    # Text

    def text_box(self, item: TextBox) -> None:
        """A box with its ground and its paragraphs, or one to write in."""
        if item.role in _UNREAD:
            self.decorate((item,), owner=_UNREAD[item.role])
            return
        if item.fill or item.stroke:
            self.canvas.belongs_to(LAYOUT)
            self._ground(item, item.rect)
        if item.field and not item.lines:
            self.canvas.field(self.tagger.made("Form"), item.field, item.field.rect.moved(item.rect.x, item.rect.y))
        self._paragraphs(item, item.rect)

    def _paragraphs(self, item: TextBox, rect: Rect) -> None:
        """Paragraphs, each with its element."""
        for number, lines in groupby(item.lines, key=lambda line: line.paragraph):
            paragraph = item.paragraphs[number]
            key = f"{item.key}/{number}" if item.key else ""
            found = tuple(lines)
            if paragraph.bullet:
                element = self._labelled(self.tagger.item(paragraph, key), found[0], rect)
            else:
                element = self.tagger.paragraph(paragraph, key)
            if item.field and number == 0:
                self._field(item.field, element, rect.x, rect.y)
            self._text(found, rect, element, item.link, goes_on=bool(item.key))

    def _labelled(self, item: Element, line: Line, rect: Rect) -> Element:
        """Set an item's label, where this part of it has one; the element of its body."""
        if line.label is not None:
            self.canvas.belongs_to(item.add("Lbl"))
            self.canvas.text(line.label, rect.x + line.label.x, rect.y + line.baseline)
        return item.last("LBody") or item.add("LBody")

    def _text(self, lines: Sequence[Line], rect: Rect, element: Element, link: str, *, goes_on: bool = False) -> None:
        """Lines of one element; a space ends each but the last, and that too where the text goes on elsewhere."""
        linked: Element | None = None
        address = ""
        for number, line in enumerate(lines):
            y = rect.y + line.baseline
            ends = "" if line.hyphenated or (number == len(lines) - 1 and not goes_on) else " "
            for target, group in groupby(line.spans, key=lambda span: self._target(span.link or link)):
                spans = tuple(group)
                if target != address or linked is None:
                    linked = _linked(element) if target else None
                address = target
                self._spans(spans, rect.x, y, linked or element, ends if spans[-1] is line.spans[-1] else "")
                if linked:
                    self._area(linked, spans, rect.x, y, address)

    def _target(self, link: str) -> str:
        return link if link and self.canvas.leads(link) else ""

    def _spans(self, spans: Sequence[Span], x: float, y: float, element: Element, tail: str) -> None:
        for span in spans:
            if span.field:
                self._field(span.field, element, x, y)
            elif span.blank:
                self.canvas.belongs_to(element.add("Span", actual=self._blank))
                self._rule_to_write_on(span, x, y)
            elif span.text:
                self.canvas.belongs_to(element)
                self.canvas.text(span, x + span.x, y, tail if span is spans[-1] else "")

    def _rule_to_write_on(self, span: Span, x: float, y: float) -> None:
        self._stroke(x + span.x, y + _BELOW, x + span.x + span.width, y + _BELOW, "muted", _HAIRLINE)

    def _field(self, field: Field, within: Element, x: float, y: float) -> None:
        """A field, an element of its own inside of another."""
        self.canvas.field(within.add("Form"), field, field.rect.moved(x, y))

    def _area(self, element: Element, spans: Sequence[Span], x: float, y: float, address: str) -> None:
        """The area of a link's words on one line."""
        left, right, size = spans[0].x, spans[-1].x + spans[-1].width, spans[0].size
        said = "".join(span.text for span in spans).strip()
        self.canvas.link(element, Rect(x + left, y - size, right - left, size * 1.25), address, said)

    # Tables

    def table(self, item: Table) -> None:
        """A table: grounds and hairlines as decoration, then row by row; headings that were read before are not read again."""
        self.canvas.belongs_to(LAYOUT)
        self._grid(item)
        attributes = f"<</O/Table/Summary{text_string(item.summary)}>>" if item.summary else ""
        element = self.tagger.made("Table", item.key, attributes=attributes)
        for number, row in enumerate(item.rows):
            heading = number < item.header
            if heading and item.repeated:
                self.decorate((cell.text for cell in row), item.rect.x, item.rect.y, FOOTER)
                continue
            line = element.add("TR")
            for column, cell in enumerate(row):
                scope = "Column" if heading else "Row" if item.row_headers and column == 0 else ""
                self._cell(cell, line, scope, cell.text.rect.moved(item.rect.x, item.rect.y))

    def _cell(self, cell: Cell, row: Element, scope: str, rect: Rect) -> None:
        """A cell; a heading without words is none."""
        says = any(span.text for line in cell.text.lines for span in line.spans)
        made = row.add("TH", attributes=f"<</O/Table/Scope/{scope}>>") if scope and says else row.add("TD")
        paragraphs = cell.text.paragraphs
        if cell.text.field:
            self._field(cell.text.field, made, rect.x, rect.y)
        if len(paragraphs) == 1 and not paragraphs[0].bullet:
            self._text(cell.text.lines, rect, made, cell.text.link)
            return
        with self.tagger.within(made):
            self._paragraphs(cell.text, rect)

    def _grid(self, item: Table) -> None:
        down = item.rect.y
        for height, row in zip(item.heights, item.rows, strict=True):
            down += height
            for cell in row:
                if cell.fill:
                    rect = cell.text.rect.moved(item.rect.x, item.rect.y)
                    self.canvas.path(outline(rect, "rect", self.canvas.height), cell.fill)
            if not any(cell.fill for cell in row):
                self._stroke(item.rect.x, down, item.rect.right, down, "line", _HAIRLINE)
        across, top = item.rect.x, item.rect.y + sum(item.heights[: item.header])
        for width in item.columns[:-1] if item.ruled else ():
            across += width
            self._stroke(across, top, across, item.rect.bottom, "line", _HAIRLINE)


_PAINTERS: dict[type, Callable[..., None]] = {
    TextBox: Painter.text_box,
    Shape: Painter.shape,
    Rule: Painter.rule,
    Picture: Painter.picture,
    Table: Painter.table,
    Chart: Painter.chart,
    Inset: Painter.inset,
}
_DRAWERS: dict[type, Callable[..., None]] = {
    TextBox: Painter._draw_text,  # noqa: SLF001  # its own
    Shape: Painter._draw_shape,  # noqa: SLF001  # as above
    Rule: Painter._draw_rule,  # noqa: SLF001  # as above
    Wedge: Painter._draw_wedge,  # noqa: SLF001  # as above
    Picture: Painter._draw_picture,  # noqa: SLF001  # as above
    Inset: Painter._draw_inset,  # noqa: SLF001  # as above
    Table: Painter._draw_table,  # noqa: SLF001  # as above
    Chart: Painter._draw_chart,  # noqa: SLF001  # as above
}


def _linked(element: Element) -> Element:
    """A link; in a line of the contents it stands inside a reference (ISO 32000-1, table 338)."""
    return (element.add("Reference") if element.tag == "TOCI" else element).add("Link")


def _uncropped(item: Picture, rect: Rect) -> Rect:
    """Where the whole picture would lie, of which a rectangle shows a part."""
    left, top, right, bottom = item.crop
    width, height = rect.width / (1 - left - right), rect.height / (1 - top - bottom)
    return Rect(rect.x - left * width, rect.y - top * height, width, height)
