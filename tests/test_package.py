"""`leapdeck.build`, from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import leapdeck
from leapdeck.diagnostics import LeapdeckError

OUTLINE = "leapdeck: 1\ntitle: A talk\nsections:\n  - title: First\n    slides:\n      - {kind: statement, text: One thing at a time.}\n"


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """A small outline."""
    path = tmp_path / "talk.yaml"
    path.write_text(OUTLINE)
    return path


def test_files_are_handed_back_and_written(outline: Path, tmp_path: Path) -> None:
    """Without a folder the bytes are only handed back; with one the same bytes stand in it."""
    built = leapdeck.build(outline)
    assert [file.name for file in built.files] == ["talk-deck.pptx", "talk-handout.pdf", "talk-guide.pdf"]
    assert [path.name for path in tmp_path.iterdir()] == ["talk.yaml"]
    leapdeck.build(outline, out=tmp_path / "dist")
    assert [(tmp_path / "dist" / "talk" / file.name).read_bytes() for file in built.files] == [file.data for file in built.files]


def test_what_somebody_changed_is_kept(outline: Path, tmp_path: Path) -> None:
    """A file that isn't as it was written is left, and the diagnostics say where the new one stands."""
    deck = tmp_path / "dist" / "talk" / "talk-deck.pptx"
    deck.parent.mkdir(parents=True)
    deck.write_bytes(b"by hand")
    built = leapdeck.build(outline, only=["deck"], out=tmp_path / "dist")
    assert ([finding.code for finding in built.diagnostics], deck.read_bytes()) == (["changed-file"], b"by hand")
    assert deck.with_name("talk-deck.new.pptx").read_bytes() == built.files[0].data


def test_mistakes_are_raised_together(outline: Path) -> None:
    """One error carries all findings."""
    outline.write_text(OUTLINE.replace("text:", "txt:").replace("title: First", "titel: First"))
    with pytest.raises(LeapdeckError) as caught:
        leapdeck.build(outline)
    assert {finding.position.line for finding in caught.value.diagnostics} == {4, 6}


def test_names_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outline and brand may be names; one that isn't there is an error."""
    monkeypatch.chdir(tmp_path)
    built = leapdeck.build("managing-vs-leading", only=["deck"], brand="leap", paper="a4")
    assert (built.outline, built.folder) == ("managing-vs-leading", "managing-vs-leading")
    with pytest.raises(LeapdeckError, match="no outline manging-vs-leading"):
        leapdeck.build("manging-vs-leading")
