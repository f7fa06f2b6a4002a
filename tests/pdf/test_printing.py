"""Files for the printer: what stands on which half of a booklet's sheets, and what such files don't claim."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from leapdeck.building import KINDS
from leapdeck.building.finishing import Finished
from leapdeck.diagnostics import LeapdeckError
from pdfs import opened
from works import made, prepared


def halves(data: bytes) -> list[tuple[str, str]]:
    """The words of the left and the right half of each page."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            width, height = page.get_size()
            text = page.get_textpage()
            parts = ((0, width / 2), (width / 2, width))
            left, right = (text.get_text_bounded(left, 0, right, height) for left, right in parts)
            found.append((" ".join(left.split()), " ".join(right.split())))
    return found


def pages(data: bytes) -> list[str]:
    """The words of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_each_half_holds_its_page_of_the_workbook(paper: str) -> None:
    """Outermost sheet first: cover at the right, contact page at the left; words and numbers are the workbook's."""
    workbook = pages(made(kind="handout", paper=paper))
    found = halves(made(kind="booklet", paper=paper))
    count = 2 * len(found)
    assert count % 4 == 0
    assert len(workbook) <= count < len(workbook) + 4
    at = {}
    for number, (left, right) in enumerate(found):
        low, high = number, count - 1 - number
        at[high if number % 2 == 0 else low], at[low if number % 2 == 0 else high] = left, right
    read = [at[number] for number in range(count)]
    assert read[: len(workbook) - 1] == workbook[:-1]
    assert read[-1] == workbook[-1]
    added = read[len(workbook) - 1 : -1]
    assert len(added) == count - len(workbook) > 0
    assert all(words.startswith("Notes ") and str(number) in words.split() for number, words in enumerate(added, len(workbook)))


def test_a_booklet_asks_to_be_printed_as_it_is() -> None:
    """On both sides, turned over the short edge, not scaled."""
    with opened(made(kind="booklet")) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (str(wishes.Duplex), str(wishes.PrintScaling)) == ("/DuplexFlipShortEdge", "/None")


def test_a_workbook_asks_to_be_turned_over_the_long_edge() -> None:
    """So that its mirrored margins meet at the punched edge."""
    with opened(made(kind="handout")) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"
    with opened(made(kind="slides")) as pdf:
        assert "/Duplex" not in pdf.Root.ViewerPreferences


def test_what_is_for_the_printer_says_so() -> None:
    """It claims no PDF/UA, has neither tags nor links nor bookmarks, and tells what to read instead; nothing lies about unused."""
    with opened(made(kind="booklet")) as pdf:
        assert not pdf.check_pdf_syntax()
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels", "/Names", "/Dests"} & set(pdf.Root.keys())
        assert not [page for page in pdf.pages if {"/Annots", "/StructParents"} & set(page.obj.keys())]
        assert "printer" in str(pdf.docinfo.Subject)
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert "pdfuaid:part" not in metadata
        assert str(pdf.docinfo.Subject) in metadata
        before = len(pdf.objects)
        pdf.remove_unreferenced_resources()
        assert len(pdf.objects) == before


def stored(data: bytes) -> tuple[int, int]:
    """How many fonts and how many pictures lie in a file."""
    with opened(data) as pdf:
        things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)]
        fonts = [thing for thing in things if "/FontFile2" in thing]
        return len(fonts), len([thing for thing in things if thing.get("/Subtype") == pikepdf.Name.Image])


def test_fonts_and_pictures_are_stored_once() -> None:
    """As many as in the workbook."""
    assert stored(made(kind="booklet")) == stored(made(kind="handout")) >= (4, 3)


def test_what_participants_must_not_get_stops_a_booklet() -> None:
    """The finished file is searched; a sentence that stands in it and is the facilitator's is told."""
    kind = KINDS["booklet"]
    material = kind.material(prepared())
    written = kind.write(material)
    assert isinstance(written, Finished)
    assert written.pages == len(material.sheets.pages) // 2
    with pytest.raises(LeapdeckError, match="A purpose says") as caught:
        kind.write(replace(material, secret=("A purpose says why anybody should care.",), open=()))
    assert caught.value.diagnostics[0].code == "answer-given-away"
