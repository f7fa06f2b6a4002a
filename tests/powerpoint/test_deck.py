"""Decks as PowerPoint users find them: native, branded by the theme alone, whole."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu

from leapdeck.layouts.design import own_design
from leapdeck.scene import Shape, TextBox
from works import EVERY_KIND, LOUD, made, prepared

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@lru_cache
def deck(brand: Path | None = None) -> Any:
    """The deck of every kind, read by another program."""
    return Presentation(io.BytesIO(made(brand=brand)))


@lru_cache
def part(name: str) -> str:
    """A part's text."""
    with zipfile.ZipFile(io.BytesIO(made())) as file:
        return file.read(name).decode()


def slide(title: str) -> Any:
    """The slide of that title."""
    return next(slide for slide in deck().slides if slide.shapes.title is not None and slide.shapes.title.text == title)


def test_every_slide_has_a_title_and_a_layout_of_its_own_kind() -> None:
    """No slide is without a title; none stands on a layout that another program brought along."""
    assert len(deck().slides) == len(prepared().deck.scenes)
    for shown in deck().slides:
        assert shown.shapes.title.text.strip()
    assert {layout.name for layout in deck().slide_layouts} >= {"Title", "Agenda", "Section", "Points", "Exercise", "Contact"}


def test_slides_write_neither_colors_nor_fonts_nor_places() -> None:
    """A change of the theme, or Reset, reaches everything: slides have no color values, no fonts, no geometry on placeholders."""
    with zipfile.ZipFile(io.BytesIO(made())) as file:
        for name in file.namelist():
            if re.match(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml", name):
                text = file.read(name).decode()
                assert "srgbClr" not in text
                assert set(re.findall(r'<a:latin typeface="([^"]+)"', text)) <= {"+mj-lt", "+mn-lt"}


def test_text_steps_down_by_layouts_not_by_sizes_on_slides() -> None:
    """A placeholder's runs have no size; the layout's levels have."""
    for shown in deck().slides:
        for shape in shown.placeholders:
            assert not shape._element.findall(f".//{A}rPr[@sz]") or shape.has_table


def test_labels_keep_to_one_line_in_any_font() -> None:
    """Badges, page numbers and a panel's figures aren't broken where a computer takes a wider font; running text is."""
    badges = [shape for shape in slide("A minute of silence").shapes if not shape.is_placeholder and shape.has_text_frame]
    assert badges
    assert all(shape.text_frame.word_wrap is False for shape in badges)
    layout = next(layout for layout in deck().slide_layouts if layout.name == "Exercise")
    wraps = {shape.name.rpartition(" ")[0]: shape.text_frame.word_wrap for shape in layout.placeholders}
    assert (wraps["Panel number"], wraps["Panel unit"], wraps["Panel text"], wraps["Body"]) == (False, False, True, True)


def test_the_theme_carries_the_brand() -> None:
    """The twelve slots of the theme are the palette's roles, and the fonts are the brand's."""
    theme = part("ppt/theme/theme1.xml")
    assert re.search(r'<a:dk2><a:srgbClr val="1F3A5F"/>', theme)
    assert re.search(r'<a:accent2><a:srgbClr val="B8472F"/>', theme)
    assert '<a:majorFont><a:latin typeface="Source Serif Pro"/>' in theme
    assert '<a:minorFont><a:latin typeface="Source Sans Pro"/>' in theme


def test_tables_and_charts_are_native() -> None:
    """A table is a table with its cells, a chart a chart with its numbers and its workbook."""
    table = next(shape for shape in slide("What a week held").shapes if shape.has_table).table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Day", "Lists", "Sentences"],
        ["Monday", "4", "1"],
        ["Friday", "6", "2"],
    ]
    chart = next(shape for shape in slide("What a week held, drawn").shapes if shape.has_chart).chart
    assert [(row.name, tuple(row.values)) for row in chart.plots[0].series] == [("Lists", (4.0, 6.0)), ("Sentences", (1.0, 2.0))]
    book = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert "<v>6</v>" in book.read("xl/worksheets/sheet1.xml").decode()


def test_notes_are_formatted_and_hold_the_answer() -> None:
    """What to do stands under its label, lists are lists, the quiz's answer is for the facilitator."""
    notes = slide("A minute of silence").notes_slide.notes_text_frame
    assert [paragraph.text for paragraph in notes.paragraphs] == [
        "Listen for",
        "Somebody names the report that nobody reads.",
        "Do",
        "Keep the clock in sight and the door shut.",
    ]
    assert notes.paragraphs[0].runs[0].font.bold
    quiz = slide("Which one is a purpose?")
    assert "B: Nobody should wait for medicine." in quiz.notes_slide.notes_text_frame.text
    assert "buChar" in part(f"ppt/notesSlides/notesSlide{deck().slides.index(slide('Lists keep the week in order')) + 1}.xml")


def test_answers_are_not_on_the_quiz_slide() -> None:
    """The slide shows the options alike."""
    shown = [shape.text_frame.text for shape in slide("Which one is a purpose?").placeholders if shape.has_text_frame]
    assert shown[2:8] == ["A", "The boxes leave at noon.", "B", "Nobody should wait for medicine.", "C", "There are four vans."]


def test_sections_hold_every_slide_once() -> None:
    """PowerPoint's sections are the workshop's."""
    text = part("ppt/presentation.xml")
    assert re.findall(r'<p14:section name="([^"]+)"', text) == [
        "Opening",
        "Common ground",
        "Coffee",
        "Practice on your own week",
        "Take it along",
        "Closing",
    ]
    assert len(re.findall("<p14:sldId ", text)) == len(deck().slides)


def test_a_hidden_slide_is_in_the_file_and_not_in_the_show() -> None:
    """`hidden: true` hides."""
    hidden = [shown.shapes.title.text for shown in deck().slides if shown._element.get("show") == "0"]
    assert hidden == ["Kept for a long discussion."]


def test_reveal_builds_point_by_point() -> None:
    """A click for each point of the first level; those below come along."""
    shown = slide("Lists keep the week in order")
    clicks = [node.get("nodeType") for node in shown._element.iter(f"{P}cTn") if node.get("nodeType", "").endswith("Effect")]
    assert clicks == ["clickEffect", "clickEffect", "withEffect", "withEffect", "clickEffect"]


def test_reveal_shows_a_comparison_row_by_row(tmp_path: Path) -> None:
    """The heads stand there; each row is a native table that comes on a click of its own, right below the one before it."""
    outline = tmp_path / "sides.yaml"
    rows = "[[Says when, Says why], [Asks how, Asks what for], [Is a file, Is people]]"
    sides = f"left: {{title: Plan}}, right: {{title: Purpose}}, reveal: true, rows: {rows}"
    outline.write_text(f"leapdeck: 1\ntitle: T\nsections: [{{title: One, slides: [{{kind: compare, title: Which?, {sides}}}]}}]\n")
    shown = next(one for one in Presentation(io.BytesIO(made(outline))).slides if one.shapes.title.text == "Which?")
    tables = [shape for shape in shown.shapes if shape.has_table]
    assert [[cell.text for cell in table.table.rows[0].cells] for table in tables][1:] == [
        ["Says when", "Says why"],
        ["Asks how", "Asks what for"],
        ["Is a file", "Is people"],
    ]
    assert all(below.top == pytest.approx(above.top + above.height, abs=2) for above, below in pairwise(tables))
    clicks = [target.get("spid") for target in shown._element.iter(f"{P}spTgt")]
    assert clicks == [str(table.shape_id) for table in tables[1:]]


def test_footers_and_numbers_are_fields() -> None:
    """A content slide has the workshop's title and its number, as placeholders; the number is a field."""
    shown = slide("What a week held")
    kinds = {shape.placeholder_format.type: shape for shape in shown.placeholders}
    texts = {str(kind).split(" ")[0]: shape.text_frame.text for kind, shape in kinds.items() if shape.has_text_frame}
    assert texts["FOOTER"] == "A day with every kind"
    assert 'type="slidenum"' in part(f"ppt/slides/slide{deck().slides.index(shown) + 1}.xml")


def test_the_agenda_says_when_it_ends(tmp_path: Path) -> None:
    """Where the clock is known the last row of the agenda is the end; where it isn't there is none."""
    body = "minutes: 60\nsections: [{title: One, minutes: 60, slides: [{kind: statement, text: A}]}]\n"
    last = []
    for name, start in (("clocked", 'start: "09:30"\n'), ("free", "")):
        outline = tmp_path / f"{name}.yaml"
        outline.write_text(f"leapdeck: 1\ntitle: T\n{start}{body}")
        agenda = next(shape for shape in Presentation(io.BytesIO(made(outline))).slides[1].shapes if shape.has_table).table
        last.append([cell.text for cell in agenda.rows[len(agenda.rows) - 1].cells])
    assert last == [["10:30\u00a0AM", "End", ""], ["One", "60 min"]]


def test_the_agenda_leads_to_the_sections() -> None:
    """A click on a section's line jumps to its slide."""
    agenda = next(shown for shown in deck().slides if shown.slide_layout.name.startswith("Agenda"))
    jumps = [relation.target_part for relation in agenda.part.rels.values() if relation.reltype.endswith("/slide")]
    assert [jump.slide.shapes.title.text for jump in jumps] == ["Common ground", "Coffee", "Practice on your own week", "Take it along"]


def test_pictures_say_what_is_on_them_and_are_not_stretched() -> None:
    """Alternative text is the outline's; a crop keeps the proportions."""
    picture = next(shape for shape in slide("Two doors, one corridor").shapes if shape._element.tag.endswith("}pic"))
    assert picture._element.find(f".//{P}cNvPr").get("descr") == "Two doors side by side, one open"
    kept_across = 960 * (1 - picture.crop_left - picture.crop_right)
    kept_down = 600 * (1 - picture.crop_top - picture.crop_bottom)
    assert kept_across / kept_down == pytest.approx(picture.width / picture.height, rel=0.01)


def test_properties_are_the_brands_and_the_outlines() -> None:
    """The file says its title and language; its author is the brand."""
    core = deck().core_properties
    assert (core.title, core.author, core.language) == ("A day with every kind", "LEAP Coaching", "en-US")
    assert core.last_modified_by == "LEAP Coaching"


def test_the_slide_is_wide() -> None:
    """960 by 540 points, 16:9."""
    assert (deck().slide_width, deck().slide_height) == (Emu(12192000), Emu(6858000))


def test_a_page_reference_is_the_workbooks() -> None:
    """The page on the slide is the one on which the workbook has it."""
    page = prepared().paginated.pages["sort"]
    panel = [shape.text_frame.text for shape in slide("Sort last week").placeholders if shape.has_text_frame]
    assert any(text.endswith(f"Page {page}") for text in panel)


def test_a_quiz_says_where_its_boxes_are() -> None:
    """A quiz names its page of the workbook below its cards; steps without lines to write on name none."""
    page = prepared().paginated.pages["check"]
    said = [shape.text_frame.text for shape in slide("Which one is a purpose?").placeholders]
    assert f"Workbook p. {page}" in said
    assert not any("Workbook" in shape.text_frame.text for shape in slide("From list to purpose").placeholders)


def test_steps_say_where_their_lines_are(tmp_path: Path) -> None:
    """Steps with lines to write on name the page, below cards of any number and height."""
    few, many = "[Stop, Ask]", "[Stop, Ask, Say, Do, Look, Tell, Go]"
    slides = (f"      - {{kind: steps, title: Steps, steps: {steps}, handout: {{lines: 4}}}}\n" for steps in (few, many))
    outline = tmp_path / "steps.yaml"
    outline.write_text(f"leapdeck: 1\ntitle: Steps\nsections:\n  - title: One\n    slides:\n{''.join(slides)}")
    for scene in prepared(outline).deck.scenes[-3:-1]:
        said = next(item for item in scene.items if isinstance(item, TextBox) and item.slot == "caption")
        forms = [item for item in own_design().layout(scene.layout, "steps", "").marks if isinstance(item, Shape)]
        assert "Workbook" in said.lines[0].spans[0].text
        assert all(form.rect.bottom <= said.rect.y for form in forms)


@pytest.mark.parametrize("brand", [None, LOUD], ids=["leap", "loud"])
def test_every_run_says_its_language(brand: Path | None) -> None:
    """Spelling is checked, and read aloud, in the outline's language."""
    for shown in deck(brand).slides:
        for run in shown._element.iter(f"{A}r"):
            assert run.find(f"{A}rPr").get("lang") == "en-US"


def test_twice_the_same_bytes() -> None:
    """Two processes with other hash seeds and time zones write the same deck, workbook and slides."""
    code = (
        "import hashlib, sys; from pathlib import Path; from leapdeck.building import Job, build;"
        "print([hashlib.sha256(f.data).hexdigest() for f in build(Job(Path(sys.argv[1]), kinds=('deck', 'handout', 'slides'))).files])"
    )
    worlds = ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"})
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(EVERY_KIND)], env={**os.environ, **world}, capture_output=True, text=True, check=True
        )
        for world in worlds
    ]
    assert runs[0].stdout == runs[1].stdout
