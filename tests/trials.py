"""Outlines for trials: written into a folder, loaded, and told about. Shared by the tests of several rooms."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from msgspec.structs import replace

from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.outline import Loaded, load
from leapdeck.outline.model import Workshop

CONTRACT = Path(__file__).parent / "contract"
SMALL = """\
leapdeck: 1
title: Trial
minutes: 60
sections:
  - id: one
    title: One
    minutes: 20
    slides:
      - {id: idea, kind: statement, text: One idea}
      - {id: list, kind: points, title: A list, points: [First, Second]}
      - {id: last, kind: statement, text: The last}
  - {id: coffee, kind: break, title: Coffee, minutes: 10}
  - id: two
    title: Two
    minutes: 20
    slides:
      - {id: question, kind: question, title: Think, question: "Who?"}
"""


class Desk:
    """A folder with an outline in it, and perhaps a client's file and further outlines."""

    def __init__(self, folder: Path) -> None:
        """Begin with an empty folder."""
        self.folder = folder

    def put(self, name: str, text: str) -> Path:
        """Write a file; what all its lines are indented by is taken away."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), "utf-8")
        return path

    def load(self, text: str, client: str = "", settings: tuple[str, ...] = ()) -> Loaded:
        """Load an outline, for a client where there is a client file's text."""
        outline = self.put("trial.yaml", text)
        return load(outline, client=self.put("acme.yaml", client) if client else None, settings=settings)

    def workshop(self, text: str, client: str = "", settings: tuple[str, ...] = ()) -> Workshop:
        """The workshop of an outline, without its source, so that two can be compared."""
        return replace(self.load(text, client, settings).workshop, source=None)

    def faults(self, text: str, client: str = "", settings: tuple[str, ...] = ()) -> list[Diagnostic]:
        """What is wrong with an outline."""
        with pytest.raises(LeapdeckError) as caught:
            self.load(text, client, settings)
        return list(caught.value.diagnostics)


def ids(workshop: Workshop) -> list[list[str]]:
    """The ids of a workshop: for each entry its own and those of its slides."""
    return [[entry.id, *(slide.id for slide in getattr(entry, "slides", ()))] for entry in workshop.sections]
