"""The whole deck: masters, layouts, slides, notes and properties as the parts of one package."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.checks.handwork.reading import held
from leapdeck.checks.handwork.record import SPACE, written
from leapdeck.powerpoint.markup import HEAD, ROOT, attribute, text
from leapdeck.powerpoint.masters import FIRST_MASTER, NOTES, TREE, handout_master, notes_master, slide_master
from leapdeck.powerpoint.notes import notes_xml
from leapdeck.powerpoint.parts import CORE, Package, Relations
from leapdeck.powerpoint.shapes import Drawing
from leapdeck.powerpoint.tables import table_styles
from leapdeck.powerpoint.template import layout_xml
from leapdeck.powerpoint.text import Format, level_style
from leapdeck.powerpoint.theme import theme
from leapdeck.powerpoint.timing import Target, timing
from leapdeck.powerpoint.variants import Variant, variants
from leapdeck.scene import Deck, Properties, Scene, Table, TextBox
from leapdeck.units import emu

FIRST_SLIDE = 256
"""The least id of a slide (ECMA-376, 19.7.13)."""
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def write_deck(deck: Deck, brand: Brand, images: Mapping[str, Picture]) -> bytes:
    """A deck as .pptx; KeyError where a scene shows a picture that `images` lacks."""
    package, relations = Package(), Relations()
    language = deck.properties.language
    layouts, used = variants(deck.scenes)
    order = {id(variant): n for n, variant in enumerate(layouts, 1)}
    master = relations.to("slideMaster", "slideMasters/slideMaster1.xml")
    numbers = {scene.id: n for n, scene in enumerate(deck.scenes, 1)}
    slides = [relations.to("slide", f"slides/slide{n}.xml") for n in numbers.values()]
    notes = relations.to("notesMaster", "notesMasters/notesMaster1.xml")
    handouts = relations.to("handoutMaster", "handoutMasters/handoutMaster1.xml")
    for name in ("presProps", "viewProps", "tableStyles"):
        relations.to(name, f"{name}.xml")
    relations.to("theme", "theme/theme1.xml")
    relations.to("customXml", "../customXml/item1.xml")
    root = Relations()
    root.to("officeDocument", "ppt/presentation.xml")
    root.to(CORE, "docProps/core.xml")
    root.to("extended-properties", "docProps/app.xml")
    package.open_with(root)
    package.add("ppt/presentation.xml", _presentation(deck, master, notes, handouts, slides), "presentation", relations)
    _add_settings(package)
    _add_masters(package, brand, layouts, language, deck.footer)
    for scene in deck.scenes:
        _add_slide(package, scene, used[scene.id], order[id(used[scene.id])], language, images, numbers)
    _add_record(package, len(slides))
    package.add("docProps/core.xml", _core(deck.properties), "core")
    package.add("docProps/app.xml", _app(deck), "app")
    return package.bytes()


def _add_settings(package: Package) -> None:
    package.add("ppt/presProps.xml", f"{HEAD}<p:presentationPr {ROOT}/>", "presProps")
    package.add("ppt/viewProps.xml", f"{HEAD}<p:viewPr {ROOT}/>", "viewProps")
    package.add("ppt/tableStyles.xml", table_styles(), "tableStyles")


def _add_masters(package: Package, brand: Brand, layouts: Sequence[Variant], language: str, footer: str) -> None:
    """The three masters, each with a theme of its own, as PowerPoint asks; and the layouts."""
    for number in (1, 2, 3):
        package.add(f"ppt/theme/theme{number}.xml", theme(brand), "theme")
    relations = Relations()
    ids = [relations.to("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, len(layouts) + 1)]
    relations.to("theme", "../theme/theme1.xml")
    package.add("ppt/slideMasters/slideMaster1.xml", slide_master(ids, language, footer), "slideMaster", relations)
    for number, variant in enumerate(layouts, 1):
        up = Relations()
        up.to("slideMaster", "../slideMasters/slideMaster1.xml")
        package.add(f"ppt/slideLayouts/slideLayout{number}.xml", layout_xml(variant, language, footer), "slideLayout", up)
    package.add("ppt/notesMasters/notesMaster1.xml", notes_master(language), "notesMaster", _themed(2))
    package.add("ppt/handoutMasters/handoutMaster1.xml", handout_master(language), "handoutMaster", _themed(3))


def _themed(number: int) -> Relations:
    relations = Relations()
    relations.to("theme", f"../theme/theme{number}.xml")
    return relations


def _add_slide(
    package: Package, scene: Scene, variant: Variant, layout: int, language: str, images: Mapping[str, Picture], numbers: Mapping[str, int]
) -> None:
    number = numbers[scene.id]
    drawing = Drawing(package, variant, language, images, numbers)
    drawing.relations.to("slideLayout", f"../slideLayouts/slideLayout{layout}.xml")
    shapes = "".join(drawing.shape(item) for item in scene.items)
    if scene.notes:
        _add_notes(package, scene, number, language)
        drawing.relations.to("notesSlide", f"../notesSlides/notesSlide{number}.xml")
    clicks = tuple(_clicks(scene, drawing.ids))
    hidden = ' show="0"' if scene.hidden else ""
    xml = (
        f"{HEAD}<p:sld {ROOT}{hidden}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{timing(clicks) if clicks else ''}</p:sld>"
    )
    package.add(f"ppt/slides/slide{number}.xml", xml, "slide", drawing.relations)


def _add_notes(package: Package, scene: Scene, number: int, language: str) -> None:
    relations = Relations()
    relations.to("notesMaster", "../notesMasters/notesMaster1.xml")
    relations.to("slide", f"../slides/slide{number}.xml")

    def link(address: str) -> str:
        return f'<a:hlinkClick r:id="{relations.to("hyperlink", address, external=True)}"/>' if not address.startswith("#") else ""

    package.add(f"ppt/notesSlides/notesSlide{number}.xml", notes_xml(scene.notes, number, language, link), "notesSlide", relations)


def _add_record(package: Package, slides: int) -> None:
    """What was built, so that it can be told later whether a person changed it (ECMA-376, part 1, 22.5)."""
    relations = Relations()
    relations.to("customXmlProps", "itemProps1.xml")
    record = written(held(package.parts, [(f"ppt/slides/slide{n}.xml", str(FIRST_SLIDE + n - 1)) for n in range(1, slides + 1)]))
    package.add("customXml/item1.xml", record, relations=relations)
    spaces = 'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
    schemas = f'<ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs>'
    item = f'{HEAD}<ds:datastoreItem ds:itemID="{guid(SPACE)}" {spaces}>{schemas}</ds:datastoreItem>'
    package.add("customXml/itemProps1.xml", item, "customXmlProps")


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


def _presentation(deck: Deck, master: str, notes: str, handouts: str, slides: Sequence[str]) -> str:
    ids = "".join(f'<p:sldId id="{FIRST_SLIDE + n}" r:id="{relation}"/>' for n, relation in enumerate(slides))
    defaults = "".join(level_style(n, Format("body", 18)) for n in range(1, 10))
    return (
        f'{HEAD}<p:presentation {ROOT} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst><p:handoutMasterIdLst><p:handoutMasterId r:id="{handouts}"/></p:handoutMasterIdLst>'
        f'<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="{emu(deck.size.width)}" cy="{emu(deck.size.height)}"/><p:notesSz cx="{emu(NOTES.width)}" cy="{emu(NOTES.height)}"/>'
        f"<p:defaultTextStyle>{defaults}</p:defaultTextStyle>{_sections(deck)}</p:presentation>"
    )


def _sections(deck: Deck) -> str:
    """PowerPoint's sections: every slide in exactly one."""
    first, rows = FIRST_SLIDE, []
    for number, section in enumerate(deck.sections):
        ids = "".join(f'<p14:sldId id="{id}"/>' for id in range(first, first + section.scenes))
        rows.append(
            f'<p14:section name={attribute(section.name)} id="{guid(f"{number} {section.name}")}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
        first += section.scenes
    if not rows:
        return ""
    listed = f'<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{"".join(rows)}</p14:sectionLst>'
    return f'<p:extLst><p:ext uri="{SECTIONS}">{listed}</p:ext></p:extLst>'


def guid(name: str) -> str:
    """A GUID made from a name, the same in every build (RFC 4122, version 5 in form)."""
    digits = hashlib.sha1(f"leapdeck {name}".encode(), usedforsecurity=False).hexdigest().upper()
    return f"{{{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-A{digits[17:20]}-{digits[20:32]}}}"


def _core(properties: Properties) -> str:
    """Title, author, subject and language; no dates, as the same outline makes the same bytes."""
    p = properties
    rows = _filled(
        {"dc:title": p.title, "dc:subject": p.subject, "dc:creator": p.author, "cp:lastModifiedBy": p.author, "dc:language": p.language}
    )
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"{HEAD}<cp:coreProperties {spaces}>{rows}</cp:coreProperties>"


def _filled(values: Mapping[str, str]) -> str:
    return "".join(f"<{tag}>{text(value)}</{tag}>" for tag, value in values.items() if value)


def _app(deck: Deck) -> str:
    hidden = sum(scene.hidden for scene in deck.scenes)
    noted = sum(bool(scene.notes) for scene in deck.scenes)
    counts = {"Slides": len(deck.scenes), "Notes": noted, "HiddenSlides": hidden}
    rows = "".join(f"<{tag}>{value}</{tag}>" for tag, value in counts.items())
    return f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{rows}</Properties>'
