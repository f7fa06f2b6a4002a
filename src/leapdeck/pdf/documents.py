"""Whole documents: slides a page each, and sheets of paper."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.layouts.slots import layouts
from leapdeck.locales import words
from leapdeck.pdf.canvas import TaggedCanvas
from leapdeck.pdf.painter import Painter
from leapdeck.scene import Deck, Primitive, Scene, Sheets, TextBox
from leapdeck.units import Rect


def write_slides(deck: Deck, brand: Brand, images: Mapping[str, Picture]) -> bytes:
    """Slides as PDF, hidden ones left out, with the sections and titles as bookmarks; KeyError where a picture is missing."""
    canvas = TaggedCanvas(deck.properties, brand, images)
    painter = Painter(canvas, words(deck.properties.language)["blank"])
    shown = [scene for scene in deck.scenes if not scene.hidden]
    section = ""
    for scene in shown:
        canvas.begin_page(deck.size)
        _paint_ground(painter, scene, Rect(0, 0, deck.size.width, deck.size.height))
        canvas.anchor(scene.id)
        if scene.section != section:
            canvas.bookmark(scene.section, scene.id, 0)
        section = scene.section
        canvas.bookmark(f"{scene.number}  {scene.title}", scene.id, 1)
        painter.paint(tagged(scene, 1 if scene is shown[0] else 2))
        canvas.end_page()
    for number, scene in enumerate(shown):
        canvas.label(number, str(scene.number))
    return canvas.bytes()


def write_sheets(sheets: Sheets, brand: Brand, images: Mapping[str, Picture]) -> bytes:
    """Sheets of paper as PDF, with their bookmarks and the numbers that are printed on them; KeyError where a picture is missing."""
    canvas = TaggedCanvas(sheets.properties, brand, images)
    painter = Painter(canvas, words(sheets.properties.language)["blank"])
    for number, page in enumerate(sheets.pages):
        canvas.begin_page(page.size)
        for id, down in page.anchors:
            canvas.anchor(id, down)
        for level, title, id in page.bookmarks:
            canvas.bookmark(title, id, level)
        painter.paint(page.items)
        canvas.end_page()
        canvas.label(number, page.label)
    return canvas.bytes()


def tagged(scene: Scene, level: int) -> tuple[Primitive, ...]:
    """A scene's primitives, its title a heading of a level."""
    return tuple(_as_heading(item, level) if isinstance(item, TextBox) and item.role == "title" else item for item in scene.items)


def _as_heading(item: TextBox, level: int) -> TextBox:
    return replace(item, paragraphs=tuple(replace(paragraph, tag=f"H{level}") for paragraph in item.paragraphs))


def _paint_ground(painter: Painter, scene: Scene, rect: Rect) -> None:
    layout = layouts()[scene.layout]
    painter.ground(rect, layout.ground)
    painter.decorate(layout.marks)
