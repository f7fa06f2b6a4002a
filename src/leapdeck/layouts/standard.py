"""Our own slide layouts with all their slots: one table, read by the composer and by the PowerPoint template alike."""

from __future__ import annotations

from functools import lru_cache

from leapdeck.layouts.cards import card_layout, column_layout
from leapdeck.layouts.slots import (
    BODY_BOTTOM,
    BODY_TOP,
    MARGIN,
    SIDE_BAR,
    SLIDE,
    WIDTH,
    Layout,
    Slot,
    body_rect,
    columns,
    text_slot,
    titled,
)
from leapdeck.scene import Shape
from leapdeck.units import Rect


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
            text_slot("meta", Rect(64, 448, 640, 50), "meta", "bottom", "Client, date, place"),
        ),
        "primary",
        (*_compass(), SIDE_BAR, Shape(Rect(64, 256, 72, 4), fill="highlight")),
        footers=(),
        type="title",
        areas=(("logo", Rect(64, 36, 220, 48)), ("client-logo", Rect(704, 36, 208, 48))),
    )


def _section(name: str, title: str, top: float, height: float) -> Layout:
    """An opening whose title is so high: the kicker stands close above it, the summary below."""
    return Layout(
        name,
        title,
        (
            Slot("title", Rect(64, top, 672, height), "title", "section-title", "bottom", "Section title"),
            text_slot("kicker", Rect(64, top - 24, 560, 20), "kicker", "bottom", "Time and minutes", whole=True),
            text_slot("summary", Rect(64, top + height + 16, 640, 88), "subtitle", "top", "One line of summary"),
            Slot("ornament", Rect(672, 40, 240, 300), "body", "ornament", "top", "1", align="right"),
        ),
        "primary",
        footers=(),
        type="secHead",
        areas=(("bar", Rect(64, 478, 832, 8)),),
    )


def _sections() -> tuple[Layout, ...]:
    """By how many lines the title has: one, two, or more."""
    return (
        _section("section-low", "Section, one line", 224, 64),
        _section("section", "Section", 224, 112),
        _section("section-high", "Section, three lines", 208, 156),
    )


def _panel(top: float, bottom: float, color: str) -> tuple[Shape, Shape]:
    left, width = columns(9, 3)
    return Shape(Rect(left, top, width, bottom - top), fill="mist"), Shape(Rect(left, top, width, 4), fill=color)


def _workbook_panel() -> tuple[tuple[Shape, ...], tuple[Slot, ...]]:
    left, width = columns(9, 3)
    inner = Rect(left + 20, 0, width - 40, 0)
    return _panel(BODY_TOP, 304, "primary"), (
        text_slot("panel-label", Rect(inner.x, 156, inner.width, 16), "label", "top", "WORKBOOK", whole=True),
        text_slot("panel-number", Rect(inner.x, 176, inner.width, 48), "number", "top", "p. 1", whole=True),
        text_slot("panel-text", Rect(inner.x, 232, inner.width, 60), "panel", "top", "What to do there"),
    )


def _points() -> tuple[Layout, ...]:
    marks, panel = _workbook_panel()
    return (
        titled("points", "Points", text_slot("body", body_rect(0, 10), "large"), type="obj"),
        titled("points-workbook", "Points, workbook", text_slot("body", body_rect(0, 9), "body"), *panel, marks=marks),
        titled(
            "objectives",
            "Objectives",
            text_slot("body", body_rect(0, 11, bottom=456), "large"),
            text_slot("caption", body_rect(0, 11, 464, 488), "caption", "bottom", "A line below"),
        ),
        Layout(
            "takeaways",
            "Takeaways",
            (
                Slot("title", Rect(64, 40, 800, 88), "title", "section-title", "bottom", "Title"),
                text_slot("body", Rect(64, 168, 752, 320), "on-dark-large"),
            ),
            "primary",
            (SIDE_BAR, Shape(Rect(64, 136, 72, 4), fill="highlight")),
            footers=(),
        ),
    )


def _words() -> tuple[Layout, ...]:
    return (
        Layout(
            "statement",
            "Statement",
            (
                Slot("title", Rect(84, 136, 736, 272), "title", "statement", "middle", "One sentence"),
                text_slot("eyebrow", Rect(84, 72, 736, 32), "eyebrow", "bottom", "Heading"),
            ),
            "mist",
            (Shape(Rect(MARGIN, 136, 6, 272), fill="accent"),),
        ),
        Layout(
            "quote",
            "Quote",
            (
                Slot("title", Rect(144, 120, 696, 248), "title", "quote", "middle", "Quotation"),
                text_slot("source", Rect(144, 384, 696, 48), "source", "top", "Who said it"),
                text_slot("mark", Rect(64, 104, 72, 120), "quote-mark", "top", "“"),
            ),
            "mist",
        ),
        Layout(
            "question",
            "Question",
            (
                Slot("title", Rect(MARGIN, 96, 780, 56), "title", "eyebrow", "bottom", "Heading"),
                text_slot("question", Rect(MARGIN, 164, 800, 240), "question", "top", "Question"),
                text_slot("reference", Rect(MARGIN, 440, 400, 32), "reference", "middle", "Workbook page", whole=True),
            ),
            "mist",
            areas=(("badges", Rect(MARGIN, 48, 780, 28)),),
        ),
    )


def _exercise(name: str, title: str, bottom: float, *, timed: bool = True) -> Layout:
    """Steps, and a panel that ends at `bottom`; without minutes its text begins where they would stand."""
    left, width = columns(9, 3)
    inner, span, top = left + 20, width - 40, 252 if timed else 156
    minutes = (
        text_slot("panel-number", Rect(inner, 152, span, 62), "panel-number", "top", "20", whole=True),
        text_slot("panel-unit", Rect(inner, 214, span, 24), "panel-unit", "top", "minutes", whole=True),
    )
    slots = (
        text_slot("body", body_rect(0, 9), "body", "top", "Steps"),
        *(minutes if timed else ()),
        text_slot("panel-text", Rect(inner, top, span, bottom - 8 - top), "panel", "top", "How, what you need, workbook page"),
    )
    return titled(name, title, *slots, marks=_panel(BODY_TOP, bottom, "support"))


def _exercises() -> tuple[Layout, ...]:
    """By how much stands in the panel."""
    heights = (
        ("-low", ", low panel", 312),
        ("-mid", ", middle panel", 368),
        ("-high", ", high panel", 424),
        ("-tall", ", tall panel", 448),
    )
    ends = (*heights, ("", "", BODY_BOTTOM))
    return (
        *(_exercise(f"exercise{name}", f"Exercise{title}", bottom) for name, title, bottom in ends),
        *(_exercise(f"exercise-untimed{name}", f"Exercise, no time{title}", bottom - 96, timed=False) for name, title, bottom in ends),
    )


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
                text_slot("caption", Rect(MARGIN, 466, WIDTH, 56), "picture-caption", "top", "Caption"),
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
                text_slot("caption", Rect(MARGIN, 264, half - MARGIN - 32, 208), "body", "top", "Caption"),
            ),
            marks=(Shape(Rect(MARGIN, 240, 48, 4), fill="accent"),),
            type="picTx",
        ),
    )


def _data() -> tuple[Layout, ...]:
    caption = text_slot("caption", body_rect(0, 12, 464, 488), "caption", "top", "Source or caption")
    return (
        titled("table", "Table", Slot("table", body_rect(0, 12, BODY_TOP, 456), "tbl", prompt="Table"), caption, type="tbl"),
        titled("chart", "Chart", Slot("chart", body_rect(0, 12, BODY_TOP, 456), "chart", prompt="Chart"), caption, type="chart"),
        titled(
            "agenda",
            "Agenda",
            Slot("table", body_rect(0, 12, 128, 444), "tbl", prompt="Agenda"),
            text_slot("caption", body_rect(0, 12, 448, 472), "caption", "middle", "A line below"),
            areas=(("bar", Rect(MARGIN, 476, WIDTH, 10)),),
        ),
        titled("title-only", "Title only", type="titleOnly"),
    )


def _pauses() -> tuple[Layout, ...]:
    return (
        Layout(
            "break",
            "Break",
            (
                Slot("title", Rect(64, 128, 640, 64), "title", "break-title", "bottom", "Break"),
                text_slot("minutes", Rect(64, 208, 640, 128), "break-minutes", "top", "15 minutes", whole=True),
                text_slot("until", Rect(64, 352, 832, 64), "break-until", "top", "When work goes on"),
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
                text_slot("text", Rect(64, 232, 560, 72), "subtitle", "top", "A sentence about the offer"),
                text_slot("phone", Rect(64, 312, 560, 72), "phone", "middle", "Telephone"),
                text_slot("details", Rect(64, 392, 560, 64), "contact-details", "top", "Mail, web, person"),
                text_slot("qr-caption", Rect(652, 376, 236, 24), "qr-caption", "top", "What the code holds", whole=True),
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
        *_sections(),
        *_points()[:2],
        *(column_layout(n, low) for n in (2, 3) for low in (False, True)),
        *_words(),
        *_exercises(),
        *(card_layout(f"quiz-{n}", f"Quiz, {n} options", n, "option", letters=True) for n in range(2, 9)),
        *(card_layout(f"steps-{n}", f"{n} steps", n, "step-text", letters=False) for n in range(2, 11)),
        *(card_layout(f"steps-{n}-low", f"{n} steps, low", n, "step-text", letters=False, low=True) for n in range(2, 6)),
        *_data()[:2],
        *_pictures(),
        *_pauses()[:1],
        *_points()[3:],
        *_data()[3:],
        *_pauses()[1:],
    )
    return {layout.name: layout for layout in table}
