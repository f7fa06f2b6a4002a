"""Slides and their notes as parts of a package, on whatever layouts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leapdeck.assets import Picture
from leapdeck.powerpoint.markup import HEAD, OWN, ROOT, Ink
from leapdeck.powerpoint.masters import TREE
from leapdeck.powerpoint.notes import PLACES, notes_xml
from leapdeck.powerpoint.parts import Package, Relations
from leapdeck.powerpoint.shapes import Drawing
from leapdeck.powerpoint.timing import Target, timing
from leapdeck.powerpoint.variants import Places
from leapdeck.scene import Scene, Table, TextBox

NOTES_MASTER = "../notesMasters/notesMaster1.xml"


class Slides:
    """What the slides of one deck share while they are written."""

    def __init__(
        self,
        package: Package,
        language: str,
        images: Mapping[str, Picture],
        numbers: Mapping[str, int],
        ink: Ink = OWN,
        notes: tuple[str, Mapping[str, int]] = (NOTES_MASTER, PLACES),
    ) -> None:
        """`numbers` gives the slide of each scene's id; `notes` are the path of the notes' master and its placeholders."""
        self._package, self._language, self._images, self._numbers, self._ink = package, language, images, numbers, ink
        self._notes_master, self._notes_places = notes

    def add(self, scene: Scene, places: Places, layout: str) -> None:
        """Add a slide with its notes; `layout` is the path of its layout as seen from the slide."""
        number = self._numbers[scene.id]
        drawing = Drawing(self._package, places, self._language, self._images, self._numbers, self._ink)
        drawing.relations.to("slideLayout", layout)
        shapes = "".join(drawing.shape(item) for item in scene.items)
        if scene.notes:
            self._add_notes(scene, number)
            drawing.relations.to("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        clicks = tuple(_clicks(scene, drawing.ids))
        hidden = ' show="0"' if scene.hidden else ""
        xml = (
            f"{HEAD}<p:sld {ROOT}{hidden}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
            f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{timing(clicks) if clicks else ''}</p:sld>"
        )
        self._package.add(f"ppt/slides/slide{number}.xml", xml, "slide", drawing.relations)

    def _add_notes(self, scene: Scene, number: int) -> None:
        relations = Relations()
        relations.to("notesMaster", self._notes_master)
        relations.to("slide", f"../slides/slide{number}.xml")

        def link(address: str) -> str:
            return f'<a:hlinkClick r:id="{relations.to("hyperlink", address, external=True)}"/>' if not address.startswith("#") else ""

        xml = notes_xml(scene.notes, number, self._language, link, self._notes_places)
        self._package.add(f"ppt/notesSlides/notesSlide{number}.xml", xml, "notesSlide", relations)


def _clicks(scene: Scene, ids: Mapping[str, int]) -> Iterator[list[Target]]:
    """What each click shows: a paragraph of the first level and those below it, a row; slots of one card come together."""
    boxes = [item for item in scene.items if isinstance(item, TextBox) and item.slot in scene.reveal]
    parts = [item.part for item in scene.items if isinstance(item, Table) and item.part in scene.reveal]
    yield from ([Target(ids[part])] for part in parts)
    if len(boxes) == 1:
        yield from _points(boxes[0], ids[boxes[0].slot])
        return
    cards: dict[str, list[Target]] = {}
    for box in boxes:
        targets = [Target(ids[box.slot], n) for n in range(len(box.paragraphs))]
        cards.setdefault(box.slot.rpartition("-")[2], []).extend(targets)
    yield from cards.values()


def _points(box: TextBox, shape: int) -> Iterator[list[Target]]:
    click: list[Target] = []
    for number, paragraph in enumerate(box.paragraphs):
        if paragraph.level == 0 and click:
            yield click
            click = []
        click.append(Target(shape, number))
    if click:
        yield click
