"""`--set PATH=VALUE`: over everything that files say."""

from __future__ import annotations

import pytest

from leapdeck.outline.model import Section
from trials import SMALL, Desk

CLIENT = """\
leapdeck: 1
client: {name: Acme}
workshops:
  trial:
    event: {minutes: 90}
    changes:
      - {set: one, title: Eins}
"""


def test_values_are_set(desk: Desk) -> None:
    """Keys of the outline, of sections and of slides are set, also ones that weren't there; values are read as YAML."""
    top = ("title=Our way", "vars.who=us", "event.place=Hall", "made.agenda.title=Plan")
    workshop = desk.workshop(SMALL, settings=(*top, "slides.list.points=[One, Two, Three]", "sections.two.minutes=15"))
    first, _, two = workshop.sections
    assert isinstance(first, Section)
    assert workshop.vars == {"who": "us", "place": "Hall"}
    assert (workshop.title, workshop.event.place, workshop.made.agenda.title) == ("Our way", "Hall", "Plan")
    assert [point.text for point in first.slides[1].points] == ["One", "Two", "Three"]  # type: ignore[attr-defined]  # a points slide
    assert two.minutes == 15.0


def test_settings_go_over_the_clients_changes(desk: Desk) -> None:
    """The command line has the last word."""
    workshop = desk.workshop(SMALL, CLIENT, ("sections.one.title=One", "minutes=120"))
    assert workshop.sections[0].title == "One"
    assert workshop.event.minutes == 120.0


@pytest.mark.parametrize(
    ("setting", "code", "hint"),
    [
        ("titel=x", "unknown-key", "did you mean title?"),
        ("slides.lst.title=x", "unknown-id", "did you mean list?"),
        ("sections.idea.title=x", "unknown-id", "did you mean idea?"),
        ("slides.list=x", "bad-setting", "write slides.<id>.<key>=VALUE"),
        ("title.x=y", "bad-setting", "set the whole of it, or change it in the file"),
        ("slides.list.points.0=x", "bad-setting", "set the whole of it, or change it in the file"),
        ("minutes", "bad-setting", "write PATH=VALUE, as minutes=90"),
        ("minutes=soon", "wrong-type", "write a number, as in minutes: 5"),
        ("slides.list.titel=x", "unknown-key", "did you mean title?"),
        ("slides.list.points=[a #b, c]", "needs-quotes", "write: --set \"slides.list.points=['a #b', c]\""),
        ("title=[a", "unclosed", 'write: --set "title=[a]"'),
        ("title=x\x07", "control-character", "delete it, and type a space or a new line instead"),
    ],
)
def test_what_can_not_be_set_is_told(desk: Desk, setting: str, code: str, hint: str) -> None:
    """A mistyped path or value is answered like a mistyped line, and named by the option."""
    fault = desk.faults(SMALL, settings=(setting,))[0]
    assert (fault.code, fault.hint) == (code, hint)
    assert fault.position.file == f"--set {setting}"


@pytest.mark.parametrize("text", ["A: b", '"Why" first', "Ask a #friend", "*why* not", "{{who}} wins", "[a](https://b.c)", "a\\b", "'tis"])
def test_a_text_is_set_as_it_is_typed(desk: Desk, text: str) -> None:
    """It needs none of the quotes that it would need in a file: a shell takes them away before they are seen."""
    assert desk.workshop(SMALL, settings=(f"title={text}", "vars.who=us")).title == text


def test_a_hint_works_when_it_is_followed(desk: Desk) -> None:
    """What the hint of a misread list shows between the shell's quotes is read without a fault."""
    fault = desk.faults(SMALL, settings=("slides.list.points=[Ask a #friend, Two]",))[0]
    mended = fault.hint.removeprefix('write: --set "').removesuffix('"')
    section = desk.workshop(SMALL, settings=(mended,)).sections[0]
    assert isinstance(section, Section)
    assert [point.text for point in section.slides[1].points] == ["Ask a #friend", "Two"]  # type: ignore[attr-defined]  # a points slide
