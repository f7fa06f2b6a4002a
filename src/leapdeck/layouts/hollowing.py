"""Slides for participants' paper: rules to write on where the words of gaps were, no notes, and what a screen reader is told of a slide."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from leapdeck.brand.model import Brand
from leapdeck.layouts.fitting import box
from leapdeck.layouts.setting import moved, set_text
from leapdeck.richtext import Run, words
from leapdeck.scene import Chart, Deck, Paragraph, Picture, Primitive, Scene, Shape, Table, TextBox
from leapdeck.units import Insets

ENDLESS = 1e6
"""Points: a line that nothing breaks."""
_UNREAD = ("footer", "number", "decoration", "logo")


def hollowed(deck: Deck, brand: Brand) -> Deck:
    """The deck as participants may have it, hidden slides left out: each gap's word is a rule as long as itself, and there are no notes."""
    return replace(deck, scenes=tuple(_scene(scene, brand) for scene in deck.scenes if not scene.hidden))


def heard(scene: Scene, blank: str) -> str:
    """A slide's words in reading order, sentence by sentence; `blank` stands for a rule to write on."""
    return " ".join(_ended(text) for item in scene.items for text in _texts(item, blank) if text.strip())


def _scene(scene: Scene, brand: Brand) -> Scene:
    """A slide without its gaps' words, in its name neither."""
    items = tuple(_item(item, brand) for item in scene.items) if any(_has_gaps(item) for item in scene.items) else scene.items
    titles = (item for item in items if isinstance(item, TextBox) and item.role == "title" and any(_blanks(item)))
    title = next((_said(item.paragraphs[0].runs, "\u2026") for item in titles), scene.title)
    if title != scene.title:  # a chart's alternative text begins with it
        items = tuple(replace(item, alt=item.alt.replace(scene.title, title)) if isinstance(item, Chart) else item for item in items)
    return replace(scene, items=items, notes=(), title=title)


def _blanks(text: TextBox) -> Iterator[bool]:
    return (run.blank > 0 for paragraph in text.paragraphs for run in paragraph.runs)


def _item(item: Primitive, brand: Brand) -> Primitive:
    if isinstance(item, Table):
        rows = tuple(tuple(replace(cell, text=_box(cell.text, brand)) for cell in row) for row in item.rows)
        return replace(item, rows=rows)
    return _box(item, brand) if isinstance(item, TextBox) else item


def _box(text: TextBox, brand: Brand) -> TextBox:
    """A box with its gaps open, set again: rules as long as the words leave the lines as they were."""
    if not _has_gaps(text):
        return text
    left, _, right, _ = text.insets
    made = box(tuple(_paragraph(p, brand) for p in text.paragraphs), text.rect.inset(Insets(left, 0, right, 0)), brand, anchor=text.anchor)
    return replace(text, paragraphs=made.paragraphs, lines=moved(made.lines, left))


def _paragraph(paragraph: Paragraph, brand: Brand) -> Paragraph:
    return replace(paragraph, runs=tuple(part for run in paragraph.runs for part in (_rules(run, paragraph, brand) if run.gap else (run,))))


def _rules(run: Run, paragraph: Paragraph, brand: Brand) -> Iterator[Run]:
    """A rule for each word of a gap, so that the line may break where it did."""
    for number, word in enumerate(run.text.split()):
        if number:
            yield Run(" ")
        bare = replace(paragraph, runs=(replace(run, text=word),), bullet="", indent=0.0, align="left")
        yield Run("", blank=set_text((bare,), ENDLESS, brand).width)


def _has_gaps(item: Primitive) -> bool:
    if isinstance(item, Table):
        return any(_has_gaps(cell.text) for row in item.rows for cell in row)
    return isinstance(item, TextBox) and any(run.gap for paragraph in item.paragraphs for run in paragraph.runs)


def _texts(item: Primitive, blank: str) -> Iterator[str]:
    if item.role in _UNREAD and not isinstance(item, Shape):
        return
    if isinstance(item, TextBox):
        yield from (_said(paragraph.runs, blank) for paragraph in item.paragraphs)
    elif isinstance(item, Table):
        yield from (_said(paragraph.runs, blank) for row in item.rows for cell in row for paragraph in cell.text.paragraphs)
    elif isinstance(item, Picture | Chart | Shape):
        yield item.alt


def _said(runs: tuple[Run, ...], blank: str) -> str:
    """The words with plain spaces, a gap of several of them being heard once."""
    text = words(tuple(Run(blank) if run.blank else run for run in runs)).replace("\u00a0", " ")
    while blank and f"{blank} {blank}" in text:
        text = text.replace(f"{blank} {blank}", blank)
    return text


def _ended(text: str) -> str:
    """A text that ends as a sentence does, so that the next one is heard apart from it."""
    text = text.strip()
    return text if text[-1] in ".!?:;…" else f"{text}."
