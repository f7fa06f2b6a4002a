"""Decks in clients' own templates: valid, native, with nothing of the template but its looks, and no text out of its place."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

import leapdeck
from leapdeck.building import Job, Prepared, brand_of, build, prepare
from leapdeck.checks.handwork import changed_by_hand
from leapdeck.checks.package import lint
from leapdeck.layouts.setting import worst
from leapdeck.scene import TextBox
from templates import OFFICE, RECIPES, template, zipped
from works import EVERY_KIND, made

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
NAMES = tuple(RECIPES)


def in_file(data: bytes, suffix: str = ".potx") -> Job:
    """A job in a template, which lies in a folder as long as the process runs."""
    folder = TemporaryDirectory()
    _FOLDERS.append(folder)
    path = Path(folder.name) / f"client{suffix}"
    path.write_bytes(data)
    return Job(EVERY_KIND, kinds=("deck",), template=path)


_FOLDERS: list[TemporaryDirectory[str]] = []


@lru_cache
def filled(name: str) -> bytes:
    """The deck of every kind in a template of the list."""
    return build(in_file(template(name))).files[0].data


@lru_cache
def composed(name: str) -> Prepared:
    """What the deck was written from."""
    job = in_file(template(name))
    return prepare(job, brand_of(job)[0])


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def slide(name: str, title: str) -> Any:
    """The slide of that title in a template's deck."""
    deck = Presentation(io.BytesIO(filled(name)))
    return next(slide for slide in deck.slides if slide.shapes.title is not None and slide.shapes.title.text == title)


@pytest.mark.parametrize("name", NAMES)
def test_a_deck_in_any_template_is_valid(name: str, tmp_path: Path) -> None:
    """Microsoft's rules and leapdeck's own find nothing; every slide has its title and says its language."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(filled(name))
    assert not OpenXmlValidator().validate(str(path)).errors
    assert not lint(filled(name))


@pytest.mark.parametrize("name", NAMES)
def test_no_text_leaves_its_place(name: str) -> None:
    """Measured in the template's font, every text box holds its text, and lies on the slide."""
    work = composed(name)
    size = work.deck.size
    for scene in work.deck.scenes:
        for box in (item for item in scene.items if isinstance(item, TextBox) and item.paragraphs):
            needed = worst(box.paragraphs, box.rect.width, work.slide_brand)
            assert needed.height <= box.rect.height + 0.1, (scene.id, box.slot)
            assert not needed.cut
            assert box.rect.x >= 0
            assert box.rect.right <= size.width + 1
            assert box.rect.bottom <= size.height + 1


@pytest.mark.parametrize("name", NAMES)
def test_slides_have_only_colors_of_the_theme(name: str) -> None:
    """No color value and no font's name stands on a slide, whatever the template."""
    for path, data in parts(filled(name)).items():
        if path.startswith("ppt/slides/slide"):
            assert b"srgbClr" not in data
            assert set(re.findall(rb'<a:latin typeface="([^"]+)"', data)) <= {b"+mj-lt", b"+mn-lt"}


@pytest.mark.parametrize("name", NAMES)
def test_theme_masters_and_layouts_stay_as_they_are(name: str) -> None:
    """Each is the client's, element by element."""
    before, after = parts(template(name)), parts(filled(name))
    kept = [path for path in before if re.match(r"ppt/(theme|slideMasters|slideLayouts)/[^/]+\.xml", path)]
    assert kept
    for path in kept:
        assert ET.canonicalize(before[path].decode("utf-8-sig")) == ET.canonicalize(after[path].decode())


@pytest.mark.parametrize("name", NAMES)
def test_handwork_on_a_template_deck_is_told(name: str) -> None:
    """One that was only saved is as it was built; a form that was moved on the client's master isn't."""
    deck, told = Presentation(io.BytesIO(filled(name))), []
    for _ in range(2):
        buffer = io.BytesIO()
        deck.save(buffer)
        told.append(changed_by_hand(buffer.getvalue()))
        deck.slide_master.shapes[0].left += Pt(20)
    assert told == [(), ("the slide master was changed",)]


def test_text_stands_in_the_templates_placeholders() -> None:
    """A title and a list take the layout's places and sizes, and say neither themselves."""
    shown = slide("office", "To keep")
    assert shown.slide_layout.name == "Title and Content"
    for place in (shown.shapes.title, shown.placeholders[1]):
        assert place._element.find(f"{P}spPr/{A}xfrm") is None
        assert not place._element.findall(f".//{A}rPr[@sz]")
    assert [paragraph.text for paragraph in shown.placeholders[1].text_frame.paragraphs] == ["Both jobs are work.", "Start with why."]


def test_a_size_is_written_only_where_the_template_lacks_the_step() -> None:
    """A title that is too long for the template's own size says a smaller one; its place stays the layout's."""
    title = slide("python-pptx", "Ready for a team that trusts more and needs less steering?").shapes.title
    assert {run.get("sz") for run in title._element.iter(f"{A}rPr")} <= {"3600", "3200", "2800"}
    assert title._element.find(f"{P}spPr/{A}xfrm") is None


def test_a_panel_beside_a_list_moves_the_lists_place() -> None:
    """The list stays in its placeholder, which is told where it stands, as the panel needs the rest."""
    shown = slide("office", "Sort last week")
    body, layout = shown.placeholders[1], shown.slide_layout.placeholders[1]
    assert body._element.find(f"{P}spPr/{A}xfrm") is not None
    assert body.left + body.width < layout.left + 0.8 * layout.width


def test_two_columns_take_the_four_places_of_a_comparison() -> None:
    """Heads and texts are filled from left to right."""
    job = in_file(template("office"))
    work = prepare(job, brand_of(job)[0])
    assert work.worn is not None
    layout = work.worn.tailored.design.layouts["columns-2"]
    found = {slot.name: slot.index for slot in layout.slots if slot.name != "title"}
    assert found == {"head-1": 1, "body-1": 2, "head-2": 3, "body-2": 4}


def test_slides_of_another_size_keep_their_proportions() -> None:
    """On small slides everything is as much smaller: the same texts in the same lines, their boxes on the slide."""
    deck = Presentation(io.BytesIO(filled("small-slides")))
    assert deck.slide_height == Pt(405)
    numbers = [
        shape for shape in slide("small-slides", "From list to purpose").shapes if shape.has_text_frame and shape.text_frame.text == "1"
    ]
    assert numbers[0].text_frame.paragraphs[0].runs[0].font.size.pt == pytest.approx(46 * 0.75, abs=0.01)


def test_dark_slides_have_light_text() -> None:
    """Our own boxes take the theme's light color where the template's ground is dark."""
    table = next(shape for shape in slide("dark", "What a week held").shapes if shape.has_table)
    colors = {color.get("val") for color in table.table.cell(1, 0)._tc.iter(f"{A}schemeClr")}
    assert "lt1" in colors
    assert "dk1" not in colors


def test_a_template_without_titles_gets_titles_of_our_own() -> None:
    """They are title placeholders still, so that slides are known by them."""
    shown = slide("no-title", "What a week held")
    assert shown.shapes.title._element.find(f"{P}spPr/{A}xfrm") is not None


def test_the_first_master_that_fits_is_taken() -> None:
    """Of two masters the one whose layouts were made for it serves a kind; none is left out."""
    deck = Presentation(io.BytesIO(filled("two-masters")))
    assert len(deck.slide_masters) == 2
    assert slide("two-masters", "To keep").slide_layout.slide_master.part.partname.endswith("slideMaster2.xml")


@pytest.mark.parametrize("type", ["template", "slideshow", "presentation"])
def test_every_kind_of_file_becomes_a_presentation(type: str) -> None:
    """Templates, shows and presentations all end as .pptx."""
    given = {name: data.replace(b"template.main+xml", f"{type}.main+xml".encode()) for name, data in parts(template("office")).items()}
    types = parts(build(in_file(zipped(given))).files[0].data)["[Content_Types].xml"].decode()
    assert types.count("presentation.main+xml") == 1
    assert "template.main" not in types
    assert "slideshow.main" not in types


def with_macros(given: dict[str, bytes]) -> dict[str, bytes]:
    """A template with macros in it."""
    types = given["[Content_Types].xml"].decode()
    plain = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
    types = types.replace(plain, "application/vnd.ms-powerpoint.template.macroEnabled.main+xml").replace(
        "</Types>", '<Override PartName="/ppt/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    )
    rels = given["ppt/_rels/presentation.xml.rels"].decode()
    macro = '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    return {
        **given,
        "[Content_Types].xml": types.encode(),
        "ppt/_rels/presentation.xml.rels": rels.replace("</Relationships>", f"{macro}</Relationships>").encode(),
        "ppt/vbaProject.bin": b"macros",
    }


def test_macros_stay_behind() -> None:
    """A .potm serves as a template; its macros are no part of the deck."""
    data = build(in_file(zipped(with_macros(parts(template("office")))), ".potm")).files[0].data
    assert "ppt/vbaProject.bin" not in parts(data)
    assert b"macroEnabled" not in parts(data)["[Content_Types].xml"]


AUTHORS = (
    b'<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    b'<p:cmAuthor id="1" name="Somebody Else" initials="SE" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'
)
CHANGES = "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo"


def used_deck() -> bytes:
    """A finished deck, with everything in it that a deck collects over the years."""
    given = parts(made())
    rels = given["ppt/_rels/presentation.xml.rels"].decode()
    extra = (
        f'<Relationship Id="rId901" Type="{OFFICE}/commentAuthors" Target="commentAuthors.xml"/>'
        f'<Relationship Id="rId902" Type="{CHANGES}" Target="changesInfos/changesInfo1.xml"/>'
        f'<Relationship Id="rId903" Type="{OFFICE}/customXml" Target="../customXml/item1.xml"/>'
    )
    shows = '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="rId3"/></p:sldLst></p:custShow></p:custShowLst>'
    layout = given["ppt/slideLayouts/slideLayout5.xml"].decode()
    jump = '<a:hlinkClick r:id="rId77" action="ppaction://hlinksldjump"/></p:cNvPr>'
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in (
            ("ppt/commentAuthors.xml", "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml"),
            ("ppt/changesInfos/changesInfo1.xml", "application/vnd.ms-powerpoint.changesinfo+xml"),
        )
    )
    return zipped(
        given
        | {
            "[Content_Types].xml": given["[Content_Types].xml"].replace(b"</Types>", f"{types}</Types>".encode()),
            "ppt/_rels/presentation.xml.rels": rels.replace("</Relationships>", f"{extra}</Relationships>").encode(),
            "ppt/presentation.xml": given["ppt/presentation.xml"].replace(b"<p:defaultTextStyle>", f"{shows}<p:defaultTextStyle>".encode()),
            "ppt/commentAuthors.xml": AUTHORS,
            "ppt/changesInfos/changesInfo1.xml": b"<x/>",
            "customXml/item1.xml": b"<secret/>",
            "ppt/slideLayouts/slideLayout5.xml": re.sub(r'(<p:cNvPr id="2" name="[^"]*")/>', rf"\1>{jump}", layout, count=1).encode(),
            "ppt/slideLayouts/_rels/slideLayout5.xml.rels": given["ppt/slideLayouts/_rels/slideLayout5.xml.rels"].replace(
                b"</Relationships>",
                f'<Relationship Id="rId77" Type="{OFFICE}/slide" Target="../slides/slide2.xml"/></Relationships>'.encode(),
            ),
        }
    )


def test_a_used_deck_leaves_nothing_but_its_looks(tmp_path: Path) -> None:
    """Slides, notes, sections, shows, writers, histories, links to slides: all gone, nothing unreachable left, nothing twice."""
    job = in_file(used_deck(), ".pptx")
    data = build(Job(EVERY_KIND, kinds=("deck",), template=job.template, settings=("title=Another day",))).files[0].data
    found = parts(data)
    assert not lint(data)
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert not OpenXmlValidator().validate(str(path)).errors
    assert not {"ppt/commentAuthors.xml", "ppt/changesInfos/changesInfo1.xml"} & set(found)
    assert b"secret" not in found["customXml/item1.xml"]
    everything = b"".join(data for name, data in found.items() if name.endswith((".xml", ".rels")))
    assert b"Somebody Else" not in everything
    assert b"custShow" not in everything
    slides = b"".join(data for name, data in found.items() if not name.startswith(("ppt/slideLayouts/", "ppt/slideMasters/")))
    assert b"A day with every kind" not in slides
    assert b"Another day" in everything
    assert len(Presentation(io.BytesIO(data)).slides) == len(re.findall(rb"<p14:sldId ", found["ppt/presentation.xml"]))


def test_a_footer_that_is_too_small_holds_the_title_alone(tmp_path: Path) -> None:
    """Where title and client don't fit the template's place, the client's name gives way; the number is a field."""
    (tmp_path / "clients").mkdir()
    client = tmp_path / "clients" / "acme.yaml"
    client.write_text("leapdeck: 1\nclient: {name: The Very Long Name of a Company and Sons}\n")
    job = in_file(template("python-pptx"))
    deck = Presentation(io.BytesIO(build(Job(EVERY_KIND, client=client, kinds=("deck",), template=job.template)).files[0].data))
    footers = {place.placeholder_format.type: place for place in deck.slides[4].placeholders}
    assert footers[PP_PLACEHOLDER.FOOTER].text_frame.text == "A day with every kind"
    assert footers[PP_PLACEHOLDER.SLIDE_NUMBER]._element.find(f".//{A}fld").get("type") == "slidenum"


def test_what_a_person_changed_is_told_in_a_template_too(tmp_path: Path) -> None:
    """A deck in a client's template carries what was built: opened and saved it is the same, reworded it isn't overwritten."""
    job = in_file(template("office"))
    name, folder = "every-kind-deck.pptx", tmp_path / "out"
    again = partial(leapdeck.build, EVERY_KIND, only=("deck",), out=folder, template=job.template)
    path = folder / again().folder / name
    opened = Presentation(str(path))
    opened.save(str(path))
    assert "changed-file" not in {finding.code for finding in again().diagnostics}
    opened.slides[3].shapes.title.text = "My own words"
    opened.save(str(path))
    assert "My own words" in next(finding.hint for finding in again().diagnostics if finding.code == "changed-file")


def test_the_deck_says_nothing_of_the_templates_file() -> None:
    """Its properties are the outline's and the brand's; the template's name and writer are nowhere."""
    deck = Presentation(io.BytesIO(filled("python-pptx")))
    core = deck.core_properties
    assert (core.title, core.author) == ("A day with every kind", "LEAP Coaching")
    found = parts(filled("python-pptx"))
    assert not [name for name in found if "thumbnail" in name or "printerSettings" in name]
    assert not [name for name, data in found.items() if b"Steve Canny" in data or b"client.potx" in data]


def test_twice_the_same_deck() -> None:
    """Two processes with other hash seeds and time zones fill a template alike."""
    code = (
        "import hashlib, sys; from pathlib import Path; from leapdeck.building import Job, build;"
        "job = Job(Path(sys.argv[1]), kinds=('deck',), template=Path(sys.argv[2]));"
        "print(hashlib.sha256(build(job).files[0].data).hexdigest())"
    )
    job = in_file(template("python-pptx"))
    found = {hashlib.sha256(build(job).files[0].data).hexdigest()}
    for world in ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"}):
        command = [sys.executable, "-c", code, str(EVERY_KIND), str(job.template)]
        found.add(subprocess.run(command, env={**os.environ, **world}, capture_output=True, text=True, check=True).stdout.strip())
    assert len(found) == 1
