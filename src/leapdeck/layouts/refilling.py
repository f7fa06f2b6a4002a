"""Late-bound numbers: boxes that name a page which was not known when they were composed are set again with it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from leapdeck.brand.model import Brand
from leapdeck.layouts.fitting import box
from leapdeck.scene import Deck, Paragraph, Primitive, Scene, TextBox


def references(deck: Deck) -> tuple[str, ...]:
    """What the deck's late-bound runs name, each once, in order."""
    runs = (run for scene in deck.scenes for item in scene.items for paragraph in _paragraphs(item) for run in paragraph.runs)
    return tuple(dict.fromkeys(run.ref for run in runs if run.ref))


def refilled(deck: Deck, values: Mapping[str, str], brand: Brand) -> Deck:
    """The deck with every late-bound run showing its value; KeyError where one has none."""
    return replace(deck, scenes=tuple(_scene(scene, values, brand) for scene in deck.scenes))


def _scene(scene: Scene, values: Mapping[str, str], brand: Brand) -> Scene:
    if not any(_refers(item) for item in scene.items):
        return scene
    return replace(scene, items=tuple(_set_again(item, values, brand) if _refers(item) else item for item in scene.items))


def _set_again(item: Primitive, values: Mapping[str, str], brand: Brand) -> Primitive:
    if not isinstance(item, TextBox):
        return item
    paragraphs = tuple(_paragraph(paragraph, values) for paragraph in item.paragraphs)
    made = box(paragraphs, item.rect, brand, anchor=item.anchor)
    return replace(item, paragraphs=made.paragraphs, lines=made.lines)


def _paragraph(paragraph: Paragraph, values: Mapping[str, str]) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, text=values[run.ref]) if run.ref else run for run in paragraph.runs))


def _paragraphs(item: Primitive) -> tuple[Paragraph, ...]:
    return item.paragraphs if isinstance(item, TextBox) else ()


def _refers(item: Primitive) -> bool:
    return any(run.ref for paragraph in _paragraphs(item) for run in paragraph.runs)
