"""The whole deck: masters, layouts, slides, notes and properties as the parts of one package."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.checks.handwork.reading import held
from leapdeck.checks.handwork.record import SPACE, written
from leapdeck.powerpoint.markup import HEAD, ROOT, attribute, text
from leapdeck.powerpoint.masters import FIRST_MASTER, NOTES, handout_master, notes_master, slide_master
from leapdeck.powerpoint.parts import CORE, Package, Relations
from leapdeck.powerpoint.slides import Slides
from leapdeck.powerpoint.tables import table_styles
from leapdeck.powerpoint.template import layout_xml
from leapdeck.powerpoint.text import Format, level_style
from leapdeck.powerpoint.theme import theme
from leapdeck.powerpoint.variants import Variant, variants
from leapdeck.scene import Deck, Properties
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
    package.add("ppt/presentation.xml", _presentation(deck, master, notes, handouts, slides), "presentation", relations)
    add_settings(package)
    _add_styles(package)
    _add_masters(package, brand, layouts, language, deck.footer)
    slides_of = Slides(package, language, images, numbers)
    for scene in deck.scenes:
        variant = used[scene.id]
        slides_of.add(scene, variant, f"../slideLayouts/slideLayout{order[id(variant)]}.xml")
    add_properties(package, deck)
    add_record(package, len(slides))
    return package.bytes()


def add_settings(package: Package) -> None:
    """What every deck says of its show and its windows: nothing."""
    package.add("ppt/presProps.xml", f"{HEAD}<p:presentationPr {ROOT}/>", "presProps")
    package.add("ppt/viewProps.xml", f"{HEAD}<p:viewPr {ROOT}/>", "viewProps")


def add_properties(package: Package, deck: Deck, main: str = "ppt/presentation.xml", template: str = "") -> None:
    """What the file says of itself, what its template is called, and where a reader begins."""
    root = Relations()
    root.to("officeDocument", main)
    root.to(CORE, "docProps/core.xml")
    root.to("extended-properties", "docProps/app.xml")
    package.open_with(root)
    package.add("docProps/core.xml", _core(deck.properties), "core")
    package.add("docProps/app.xml", _app(deck, template), "app")


def _add_styles(package: Package) -> None:
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


def add_record(package: Package, slides: int) -> None:
    """What was built, so that it can be told later whether a person changed it (ECMA-376, part 1, 22.5)."""
    relations = Relations()
    relations.to("customXmlProps", "itemProps1.xml")
    record = written(held(package.parts, [(f"ppt/slides/slide{n}.xml", str(FIRST_SLIDE + n - 1)) for n in range(1, slides + 1)]))
    package.add("customXml/item1.xml", record, relations=relations)
    spaces = 'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
    schemas = f'<ds:schemaRefs><ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs>'
    item = f'{HEAD}<ds:datastoreItem ds:itemID="{guid(SPACE)}" {spaces}>{schemas}</ds:datastoreItem>'
    package.add("customXml/itemProps1.xml", item, "customXmlProps")


def _presentation(deck: Deck, master: str, notes: str, handouts: str, slides: Sequence[str]) -> str:
    ids = "".join(f'<p:sldId id="{FIRST_SLIDE + n}" r:id="{relation}"/>' for n, relation in enumerate(slides))
    defaults = "".join(level_style(n, Format("body", 18)) for n in range(1, 10))
    return (
        f'{HEAD}<p:presentation {ROOT} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst><p:handoutMasterIdLst><p:handoutMasterId r:id="{handouts}"/></p:handoutMasterIdLst>'
        f'<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="{emu(deck.size.width)}" cy="{emu(deck.size.height)}"/><p:notesSz cx="{emu(NOTES.width)}" cy="{emu(NOTES.height)}"/>'
        f"<p:defaultTextStyle>{defaults}</p:defaultTextStyle>{sections_xml(deck)}</p:presentation>"
    )


def sections_xml(deck: Deck) -> str:
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


def _app(deck: Deck, template: str) -> str:
    hidden = sum(scene.hidden for scene in deck.scenes)
    noted = sum(bool(scene.notes) for scene in deck.scenes)
    counts = {"Slides": len(deck.scenes), "Notes": noted, "HiddenSlides": hidden}
    rows = _filled({"Template": template}) + "".join(f"<{tag}>{value}</{tag}>" for tag, value in counts.items())
    return f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{rows}</Properties>'
