"""A golden of PowerPoint parts: XML with sorted attributes, an element a line, compared whole.

Where a change is meant: `python tests/powerpoint/test_parts.py` writes it anew; read the difference before you commit it.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from leapdeck.building import Job, build

HERE = Path(__file__).parent
OUTLINE = HERE / "three.yaml"
GOLDENS = HERE / "golden"
for prefix, name in {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}.items():
    ET.register_namespace(prefix, name)
PARTS = ("ppt/presentation.xml", "ppt/slides/slide4.xml", "ppt/notesSlides/notesSlide4.xml", "ppt/tableStyles.xml")


def deck() -> dict[str, str]:
    """The parts of a small deck, made readable."""
    (file,) = build(Job(OUTLINE, kinds=("deck",))).files
    with zipfile.ZipFile(io.BytesIO(file.data)) as package:
        return {name: readable(package.read(name)) for name in PARTS}


def readable(xml: bytes) -> str:
    """Canonical XML (attributes sorted), indented."""
    tree = ET.fromstring(xml)  # noqa: S314  # our own file
    ET.indent(tree)
    return ET.canonicalize(ET.tostring(tree, encoding="unicode")).replace("\r", "") + "\n"


def golden(part: str) -> Path:
    """Where a part's golden stands."""
    return GOLDENS / re.sub(r"^ppt/|/", "-", part).lstrip("-")


@pytest.mark.parametrize("part", PARTS)
def test_parts_are_as_they_were(part: str) -> None:
    """A slide, its notes, the presentation and the table style are written as before."""
    assert deck()[part] == golden(part).read_text("utf-8")


if __name__ == "__main__":
    GOLDENS.mkdir(exist_ok=True)
    for name, text in deck().items():
        golden(name).write_text(text, "utf-8")
