"""What the facilitator is told: each slide with its notes, its time, its page, its answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from leapdeck.blocks import Opening, Turn
from leapdeck.narrate.guide import narrate_guide
from leapdeck.narrate.moments import moments
from leapdeck.richtext import words
from works import EVERY_KIND, OUTLINES, SHORT_DAY, prepared, story


def turns(outline: Path = SHORT_DAY) -> dict[str, Turn]:
    """The rows of a guide by what they are called."""
    return {block.name: block for block in narrate_guide(story(outline)).body if isinstance(block, Turn)}


def said(turn: Turn) -> dict[str, list[str]]:
    """A row's words under their labels."""
    return {part.label: [words(passage.runs) for passage in part.passages] for part in turn.parts}


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
def test_every_slide_of_the_deck_has_its_picture_once(outline: Path) -> None:
    """In the deck's order, hidden ones too; each is heard as its number and all its words."""
    found = [block for block in narrate_guide(story(outline)).body if isinstance(block, Turn) and block.scene]
    scenes = prepared(outline).deck.scenes
    assert [turn.scene for turn in found] == [scene.id for scene in scenes]
    for turn, scene in zip(found, scenes, strict=True):
        assert turn.alt.startswith(f"Slide {scene.number}: ")
        assert len(turn.alt) > len(f"Slide {scene.number}: ") + 3


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
def test_slides_and_pages_are_those_of_deck_and_workbook(outline: Path) -> None:
    """A row's numbers are the deck's number of that slide, and the workbook's page that has its heading."""
    ready, found = prepared(outline), {moment.id: moment for moment in moments(story(outline))}
    for id, page in ready.paginated.pages.items():
        if id in found and found[id].grade == "slide":
            assert found[id].page == page
    for id, moment in found.items():
        assert [scene.number for scene in moment.scenes][:1] == ([ready.composed.numbers[id]] if moment.scenes else [])


def test_clock_times_go_on_from_slide_to_slide() -> None:
    """Each slide begins where the one before it ends; what takes no time has none."""
    assert {name: (turn.time, turn.minutes) for name, turn in turns().items() if turn.minutes} == {
        "Three words carry the week": ("9:00\u00a0AM", "5 min"),
        "Try it on your neighbor": ("9:05\u00a0AM", "10 min"),
        "Which of these is a question?": ("9:15\u00a0AM", "5 min"),
        "Coffee": ("9:25\u00a0AM", "10 min"),
        "To keep": ("9:35\u00a0AM", "15 min"),
    }
    assert turns()["Kept for a long discussion."].time == ""


def test_notes_stand_under_their_labels_and_answers_below_them() -> None:
    """What to say first; a gap's word and a quiz's option are the last part."""
    assert said(turns()["Three words carry the week"]) == {
        "Say": ["Most weeks begin with a list.", "Ask for one.", "Ask for another."],
        "Listen for": ["Somebody says that lists are boring."],
        "Bridge": ["Now try it yourself."],
        "Answer": ["wait"],
    }
    assert said(turns()["Which of these is a question?"]) == {"Answer": ["A: Silence"]}
    assert said(turns(EVERY_KIND)["Plan or purpose?"]) == {"Answer": ["what for"]}


def test_what_may_go_and_what_is_hidden_is_marked() -> None:
    """What is optional may be cut, what isn't shown is hidden, and what stands on paper alone says so."""
    found = turns()
    assert {name: turn.warnings for name, turn in found.items() if turn.warnings} == {
        "Try it on your neighbor": ("If late, cut",),
        "Kept for a long discussion.": ("Hidden slide",),
    }
    assert found["To read at home"].facts == ("Workbook p. 4", "In the workbook only")
    assert found["To read at home"].scene == ""


def test_a_row_says_who_works_with_whom_and_what_they_need() -> None:
    """Slide and page, grouping, materials."""
    assert turns()["Try it on your neighbor"].facts == (
        "Slide 6 · Workbook p. 3",
        "alone, then in pairs",
        "You need: pen for each person, 2\u00a0×\u00a0card for each pair, workbook for each person, flip chart",
    )


def test_sections_have_the_numbers_of_their_slides() -> None:
    """A band is numbered as the deck numbers its section, whether or not the workbook has anything of it."""
    bands = [block.kicker for block in narrate_guide(story()).body if isinstance(block, Opening)]
    assert bands == ["9:00\u00a0AM", "1 · 9:00\u00a0AM · 25 MINUTES", "2 · 9:35\u00a0AM · 15 MINUTES"]
