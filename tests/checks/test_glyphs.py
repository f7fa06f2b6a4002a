"""Characters that fonts lack: told before anything is drawn, with their place and a font that has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from leapdeck.brand.fonts import package_files
from leapdeck.building import Job, check
from leapdeck.diagnostics import Diagnostic

LATIN = [*range(0x20, 0x7F), 0x2022, *map(ord, "“”‘’–—…·")]
BRAND = """\
leapdeck: 1
name: Plain
fonts:
  heading: {family: Bare Serif, regular: bare.ttf, bold: bare.ttf, italic: bare.ttf, bold-italic: bare.ttf, fallback: Times New Roman}
contact: {phone: "5"}
"""
OUTLINE = """\
leapdeck: 1
title: Trial
language: LANGUAGE
sections:
  - title: One
    slides:
      - kind: points
        title: TITLE
        points: [POINT]
        notes: NOTE
"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brand whose headings are set in a font of English letters alone."""
    folder = tmp_path_factory.mktemp("bare")
    font = TTFont(package_files("font-source-serif-pro")[""])
    subsetter = Subsetter(Options())
    subsetter.populate(unicodes=LATIN)
    subsetter.subset(font)
    font.save(folder / "bare.ttf")
    path = folder / "brand.yaml"
    path.write_text(BRAND, "utf-8")
    return path


def found(brand: Path, title: str = "A", point: str = "b", note: str = "c", language: str = "en") -> list[Diagnostic]:
    """What is said of an outline's glyphs."""
    text = OUTLINE
    for key, value in (("TITLE", title), ("POINT", point), ("NOTE", note), ("LANGUAGE", language)):
        text = text.replace(key, value)
    outline = brand.with_name("trial.yaml")
    outline.write_text(text, "utf-8")
    return [finding for finding in check(Job(outline, brand=brand)) if finding.code == "no-glyph"]


def test_a_heading_in_a_face_without_its_letters_stops_the_build(bare: Path) -> None:
    """An error names the character, the line, the font that lacks it, and those that have it."""
    (finding,) = [one for one in found(bare, title="Łodz") if one.severity == "error"]
    assert finding.position.line == 8
    assert finding.message == "Bare Serif has no “Ł” (U+0141, latin capital letter l with stroke)"
    assert "Source Sans Pro" in finding.hint
    assert "Source Serif Pro" in finding.hint
    assert "Bare Serif" not in finding.hint


def test_text_in_a_face_that_has_its_letters_is_only_a_warning(bare: Path) -> None:
    """The text's face has what stands in the points; that the heading's has not is said, and stops nothing."""
    assert {finding.severity for finding in found(bare, point="źdźbło")} == {"warning"}


def test_a_clients_name_is_looked_at(bare: Path) -> None:
    """A name that no font can show is told at its line in the client file."""
    client = bare.with_name("acme.yaml")
    client.write_text('leapdeck: 1\nclient:\n  name: "日 Works"\n', "utf-8")
    found(bare)
    (finding,) = [one for one in check(Job(bare.with_name("trial.yaml"), client, brand=bare)) if one.code == "no-glyph"]
    assert (Path(finding.position.file).name, finding.position.line) == ("acme.yaml", 3)


def test_own_words_are_looked_at_too(bare: Path) -> None:
    """In Polish leapdeck's own headings need letters that the font lacks, though the outline has none of them."""
    lacking = {finding.message.partition("no ")[2][1] for finding in found(bare, language="pl") if finding.severity == "error"}
    assert lacking == {"ś"}


def test_a_character_that_no_font_has_says_so(bare: Path) -> None:
    """Where none of the fonts at hand has a character, no font is named."""
    (finding,) = found(bare, note="日")
    assert (finding.severity, finding.position.line) == ("error", 10)
    assert finding.hint.endswith("a font that has it; none of those at hand does")
