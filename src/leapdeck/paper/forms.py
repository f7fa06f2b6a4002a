"""The fillable edition: the same pages, with fields where paper has rules, empty cells, circles and boxes to tick.

What could be filled in is known since the pages were set (`asks`); here it gets its name, its words and its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec.structs import replace

from leapdeck.locales import words
from leapdeck.scene import Cell, Field, Line, Page, Primitive, Rule, Shape, Sheets, Span, Table, TextBox
from leapdeck.units import Rect

RISE, DROP = 0.98, 2.4
"""A gap's field reaches so many ems above the baseline, and so many points below it: on the gap's rule."""
RIM = 0.55
"""What a circle's or a box's line takes outside of its form."""
EDGE = 1.5
"""Between a cell's hairlines and its field."""
AIR = 6.0
"""Between the lines' field and what stands above it."""


def fillable(sheets: Sheets) -> Sheets:
    """The pages with fields to fill in on a screen, named after what they belong to, in reading order."""
    form = _Form(words(sheets.properties.language))
    return replace(sheets, pages=tuple(form.page(page) for page in sheets.pages))


class _Form:
    """Gives out names ("map-your-week-3": the third field below that anchor) and finds the words for each field."""

    def __init__(self, fixed: Mapping[str, str]) -> None:
        self._fixed = fixed
        self._anchor = ""
        self._counts = Counter[str]()
        self._rows = Counter[tuple[str, int]]()

    def page(self, page: Page) -> Page:
        """A page with its fields."""
        anchors = sorted((y, id) for id, y in page.anchors)
        items: list[Primitive] = []
        for asked, group in groupby(page.items, key=lambda item: item.asks if isinstance(item, Rule) else None):
            found = list(group)
            self._below(anchors, found[0].rect.y)
            if asked:
                items.append(self._lines(asked, found))
                continue
            for item in found:
                self._below(anchors, item.rect.y)
                items += self._filled(item)
        return replace(page, items=tuple(items))

    def _below(self, anchors: Iterable[tuple[float, str]], y: float) -> None:
        """Fields from here on belong to the last anchor above."""
        self._anchor = next((id for top, id in reversed(list(anchors)) if top <= y), self._anchor)

    def _filled(self, item: Primitive) -> Iterator[Primitive]:
        if isinstance(item, TextBox):
            yield self._box(item)
        elif isinstance(item, Table):
            yield replace(item, rows=tuple(self._row(row, item.key) for row in item.rows))
        elif not (isinstance(item, Shape) and item.role == "tick"):
            yield item

    def _lines(self, asked: Field, rules: list[Primitive]) -> TextBox:
        """Rules that belong together, as one box to write in."""
        first, last = rules[0].rect, rules[-1].rect
        air = AIR if asked.kind == "lines" else 0.0
        top = first.y + asked.rect.y + air
        whole = Rect(first.x + asked.rect.x, top, asked.rect.width, last.y + asked.rect.bottom - top)
        return TextBox(whole, field=self._named(asked, Rect(0, 0, whole.width, whole.height)))

    def _box(self, box: TextBox) -> TextBox:
        """A text with its gaps, and what is to be ticked before it."""
        if box.asks:
            box = replace(box, field=self._named(box.asks, _to_the_rim(box.asks.rect)))
        if any(span.asks for line in box.lines for span in line.spans):
            box = replace(box, lines=tuple(self._line(line) for line in box.lines))
        return box

    def _line(self, line: Line) -> Line:
        return replace(line, spans=tuple(replace(span, field=self._gap(span)) if span.asks else span for span in line.spans))

    def _gap(self, span: Span) -> Field:
        up = span.size * RISE
        return Field("line", span.asks, Rect(span.x, -up, span.width, up + DROP), span.size, self._name())

    def _row(self, row: tuple[Cell, ...], key: str) -> tuple[Cell, ...]:
        """A row: its choices are one field, its cells to write in are counted down their columns."""
        choices = [cell.text.asks for cell in row if cell.text.asks and cell.text.asks.kind == "choice"]
        name = self._name() if choices else ""
        return tuple(self._cell(cell, (key, column), name, len(choices)) for column, cell in enumerate(row))

    def _cell(self, cell: Cell, place: tuple[str, int], name: str, choices: int) -> Cell:
        asked = cell.text.asks
        if not asked:
            return replace(cell, text=self._box(cell.text))
        if asked.kind == "choice":
            says = self._fixed["field-choice"].format(text=asked.says, value=asked.value, values=choices)
            field = replace(asked, says=says, group=asked.says, name=name, rect=_to_the_rim(asked.rect))
            return replace(cell, text=replace(cell.text, field=field))
        self._rows[place] += 1
        says = self._fixed["field-row"].format(text=asked.says or self._fixed["notes"], row=self._rows[place])
        field = replace(asked, says=says, name=self._name(), rect=_inside(cell.text.rect))
        return replace(cell, text=replace(cell.text, field=field))

    def _named(self, asked: Field, rect: Rect) -> Field:
        return replace(asked, rect=rect, name=self._name())

    def _name(self) -> str:
        self._counts[self._anchor] += 1
        return f"{self._anchor}-{self._counts[self._anchor]}"


def _to_the_rim(form: Rect) -> Rect:
    return Rect(form.x - RIM, form.y - RIM, form.width + 2 * RIM, form.height + 2 * RIM)


def _inside(cell: Rect) -> Rect:
    return Rect(EDGE, EDGE, cell.width - 2 * EDGE, cell.height - 2 * EDGE)
