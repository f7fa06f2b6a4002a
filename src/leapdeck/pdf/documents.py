"""Whole documents: slides a page each, and sheets of paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.layouts.design import Design, own_design
from leapdeck.layouts.slots import Layout
from leapdeck.locales import words
from leapdeck.paper.sparing import outlined
from leapdeck.pdf.canvas import TaggedCanvas
from leapdeck.pdf.painter import Painter
from leapdeck.scene import Deck, Inset, Primitive, Scene, Shape, Sheets, TextBox
from leapdeck.units import Rect, Size


def write_slides(deck: Deck, brand: Brand, images: Mapping[str, Picture], design: Design | None = None) -> bytes:
    """Slides as PDF, hidden ones left out, with sections and titles as bookmarks; KeyError where a picture is missing."""
    table = (design or own_design()).layouts
    shown = [scene for scene in deck.scenes if not scene.hidden]
    canvas = TaggedCanvas(deck.properties, brand, _pictures(images, design), [scene.id for scene in shown])
    painter = Painter(canvas, words(deck.properties.language)["blank"])
    _keep_marks(painter, (table[scene.layout] for scene in shown), deck.size)
    for section, scenes in groupby(shown, key=lambda scene: scene.section):
        for number, scene in enumerate(scenes):
            canvas.begin_page(deck.size, str(scene.number))
            canvas.anchor(scene.id)
            if number == 0:
                canvas.bookmark(section or scene.title, scene.id, 0)
            if number or scene.title != section:
                canvas.bookmark(scene.title, scene.id, 1)
            _paint(
                painter,
                scene,
                table[scene.layout],
                deck.size,
                1 if scene is shown[0] else 3 if number and scene.section != shown[0].section else 2,
            )
            canvas.end_page()
    return canvas.bytes()


def write_sheets(sheets: Sheets, brand: Brand, images: Mapping[str, Picture], design: Design | None = None) -> bytes:
    """Sheets of paper as PDF, with their bookmarks and the numbers that are printed on them; KeyError where a picture is missing.

    `design` is that of the slides shown on them, leapdeck's own unless given.
    """
    canvas = TaggedCanvas(sheets.properties, brand, _pictures(images, design), [id for page in sheets.pages for id, _ in page.anchors])
    painter = Painter(canvas, words(sheets.properties.language)["blank"])
    if sheets.deck:
        table = (design or own_design()).layouts
        shown = {item.scene for page in sheets.pages for item in page.items if isinstance(item, Inset)}
        scenes = [scene for scene in sheets.deck.scenes if scene.id in shown]
        _keep_marks(painter, (table[scene.layout] for scene in scenes), sheets.deck.size, sparing=brand.sparing)
        for scene in scenes:
            drawn = (*_ground(table[scene.layout], sheets.deck.size), *scene.items)
            painter.keep(scene.id, sheets.deck.size, outlined(drawn, sheets.deck.size) if brand.sparing else drawn)
    for page in sheets.pages:
        canvas.begin_page(page.size, page.label)
        for id, down in page.anchors:
            canvas.anchor(id, down)
        for level, title, id in page.bookmarks:
            canvas.bookmark(title, id, level)
        painter.paint(page.items)
        canvas.end_page()
    canvas.prefers("/Duplex/DuplexFlipLongEdge")
    return canvas.bytes()


def _paint(painter: Painter, scene: Scene, layout: Layout, size: Size, level: int) -> None:
    """A slide: ground and marks of its layout, then what stands on it, its title a heading of a level.

    The first slide's title is the document's, those that open a section are below it, all others below theirs.
    """
    painter.decorate(_ground(layout, size))
    with painter.tagger.inside("Sect", title=scene.title):
        painter.paint(_as_heading(item, level) for item in scene.items)


def _ground(layout: Layout, size: Size) -> tuple[Primitive, ...]:
    """What lies under a slide: its layout's ground and marks; those of a client's are kept, and placed as a whole."""
    whole = Rect(0, 0, size.width, size.height)
    marks = (Inset(whole, layout.part, ""),) if layout.part and layout.marks else layout.marks
    return (Shape(whole, fill=layout.ground), *marks)


def _keep_marks(painter: Painter, layouts: Iterable[Layout], size: Size, *, sparing: bool = False) -> None:
    """Draw once what each of a client's layouts draws itself, for all slides that stand on it."""
    for part, marks in {layout.part: layout.marks for layout in layouts if layout.part and layout.marks}.items():
        painter.keep(part, size, outlined(marks, size) if sparing else marks)


def _pictures(images: Mapping[str, Picture], design: Design | None) -> Mapping[str, Picture]:
    """The pictures that a document shows, and those that the layouts of its slides do."""
    return {**images, **design.images} if design else images


def _as_heading(item: Primitive, level: int) -> Primitive:
    if not isinstance(item, TextBox) or item.role != "title":
        return item
    return replace(item, paragraphs=tuple(replace(paragraph, tag=f"H{level}") for paragraph in item.paragraphs))
