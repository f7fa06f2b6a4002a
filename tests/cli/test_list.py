"""`leapdeck list` and `leapdeck schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from leapdeck.slides import KINDS

Run = Callable[..., Result]


def test_one_s_own_outlines_and_those_that_ship(run: Run) -> None:
    """Each outline has a line with its title and where it comes from."""
    lines = [line.strip() for line in run("list").output.splitlines()]
    assert [line.split()[0] for line in lines if "(outlines/talk.yaml)" in line.replace("\\", "/")] == ["talk"]
    assert any(line.startswith("managing-vs-leading ") and line.endswith("(ships with leapdeck)") for line in lines)
    assert any(line.startswith("leap ") for line in lines)


def test_an_own_outline_hides_the_one_that_ships(run: Run, here: Path) -> None:
    """Under one name stands the one that would be built."""
    (here / "outlines" / "managing-vs-leading.yaml").write_text("title: My own\n")
    (line,) = [line for line in run("list").output.splitlines() if line.strip().startswith("managing-vs-leading")]
    assert "My own" in line


def test_a_broken_file_does_not_hide_the_rest(run: Run, here: Path) -> None:
    """A file that can't be read as YAML is listed by its name."""
    (here / "outlines" / "odd.yaml").write_bytes(b"\xff\xfe: [")
    result = run("list")
    assert result.exit_code == 0
    assert {"odd", "talk"} <= {line.split()[0] for line in result.output.splitlines() if line.strip()}


def test_every_slide_kind_is_listed(run: Run) -> None:
    """All kinds, each with what it is for."""
    listed = run("list").output.split("Slide kinds\n")[1].splitlines()
    assert [line.split()[0] for line in listed if line.strip()] == list(KINDS)
    assert all(len(line.split()) > 1 for line in listed if line.strip())


@pytest.mark.parametrize("what", ["outline", "client", "brand"])
def test_each_schema_is_json(run: Run, what: str) -> None:
    """The schema of each file can be read by an editor, and tells what a key means."""
    schema = json.loads(run("schema", what).output)
    assert "leapdeck" in schema["properties"]
    assert any("description" in key for key in schema["properties"].values())


def test_the_outline_s_schema_comes_first(run: Run) -> None:
    """Without a word it is the outline's."""
    assert run("schema").output == run("schema", "outline").output
