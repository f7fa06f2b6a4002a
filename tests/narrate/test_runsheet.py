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
    return [
        " | ".join((stop.time.replace("\u00a0", " "), stop.minutes, words(stop.what), stop.how, stop.slides, stop.pages, stop.warning))
        for stop in stops
    ]


def test_the_day_is_told_line_by_line() -> None:
    """Parts with all their slides and pages, slides, the break, what a part and the slot have in reserve, the end."""
    assert lines(sheet().versions[0]) == [
        "9:00 AM |  | Opening |  | 1–3 |  | ",
        "9:00 AM | 25 | Where we begin |  | 4–7 | 3 | ",
        "9:00 AM | 5 | Three words carry the week |  | 5 | 3 | ",
        "9:05 AM | 10 | Try it on your neighbor | alone · in pairs | 6 | 3 | If late, cut",
        "9:15 AM | 5 | Which of these is a question? |  | 7 | 3 | ",
        "9:20 AM | 5 | In reserve |  |  |  | ",
        "9:25 AM | 10 | Coffee |  | 8 |  | ",
        "9:35 AM | 15 | What you take along |  | 9–11 | 4 | ",
        "9:35 AM | 15 | To keep |  | 11 | 4 | ",
        "9:50 AM | 10 | In reserve |  |  |  | ",
        "10:00 AM |  | End |  | 12 |  | ",
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
    assert "9:00 AM | 45 | Lists keep the week in order\u00a0… |  | 5–9 | 3–4 | " in gathered
    assert "10:20 AM | 5 | How was your week, in fact? |  | 14 | 6 | " in gathered
    assert "10:30 AM | 20 | From list to purpose\u00a0… |  | 16–19 | 6–7 | " in gathered
