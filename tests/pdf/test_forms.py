"""The fillable workbook: where its fields are, what they ask, and that what is typed survives three programs."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import page
import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pikepdf.form import DefaultAppearanceStreamGenerator, Form

from leapdeck.checks.finished import said
from leapdeck.pdf.formfont import NAMES, PLACES
from pdfs import opened
from works import EVERY_KIND, LOUD, OUTLINES, made

MULTILINE = 1 << 12
TYPED = "Zażółć gęślą jaźń: Šťěpán, „Őű” – naïve Œuvre, 5 €, țară"
LONG = " ".join([TYPED] * 5)
Filled = dict[str, str]


@lru_cache(4)
def fields(data: bytes) -> dict[str, pypdf.generic.Field]:
    """A form's fields by their names."""
    found = pypdf.PdfReader(io.BytesIO(data)).get_fields() or {}
    return {name: field for name, field in found.items() if field.get("/FT")}


def wanted(data: bytes) -> Filled:
    """Something for every field."""
    found = {}
    for name, field in fields(data).items():
        if str(field["/FT"]) == "/Tx":
            found[name] = LONG if int(field.get("/Ff", 0)) & MULTILINE else TYPED
        else:
            found[name] = "/3" if "/Kids" in field else "/Yes"
    return found


def filled_by_pypdf(data: bytes) -> bytes:
    """Everything filled in by pypdf."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.update_page_form_field_values(None, dict(wanted(data)), auto_regenerate=False)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def filled_by_pikepdf(data: bytes) -> bytes:
    """Everything filled in by pikepdf."""
    buffer = io.BytesIO()
    with opened(data) as pdf:
        form = Form(pdf, DefaultAppearanceStreamGenerator)
        for name, value in wanted(data).items():
            field = form[name]
            if isinstance(field, pikepdf.form.TextField):
                field.value = value
            elif isinstance(field, pikepdf.form.RadioButtonGroup):
                field.options[int(value[1:]) - 1].select()
            else:
                assert isinstance(field, pikepdf.form.CheckboxField)
                field.checked = True
        pdf.save(buffer)
    return buffer.getvalue()


def filled_by_pdfium(data: bytes) -> bytes:
    """Everything typed and clicked in the engine of a browser."""
    buffer = io.BytesIO()
    with pypdfium2.PdfDocument(data) as pdf:
        pdf.init_forms()
        for sheet in pdf:
            for number in range(pdfium.FPDFPage_GetAnnotCount(sheet.raw)):
                _fill(pdf.formenv.raw, sheet.raw, pdfium.FPDFPage_GetAnnot(sheet.raw, number))
        pdf.save(buffer)
    return buffer.getvalue()


def _fill(form: object, sheet: object, annotation: object) -> None:
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind == pdfium.FPDF_FORMFIELD_TEXTFIELD:
        text = LONG if pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & MULTILINE else TYPED
        typed = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
        pdfium.FORM_SetFocusedAnnot(form, annotation)
        pdfium.FORM_ReplaceSelection(form, sheet, ctypes.cast(typed, pdfium.FPDF_WIDESTRING))
    elif kind == pdfium.FPDF_FORMFIELD_CHECKBOX or pdfium.FPDFAnnot_GetFormControlIndex(form, annotation) == 2:
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, box)
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        pdfium.FORM_OnMouseMove(form, sheet, 0, *middle)
        pdfium.FORM_OnLButtonDown(form, sheet, 0, *middle)
        pdfium.FORM_OnLButtonUp(form, sheet, 0, *middle)
    pdfium.FORM_ForceToKillFocus(form)


@pytest.mark.parametrize("fill", [filled_by_pypdf, filled_by_pikepdf, filled_by_pdfium])
def test_what_is_filled_in_survives(fill: Callable[[bytes], bytes]) -> None:
    """Every field keeps what was typed, letters of all of Europe included, or ticked, and the file opens again."""
    data = made(kind="fillable")
    assert {name: str(field.get("/V")) for name, field in fields(fill(data)).items()} == wanted(data)


def test_what_is_typed_in_a_browser_is_set_in_the_brands_face() -> None:
    """A browser takes no other font for any letter, and finds a place for each."""
    data = filled_by_pdfium(made(kind="fillable"))
    with opened(data) as pdf:
        for look in (field.AP.N for field in pdf.Root.AcroForm.Fields if field.get("/FT") == pikepdf.Name.Tx):
            used = set(re.findall(r"/(\w+) [\d.]+ Tf", look.read_bytes().decode("latin-1")))
            assert [str(look.Resources.Font[f"/{name}"].BaseFont) for name in used] == ["/LEAPDK+SourceSansPro-Regular"]
    with pypdfium2.PdfDocument(data) as pdf:
        assert pdfium.FPDFPage_Flatten(pdf[0].raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
        assert TYPED in pdf[0].get_textpage().get_text_range()


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
def test_fields_have_names_and_words_of_their_own(outline: Path) -> None:
    """No two fields share a name, each says what it asks, and each choice of a scale says which it is."""
    with opened(made(outline, "fillable")) as pdf:
        form = pdf.Root.AcroForm
        names = [str(field.T) for field in form.Fields]
        assert len(names) == len(set(names)) > 5
        assert all(str(field.TU).strip() for field in form.Fields)
        scales = [field for field in form.Fields if "/Kids" in field]
        for scale in scales:
            count = len(scale.Kids)
            assert [str(kid.TU) for kid in scale.Kids] == [f"{scale.TU}: {n} of {count}" for n in range(1, count + 1)]
            assert int(scale.Ff) == 1 << 15, "a choice can't be taken back"
        assert "/NeedAppearances" not in form
        assert "/XFA" not in form
        assert not [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and ("/JS" in thing or "/AA" in thing)]


def test_fields_say_what_paper_asks() -> None:
    """A gap says the words around it and not its own; a cell its column and its row; lines the question above them."""
    found = {name: str(field["/TU"]) for name, field in fields(made(kind="fillable")).items()}
    assert found["cover-1"] == "Name"
    assert found["lists-1"] == "gap 1 in: Plan it, share it, …"
    assert found["think-1"] == "Which of your lists would nobody miss?"
    assert found["sort-2"] == "P or W, row 1"
    assert found["sides-2"] == "Purpose: Asks: how far?, row 2"
    assert found["check-2"] == "B: Nobody should wait for medicine."


def test_the_tab_key_goes_as_the_eye_does() -> None:
    """Pages are gone through by structure, in which fields stand as they are read; every field is printed with its page."""
    with opened(made(kind="fillable")) as pdf:
        for sheet in pdf.pages:
            found = [annotation for annotation in sheet.get("/Annots", []) if annotation.Subtype == pikepdf.Name.Widget]
            assert sheet.Tabs == pikepdf.Name.S
            keys = [int(field.StructParent) for field in found]
            assert keys == sorted(keys)
            assert all(int(field.F) == 4 for field in found)


def test_the_pages_are_those_of_the_printed_workbook() -> None:
    """Page for page the same words stand at the same places, so that a reference holds for both."""
    with pypdfium2.PdfDocument(made(kind="fillable")) as screen, pypdfium2.PdfDocument(made(kind="handout")) as paper:
        assert len(screen) == len(paper)
        for one, other in zip(screen, paper, strict=True):
            assert one.get_textpage().get_text_range() == other.get_textpage().get_text_range()


def test_paper_has_no_fields() -> None:
    """The printed workbook has no form, and nothing of what fields say."""
    data = made(kind="handout")
    with opened(data) as pdf:
        assert "/AcroForm" not in pdf.Root
    assert not [text for text in said(data) if "gap 1 in" in text.text]


def test_every_letter_has_its_place() -> None:
    """There are as many places in the fields' font as letters to be put into them."""
    assert len(NAMES) <= len(PLACES) == len(set(PLACES))


def test_fields_lie_on_their_rules() -> None:
    """A gap's field ends on the rule that paper has, and a cell's field lies inside of the cell."""
    with (
        opened(made(kind="fillable", paper="a4", brand=LOUD)) as screen,
        pypdfium2.PdfDocument(made(kind="handout", paper="a4", brand=LOUD)) as paper,
    ):
        gap = next(field for field in screen.Root.AcroForm.Fields if field.T == "lists-1")
        left, bottom, right, _ = (float(edge) for edge in gap.Rect)
        place = next(number for number, sheet in enumerate(screen.pages) if any(a.objgen == gap.objgen for a in sheet.get("/Annots", [])))
        picture = paper[place].render(scale=4, grayscale=True).to_pil()
        height = paper[place].get_height()
        row = [picture.getpixel((x, round((height - bottom) * 4) - 2)) for x in range(round(left * 4) + 4, round(right * 4) - 4)]
        assert max(row) < 200  # ink along the whole of the field's lower edge


POLISH = """\
leapdeck: 1
title: Zarządzać i przewodzić
language: pl
minutes: 60
sections:
  - title: Wspólny grunt
    minutes: 60
    reading: "Plan mówi, co będzie dalej. Sens mówi, __dlaczego__ to kogoś obchodzi."
    slides:
      - {kind: points, id: listy, title: Listy, points: ["Pokaż ją, a potem __zaufaj__ ludziom"]}
      - {kind: question, id: pytanie, title: Chwila ciszy, question: "Której z twoich list nikt by nie żałował?"}
      - {kind: scale, id: skala, title: Jak było?, from: Nigdy, to: Zawsze, levels: 3, statements: ["Mówiłem, dlaczego"]}
      - {kind: plan, id: plan, title: Mój plan, rows: 3}
"""


@pytest.mark.parametrize(("paper", "brand"), [("a4", None), ("letter", LOUD)])
def test_a_polish_workbook_can_be_filled_in(tmp_path: Path, paper: str, brand: Path | None) -> None:
    """It passes PDF/UA-1 in both brands, its fields speak Polish, and not one says the word that belongs into its gap."""
    outline = tmp_path / "polska.yaml"
    outline.write_text(POLISH, "utf-8")
    data = made(outline, "fillable", paper, brand)
    (tmp_path / "made.pdf").write_bytes(data)
    report = page.validate_pdf(str(tmp_path / "made.pdf"), profile="ua1")
    assert report.is_compliant, report
    says = {name: str(field["/TU"]) for name, field in fields(data).items()}
    assert says["listy-1"].endswith("Pokaż ją, a potem … ludziom")
    assert says["pytanie-1"] == "Której z twoich list nikt by nie żałował?"
    assert says["skala-1"] == "Mówiłem, dlaczego"
    assert not [text for text in says.values() if "zaufaj" in text]
    with opened(data) as pdf:
        assert str(pdf.Root.Lang) == "pl"
