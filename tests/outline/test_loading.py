"""Loading outlines: values as they were meant, positions as they were written, all faults at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from leapdeck.diagnostics import LeapdeckError, Position
from leapdeck.outline import load
from leapdeck.outline.model import Section
from leapdeck.slides.base import Handout, Notes, Point
from leapdeck.slides.exercise import ExerciseSlide
from leapdeck.slides.points import PointsSlide
from leapdeck.slides.table import TableSlide
from trials import CONTRACT, SMALL, Desk


def test_the_contract_loads_without_a_word() -> None:
    """The example outline, with every kind and key, loads without any finding, for a client and for none."""
    outline = CONTRACT / "kitchen-sink.yaml"
    assert load(outline).findings == ()
    assert load(outline, client=CONTRACT / "clients" / "northwind.yaml").findings == ()


def test_values_stay_what_was_typed() -> None:
    """Words that YAML 1.1 takes for truths, times and numbers stay texts where texts are expected."""
    found = load(CONTRACT / "kitchen-sink.yaml").workshop
    section = found.sections[1]
    assert isinstance(section, Section)
    table = next(slide for slide in section.slides if isinstance(slide, TableSlide))
    assert table.rows[0] == ("Explains why", "4", "9")
    assert found.event.start == "09:00"
    assert found.minutes == 85.0


@pytest.mark.parametrize("word", ["no", "on", "12:30", "1.10", "2026-12-03", "017", "null", "~", "0x1F", "1e3", "true"])
def test_titles_can_be_any_word(desk: Desk, word: str) -> None:
    """A title is the word that was typed, whatever YAML would make of it."""
    assert desk.workshop(SMALL.replace("title: Trial", f"title: {word}")).title == word


def test_short_forms_are_read() -> None:
    """A text for notes, single words for lists, texts for materials, points with points below them."""
    found = load(CONTRACT / "kitchen-sink.yaml").workshop
    slides = {slide.id: slide for entry in found.sections if isinstance(entry, Section) for slide in entry.slides}
    rails, week = slides["rails"], slides["map-your-week"]
    assert isinstance(rails, PointsSlide)
    assert isinstance(week, ExerciseSlide)
    assert rails.points[1] == Point("Hold people to what was agreed:", (Point("roles are clear"), Point("deadlines are real")))
    assert rails.notes.say.startswith("Ask for one example")
    assert week.grouping == ("pairs",)
    assert [material.what for material in week.materials] == ["pen", "sticky notes", "flip chart"]
    assert slides["spare"].handout == Handout(show="slides")
    assert found.made.title.notes == Notes(say="Greet people at the door.")


def test_every_value_knows_its_line(desk: Desk) -> None:
    """A content path leads to the line and column where the value was written, a missing one to what holds it."""
    workshop = desk.load(SMALL).workshop
    file = str(desk.folder / "trial.yaml")
    assert workshop.where(("sections", 0, "slides", 1, "points", 1)) == Position(file, 10, 65)
    assert workshop.where(("sections", 2, "minutes")) == Position(file, 15, 14)
    assert workshop.where(("sections", 2, "slides", 0, "minutes")) == Position(file, 17, 9)


def test_all_faults_are_told_at_once(desk: Desk) -> None:
    """Faults of several slides and keys come together, from the top of the file to its end."""
    text = SMALL.replace("minutes: 60", "minutes: an hour").replace("kind: points", "kind: pionts")
    text = text.replace("kind: question", "kind: question, minuets: 5")
    faults = desk.faults(text)
    assert [(fault.code, fault.position.line) for fault in faults] == [("wrong-type", 3), ("unknown-kind", 10), ("unknown-key", 17)]
    assert [fault.hint for fault in faults[1:]] == ["did you mean points?", "did you mean minutes?"]


def test_a_missing_file_is_an_error() -> None:
    """What isn't there is named."""
    with pytest.raises(LeapdeckError, match=r"nowhere\.yaml"):
        load(Path("nowhere.yaml"))


def test_warnings_stop_nothing(desk: Desk) -> None:
    """A workshop with a warning is loaded, and the warning comes with it."""
    loaded = desk.load(SMALL.replace("minutes: 60", "vars: {spare: x}"))
    assert [(finding.code, finding.severity) for finding in loaded.findings] == [("unused-variable", "warning")]


def test_the_limit_of_slides_is_kept(desk: Desk) -> None:
    """Two thousand slides are read, one more is not."""
    slide = "      - {kind: statement, text: One}\n"
    head = "leapdeck: 1\ntitle: Trial\nsections:\n  - title: One\n    slides:\n"
    assert len(desk.workshop(head + slide * 2000).sections[0].slides) == 2000  # type: ignore[union-attr]  # a section
    assert [fault.code for fault in desk.faults(head + slide * 2001)] == ["too-large"]


def test_long_texts_are_refused(desk: Desk) -> None:
    """A text has at most 5,000 characters, notes and reading 20,000."""
    text = SMALL.replace("One idea", "x" * 5001).replace("title: Two", f"title: Two\n    reading: {'x ' * 9_999}y")
    assert [fault.code for fault in desk.faults(text)] == ["too-long"]


def test_pictures_are_looked_for_beside_the_file_and_in_assets(desk: Desk) -> None:
    """A picture is found beside the outline, in assets/ beside it, and in assets/ beside its folder."""
    data = (CONTRACT / "two-jobs.png").read_bytes()
    outline = desk.put("outlines/trial.yaml", "")
    for place in ("outlines/a.png", "outlines/assets/b.png", "assets/c.png"):
        (desk.folder / place).parent.mkdir(exist_ok=True)
        (desk.folder / place).write_bytes(data + place.encode())
    slides = "".join(f"      - {{kind: picture, title: A, image: {name}.png, alt: A}}\n" for name in "abc")
    outline.write_text(f"leapdeck: 1\ntitle: Trial\nsections:\n  - title: One\n    slides:\n{slides}")
    found = [Path(image.path).relative_to(desk.folder).as_posix() for image in load(outline).workshop.images]
    assert found == ["outlines/a.png", "outlines/assets/b.png", "assets/c.png"]


def test_a_mended_line_shows_no_id_that_was_made(desk: Desk) -> None:
    """The hint holds the keys that were written, and no other."""
    fault = desk.faults(
        "leapdeck: 1\ntitle: Trial\nsections:\n  - title: One\n    slides:\n      - {kind: statement, text: ask, then go}\n"
    )[0]
    assert fault.hint == 'write: {kind: statement, text: "ask, then go"}'
