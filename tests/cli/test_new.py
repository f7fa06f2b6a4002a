"""`leapdeck new`: an outline to begin with, that builds as it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from leapdeck.outline import load

Run = Callable[..., Result]


def test_it_asks_and_writes_the_answers(run: Run, here: Path) -> None:
    """Title, length and audience are asked for, and stand in the outline, whatever characters they hold."""
    result = run("new", "night-shift", typed='Who: "calls" first?\n45\nPeople # on call\n')
    assert result.exit_code == 0
    workshop = load(here / "outlines" / "night-shift.yaml").workshop
    assert (workshop.title, workshop.minutes, workshop.audience) == ('Who: "calls" first?', 45, "People # on call")


def test_the_defaults_come_from_the_name(run: Run, here: Path) -> None:
    """Whoever just presses Enter gets a title made from the name and ninety minutes."""
    run("new", "night-shift", typed="\n\n\n")
    workshop = load(here / "outlines" / "night-shift.yaml").workshop
    assert (workshop.title, workshop.minutes) == ("Night shift", 90)


@pytest.mark.parametrize("minutes", [10, 17, 90, 1440])
def test_the_starter_has_no_findings(run: Run, here: Path, minutes: int) -> None:
    """At any length the starter can be built without a word of complaint, and its parts fill the time."""
    run("new", "start", "--title", "A start", "--length", str(minutes), "--audience", "All")
    loaded = load(here / "outlines" / "start.yaml")
    assert loaded.findings == ()
    assert sum(section.minutes or 0 for section in loaded.workshop.sections) == minutes


def test_the_schema_stands_where_the_outline_says(run: Run, here: Path) -> None:
    """An editor finds the schema that the first line names."""
    run("new", "start", typed="\n\n\n")
    first = (here / "outlines" / "start.yaml").read_text().split("\n")[0]
    schema = json.loads((here / "outlines" / first.partition("$schema=")[2]).read_text())
    assert "sections" in schema["properties"]


def test_a_path_is_taken_as_it_is(run: Run, here: Path) -> None:
    """A name with a folder or a suffix isn't moved into ./outlines."""
    run("new", "elsewhere/start.yaml", typed="\n\n\n")
    assert (here / "elsewhere" / "start.yaml").is_file()


def test_an_outline_is_never_overwritten(run: Run, here: Path) -> None:
    """A file that is there already stays, and the exit status is 1."""
    before = (here / "outlines" / "talk.yaml").read_bytes()
    result = run("new", "talk", typed="\n\n\n")
    assert (result.exit_code, "file-exists" in result.output) == (1, True)
    assert (here / "outlines" / "talk.yaml").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(run: Run, here: Path) -> None:
    """A file where the folder should be: exit status 1 and the path."""
    result = run("new", "outlines/talk.yaml/start", typed="\n\n\n")
    assert (result.exit_code, "unwritable" in result.output) == (1, True)
    assert (here / "outlines" / "talk.yaml").is_file()


def test_a_copy_keeps_what_is_not_asked_for(run: Run, here: Path) -> None:
    """--from copies an outline with its comments and asks nothing; --title replaces the title alone."""
    original = (here / "outlines" / "talk.yaml").read_text()
    assert run("new", "mine", "--from", "talk", "--title", "My: talk").exit_code == 0
    copy = (here / "outlines" / "mine.yaml").read_text()
    assert copy == original.replace("title: A talk", 'title: "My: talk"')


def test_what_cannot_be_read_is_not_copied(run: Run, here: Path) -> None:
    """A file that isn't an outline: exit status 1 and why, and nothing is written."""
    (here / "noise.yaml").write_bytes(bytes(range(256)))
    result = run("new", "mine", "--from", "noise.yaml")
    assert (result.exit_code, "[encoding]" in result.output) == (1, True)
    assert not (here / "outlines" / "mine.yaml").exists()


@pytest.mark.parametrize("name", ["", " ", "../"])
def test_a_name_is_needed(run: Run, name: str) -> None:
    """Wrong usage: exit status 2."""
    assert run("new", name).exit_code == 2


def test_a_copy_brings_its_pictures(run: Run, here: Path) -> None:
    """Pictures that stand beside the outline come along; what lies outside its folder doesn't."""
    folder = here / "elsewhere"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "board.png").write_bytes(b"a picture")
    (here / "secret.png").write_bytes(b"a secret")
    (folder / "two.yaml").write_text("title: Two\nsections:\n  - {image: pictures/board.png}\n  - {image: ../secret.png}\n")
    run("new", "mine", "--from", "elsewhere/two.yaml")
    assert (here / "outlines" / "pictures" / "board.png").read_bytes() == b"a picture"
    assert sorted(path.name for path in here.rglob("secret.png")) == ["secret.png"]
