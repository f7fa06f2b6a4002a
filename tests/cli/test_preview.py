"""`leapdeck preview`: pictures of slides and pages."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from PIL import Image

Run = Callable[..., Result]


def test_a_picture_for_each_slide_and_page(run: Run, here: Path) -> None:
    """Slides are wide, pages tall, and one sheet holds them all."""
    outcome = json.loads(run("preview", "talk", "--format", "json").stdout)
    by_kind: dict[str, list[Image.Image]] = {}
    for file in outcome["files"]:
        by_kind.setdefault(file["kind"], []).append(Image.open(io.BytesIO((here / file["path"]).read_bytes())))
    assert list(by_kind) == ["slides", "handout", "sheet"]
    assert {picture.size for picture in by_kind["slides"]} == {(1440, 810)}
    assert {picture.size for picture in by_kind["handout"]} == {(918, 1188)}
    assert [file["pages"] for file in outcome["files"]][-1] == len(by_kind["slides"]) + len(by_kind["handout"])


def test_a_person_is_told_of_the_sheet(run: Run) -> None:
    """The table names the contact sheet, not each picture."""
    lines = run("preview", "talk").output.splitlines()
    assert [Path(line.split()[0]).name for line in lines] == ["file", "contact-sheet.png"]


def test_pictures_of_slides_that_are_gone_go(run: Run, here: Path) -> None:
    """After a slide is taken out, its picture from the build before doesn't stay; what isn't leapdeck's does."""
    outline = here / "outlines" / "talk.yaml"
    short = outline.read_text()
    outline.write_text(short + "      - {kind: statement, text: One thing more}\n")
    folder = here / "dist" / "talk" / "talk-preview"
    run("preview", "talk")
    before = {path.name for path in folder.glob("slides-*.png")}
    (folder / "mine.png").write_bytes(b"mine")
    outline.write_text(short)
    run("preview", "talk")
    after = {path.name for path in folder.glob("slides-*.png")}
    assert len(before - after) == 1
    assert after < before
    assert (folder / "mine.png").is_file()
