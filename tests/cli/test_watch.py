"""`leapdeck build --watch`: built again whenever a file is saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import leapdeck

PATIENCE = 60
"""Seconds after which a build that doesn't come is a failure; it comes in a fraction of one."""


@pytest.fixture
def watching(here: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that watches the outline `talk`."""
    environment = {**os.environ, "PYTHONPATH": str(Path(leapdeck.__file__).parents[1])}
    command = [sys.executable, "-m", "leapdeck", "build", "talk", "--only", "deck", "--watch"]
    with (here / "told").open("wb") as told, subprocess.Popen(command, stdout=told, stderr=told, cwd=here, env=environment) as process:
        wait_for(lambda: process.poll() is not None or "Ctrl+C" in (here / "told").read_text())
        assert process.poll() is None, (here / "told").read_text()
        yield process
        process.kill()


def wait_for(happened: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it didn't happen"
        time.sleep(0.02)


def first_slide(here: Path) -> bytes:
    """What the deck's first slide says."""
    with zipfile.ZipFile(here / "dist" / "talk" / "talk-deck.pptx") as deck:
        return deck.read("ppt/slides/slide1.xml")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent in another way there")
def test_it_builds_on_saving_and_waits_mistakes_out(watching: subprocess.Popen[bytes], here: Path) -> None:
    """A change is built, a mistake is told and survived, its mending is built, and Ctrl+C ends it in order."""
    outline = here / "outlines" / "talk.yaml"
    good = outline.read_text()
    outline.write_text(good.replace("A talk", "A changed talk"))
    wait_for(lambda: b"A changed talk" in first_slide(here))
    outline.write_text(good.replace("points:", "pionts:"))
    wait_for(lambda: "outlines/talk.yaml:11:9: error" in (here / "told").read_text())
    assert watching.poll() is None
    outline.with_suffix(".tmp").write_text(good.replace("A talk", "A mended talk"))
    outline.with_suffix(".tmp").rename(outline)
    wait_for(lambda: b"A mended talk" in first_slide(here))
    watching.send_signal(signal.SIGINT)
    assert watching.wait(PATIENCE) == 0
    assert "Traceback" not in (here / "told").read_text()
