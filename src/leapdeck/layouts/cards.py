"""Layouts of panels and cards side by side: columns, steps, the options of a quiz."""

from __future__ import annotations

from leapdeck.layouts.slots import BODY_BOTTOM, BODY_TOP, GUTTER, MARGIN, WIDTH, Layout, Slot, body_rect, columns, text_slot, titled
from leapdeck.scene import Rule, Shape, TextBox
from leapdeck.units import Rect

LOW = (160.0, 416.0)
"""Where low panels and cards begin and end."""
CARDS_BOTTOM = 456.0
"""Where other cards end: below them is the page of the workbook."""


def column_layout(count: int, low: bool = False) -> Layout:
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
            text_slot(f"head-{index + 1}", Rect(left + 20, top + 22, width - 40, head), "head-column", "top", "Heading"),
            text_slot(
                f"body-{index + 1}", Rect(left + 20, top + head + 30, width - 40, bottom - top - head - 46), "large" if low else "body"
            ),
        ]
    return titled(f"columns-{count}{'-low' * low}", f"{count} columns{', low' * low}", *slots, marks=tuple(marks))


def card_layout(name: str, title: str, count: int, role: str, letters: bool, low: bool = False) -> Layout:
    """Cards for steps, in one row or two, or for lettered options, two in a row or three below each other."""
    rows = 1 if count <= 5 and not letters else count if count == 3 else -(-count // 2) if letters else 2
    across = -(-count // rows)
    width = (WIDTH - (across - 1) * GUTTER) / across
    between = GUTTER / 2 if rows > (2 if letters else 1) else GUTTER
    top, bottom = LOW if low else (248.0 if letters else BODY_TOP, CARDS_BOTTOM)
    height = (bottom - top - (rows - 1) * between) / rows
    slots: list[Slot] = []
    marks: list[Shape | Rule | TextBox] = []
    for index in range(count):
        x, y = MARGIN + index % across * (width + GUTTER), top + index // across * (height + between)
        card = Rect(x, y, width, height)
        marks.append(Shape(card, fill="mist"))
        slots += _option(index, card, role) if letters else _step(index, card, role, marks)
    head = (text_slot("question", body_rect(0, 12, 128, 232), "quiz-question", "middle", "Question"),) if letters else ()
    caption = text_slot("caption", body_rect(0, 12, 464, 488), "caption", "top", "Workbook page", whole=True)
    return titled(name, title, *head, *slots, caption, marks=tuple(marks))


def _option(index: int, card: Rect, role: str) -> list[Slot]:
    return [
        Slot(
            f"letter-{index + 1}",
            Rect(card.x, card.y, 56, card.height),
            "body",
            "letter",
            "middle",
            "ABCDEFGH"[index],
            align="center",
            whole=True,
        ),
        text_slot(f"option-{index + 1}", Rect(card.x + 64, card.y + 6, card.width - 80, card.height - 12), role, "middle", "Option"),
    ]


def _step(index: int, card: Rect, role: str, marks: list[Shape | Rule | TextBox]) -> list[Slot]:
    marks.append(Shape(Rect(card.x, card.y, card.width, 6), fill="primary"))
    tall, low = card.height > 300, 200 < card.height <= 300
    head = card.y + (104 if tall else 88 if low else 60)
    return [
        text_slot(
            f"number-{index + 1}",
            Rect(card.x + 16, card.y + (24 if tall else 20 if low else 12), 96, 46 if card.height <= 200 else 64),
            "step-number",
            "top",
            str(index + 1),
            whole=True,
        ),
        text_slot(
            f"head-{index + 1}", Rect(card.x + 16, head, card.width - 32, 66 if tall else 38 if low else 32), "head-column", "top", "Step"
        ),
        text_slot(
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
