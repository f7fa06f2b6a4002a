"""What people changed by hand in a deck, and what programs only wrote down anew."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Pt

from leapdeck.checks.handwork import changed_by_hand
from works import LOUD, made

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def saved_anew(data: bytes) -> bytes:
    """The deck as another program might save it: other names of parts, other order, split runs, more ids and attributes."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    names = {name: _renamed(name) for name in parts}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name in sorted(parts, reverse=True):
            file.writestr(names[name], _rewritten(name, parts[name]))
    return buffer.getvalue()


def _renamed(text: str) -> str:
    text = re.sub(r"slides/((?:_rels/)?)slide(\d+)\.xml", r"slides/\1slide9\2.xml", text)
    return re.sub(r"media/(\w+)\.", r"media/image-\1.", text)


def _rewritten(name: str, part: bytes) -> bytes:
    if name.endswith(".rels") or name == "[Content_Types].xml":
        text = _renamed(part.decode())
        return re.sub(r'Target="slide(\d+)\.xml"', r'Target="slide9\1.xml"', text).encode()
    if not name.startswith(("ppt/slides/", "ppt/slideMasters/", "ppt/slideLayouts/")):
        return part
    tree = etree.fromstring(part)
    for run in list(tree.iter(f"{A}r")):
        _split(run)
    for named in tree.iter(f"{P}cNvPr"):
        named.set("title", "")
        named.set("id", str(int(named.get("id")) + 100))
    for aim in tree.iter(f"{P}spTgt", f"{P}bldP"):
        aim.set("spid", str(int(aim.get("spid")) + 100))
    for form in tree.iter(f"{A}off") if name.startswith("ppt/slides/") else ():
        form.set("x", str(int(form.get("x")) + 300))
    for drawn in [shape for shape in tree.iter(f"{P}spPr") if shape.find(f"{A}xfrm") is not None and shape.find(f"{A}prstGeom") is None]:
        drawn.find(f"{A}xfrm").addnext(etree.Element(f"{A}prstGeom", prst="rect"))
    for element in tree.iter():
        attributes = sorted(element.attrib.items(), reverse=True)
        element.attrib.clear()
        element.attrib.update(attributes)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-16" if name.startswith("ppt/slides/") else "UTF-8"))


def _split(run: Any) -> None:
    """A run in two halves, marked as PowerPoint marks what it has spelled."""
    if run.find(f"{A}rPr") is not None:
        run.find(f"{A}rPr").set("dirty", "0")
    text = run.find(f"{A}t").text or ""
    second = deepcopy(run)
    run.find(f"{A}t").text, second.find(f"{A}t").text = text[: len(text) // 2], text[len(text) // 2 :]
    run.addnext(second)


def edited(edit: Callable[[Any], None], data: bytes | None = None) -> tuple[str, ...] | None:
    """What is told of the deck after an edit."""
    deck = Presentation(io.BytesIO(data or made()))
    edit(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    return changed_by_hand(buffer.getvalue())


def slide_of(deck: Any, title: str) -> tuple[int, Any]:
    """The number of a slide, and the slide."""
    slides = enumerate(deck.slides, 1)
    return next((n, slide) for n, slide in slides if slide.shapes.title is not None and slide.shapes.title.text_frame.text == title)


@pytest.mark.parametrize("brand", [None, LOUD])
def test_a_deck_that_was_only_saved_is_as_it_was_built(brand: Path | None) -> None:
    """Neither python-pptx nor a program that writes every part in its own way changes what a person sees."""
    data = made(brand=brand)
    assert changed_by_hand(data) == ()
    assert edited(lambda _: None, data) == ()
    assert changed_by_hand(saved_anew(data)) == ()


def test_a_reworded_text_is_told_in_words() -> None:
    """The slide's number and title, the old words and the new ones."""

    def edit(deck: Any) -> None:
        _, slide = slide_of(deck, "Lists keep the week in order")
        slide.shapes.title.text_frame.paragraphs[0].runs[0].text = "Lists keep the month in order"

    (told,) = edited(edit) or ()
    assert re.fullmatch(r"slide \d+ “Lists keep the month in order”: text: “.*the week in order” → “.*the month in order”", told)


def test_moved_boxes_replaced_pictures_and_notes_are_told() -> None:
    """A box that was dragged, a picture that is another one, notes that were written: each on its slide."""

    def edit(deck: Any) -> None:
        _, slide = slide_of(deck, "Lists keep the week in order")
        body = next(shape for shape in slide.placeholders if shape != slide.shapes.title)
        body.left, body.top, body.width, body.height = body.left + Pt(20), body.top, body.width, body.height
        slide.notes_slide.notes_text_frame.text = "My own words"
        pictures = [(page, shape) for page in deck.slides for shape in page.shapes if shape.shape_type == 13]
        page, picture = pictures[-1]
        other = page.part.get_or_add_image_part(str(Path(__file__).parents[1] / "contract" / "clients" / "northwind.png"))[1]
        picture._element.find(f".//{A}blip").set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", other)

    told = " ".join(edited(edit) or ())
    assert "a box was moved; its notes were changed" in told
    assert "a picture was replaced" in told


def test_a_box_that_was_moved_and_moved_back_is_where_it_was() -> None:
    """A placeholder that says the same place as its layout is no change."""

    def edit(deck: Any) -> None:
        _, slide = slide_of(deck, "Lists keep the week in order")
        title = slide.shapes.title
        title.left, title.top, title.width, title.height = title.left, title.top, title.width, title.height

    assert edited(edit) == ()


def test_added_removed_and_moved_slides_are_told() -> None:
    """Each with its number; those that only moved up aren't named."""

    def edit(deck: Any) -> None:
        deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text_frame.text = "One of mine"
        ids = deck.slides._sldIdLst
        first, second, third = ids[3], ids[4], ids[-2]
        ids.remove(first)
        deck.part.drop_rel(first.rId)
        ids.remove(third)
        ids.insert(ids.index(second), third)

    told = edited(edit) or ()
    assert len(told) == 3
    assert any("it was moved (it was slide" in line for line in told)
    assert any(line.endswith("“One of mine”: it was added") for line in told)
    assert any(line.startswith("slide 4 ") and line.endswith("it was taken out") for line in told)


def test_lettering_colors_and_hiding_are_changes() -> None:
    """Bold words, a filled box and a hidden slide are a person's work like words are."""

    def edit(deck: Any) -> None:
        _, slide = slide_of(deck, "Lists keep the week in order")
        slide.shapes.title.text_frame.paragraphs[0].runs[0].font.underline = True
        slide._element.set("show", "0")

    (told,) = edited(edit) or ()
    assert told.endswith("it was hidden; the look of a text was changed")


def test_cells_and_numbers_are_told() -> None:
    """What stands in a table's cell or in a chart's series is text too."""

    def edit(deck: Any) -> None:
        frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table or shape.has_chart]
        table = next(frame for frame in frames if frame.has_table).table
        table.cell(1, 0).text_frame.paragraphs[0].runs[0].text = "Changed cell"
        chart = next(frame for frame in frames if frame.has_chart).chart
        next(chart._chartSpace.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v")).text = "4711"

    told = " ".join(edited(edit) or ())
    assert "text in a table" in told
    assert "Changed cell" in told
    assert "text in a chart" in told


def test_a_deck_says_nothing_of_its_notes_or_of_where_it_was_built() -> None:
    """The record holds the slides' texts, and neither a note nor a path."""
    with zipfile.ZipFile(io.BytesIO(made())) as file:
        record = file.read("customXml/item1.xml").decode()
        notes = Presentation(io.BytesIO(made())).slides[0].notes_slide.notes_text_frame.text
    assert "Lists keep the week in order" in record
    assert notes.strip()
    assert notes.strip()[:30] not in record
    assert str(Path.cwd()) not in record


@pytest.mark.parametrize("data", [b"", b"PK no zip", b"%PDF-1.7"])
def test_what_is_no_deck_of_ours_tells_nothing(data: bytes) -> None:
    """A file without a record is somebody's own."""
    assert changed_by_hand(data) is None


def test_a_damaged_deck_tells_nothing() -> None:
    """One whose bytes can't be unpacked is left to whoever damaged it, and ends nothing."""
    data = bytearray(made())
    at = data.index(b"ppt/slides/slide1.xml") + len(b"ppt/slides/slide1.xml")
    data[at : at + 8] = b"\xff" * 8
    assert changed_by_hand(bytes(data)) is None


def test_a_deck_of_another_program_tells_nothing() -> None:
    """Nor does a deck that leapdeck didn't build."""
    buffer = io.BytesIO()
    Presentation().save(buffer)
    assert changed_by_hand(buffer.getvalue()) is None


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice isn't here")
def test_libreoffice_takes_the_record_out(tmp_path: Path) -> None:
    """What LibreOffice saved can't be told from a person's work any more, and so is left alone."""
    (tmp_path / "deck.pptx").write_bytes(made())
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    kind = "pptx:Impress MS PowerPoint 2007 XML"
    subprocess.run(["soffice", "--headless", home, "--convert-to", kind, "--outdir", tmp_path / "out", tmp_path / "deck.pptx"], check=True)
    assert changed_by_hand((tmp_path / "out" / "deck.pptx").read_bytes()) is None


def _restack(deck: Any) -> None:
    tree = deck.slides[1].shapes._spTree
    tree.append(tree[-2])


def _color_the_chart(deck: Any) -> None:
    chart = next(shape for slide in deck.slides for shape in slide.shapes if shape.has_chart).chart
    chart.plots[0].series[0].format.fill.solid()
    chart.plots[0].series[0].format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_5


def _turn_the_chart(deck: Any) -> None:
    chart = next(shape for slide in deck.slides for shape in slide.shapes if shape.has_chart).chart
    way = next(part for part in chart._chartSpace.iter() if part.tag.endswith("}barDir"))
    way.set("val", "col" if way.get("val") == "bar" else "bar")


def _widen_a_column(deck: Any) -> None:
    table = next(shape for slide in deck.slides for shape in slide.shapes if shape.has_table).table
    table.columns[0].width += Pt(40)


def _crop(deck: Any) -> None:
    next(shape for slide in deck.slides for shape in slide.shapes if shape._element.tag == f"{P}pic").crop_left = 0.2


def _another_face(deck: Any) -> None:
    deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].font.name = "Papyrus"


def _wide_lines(deck: Any) -> None:
    deck.slides[1].shapes.title.text_frame.paragraphs[0].line_spacing = 2.0


def _take_out_the_clicks(deck: Any) -> None:
    timing = next(part for slide in deck.slides for part in slide._element if part.tag == f"{P}timing")
    timing.getparent().remove(timing)


def _move_on_the_master(deck: Any) -> None:
    deck.slide_master.shapes[0].left += Pt(20)


def _write_on_a_layout(deck: Any) -> None:
    layout = deck.slide_layouts[3].shapes
    layout._spTree.append(deepcopy(deck.slides[0].shapes.title._element))


@pytest.mark.parametrize(
    "edit",
    [
        _restack,
        _color_the_chart,
        _turn_the_chart,
        _widen_a_column,
        _crop,
        _another_face,
        _wide_lines,
        _take_out_the_clicks,
        _move_on_the_master,
        _write_on_a_layout,
    ],
)
def test_what_changes_no_word_is_a_change_too(edit: Callable[[Any], None]) -> None:
    """What lies in front, a chart's looks, a column's width, a crop, a face, clicks, the master: the next build keeps its hands off."""
    assert edited(edit)


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMMENTS = {
    "old": (f"{OFFICE}/comments", f'<p:cmLst xmlns:p="{P[1:-1]}"><p:cm authorId="0"><p:text>Nicer</p:text></p:cm></p:cmLst>'),
    "new": (
        "http://schemas.microsoft.com/office/2018/10/relationships/comments",
        '<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:cm/></p188:cmLst>',
    ),
}
"""A comment on a slide as PowerPoint wrote it until 2020, and since."""


@pytest.mark.parametrize("kind", COMMENTS)
def test_a_comment_is_told(kind: str) -> None:
    """A remark on a slide is somebody's work; a list of remarks that were all taken out again is none."""
    relation, xml = COMMENTS[kind]

    def edit(deck: Any, xml: str = xml) -> None:
        slide = deck.slides[4]
        part = Part(PackURI("/ppt/comments/comment1.xml"), "application/xml", slide.part.package, xml.encode())
        slide.part.relate_to(part, relation)

    (told,) = edited(edit) or ()
    assert re.fullmatch(r"slide 5 “.*”: a comment was added", told)
    empty = re.sub(r"(<(\w+:)cmLst[^>]*>).*", r"\1</\2cmLst>", xml)
    assert edited(lambda deck: edit(deck, empty)) == ()


def _come_in(deck: Any) -> None:
    slide = deck.slides[1]._element
    slide.find(f"{P}clrMapOvr").addnext(etree.fromstring(f'<p:transition xmlns:p="{P[1:-1]}"><p:fade/></p:transition>'))


def _paint_the_master(deck: Any) -> None:
    deck.slide_master.background.fill.solid()
    deck.slide_master.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_5


def _logo_on_the_master(deck: Any) -> None:
    master, logo = deck.slide_master, Path(__file__).parents[1] / "contract" / "clients" / "northwind.png"
    _, id = master.part.get_or_add_image_part(str(logo))
    picture = next(shape._element for slide in deck.slides for shape in slide.shapes if shape._element.tag == f"{P}pic")
    copy = deepcopy(picture)
    copy.find(f".//{A}blip").set(f"{{{OFFICE}}}embed", id)
    master.shapes._spTree.append(copy)


def _rename_a_section(deck: Any) -> None:
    next(part for part in deck.part._element.iter() if part.tag.endswith("}section")).set("name", "Mine")


def _retitle(deck: Any) -> None:
    deck.core_properties.title = "Mine"


def _say_otherwise(deck: Any) -> None:
    for shape in deck.slides[1].shapes:
        shape._element.find(f"*/{P}cNvPr").set("descr", "In other words")


def _link(deck: Any) -> None:
    deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.com/mine"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (_come_in, "a transition was added"),
        (_take_out_the_clicks, "its animations were changed"),
        (_move_on_the_master, "the slide master was changed"),
        (_paint_the_master, "the slide master was changed"),
        (_logo_on_the_master, "the slide master was changed"),
        (_write_on_a_layout, "a layout was changed"),
        (_rename_a_section, "the sections were changed"),
        (_retitle, "the file's title was changed"),
        (_say_otherwise, r"the alternative text of a \w+ was changed \(\d times\)"),
        (_link, "a link of a text was changed"),
    ],
)
def test_what_is_added_last_is_told_in_words_of_its_own(edit: Callable[[Any], None], words: str) -> None:
    """Transitions, animations, masters, sections, the title, alternative texts and links: one change, one sentence."""
    (told,) = edited(edit) or ()
    assert re.fullmatch(rf"(?:slide \d+ “.*”: )?{words}", told)
