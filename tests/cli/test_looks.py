"""Options for other looks on the command line: what the files are called, and what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import leapdeck
from leapdeck.building import Options

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("options", "look"),
    [
        (("--large-print",), "-large-print"),
        (("--ink-saver",), "-ink-saver"),
        (("--large-print", "--ink-saver"), "-large-print-ink-saver"),
        (("--without-optional", "--safe-fonts"), ""),
    ],
)
def test_another_look_has_another_name(run: Run, here: Path, options: tuple[str, ...], look: str) -> None:
    """Workbooks in another look stand beside the usual ones; what looks as usual has its usual name."""
    assert run("build", "talk", "--only", "deck,handout,fillable", *options).exit_code == 0
    names = sorted(path.name for path in (here / "dist" / "talk").iterdir() if not path.name.startswith("."))
    assert names == ["talk-deck.pptx", f"talk-fillable{look}.pdf", f"talk-handout{look}.pdf"]


def test_safe_fonts_stand_in_the_theme(run: Run, here: Path) -> None:
    """The deck names the fallbacks, and the brand's own fonts nowhere."""
    assert run("build", "talk", "--only", "deck", "--safe-fonts").exit_code == 0
    with zipfile.ZipFile(here / "dist" / "talk" / "talk-deck.pptx") as deck:
        theme = deck.read("ppt/theme/theme1.xml").decode()
        everything = "".join(deck.read(name).decode("utf-8", "replace") for name in deck.namelist() if name.endswith((".xml", ".rels")))
    assert 'latin typeface="Times New Roman"' in theme
    assert 'latin typeface="Arial"' in theme
    assert "Source S" not in everything


def test_check_and_preview_know_the_options(run: Run, here: Path) -> None:
    """What can be built can be checked and looked at."""
    assert "Nothing to mend." in run("check", "talk", "--large-print", "--without-optional").output
    assert run("preview", "talk", "--ink-saver", "--large-print").exit_code == 0
    assert any("handout" in path.name for path in (here / "dist" / "talk").rglob("*.png"))


def test_python_gives_the_same(run: Run, here: Path) -> None:
    """`leapdeck.build` takes the same options and gives the same bytes."""
    assert run("build", "talk", "--only", "handout", "--large-print").exit_code == 0
    (file,) = leapdeck.build("talk", only=("handout",), options=Options(large_print=True)).files
    assert (here / "dist" / "talk" / file.name).read_bytes() == file.data
