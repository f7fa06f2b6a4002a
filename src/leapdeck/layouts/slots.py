"""The slots of every slide layout: one table, read by the composer and by the PowerPoint template alike.

A slide is 960 × 540 points: 48 at the sides, 12 columns with gutters of 16, a baseline grid of 8.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from leapdeck.layouts.lists import SLIDE_LEVELS, Level
from leapdeck.scene import Anchor, Rule, Shape, TextBox
from leapdeck.units import Rect, Size

SLIDE = Size(960, 540)
MARGIN = 48.0
GUTTER = 16.0
WIDTH = SLIDE.width - 2 * MARGIN
COLUMN = (WIDTH - 11 * GUTTER) / 12
BODY_TOP = 136.0
BODY_BOTTOM = 488.0
LOW = (160.0, 416.0)
"""Where low panels and cards begin and end."""

Placeholder = Literal["", "title", "ctrTitle", "subTitle", "body", "obj", "pic", "tbl", "chart", "ftr", "sldNum"]


class Slot(Struct, frozen=True):
    """A place for one thing: its rectangle, the kind of placeholder PowerPoint has there ("": none), the text role it sets.

    Where it is a placeholder of a client's template, `index` is its number there, `levels` are its own and `size` is that of
    its first level; `moved` says that slides put it elsewhere than the template does, as something else must stand beside it.
    """

    name: str
    rect: Rect
    placeholder: Placeholder
    role: str = "body"
    anchor: Anchor = "top"
    prompt: str = ""
    align: Literal["left", "center", "right"] = "left"
    levels: tuple[Level, ...] = SLIDE_LEVELS
    index: int = -1
    size: float = 0.0
    moved: bool = False

    @property
    def theirs(self) -> bool:
        """Whether a client's template says how text in it looks."""
        return self.index >= 0


FOOTER = (
    Slot("footer", Rect(MARGIN, 504, 640, 16), "ftr", "footer", "middle"),
    Slot("number", Rect(MARGIN + WIDTH - 64, 504, 64, 16), "sldNum", "footer", "middle", align="right"),
)


class Layout(Struct, frozen=True):
    """A slide layout: what it is called in PowerPoint, its ground, its slots in reading order, its fixed marks.

    `areas` are the places of what no placeholder holds: a logo, a bar, badges. `furniture` are the marks that each slide
    brings along by itself, as a client's layout has none of them; `omitted` are the slots that it has no room for.
    `light`: a logo stands on a light ground. `part` is where the layout lies in a client's template. `type` is PowerPoint's
    own word for the layout (ECMA-376, ST_SlideLayoutType), "" where it has none.
    """

    name: str
    title: str
    slots: tuple[Slot, ...]
    ground: str = "paper"
    marks: tuple[Shape | Rule | TextBox, ...] = ()
    footers: tuple[Slot, ...] = FOOTER
    type: str = ""
    areas: tuple[tuple[str, Rect], ...] = ()
    furniture: tuple[Shape | Rule | TextBox, ...] = ()
    omitted: tuple[str, ...] = ()
    light: bool = False
    part: str = ""

    def slot(self, name: str) -> Slot:
        """The slot of that name; KeyError where the layout has none."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(f"the layout {self.name} has no slot {name}")

    def area(self, name: str) -> Rect | None:
        """The place of that name, None where the layout has no room for it."""
        return dict(self.areas).get(name)


def columns(first: int, count: int) -> tuple[float, float]:
    """Left edge and width, in points, of `count` of the twelve columns from the one numbered `first` (from 0)."""
    return MARGIN + first * (COLUMN + GUTTER), count * COLUMN + (count - 1) * GUTTER


def body_rect(first: int = 0, count: int = 12, top: float = BODY_TOP, bottom: float = BODY_BOTTOM) -> Rect:
    """The rectangle of some columns between two heights."""
    left, width = columns(first, count)
    return Rect(left, top, width, bottom - top)


TITLE = Slot("title", Rect(MARGIN, 24, WIDTH, 80), "title", "title", "bottom", "Title")
TITLE_RULE = Shape(Rect(MARGIN, 112, 48, 4), fill="accent")
SIDE_BAR = Shape(Rect(0, 0, 12, SLIDE.height), fill="accent")


def _slot(name: str, rect: Rect, role: str = "body", anchor: Anchor = "top", prompt: str = "Text") -> Slot:
    return Slot(name, rect, "body", role, anchor, prompt)


def _titled(
    name: str,
    title: str,
    *slots: Slot,
    marks: tuple[Shape | Rule | TextBox, ...] = (),
    type: str = "",
    areas: tuple[tuple[str, Rect], ...] = (),
) -> Layout:
    return Layout(name, title, (TITLE, *slots), marks=(TITLE_RULE, *marks), type=type, areas=areas)


def _compass() -> tuple[Shape, ...]:
    center, middle = 800.0, 400.0
    rings = tuple(
        Shape(Rect(center - r, middle - r, 2 * r, 2 * r), "ellipse", stroke="on-dark", stroke_width=2, alpha=0.09)
        for r in (60, 110, 160, 208)
    )
    return (*rings, Shape(Rect(center - 30, middle - 150, 60, 300), "diamond", fill="accent", alpha=0.55))


def _title() -> Layout:
    return Layout(
        "title",
        "Title",
        (
            Slot("title", Rect(64, 96, 656, 152), "ctrTitle", "display", "bottom", "Workshop title"),
            Slot("subtitle", Rect(64, 276, 560, 104), "subTitle", "subtitle", "top", "Subtitle"),
            _slot("meta", Rect(64, 448, 640, 50), "meta", "bottom", "Client, date, place"),
        ),
        "primary",
        (*_compass(), SIDE_BAR, Shape(Rect(64, 256, 72, 4), fill="highlight")),
        footers=(),
        type="title",
        areas=(("logo", Rect(64, 36, 220, 48)), ("client-logo", Rect(704, 36, 208, 48))),
    )


def _section() -> Layout:
    return Layout(
        "section",
        "Section",
        (
            Slot("title", Rect(64, 196, 672, 156), "title", "section-title", "bottom", "Section title"),
            _slot("kicker", Rect(64, 64, 560, 20), "kicker", "top", "Time and minutes"),
            _slot("summary", Rect(64, 368, 640, 88), "subtitle", "top", "One line of summary"),
            Slot("ornament", Rect(672, 40, 240, 300), "body", "ornament", "top", "1", align="right"),
        ),
        "primary",
        footers=(),
        type="secHead",
        areas=(("bar", Rect(64, 478, 832, 8)),),
    )


def _panel(top: float, bottom: float, color: str) -> tuple[Shape, Shape]:
    left, width = columns(9, 3)
    return Shape(Rect(left, top, width, bottom - top), fill="mist"), Shape(Rect(left, top, width, 4), fill=color)


def _workbook_panel() -> tuple[tuple[Shape, ...], tuple[Slot, ...]]:
    left, width = columns(9, 3)
    inner = Rect(left + 20, 0, width - 40, 0)
    return _panel(BODY_TOP, 304, "primary"), (
        _slot("panel-label", Rect(inner.x, 156, inner.width, 16), "label", "top", "WORKBOOK"),
        _slot("panel-number", Rect(inner.x, 176, inner.width, 48), "number", "top", "p. 1"),
        _slot("panel-text", Rect(inner.x, 232, inner.width, 60), "panel", "top", "What to do there"),
    )


def _points() -> tuple[Layout, ...]:
    marks, panel = _workbook_panel()
    return (
        _titled("points", "Points", _slot("body", body_rect(0, 10), "large"), type="obj"),
        _titled("points-workbook", "Points, workbook", _slot("body", body_rect(0, 9), "body"), *panel, marks=marks),
        _titled(
            "objectives",
            "Objectives",
            _slot("body", body_rect(0, 11, bottom=456), "large"),
            _slot("caption", body_rect(0, 11, 464, 488), "caption", "bottom", "A line below"),
        ),
        Layout(
            "takeaways",
            "Takeaways",
            (
                Slot("title", Rect(64, 40, 800, 88), "title", "section-title", "bottom", "Title"),
                _slot("body", Rect(64, 168, 752, 320), "on-dark-large"),
            ),
            "primary",
            (SIDE_BAR, Shape(Rect(64, 136, 72, 4), fill="highlight")),
            footers=(),
        ),
    )


def _columns(count: int, low: bool = False) -> Layout:
    """Panels side by side; low ones for a few words, in the middle of the slide."""
    share, (top, bottom) = 12 // count, LOW if low else (BODY_TOP, BODY_BOTTOM)
    slots: list[Slot] = []
    marks: list[Shape] = []
    for index in range(count):
        left, width = columns(index * share, share)
        color = ("primary", "accent", "support")[index]
        marks += [Shape(Rect(left, top, width, bottom - top), fill="mist"), Shape(Rect(left, top, width, 6), fill=color)]
        head = 40 if low else 66
        slots += [
            _slot(f"head-{index + 1}", Rect(left + 20, top + 22, width - 40, head), "head-column", "top", "Heading"),
            _slot(f"body-{index + 1}", Rect(left + 20, top + head + 30, width - 40, bottom - top - head - 46), "large" if low else "body"),
        ]
    return _titled(f"columns-{count}{'-low' * low}", f"{count} columns{', low' * low}", *slots, marks=tuple(marks))


def _words() -> tuple[Layout, ...]:
    return (
        Layout(
            "statement",
            "Statement",
            (
                Slot("title", Rect(84, 136, 736, 272), "title", "statement", "middle", "One sentence"),
                _slot("eyebrow", Rect(84, 72, 736, 32), "eyebrow", "bottom", "Heading"),
            ),
            "mist",
            (Shape(Rect(MARGIN, 136, 6, 272), fill="accent"),),
        ),
        Layout(
            "quote",
            "Quote",
            (
                Slot("title", Rect(144, 120, 696, 248), "title", "quote", "middle", "Quotation"),
                _slot("source", Rect(144, 384, 696, 48), "source", "top", "Who said it"),
                _slot("mark", Rect(64, 104, 72, 120), "quote-mark", "top", "“"),
            ),
            "mist",
        ),
        Layout(
            "question",
            "Question",
            (
                Slot("title", Rect(MARGIN, 96, 780, 56), "title", "eyebrow", "bottom", "Heading"),
                _slot("question", Rect(MARGIN, 164, 800, 240), "question", "top", "Question"),
                _slot("reference", Rect(MARGIN, 440, 400, 32), "reference", "middle", "Workbook page"),
            ),
            "mist",
            areas=(("badges", Rect(MARGIN, 48, 780, 28)),),
        ),
    )


def _exercise() -> tuple[Layout, ...]:
    left, width = columns(9, 3)
    inner, span = left + 20, width - 40
    slots = (
        _slot("body", body_rect(0, 9), "body", "top", "Steps"),
        _slot("panel-number", Rect(inner, 152, span, 62), "panel-number", "top", "20"),
        _slot("panel-unit", Rect(inner, 214, span, 24), "panel-unit", "top", "minutes"),
        _slot("panel-text", Rect(inner, 252, span, 228), "panel", "top", "How, what you need, workbook page"),
    )
    return (_titled("exercise", "Exercise", *slots, marks=_panel(BODY_TOP, BODY_BOTTOM, "support")),)


def _cards(name: str, title: str, count: int, role: str, letters: bool, low: bool = False) -> Layout:
    """Cards for steps, in one row or two, or for lettered options, two in a row or three below each other."""
    rows = 1 if count <= 5 and not letters else count if count == 3 else -(-count // 2) if letters else 2
    across = -(-count // rows)
    width = (WIDTH - (across - 1) * GUTTER) / across
    top, bottom = LOW if low else (248.0 if letters else BODY_TOP, BODY_BOTTOM)
    height = (bottom - top - (rows - 1) * GUTTER) / rows
    slots: list[Slot] = []
    marks: list[Shape | Rule | TextBox] = []
    for index in range(count):
        x, y = MARGIN + index % across * (width + GUTTER), top + index // across * (height + GUTTER)
        card = Rect(x, y, width, height)
        marks.append(Shape(card, fill="mist"))
        slots += _option(index, card, role) if letters else _step(index, card, role, marks)
    head = (_slot("question", body_rect(0, 12, 128, 232), "quiz-question", "middle", "Question"),) if letters else ()
    return _titled(name, title, *head, *slots, marks=tuple(marks))


def _option(index: int, card: Rect, role: str) -> list[Slot]:
    return [
        Slot(f"letter-{index + 1}", Rect(card.x, card.y, 56, card.height), "body", "letter", "middle", "ABCDEFGH"[index], align="center"),
        _slot(f"option-{index + 1}", Rect(card.x + 64, card.y + 8, card.width - 80, card.height - 16), role, "middle", "Option"),
    ]


def _step(index: int, card: Rect, role: str, marks: list[Shape | Rule | TextBox]) -> list[Slot]:
    marks.append(Shape(Rect(card.x, card.y, card.width, 6), fill="primary"))
    tall, low = card.height > 300, 200 < card.height <= 300
    head = card.y + (104 if tall else 88 if low else 60)
    return [
        _slot(
            f"number-{index + 1}",
            Rect(card.x + 16, card.y + (24 if tall else 20 if low else 12), 96, 46 if card.height <= 200 else 64),
            "step-number",
            "top",
            str(index + 1),
        ),
        _slot(
            f"head-{index + 1}", Rect(card.x + 16, head, card.width - 32, 66 if tall else 38 if low else 32), "head-column", "top", "Step"
        ),
        _slot(
            f"text-{index + 1}",
            Rect(
                card.x + 16,
                head + (72 if tall else 42 if low else 36),
                card.width - 32,
                card.bottom - head - (84 if tall else 54 if low else 44),
            ),
            role,
            "top",
            "What happens",
        ),
    ]


def _pictures() -> tuple[Layout, ...]:
    band = Rect(0, 408, SLIDE.width, 132)
    half = SLIDE.width / 2
    return (
        Layout(
            "picture",
            "Picture",
            (
                Slot("title", Rect(MARGIN, 420, WIDTH, 44), "title", "picture-title", "middle", "Title"),
                Slot("picture", Rect(0, 0, SLIDE.width, 408), "pic", prompt="Picture"),
                _slot("caption", Rect(MARGIN, 466, WIDTH, 56), "picture-caption", "top", "Caption"),
            ),
            "primary",
            (Shape(Rect(band.x, band.y, band.width, 4), fill="accent"),),
            footers=(),
            type="",
        ),
        Layout(
            "picture-half",
            "Picture at the side",
            (
                Slot("title", Rect(MARGIN, 24, half - MARGIN - 32, 208), "title", "title", "bottom", "Title"),
                Slot("picture", Rect(half, 0, half, SLIDE.height), "pic", prompt="Picture"),
                _slot("caption", Rect(MARGIN, 264, half - MARGIN - 32, 208), "body", "top", "Caption"),
            ),
            marks=(Shape(Rect(MARGIN, 240, 48, 4), fill="accent"),),
            type="picTx",
        ),
    )


def _data() -> tuple[Layout, ...]:
    caption = _slot("caption", body_rect(0, 12, 464, 488), "caption", "top", "Source or caption")
    return (
        _titled("table", "Table", Slot("table", body_rect(0, 12, BODY_TOP, 456), "tbl", prompt="Table"), caption, type="tbl"),
        _titled("chart", "Chart", Slot("chart", body_rect(0, 12, BODY_TOP, 456), "chart", prompt="Chart"), caption, type="chart"),
        _titled(
            "agenda",
            "Agenda",
            Slot("table", body_rect(0, 12, 128, 444), "tbl", prompt="Agenda"),
            _slot("caption", body_rect(0, 12, 448, 472), "caption", "middle", "A line below"),
            areas=(("bar", Rect(MARGIN, 476, WIDTH, 10)),),
        ),
        _titled("title-only", "Title only", type="titleOnly"),
    )


def _pauses() -> tuple[Layout, ...]:
    return (
        Layout(
            "break",
            "Break",
            (
                Slot("title", Rect(64, 128, 640, 64), "title", "break-title", "bottom", "Break"),
                _slot("minutes", Rect(64, 208, 640, 128), "break-minutes", "top", "15 minutes"),
                _slot("until", Rect(64, 352, 832, 64), "break-until", "top", "When work goes on"),
            ),
            "support",
            (Shape(Rect(0, 0, 12, SLIDE.height), fill="highlight"),),
            footers=(),
        ),
        Layout(
            "contact",
            "Contact",
            (
                Slot("title", Rect(64, 64, 560, 152), "title", "invitation", "bottom", "Invitation"),
                _slot("text", Rect(64, 232, 560, 72), "subtitle", "top", "A sentence about the offer"),
                _slot("phone", Rect(64, 312, 560, 72), "phone", "middle", "Telephone"),
                _slot("details", Rect(64, 392, 560, 64), "contact-details", "top", "Mail, web, person"),
                _slot("qr-caption", Rect(652, 376, 236, 24), "qr-caption", "top", "What the code holds"),
            ),
            "primary",
            (SIDE_BAR,),
            footers=(),
            areas=(("logo", Rect(64, 460, 220, 48)), ("client-logo", Rect(320, 460, 208, 48)), ("qr", Rect(652, 128, 236, 236))),
        ),
    )


@lru_cache(1)
def layouts() -> dict[str, Layout]:
    """Every layout by its name, in the order in which PowerPoint lists them."""
    table = (
        _title(),
        *_data()[2:3],
        *_points()[2:3],
        _section(),
        *_points()[:2],
        *(_columns(n, low) for n in (2, 3) for low in (False, True)),
        *_words(),
        *_exercise(),
        *(_cards(f"quiz-{n}", f"Quiz, {n} options", n, "option", letters=True) for n in range(2, 9)),
        *(_cards(f"steps-{n}", f"{n} steps", n, "step-text", letters=False) for n in range(2, 11)),
        *(_cards(f"steps-{n}-low", f"{n} steps, low", n, "step-text", letters=False, low=True) for n in range(2, 6)),
        *_data()[:2],
        *_pictures(),
        *_pauses()[:1],
        *_points()[3:],
        *_data()[3:],
        *_pauses()[1:],
    )
    return {layout.name: layout for layout in table}
