"""The same short outline in every language: built, in its own words, with nothing in English left over."""

from __future__ import annotations

import io
import re
import zipfile
from functools import lru_cache
from pathlib import Path

import page
import pypdfium2
import pytest

from languages import TEXTS, outline
from leapdeck.building import Built, Job, brand_of, build, prepare
from leapdeck.checks.finished import said
from leapdeck.layouts.breaking import SOFT_HYPHEN
from leapdeck.locales import words
from leapdeck.scene import TextBox
from pdfs import opened

KINDS = ("deck", "handout", "slides", "guide")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the outlines lie."""
    return tmp_path_factory.mktemp("languages")


@lru_cache
def built(language: str, folder: Path) -> Built:
    """Deck, workbook and slides in a language."""
    return build(Job(outline(language, folder), kinds=KINDS, paper="a4"))


def text(data: bytes) -> str:
    """The words of a PDF's pages."""
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_all_files_are_built_without_a_finding(language: str, folder: Path) -> None:
    """Nothing overflows, nothing is missing; leapdeck's words are the language's."""
    found = built(language, folder)
    assert found.diagnostics == ()
    assert [file.kind for file in found.files] == list(KINDS)
    own = words(language)
    workbook, slides = text(found.files[1].data), text(found.files[2].data)
    for key in ("contents", "participant-workbook", "name", "plan-what", "plan-when", "objectives"):
        assert own[key] in workbook, key
    assert own["back-at"].format(time="10:00") in slides
    assert own["workbook"] in slides
    for key in ("contents", "objectives", "plan-what"):
        assert language == "en" or words("en")[key] not in workbook + slides


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_lang_follows(language: str, folder: Path) -> None:
    """Runs in the deck and the PDFs' catalogs name the language."""
    deck, *pdfs = built(language, folder).files
    with zipfile.ZipFile(io.BytesIO(deck.data)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if name.startswith("ppt/slides/slide")]
    assert {found for part in parts for found in re.findall(r' lang="([^"]*)"', part)} == {language}
    for file in pdfs:
        with opened(file.data) as pdf:
            assert str(pdf.Root.Lang) == language


@pytest.mark.parametrize("language", ["de", "pl"])
def test_other_languages_pass_pdf_ua(language: str, folder: Path, tmp_path: Path) -> None:
    """Workbook and slides break no rule of PDF/UA-1, hyphens and all."""
    for file in built(language, folder).files[1:]:
        path = tmp_path / file.name
        path.write_bytes(file.data)
        report = page.validate_pdf(str(path), profile="ua1")
        assert report.is_compliant, report


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_lines_are_hyphenated_on_paper_alone(language: str, folder: Path) -> None:
    """Running text on paper is parted, but never headings, never slides; at most two lines in a row, never the last."""
    job = Job(outline(language, folder), paper="a4")
    made = prepare(job, brand_of(job)[0])
    boxes = [item for one in made.paginated.sheets.pages for item in one.items if isinstance(item, TextBox)]
    parted = [box for box in boxes if any(line.hyphenated for line in box.lines)]
    assert parted or language not in ("de", "fr", "pl")
    assert {box.paragraphs[0].style for box in parted} <= {"p-body", "p-lead"}
    for box in parted:
        assert all(line.spans[-1].text.endswith(SOFT_HYPHEN) for line in box.lines if line.hyphenated)
    on_slides = [item for scene in made.deck.scenes for item in scene.items if isinstance(item, TextBox)]
    assert not any(line.hyphenated for box in on_slides for line in box.lines)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_slides_number_keeps_to_its_margin(language: str, folder: Path) -> None:
    """What points to a slide from a workbook's margin is one line, however a language calls a slide."""
    job = Job(outline(language, folder), paper="a4")
    boxes = (item for one in prepare(job, brand_of(job)[0]).paginated.sheets.pages for item in one.items if isinstance(item, TextBox))
    head, _, _ = words(language)["slide"].partition("{number}")
    pointers = [box for box in boxes if "".join(run.text for run in box.paragraphs[0].runs).replace("\u00a0", " ").startswith(head)]
    assert len(pointers) > 4
    assert [len(box.lines) for box in pointers] == [1] * len(pointers)


def test_a_colon_stands_as_its_language_sets_it(folder: Path) -> None:
    """Behind a step's title in the workbook a French colon has a space before it, one that may not break."""
    path = folder / "colon.yaml"
    steps = "{kind: steps, title: Trois pas, steps: [{title: Noter, text: Les faits.}, {title: Dire, text: La suite.}]}"
    path.write_text(f"leapdeck: 1\ntitle: Essai\nlanguage: fr\nsections: [{{title: Un, slides: [{steps}]}}]\n", "utf-8")
    job = Job(path, paper="a4")
    boxes = (item for one in prepare(job, brand_of(job)[0]).paginated.sheets.pages for item in one.items if isinstance(item, TextBox))
    assert "Noter\u00a0: Les faits." in {"".join(run.text for run in box.paragraphs[0].runs) for box in boxes}


def test_a_parted_word_is_found_whole(folder: Path) -> None:
    """Who searches a finished workbook for a word finds it, though a line's end parts it."""
    workbook = built("de", folder).files[1].data
    assert "über\x02geben" in text(workbook)
    assert any("Verantwortung, die niemand übergeben" in one.text for one in said(workbook))


def test_an_unknown_language_is_told(folder: Path) -> None:
    """A language without words of its own is a warning that lists those that have some; the words are English."""
    path = outline("de", folder).with_name("sv.yaml")
    path.write_text(outline("de", folder).read_text("utf-8").replace('"language": "de"', '"language": "sv"'), "utf-8")
    found = build(Job(path, kinds=("handout",)))
    (finding,) = found.diagnostics
    assert (finding.code, finding.severity) == ("unknown-language", "warning")
    assert finding.hint == "languages that are there: de, en, es, fr, it, nl, pl, pt"
    assert "Contents" in text(found.files[0].data)
