"""The real command, in an empty folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leapdeck.cli.verbs import leapdeck

Run = Callable[..., Result]

OUTLINE = """\
leapdeck: 1
title: A talk
minutes: 30
sections:
  - title: First things
    minutes: 30
    slides:
      - kind: points
        id: say-why
        title: Say why before you say how
        points: [A reason moves people, An order moves their hands]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one works in, with one small outline, `talk`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outlines").mkdir()
    (tmp_path / "outlines" / "talk.yaml").write_text(OUTLINE)
    return tmp_path


@pytest.fixture
def run(here: Path) -> Run:  # noqa: ARG001  # it is the folder that the command runs in
    """Runs `leapdeck` with arguments; anything but an orderly exit is raised."""

    def command(*arguments: str, typed: str = "") -> Result:
        result = CliRunner().invoke(leapdeck, arguments, input=typed, prog_name="leapdeck")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return command
