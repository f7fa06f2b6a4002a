"""Finished PDFs: what the standard for accessible ones asks, links, bookmarks, labels, fonts, the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from functools import partial
from itertools import pairwise
from pathlib import Path

import page
import pypdfium2
import pytest
from msgspec.structs import replace

from leapdeck.building import KINDS, Options
from leapdeck.pdf import write_slides
from leapdeck.richtext import words
from leapdeck.scene import TextBox
from pdfs import bookmarks, drawn, labels, links, opened, tree
from works import EVERY_KIND, LOUD, TESTS, made, prepared

CASES = [
    pytest.param(partial(made, EVERY_KIND, kind, paper, brand), id=f"{kind}-{paper}-{'loud' if brand else 'leap'}")
    for kind in KINDS
    if kind not in ("deck", "booklet", "press")  # these two are for the printer and have no tags
    for paper, brand in (("letter", None), ("a4", LOUD))
] + [
    pytest.param(partial(made, EVERY_KIND, "fillable", "a4", LOUD, Options(large_print=True)), id="fillable-large"),
    pytest.param(partial(made, EVERY_KIND, "handout", "a4", None, Options(ink_saver=True)), id="handout-sparing"),
    pytest.param(partial(made, EVERY_KIND, "slides-2up", "a4", LOUD, Options(ink_saver=True)), id="slides-2up-sparing"),
]


@pytest.mark.parametrize("build", CASES)
def test_every_kind_passes_pdf_ua(build: partial[bytes], tmp_path: Path) -> None:
    """Slides and papers with every kind of slide, in both brands, break no rule of PDF/UA-1."""
    path = tmp_path / "made.pdf"
    path.write_bytes(build())
    report = page.validate_pdf(str(path), profile="ua1")
    assert report.is_compliant, report


@pytest.mark.parametrize("build", CASES)
def test_nothing_is_drawn_outside_of_a_mark(build: partial[bytes]) -> None:
    """Whatever leaves ink on a page belongs to an element or is an artifact."""
    found = drawn(build())
    assert not found.unmarked
    assert found.words


@pytest.mark.parametrize("build", CASES)
def test_every_stretch_of_content_is_in_the_tree_once(build: partial[bytes]) -> None:
    """No words are marked that the structure leaves out, and none stand in it twice."""
    data = build()
    listed = [line.strip()[1:-1] for line in tree(data).splitlines() if line.strip().startswith("“")]
    assert sorted(listed) == sorted(drawn(data).words.values())


def test_words_are_whole_at_line_ends() -> None:
    """Every paragraph of the workbook reads as it was written, though it runs over lines and pages."""
    data = made(kind="handout")
    read = re.sub(r"”\s+“", "", tree(data))
    for sheet in prepared().paginated.sheets.pages:
        for box in sheet.items:
            if isinstance(box, TextBox) and box.role == "body":
                for paragraph in box.paragraphs:
                    said = words(paragraph.runs).replace("\u00a0", " ")
                    assert f"“{said}" in read or any(run.blank or run.bold or run.link for run in paragraph.runs), said


def test_text_is_read_from_the_page_with_its_spaces() -> None:
    """A reader that knows nothing of tags finds the words of a running text in order, a space at each line's end."""
    with pypdfium2.PdfDocument(made(kind="handout")) as pdf:
        text = " ".join(pdf[2].get_textpage().get_text_range().split())
    assert "A plan says what happens next. A purpose says why anybody should care. Most weeks have plenty of the first" in text


def test_text_runs_as_wide_as_it_was_measured() -> None:
    """The glyphs' widths, the kerning and the tracking in the file make up what the layout counted with."""
    spans: dict[tuple[str, float], list[float]] = {}
    for scene in prepared().deck.scenes:
        for line in (line for box in scene.items if isinstance(box, TextBox) for line in box.lines):
            for span in line.spans:
                spans.setdefault((span.text, span.size), []).append(span.width)
    shown = [(text, size, width) for text, size, width in drawn(made(kind="slides")).shown if len(text) > 4 and (text, size) in spans]
    assert len(shown) > 60
    for text, size, width in shown:  # a shift is written in thousandths of the size
        assert min(abs(width - measured) for measured in spans[text, size]) < 0.01 + 0.0005 * size * len(text), text


def test_letters_are_kerned() -> None:
    """Pairs such as "Te" stand nearer together than their widths say."""
    with opened(made(kind="slides")) as pdf:
        pages = [sheet.Contents.read_bytes() for sheet in pdf.pages]
    assert any(re.search(rb"\[<[0-9A-F]{4}>[1-9]\d+<", content) for content in pages)


def test_fonts_are_embedded_in_part() -> None:
    """Every font is a part of one of the brand's, in the file; none of the standard ones that a reader would have to own."""
    for kind in ("slides", "handout"):
        with opened(made(kind=kind)) as pdf:
            fonts = [font for sheet in pdf.pages for font in sheet.resources.Font.values()]
            assert fonts
            for font in fonts:
                assert re.fullmatch(r"/[A-Z]{6}\+Source(Sans|Serif)Pro-\w+", str(font.BaseFont))
                assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 40_000


def test_links_lead_where_they_say() -> None:
    """The agenda leads to its sections, the contents to theirs, the telephone number can be dialed."""
    slides, handout = links(made(kind="slides")), links(made(kind="handout"))
    assert slides == [
        (3, "Common ground", "page 4"),
        (3, "Coffee", "page 10"),
        (3, "Practice on your own week", "page 11"),
        (3, "Take it along", "page 20"),
        (23, "(847) 212-4903", "tel:8472124903"),
    ]
    assert [target for _, said, target in handout if said == "Common ground"] == ["page 3"]
    assert [target for _, said, target in handout if said == "(847) 212-4903"] == ["tel:8472124903"]


def test_hidden_slides_stay_out() -> None:
    """A slide that isn't shown is no page; the others keep their numbers, and what linked to it is plain text."""
    work = prepared()
    hidden = next(scene for scene in work.deck.scenes if scene.title == "Practice on your own week")
    scenes = tuple(replace(scene, hidden=scene is hidden) for scene in work.deck.scenes)
    data = write_slides(replace(work.deck, scenes=scenes), work.brand, work.composed.images)
    assert "“Practice on your own week”" in tree(data)
    assert "Sect t: Practice on your own week" not in tree(data)
    assert not [said for _, said, _ in links(data) if said == "Practice on your own week"]
    assert labels(data) == [str(scene.number) for scene in work.deck.scenes if scene is not hidden]


def test_bookmarks_name_sections_and_slides() -> None:
    """Sections stand at the first level, their slides below them; a section's own slide isn't listed twice."""
    assert bookmarks(made(kind="slides"))[:7] == [
        "Opening → 1",
        "  A day with every kind → 1",
        "  After this session you can → 2",
        "  This morning → 3",
        "Common ground → 4",
        "  Lists keep the week in order → 5",
        "  Three ways to carry a message → 6",
    ]
    found = bookmarks(made(kind="handout"))
    assert found[:4] == ["A day with every kind → 1", "Contents → 2", "Common ground → 3", "  Lists keep the week in order → 3"]


def test_pages_are_called_what_is_printed_on_them() -> None:
    """A reader shows the workbook's page numbers as they are on paper."""
    assert labels(made(kind="handout")) == [sheet.label for sheet in prepared().paginated.sheets.pages]


def test_headings_leave_out_no_level() -> None:
    """The first heading is of the first level, and none is more than one level below the one before it."""
    for kind in ("slides", "handout", "guide", "runsheet", "slides-3up"):
        levels = [int(level) for level in re.findall(r"^ *H(\d)$", tree(made(kind=kind)), re.MULTILINE)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert levels.count(1) == 1


def test_the_file_says_what_it_is() -> None:
    """Title, language and author are the workshop's and the brand's; there is no date, and the window shows the title."""
    with opened(made(kind="handout")) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "A day with every kind",
            "/Author": "LEAP Coaching",
            "/Subject": "Nothing left out",
            "/Creator": "leapdeck",
            "/Producer": "leapdeck",
        }
        assert str(pdf.Root.Lang) == "en-US"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert "A day with every kind" in metadata


def test_the_file_is_sound_and_packed() -> None:
    """A strict reader finds no fault, and most objects lie in compressed streams."""
    data = made(kind="handout")
    with opened(data) as pdf:
        assert not pdf.check_pdf_syntax()
        assert len(pdf.objects) > 10 * len(re.findall(rb"^\d+ 0 obj$", data, re.MULTILINE))


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    """Neither the order of sets, nor the time zone, nor what was written before changes a byte."""
    code = (
        "import hashlib, sys; from works import made; kinds = sys.argv[1].split();"
        "print(*sorted(f'{k} {hashlib.sha256(made(kind=k)).hexdigest()}' for k in kinds))"
    )
    kinds = ("slides", "handout", "guide", "cards", "slides-3up", "booklet", "press")
    told = set()
    for seed, zone, asked in (("1", "Asia/Tokyo", " ".join(kinds)), ("77", "America/Chicago", " ".join(reversed(kinds)))):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent / 'src'}"}
        run = subprocess.run([sys.executable, "-c", code, asked], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)
        told.add(run.stdout)
    assert told == {" ".join(sorted(f"{kind} {hashlib.sha256(made(kind=kind)).hexdigest()}" for kind in kinds)) + "\n"}
