"""Slides on paper are the participants': no note, no answer, nothing hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from leapdeck.blocks import Miniatures
from leapdeck.checks.finished import said
from leapdeck.narrate.miniatures import narrate_slides
from leapdeck.outline.audiences import open_texts, secret_texts
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, Scene, Table, TextBox
from works import EVERY_KIND, OUTLINES, made, prepared, story


def paragraphs(scene: Scene) -> list[Paragraph]:
    """All paragraphs of a slide, those in tables too."""
    cells = [cell.text for item in scene.items if isinstance(item, Table) for row in item.rows for cell in row]
    boxes = [*(item for item in scene.items if isinstance(item, TextBox)), *cells]
    return [paragraph for box in boxes for paragraph in box.paragraphs]


def runs(scenes: tuple[Scene, ...]) -> list[Run]:
    """All runs on some slides."""
    return [run for scene in scenes for paragraph in paragraphs(scene) for run in paragraph.runs]


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
def test_no_gap_word_and_no_note_is_on_them(outline: Path) -> None:
    """The slides that are drawn have a rule for each word of a gap, and no notes; hidden ones aren't there."""
    deck = narrate_slides(story(outline), each=3).deck
    assert deck
    assert not any(scene.notes or scene.hidden for scene in deck.scenes)
    shown = runs(deck.scenes)
    gaps = [run for run in runs(tuple(scene for scene in prepared(outline).deck.scenes if not scene.hidden)) if run.gap]
    assert not [run for run in shown if run.gap]
    assert len([run for run in shown if run.blank]) == sum(len(run.text.split()) for run in gaps)


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["slides-2up", "slides-3up", "slides-6up"])
def test_the_finished_file_holds_no_note(outline: Path, kind: str) -> None:
    """No note of five words and more stands in its texts, tags or bookmarks, unless participants read it anyway."""
    text = " ".join(" ".join(part.text.split()) for part in said(made(outline, kind)))
    public = " ".join(open_texts(prepared(outline).workshop))
    for note in secret_texts(prepared(outline).workshop):
        words = " ".join(note.split())
        if len(words.split()) >= 5 and words not in public:
            assert words not in text


def test_a_gap_is_heard_as_one() -> None:
    """What a screen reader says of a slide names the gap and not its word."""
    (block,) = narrate_slides(story(EVERY_KIND), each=6).body
    assert isinstance(block, Miniatures)
    lists = next(slide for slide in block.slides if slide.scene == "lists")
    assert lists.alt.startswith("Slide 5: Lists keep the week in order. Plan it, share it, a gap to fill in.")
    text = " ".join(part.text for part in said(made(EVERY_KIND, "slides-6up")))
    assert "check it" not in text
    assert "what for" not in text


def test_lines_stay_where_they_were() -> None:
    """A rule is as long as the word, so that what stands around it doesn't move."""
    before = next(scene for scene in prepared(EVERY_KIND).deck.scenes if scene.id == "lists")
    deck = narrate_slides(story(EVERY_KIND), each=2).deck
    assert deck
    after = next(scene for scene in deck.scenes if scene.id == "lists")
    for old, new in zip(before.items, after.items, strict=True):
        if isinstance(old, TextBox) and isinstance(new, TextBox):
            assert [line.baseline for line in old.lines] == [line.baseline for line in new.lines]
            assert [round(line.spans[-1].x + line.spans[-1].width, 0) for line in old.lines] == [
                round(line.spans[-1].x + line.spans[-1].width, 0) for line in new.lines
            ]
