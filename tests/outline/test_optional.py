"""The short version: what is marked optional goes, the rest keeps its minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from leapdeck.building import Options
from leapdeck.diagnostics import LeapdeckError
from leapdeck.outline.model import Section, Workshop
from leapdeck.outline.optional import without_optional
from leapdeck.outline.plan import schedule
from leapdeck.slides.base import Slide
from pdfs import tree
from trials import SMALL, Desk, ids
from works import OUTLINES, made, prepared

SHORT = Options(without_optional=True)


def test_optional_slides_and_sections_go(desk: Desk) -> None:
    """Slides, sections and breaks that are marked are left out; nothing else is."""
    text = SMALL.replace("{id: list,", "{id: list, optional: true,").replace("{id: coffee,", "{id: coffee, optional: true,")
    assert ids(without_optional(desk.workshop(text))) == [["one", "idea", "last"], ["two", "question"]]
    assert ids(without_optional(desk.workshop(SMALL))) == ids(desk.workshop(SMALL))


def test_a_section_gives_back_the_minutes_of_what_goes(desk: Desk) -> None:
    """The slides that stay keep their minutes, written or shared, and what follows begins earlier."""
    text = SMALL.replace("{id: list,", "{id: list, optional: true, minutes: 8,").replace("minutes: 60", 'minutes: 60\nstart: "09:00"')
    whole = desk.workshop(text)
    before, after = schedule(whole)[0], schedule(without_optional(whole))[0]
    assert before.slides == {"list": 8, "idea": 6, "last": 6, "coffee": 10, "question": 20}
    assert after.slides == {"idea": 6, "last": 6, "coffee": 10, "question": 20}
    assert [(row.id, row.start) for row in after.rows] == [("one", 540), ("coffee", 552), ("two", 562)]


def test_something_must_be_left(desk: Desk) -> None:
    """Where everything is optional the build stops, and says what to do."""
    text = SMALL.replace("- id: one", "- id: one\n    optional: true").replace("- id: two", "- id: two\n    optional: true")
    with pytest.raises(LeapdeckError) as caught:
        without_optional(desk.workshop(text.replace("{id: coffee,", "{id: coffee, optional: true,")))
    assert [finding.code for finding in caught.value.diagnostics] == ["nothing-left"]


def test_a_client_may_change_what_is_left_out(desk: Desk) -> None:
    """A change to an optional slide is no mistake of the client's file."""
    client = "leapdeck: 1\nclient: {name: Acme}\nworkshops:\n  trial:\n    changes:\n      - {set: list, title: Theirs}\n"
    loaded = desk.load(SMALL.replace("{id: list,", "{id: list, optional: true,"), client)
    assert loaded.findings == ()
    assert "list" not in ids(without_optional(loaded.workshop))[0]


def optional_slides(workshop: Workshop) -> list[Slide]:
    """Those that are marked, or stand in a section that is."""
    sections = [entry for entry in workshop.sections if isinstance(entry, Section)]
    return [slide for section in sections for slide in section.slides if slide.optional or section.optional]


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_every_workshop_has_a_short_version(outline: Path) -> None:
    """Each outline builds without its optional parts and without a finding, in fewer minutes, with no slide of theirs."""
    whole, short = prepared(outline), prepared(outline, options=SHORT)
    gone = {slide.id for slide in optional_slides(whole.workshop)}
    assert gone
    assert short.diagnostics == ()
    assert short.minutes < whole.minutes
    assert not gone & {scene.id.partition("/")[0] for scene in short.deck.scenes}
    assert not gone & set(short.paginated.pages)


def test_the_workbook_skips_them_too() -> None:
    """The heading of a slide that goes stands nowhere in it."""
    outline = next(path for path in OUTLINES if path.stem == "managing-vs-leading")
    slide = next(slide for slide in optional_slides(prepared(outline).workshop) if slide.on_paper and "__" not in slide.title)
    assert slide.title in tree(made(outline, "handout"))
    assert slide.title not in tree(made(outline, "handout", options=SHORT))
