"""Lines in another program: LibreOffice draws the decks, and breaks and places their lines as leapdeck said."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from msgspec.structs import replace

from leapdeck.scene import Primitive, Scene, Table, TextBox
from leapdeck.units import Rect
from works import EVERY_KIND, LOUD, brand, made, prepared

OFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(OFFICE is None, reason="LibreOffice isn't here")]
AGREED = 0.95
"""The share of lines that must break as predicted."""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{folders}<cachedir>{cache}</cachedir><include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>"""


TOLERANCE = 4.0
"""Points: what a descender or an overhanging letter may take."""


class Page(NamedTuple):
    """A slide as it was drawn: its lines, and each stretch of text with its rectangle in points from the left top corner."""

    lines: list[str]
    stretches: list[tuple[str, Rect]]


def squeezed(text: str) -> str:
    """Characters without spaces, bullets and rules, to compare by."""
    return re.sub(r"[\s\u00a0\u25a0\u2013]", "", text)


@lru_cache
def drawn(folder: Path, name: Path | None) -> list[Page]:
    """Each slide that LibreOffice shows."""
    deck = folder / "deck.pptx"
    deck.write_bytes(made(EVERY_KIND, "deck", "letter", name))
    files = {Path(file).parent for family in brand(name).families.values() for file in family.files.values()}
    config = folder / "fonts.conf"
    config.write_text(FONTS.format(folders="".join(f"<dir>{path}</dir>" for path in sorted(files)), cache=folder / "cache"))
    command = [
        str(OFFICE),
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(deck),
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "FONTCONFIG_FILE": str(config)}, timeout=180)
    document = pypdfium2.PdfDocument(deck.with_suffix(".pdf"))
    return [_page(page.get_textpage(), page.get_height()) for page in document]


def _page(text: pypdfium2.PdfTextPage, height: float) -> Page:
    lines = [squeezed(line) for line in text.get_text_bounded().splitlines() if squeezed(line)]
    stretches: list[tuple[str, Rect]] = []
    for number in range(text.count_rects()):
        left, low, right, high = text.get_rect(number)
        stretches.append((squeezed(text.get_text_bounded(left, low, right, high)), Rect(left, height - high, right - left, high - low)))
    return Page(lines, stretches)


def predicted(scene: Scene) -> list[str]:
    """The lines of a slide's boxes as leapdeck breaks them; ornaments and numbers left out."""
    boxes = (item for item in scene.items if isinstance(item, TextBox) and len(item.lines) >= 1)
    return [squeezed("".join(span.text for span in line.spans)) for box in boxes for line in box.lines]


@pytest.fixture(scope="module", params=[None, LOUD], ids=["leap", "loud"])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Scene], list[Page]]:
    """The slides that are shown, and their lines in LibreOffice."""
    scenes = [scene for scene in prepared(EVERY_KIND, "letter", request.param).deck.scenes if not scene.hidden]
    return scenes, drawn(tmp_path_factory.mktemp("office"), request.param)


def test_lines_break_as_predicted(shown: tuple[list[Scene], list[Page]]) -> None:
    """At least 95 of 100 predicted lines are lines in LibreOffice, too."""
    scenes, pages = shown
    assert len(scenes) == len(pages)
    wanted = [(line, "\n".join(page.lines)) for scene, page in zip(scenes, pages, strict=True) for line in predicted(scene) if line]
    missed = [line for line, page in wanted if line not in page]
    assert len(missed) <= (1 - AGREED) * len(wanted), missed


def test_no_line_leaves_its_box(shown: tuple[list[Scene], list[Page]]) -> None:
    """What LibreOffice draws of a box's words lies inside that box."""
    compared = 0
    for scene, page in zip(*shown, strict=True):
        boxes = [box for item in scene.items for box in places(item)]
        for words, rect in page.stretches:
            holding = [box for box in boxes if len(words) > 2 and words in "".join(predicted_words(box))]
            compared += bool(holding)
            assert not holding or any(box.rect.contains(rect, TOLERANCE) for box in holding), (scene.id, words, rect)
    assert compared > 60


def places(item: Primitive) -> list[TextBox]:
    """Where an item has text: a box, or the cells of a table."""
    if isinstance(item, Table):
        return [replace(cell.text, rect=cell.text.rect.moved(item.rect.x, item.rect.y)) for row in item.rows for cell in row]
    return [item] if isinstance(item, TextBox) else []


def predicted_words(box: TextBox) -> list[str]:
    """A box's words, line by line."""
    return [squeezed("".join(span.text for span in line.spans)) for line in box.lines]
