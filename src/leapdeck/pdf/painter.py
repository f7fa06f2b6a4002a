"""The painter: primitives at their positions, on slides and pages alike. It decides nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from leapdeck.pdf.canvas import TaggedCanvas
from leapdeck.pdf.structure import Element
from leapdeck.scene import Chart, Geometry, Line, Paragraph, Picture, Primitive, Rule, Shape, Span, Table, TextBox, Wedge
from leapdeck.units import Rect

CIRCLE = 4 / 3 * (math.sqrt(2) - 1)
"""How far a Bézier curve's handles reach for a quarter of a circle."""
PAGINATION = ("footer", "number")


class Painter:
    """Paints one document; what goes over several pages keeps one structure element by its key."""

    def __init__(self, canvas: TaggedCanvas, blank: str) -> None:
        """`blank` is what a screen reader says of a rule to write on."""
        self.canvas = canvas
        self._blank = blank
        self._keyed: dict[str, Element] = {}
        self._lists: list[Element] = []

    def paint(self, items: Iterable[Primitive], x: float = 0.0, y: float = 0.0) -> None:
        """Primitives in reading order, shifted by x and y points."""
        for item in items:
            _PAINTERS[type(item)](self, item, x, y)

    def decorate(self, items: Iterable[Primitive]) -> None:
        """Primitives that are all decoration."""
        with self.canvas.artifact("Layout"):
            for item in items:
                self._mark(item, 0.0, 0.0)

    def ground(self, rect: Rect, role: str) -> None:
        """A filled page."""
        with self.canvas.artifact("Layout"):
            self._form(rect, "rect", role, "", 0.0)

    def _mark(self, item: Primitive | Wedge, x: float, y: float) -> None:
        """A form, a rule, a slice or text, without tags."""
        if isinstance(item, Shape):
            self._shape(item, x, y)
        elif isinstance(item, Rule):
            self._line(item, x, y)
        elif isinstance(item, Wedge):
            self._wedge(item, x, y)
        elif isinstance(item, TextBox):
            for line in item.lines:
                self._spans(_all_spans(line), item.rect.x + x, item.rect.y + y + line.baseline)

    def shape(self, item: Shape, x: float, y: float) -> None:
        """A form: a figure where it says something, else decoration."""
        self._end_list()
        with self.canvas.artifact("Layout") if not item.alt else self._figure(item.alt, item.rect.moved(x, y)):
            self._shape(item, x, y)

    def rule(self, item: Rule, x: float, y: float) -> None:
        """A line."""
        with self.canvas.artifact("Layout"):
            self._line(item, x, y)

    def picture(self, item: Picture, x: float, y: float) -> None:
        """A picture, cut to its rectangle."""
        self._end_list()
        rect = item.rect.moved(x, y)
        left, top, right, bottom = item.crop
        whole_width, whole_height = rect.width / (1 - left - right), rect.height / (1 - top - bottom)
        whole = Rect(rect.x - left * whole_width, rect.y - top * whole_height, whole_width, whole_height)
        with self._figure(item.alt, rect) if item.alt else self.canvas.artifact("Layout"):
            self.canvas.code.append(f"q {self._path(rect)} W n")
            self.canvas.image(item.image, whole)
            self.canvas.code.append("Q")

    def chart(self, item: Chart, x: float, y: float) -> None:
        """A chart's drawing, a figure as a whole."""
        self._end_list()
        with self._figure(item.alt, item.rect.moved(x, y)):
            for mark in item.drawing:
                self._mark(mark, item.rect.x + x, item.rect.y + y)

    def text_box(self, item: TextBox, x: float, y: float) -> None:
        """A box with its ground and its paragraphs."""
        rect = item.rect.moved(x, y)
        if item.fill or item.stroke:
            with self.canvas.artifact("Layout"):
                self._form(rect, item.geometry, item.fill, item.stroke, item.stroke_width)
        if item.role in PAGINATION or item.role == "decoration":
            with self.canvas.artifact("Pagination"):
                self._mark(item, x, y)
            return
        self._paragraphs(item, rect, self.canvas.structure.root)

    def table(self, item: Table, x: float, y: float) -> None:
        """A table: grounds and hairlines as decoration, then row by row."""
        self._end_list()
        rect = item.rect.moved(x, y)
        self._grid(item, rect)
        element = self._kept(item.key, "Table", self.canvas.structure.root)
        for number, row in enumerate(item.rows):
            if number < item.header and item.repeated:
                with self.canvas.artifact("Pagination"):
                    for cell in row:
                        self._mark(cell.text, rect.x, rect.y)
                continue
            line = element.add("TR")
            for column, cell in enumerate(row):
                scope = "Column" if cell.header or number < item.header else "Row" if item.row_headers and column == 0 else ""
                made = line.add("TH" if scope else "TD", attributes=_scope(scope))
                self._paragraphs(cell.text, cell.text.rect.moved(rect.x, rect.y), made, inside=True)
        self._end_list()

    def _grid(self, item: Table, rect: Rect) -> None:
        with self.canvas.artifact("Layout"):
            for row in item.rows:
                for cell in row:
                    if cell.fill:
                        self._form(cell.text.rect.moved(rect.x, rect.y), "rect", cell.fill, "", 0.0)
            down = rect.y
            for height, row in zip(item.heights, item.rows, strict=True):
                down += height
                if not any(cell.fill for cell in row):
                    self._stroke(rect.x, down, rect.right, down, "line", 0.75)
            across = rect.x
            top = rect.y + sum(item.heights[: item.header])
            for width in item.columns[:-1] if item.ruled else ():
                across += width
                self._stroke(across, top, across, rect.bottom, "line", 0.75)

    def _paragraphs(self, item: TextBox, rect: Rect, parent: Element, *, inside: bool = False) -> None:
        """Paragraphs with their tags; inside a cell a paragraph needs none of its own."""
        for number, lines in groupby(item.lines, key=lambda line: line.paragraph):
            paragraph = item.paragraphs[number]
            key = f"{item.key}/{number}" if item.key else ""
            element = self._element(paragraph, parent, key, inside=inside)
            self._text(tuple(lines), rect, element, item.link)

    def _element(self, paragraph: Paragraph, parent: Element, key: str, *, inside: bool) -> Element:
        if paragraph.bullet:
            if key and key in self._keyed:
                return self._keyed[key]
            item = self._list(parent, paragraph.level).add("LI")
            if key:
                self._keyed[key] = item
            return item
        self._end_list()
        return parent if inside else self._kept(key, paragraph.tag, parent)

    def _list(self, parent: Element, level: int) -> Element:
        """The open list of a level, begun inside the last item of the one above."""
        del self._lists[level + 1 :]
        while len(self._lists) <= level:
            above = self._last_body(self._lists[-1]) if self._lists else parent
            self._lists.append(above.add("L"))
        return self._lists[level]

    @staticmethod
    def _last_body(list_: Element) -> Element:
        item = next((kid for kid in reversed(list_.kids) if isinstance(kid, Element)), None) or list_.add("LI")
        return next((kid for kid in reversed(item.kids) if isinstance(kid, Element) and kid.tag == "LBody"), None) or item.add("LBody")

    def _end_list(self) -> None:
        self._lists.clear()

    def _kept(self, key: str, tag: str, parent: Element) -> Element:
        """The element of a key, made where it is the key's first part."""
        if not key:
            return parent.add(tag)
        if key not in self._keyed:
            self._keyed[key] = parent.add(tag)
        return self._keyed[key]

    def _text(self, lines: tuple[Line, ...], rect: Rect, element: Element, link: str) -> None:
        """A paragraph's lines; stretches of one link are elements of their own, with an area for each line."""
        body = element
        if element.tag == "LI":
            body = self._labelled(element, lines[0], rect)
        linked: Element | None = None
        last_link = ""
        for line in lines:
            y = rect.y + line.baseline
            is_last = line is lines[-1]
            for address, group in groupby(line.spans, key=lambda span: span.link or link):
                spans = tuple(group)
                if not address:
                    linked, target = None, body
                elif address != last_link or linked is None:
                    linked = target = body.add("Link")
                else:
                    target = linked
                last_link = address
                tail = "" if is_last or line.hyphenated or spans[-1] is not line.spans[-1] else " "
                with self.canvas.marked(target):
                    self._spans(spans, rect.x, y, tail)
                if address:
                    said = "".join(span.text for span in spans).strip()
                    self._area(target, spans, rect.x, y, address, said)
            self._blanks(line, rect.x, y)

    def _labelled(self, item: Element, line: Line, rect: Rect) -> Element:
        """An item's label, where this part has one, and its body."""
        if line.label is not None:
            with self.canvas.marked(item.add("Lbl")):
                self._spans((line.label,), rect.x, rect.y + line.baseline)
        body = next((kid for kid in item.kids if isinstance(kid, Element) and kid.tag == "LBody"), None)
        return body or item.add("LBody")

    def _area(self, element: Element, spans: tuple[Span, ...], x: float, y: float, address: str, said: str) -> None:
        left, right, size = spans[0].x, spans[-1].x + spans[-1].width, spans[0].size
        self.canvas.link(element, Rect(x + left, y - size, right - left, size * 1.25), address, said)

    def _spans(self, spans: Iterable[Span], x: float, y: float, tail: str = "") -> None:
        """Text at its place; a rule to write on is read as its word, which is set but not seen."""
        code, color = self.canvas.code, ""
        code.append("BT")
        listed = list(spans)
        for span in listed:
            end = tail if span is listed[-1] else ""
            if span.color != color:
                code.append(self.canvas.fill(span.color))
                color = span.color
            if span.tracking:
                code.append(f"{span.tracking:g} Tc")
            code.append(f"1 0 0 1 {x + span.x:.3f} {self.canvas.y(y):.3f} Tm")
            code += self._hidden(span, end) if span.blank else self.canvas.fonts.show(span, end)
            if span.tracking:
                code.append("0 Tc")
        code.append("ET")

    def _hidden(self, span: Span, end: str) -> Iterator[str]:
        from msgspec.structs import replace

        yield "3 Tr"
        yield from self.canvas.fonts.show(replace(span, text=self._blank, size=1.0, kerns=()), end)
        yield "0 Tr"

    def _blanks(self, line: Line, x: float, y: float) -> None:
        rules = [span for span in line.spans if span.blank]
        if rules:
            with self.canvas.artifact("Layout"):
                for span in rules:
                    self._stroke(x + span.x, y + 2, x + span.x + span.width, y + 2, "muted", 0.75)

    def _figure(self, alt: str, rect: Rect) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

        box = PDFArray([round(v, 2) for v in (rect.x, self.canvas.y(rect.bottom), rect.right, self.canvas.y(rect.y))])
        attributes = {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": box}
        return self.canvas.marked(self.canvas.structure.root.add("Figure", alt=alt, attributes=attributes))

    def _shape(self, item: Shape, x: float, y: float) -> None:
        if item.alpha < 1:
            self.canvas.code.append("q")
            self.canvas.opacity(item.alpha)
        self._form(item.rect.moved(x, y), item.geometry, item.fill, item.stroke, item.stroke_width)
        if item.alpha < 1:
            self.canvas.opacity(1)
            self.canvas.code.append("Q")

    def _form(self, rect: Rect, geometry: Geometry, fill: str, stroke: str, width: float) -> None:
        operator = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(fill), bool(stroke)))
        if operator:
            looks = [self.canvas.fill(fill)] if fill else []
            looks += [self.canvas.stroke(stroke, width)] if stroke else []
            self.canvas.code.append(f"{' '.join(looks)} {self._path(rect, geometry)} {operator}")

    def _path(self, rect: Rect, geometry: Geometry = "rect") -> str:
        """A form's outline."""
        if geometry == "rect":
            return f"{rect.x:.3f} {self.canvas.y(rect.bottom):.3f} {rect.width:.3f} {rect.height:.3f} re"
        if geometry in ("round", "ellipse"):
            return self._rounded(rect, rect.height / 2 if geometry == "round" else 0)
        corners = {
            "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
            "triangle": ((0.5, 0), (1, 1), (0, 1)),
            "chevron": ((0, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0, 1), (0.2, 0.5)),
        }[geometry]
        points = [f"{rect.x + a * rect.width:.3f} {self.canvas.y(rect.y + b * rect.height):.3f}" for a, b in corners]
        return f"{points[0]} m {' '.join(f'{point} l' for point in points[1:])} h"

    def _rounded(self, rect: Rect, radius: float) -> str:
        """A pill, or with no radius an ellipse: four curves and what is straight between them."""
        rx, ry = (radius or rect.width / 2), rect.height / 2
        left, right, middle = rect.x + rx, rect.right - rx, self.canvas.y(rect.y + ry)
        hx, hy = rx * CIRCLE, ry * CIRCLE

        def curve(*numbers: float) -> str:
            return " ".join(f"{n:.3f}" for n in numbers) + " c"

        top, bottom = middle + ry, middle - ry
        return (
            f"{left:.3f} {top:.3f} m {right:.3f} {top:.3f} l {curve(right + hx, top, right + rx, middle + hy, right + rx, middle)} "
            f"{curve(right + rx, middle - hy, right + hx, bottom, right, bottom)} {left:.3f} {bottom:.3f} l "
            f"{curve(left - hx, bottom, left - rx, middle - hy, left - rx, middle)} {curve(left - rx, middle + hy, left - hx, top, left, top)} h"
        )

    def _wedge(self, item: Wedge, x: float, y: float) -> None:
        """A slice: from the center, along arcs of at most a quarter each."""
        rect = item.rect.moved(x, y)
        radius = rect.width / 2
        cx, cy = rect.x + radius, self.canvas.y(rect.y + radius)
        parts = max(1, math.ceil(item.sweep / 90))
        step = math.radians(item.sweep / parts)
        angle = math.radians(90 - item.start)
        path = [f"{cx:.3f} {cy:.3f} m {cx + radius * math.cos(angle):.3f} {cy + radius * math.sin(angle):.3f} l"]
        for _ in range(parts):
            reach, after = radius * 4 / 3 * math.tan(step / 4), angle - step
            points = (
                cx + radius * math.cos(angle) + reach * math.sin(angle),
                cy + radius * math.sin(angle) - reach * math.cos(angle),
                cx + radius * math.cos(after) - reach * math.sin(after),
                cy + radius * math.sin(after) + reach * math.cos(after),
                cx + radius * math.cos(after),
                cy + radius * math.sin(after),
            )
            path.append(" ".join(f"{point:.3f}" for point in points) + " c")
            angle = after
        self.canvas.code.append(f"{self.canvas.fill(item.fill)} {' '.join(path)} h f")

    def _line(self, item: Rule, x: float, y: float) -> None:
        rect = item.rect.moved(x, y)
        self._stroke(rect.x, rect.y, rect.right, rect.bottom, item.color, item.width)

    def _stroke(self, x1: float, y1: float, x2: float, y2: float, color: str, width: float) -> None:
        self.canvas.code.append(f"{self.canvas.stroke(color, width)} {x1:.3f} {self.canvas.y(y1):.3f} m {x2:.3f} {self.canvas.y(y2):.3f} l S")


_PAINTERS: dict[type, Callable[..., None]] = {
    TextBox: Painter.text_box,
    Shape: Painter.shape,
    Rule: Painter.rule,
    Picture: Painter.picture,
    Table: Painter.table,
    Chart: Painter.chart,
}


def _all_spans(line: Line) -> tuple[Span, ...]:
    return (line.label, *line.spans) if line.label else line.spans


def _scope(scope: str) -> dict[str, Any]:
    from reportlab.pdfbase.pdfdoc import PDFName

    return {"O": PDFName("Table"), "Scope": PDFName(scope)} if scope else {}
