"""The leak gate over finished files."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from leapdeck.checks.leaks import Gate, Known
from leapdeck.checks.pixels import fingerprint


def package(**parts: str | bytes) -> bytes:
    """A zip whose parts are named by keywords, `__` for a slash and `_` before the suffix for a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in parts.items():
            head, _, suffix = name.replace("__", "/").rpartition("_")
            file.writestr(f"{head}.{suffix}", content)
    return buffer.getvalue()


def slide(*runs: str) -> bytes:
    """A package with one slide of one paragraph."""
    return package(ppt__slides__slide1_xml="<a:p>" + "".join(f"<a:r><a:t>{run}</a:t></a:r>" for run in runs) + "</a:p>")


def logo(color: str, size: int = 64, fmt: str = "PNG") -> bytes:
    """A picture of two fields, one in a color."""
    picture = Image.new("RGB", (size, size), "white")
    picture.paste(color, (0, 0, size // 2, size))
    buffer = io.BytesIO()
    picture.save(buffer, fmt)
    return buffer.getvalue()


ACME = Known("acme", ("Acme & Söhne", "Post"), ("Project Kestrel",), ("the north depot",), fingerprint(logo("#cc0000")))
BOLT = Known("bolt", ("Acme & Söhne Nord",))
GATE = Gate([ACME, BOLT])


@pytest.mark.parametrize("text", ["Acme &amp; Söhne", "ACME &amp; SÖHNE", "for acme, söhne"])
def test_a_name_is_found_whatever_its_case_and_its_signs(text: str) -> None:
    """Another client's name is found in a slide, escaped or shouted."""
    (found,) = GATE.findings(slide(text), "x-deck.pptx", reader="other")
    assert (found.code, found.severity) == ("leak", "error")
    assert "slide 1" in found.message


def test_a_name_parted_over_runs_is_found() -> None:
    """Runs of one paragraph are read as one text."""
    assert GATE.findings(slide("Project Kes", "trel"), "x.pptx", reader="other")


def test_a_client_may_read_its_own_name() -> None:
    """What is the reader's own is no leak."""
    assert not GATE.findings(slide("Acme &amp; Söhne, Project Kestrel"), "acme-deck.pptx", reader="acme")


def test_a_name_inside_the_readers_own_name_is_still_the_others() -> None:
    """A name that the reader's name contains is told apart only by allow."""
    deck = slide("Welcome to Acme &amp; Söhne Nord")
    assert GATE.findings(deck, "bolt.pptx", reader="bolt")
    assert not GATE.findings(deck, "bolt.pptx", reader="bolt", allow=["Acme & Söhne"])


def test_words_are_matched_whole() -> None:
    """An alias inside a longer word is no leak."""
    assert not GATE.findings(slide("Postpone the poster"), "x.pptx", reader="other")
    assert GATE.findings(slide("by post"), "x.pptx", reader="other")


def test_another_clients_variable_is_a_warning() -> None:
    """A variable's value may stand elsewhere by chance, so it is only pointed at."""
    (found,) = GATE.findings(slide("Meet at the north depot."), "x.pptx", reader="other")
    assert found.severity == "warning"


def test_attributes_names_and_embedded_workbooks_are_searched() -> None:
    """Alt text, part names and the workbook of a chart are looked into."""
    workbook = package(xl__sharedStrings_xml="<si><t>Project Kestrel</t></si>")
    for data in (
        package(ppt__slides__slide1_xml='<p:pic descr="Project Kestrel"/>'),
        package(ppt__media__project_kestrel_xml=""),
        package(ppt__embeddings__book1_xlsx=workbook),
    ):
        assert GATE.findings(data, "x.pptx", reader="other")


def test_a_logo_is_known_by_its_pixels() -> None:
    """A logo saved anew, larger and as a JPEG, is still that client's; another picture isn't."""
    assert GATE.findings(package(ppt__media__image7_jpg=logo("#cc0000", 256, "JPEG")), "x.pptx", reader="other")
    assert not GATE.findings(package(ppt__media__image7_png=logo("#0000cc")), "x.pptx", reader="other")


@pytest.mark.parametrize("text", ["/home/ann/clients", "C:\\Users\\ann", "file:///Users/ann/x.png"])
def test_paths_of_a_computer_are_found(text: str) -> None:
    """A path tells whose computer built the file."""
    assert GATE.findings(slide(text), "x.pptx")


def test_addresses_and_fractions_are_no_paths() -> None:
    """Web addresses and slashes between words are left alone."""
    assert not GATE.findings(slide("https://example.com/home/page and/or 3/4"), "x.pptx")
