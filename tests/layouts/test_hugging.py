"""Layouts as large as what stands on them: sections by their title, exercises by what their panel says, agendas by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leapdeck.building import Job, brand_of, prepare
from leapdeck.layouts.design import own_design
from leapdeck.layouts.setting import text_width
from leapdeck.scene import Scene, Table, TextBox
from works import EVERY_KIND, OUTLINES, prepared

ALL = [EVERY_KIND, *OUTLINES]
UNTIMED = """\
leapdeck: 1
title: Without times
sections:
  - title: One
    slides: [{kind: exercise, title: In pairs, steps: [Talk], grouping: pairs, handout: false}]
"""


def scenes(outline: Path, layout: str) -> Iterator[Scene]:
    """The slides of an outline on layouts whose names begin so."""
    return (scene for scene in prepared(outline).deck.scenes if scene.layout.startswith(layout))


def box(scene: Scene, slot: str) -> TextBox | None:
    """The text in a slot."""
    return next((item for item in scene.items if isinstance(item, TextBox) and item.slot == slot), None)


@pytest.mark.parametrize("outline", ALL)
def test_a_sections_time_stands_close_above_its_title(outline: Path) -> None:
    """Not a line's height lies between them, and none between the title and the summary below it."""
    for scene in scenes(outline, "section"):
        title, kicker, summary = (box(scene, slot) for slot in ("title", "kicker", "summary"))
        assert title
        assert kicker
        size = title.paragraphs[0].size
        assert title.rect.y + title.lines[0].baseline - size - kicker.rect.bottom < size
        assert summary is None or summary.rect.y - title.rect.bottom == 16


@pytest.mark.parametrize("outline", ALL)
def test_a_panel_ends_below_what_it_says(outline: Path) -> None:
    """At most as much stays free as another fact would take."""
    for scene in scenes(outline, "exercise"):
        said = box(scene, "panel-text")
        assert said
        panel = own_design().layouts[scene.layout].marks[1].rect
        assert 8 < panel.bottom - (said.rect.y + said.lines[-1].baseline) <= 72, scene.id


def test_a_panel_without_minutes_begins_with_its_words(tmp_path: Path) -> None:
    """They stand where the minutes would, and the panel is low."""
    (tmp_path / "untimed.yaml").write_text(UNTIMED, "utf-8")
    job = Job(tmp_path / "untimed.yaml")
    (scene,) = (scene for scene in prepare(job, brand_of(job)[0]).deck.scenes if scene.title == "In pairs")
    said = box(scene, "panel-text")
    assert said
    assert said.rect.y == 156
    assert own_design().layouts[scene.layout].marks[1].rect.bottom == 216


@pytest.mark.parametrize("outline", ALL, ids=lambda path: path.stem)
def test_clock_times_have_room_in_any_font(outline: Path) -> None:
    """The column of an agenda's times holds each of them in one line, in a font that is a quarter wider than ours too."""
    for scene in scenes(outline, "agenda"):
        table = next(item for item in scene.items if isinstance(item, Table))
        runs = [(paragraph.runs[0].text, paragraph.size) for row in table.rows[1:] for paragraph in row[0].text.paragraphs]
        assert runs
        assert all(text_width(text, "row-time", size, prepared(outline).brand) * 1.25 < table.columns[0] for text, size in runs)
