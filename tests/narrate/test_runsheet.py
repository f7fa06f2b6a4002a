"""The run sheet's lines: times, breaks, what is left over, and what a long day leaves out first."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from leapdeck.blocks import RunSheet, Stop
from leapdeck.narrate.runsheet import narrate_run_sheet
from leapdeck.richtext import words
from works import EVERY_KIND, OUTLINES, SHORT_DAY, story


def sheet(outline: Path = SHORT_DAY) -> RunSheet:
    """A workshop's run sheet."""
    (block,) = narrate_run_sheet(story(outline)).body
    assert isinstance(block, RunSheet)
    return block


def lines(stops: tuple[Stop, ...]) -> list[str]:
    """Its lines as text."""
    return [" | ".join((stop.time, stop.minutes, words(stop.what), stop.how, stop.slides, stop.pages, stop.warning)) for stop in stops]


def test_the_day_is_told_line_by_line() -> None:
    """Parts with all their slides and pages, slides, the break, what a part and the slot have in reserve, the end."""
    assert lines(sheet().versions[0]) == [
        "09:00 |  | Opening |  | 1–3 |  | ",
        "09:00 | 25 | Where we begin |  | 4–7 | 3 | ",
        "09:00 | 5 | Three words carry the week |  | 5 | 3 | ",
        "09:05 | 10 | Try it on your neighbor | alone · in pairs | 6 | 3 | If late, cut",
        "09:15 | 5 | Which of these is a question? |  | 7 | 3 | ",
        "09:20 | 5 | In reserve |  |  |  | ",
        "09:25 | 10 | Coffee |  | 8 |  | ",
        "09:35 | 15 | What you take along |  | 9–11 | 4 | ",
        "09:35 | 15 | To keep |  | 11 | 4 | ",
        "09:50 | 10 | In reserve |  |  |  | ",
        "10:00 |  | End |  | 12 |  | ",
    ]


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_each_version_has_fewer_lines(outline: Path) -> None:
    """A shorter version leaves out slides, never a part, a break or the end; what may be cut stays to the last but one."""
    versions = sheet(outline).versions
    assert all(len(after) <= len(before) for before, after in pairwise(versions))
    for version in versions:
        assert [stop for stop in version if stop.grade != "slide"] == [stop for stop in versions[0] if stop.grade != "slide"]
    for version in versions[:-1]:
        assert len([stop for stop in version if stop.warning]) == len([stop for stop in versions[0] if stop.warning])


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_minutes_add_up(outline: Path) -> None:
    """The slides of the fullest version take what their parts take, reserves included; parts, breaks and reserve take the slot."""
    told = sheet(outline).versions[0]
    slides = sum(float(stop.minutes or 0) for stop in told if stop.grade == "slide")
    parts = sum(float(stop.minutes or 0) for stop in told if stop.grade == "part")
    pauses = sum(float(stop.minutes or 0) for stop in told if stop.grade == "pause")
    assert slides == parts
    assert parts + pauses == story(outline).workshop.event.minutes


def test_talk_is_gathered() -> None:
    """Slides on which one person talks share a line, with all their minutes and slides; what people do has its own."""
    gathered = lines(sheet(EVERY_KIND).versions[1])
    assert "09:00 | 45 | Lists keep the week in order\u00a0… |  | 5–9 | 3–4 | " in gathered
    assert "10:20 | 5 | How was your week, in fact? |  | 14 | 6 | " in gathered
    assert "10:30 | 20 | From list to purpose\u00a0… |  | 16–19 | 6–7 | " in gathered
