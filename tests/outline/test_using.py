"""Sections of other outlines: spliced in with their lines, their pictures and their variables."""

from __future__ import annotations

import shutil
from pathlib import Path

from trials import CONTRACT, Desk, ids

HEAD = "leapdeck: 1\ntitle: Trial\n"
OTHER = """\
leapdeck: 1
title: Other
vars: {who: other, spare: nobody asks}
sections:
  - id: trust
    title: "Trust in {{who}}"
    minutes: 10
    slides:
      - {kind: statement, text: One idea}
      - {id: seen, kind: picture, title: Seen, image: own.png, alt: A picture}
  - {id: again, use: other#trust}
"""


def with_other(desk: Desk) -> None:
    """Put an outline to be used, with a picture beside it."""
    desk.put("more/other.yaml", OTHER.replace("  - {id: again, use: other#trust}\n", ""))
    shutil.copy(CONTRACT / "two-jobs.png", desk.folder / "more" / "own.png")


def test_a_section_is_spliced_in(desk: Desk) -> None:
    """The section comes with its slides, ids and variables; a picture is found beside the file that names it."""
    with_other(desk)
    workshop = desk.workshop(HEAD + "sections:\n  - use: more/other#trust\n")
    assert ids(workshop) == [["trust", "trust-statement-1", "seen"]]
    assert workshop.vars == {"who": "other", "spare": "nobody asks"}
    assert [Path(image.path).name for image in workshop.images] == ["own.png"]


def test_what_stands_beside_use_counts(desk: Desk) -> None:
    """Title, summary, minutes and optional are the using outline's; a prefix makes the ids its own."""
    with_other(desk)
    text = "sections:\n  - {use: more/other#trust, title: Mine, minutes: 5, optional: true, prefix: day}\n  - use: more/other#trust\n"
    workshop = desk.workshop(HEAD + text)
    assert ids(workshop) == [["day-trust", "day-trust-statement-1", "day-seen"], ["trust", "trust-statement-1", "seen"]]
    first = workshop.sections[0]
    assert (first.title, first.minutes, first.optional) == ("Mine", 5.0, True)


def test_the_outlines_own_variables_go_before(desk: Desk) -> None:
    """A used outline's variables are defaults, and needn't be used."""
    with_other(desk)
    loaded = desk.load(HEAD + "vars: {who: us}\nsections:\n  - use: more/other#trust\n")
    assert loaded.workshop.vars["who"] == "us"
    assert loaded.findings == ()


def test_positions_lead_into_the_used_file(desk: Desk) -> None:
    """A value of a used section is placed in its own file; what was written beside use:, in the using one."""
    with_other(desk)
    workshop = desk.load(HEAD + "sections:\n  - use: more/other#trust\n    title: Mine\n").workshop
    text, title = workshop.where(("sections", 0, "slides", 0, "text")), workshop.where(("sections", 0, "title"))
    assert (Path(text.file).name, text.line, text.column) == ("other.yaml", 9, 33)
    assert (Path(title.file).name, title.line, title.column) == ("trial.yaml", 5, 12)


def test_uses_of_uses_are_followed(desk: Desk) -> None:
    """A section that another outline uses itself is found there; one that uses itself is an error."""
    with_other(desk)
    desk.put("middle.yaml", HEAD + "sections:\n  - use: more/other#trust\n    prefix: mid\n")
    assert ids(desk.workshop(HEAD + "sections:\n  - use: middle#mid-trust\n"))[0][0] == "mid-trust"
    desk.put("round.yaml", HEAD + "sections:\n  - use: round#again\n    prefix: x\n  - use: round#x-again\n")
    desk.put("loop.yaml", HEAD + "sections:\n  - use: loop#a\n")
    assert [d.code for d in desk.faults(HEAD + "sections:\n  - use: loop#a\n")] == ["use-cycle"]
