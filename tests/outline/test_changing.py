"""A client's version: changes in order, each where it belongs, and nothing that isn't named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from leapdeck.outline import load
from leapdeck.outline.model import Section
from leapdeck.slides.statement import StatementSlide
from trials import CONTRACT, SMALL, Desk, ids

CLIENT = "leapdeck: 1\nclient: {name: Acme}\nworkshops:\n  trial:\n    changes:\n"
ALL = [["one", "idea", "list", "last"], ["coffee"], ["two", "question"]]


def changes(*lines: str) -> str:
    """A client file with some changes."""
    return CLIENT + "".join(f"      {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["- drop: list"], [["one", "idea", "last"], ["coffee"], ["two", "question"]]),
        (["- drop: one"], [["coffee"], ["two", "question"]]),
        (["- drop: coffee"], [["one", "idea", "list", "last"], ["two", "question"]]),
        (["- move: last", "  before: idea"], [["one", "last", "idea", "list"], ["coffee"], ["two", "question"]]),
        (["- move: last", "  after: question"], [["one", "idea", "list"], ["coffee"], ["two", "question", "last"]]),
        (["- move: two", "  before: one"], [["two", "question"], ["one", "idea", "list", "last"], ["coffee"]]),
        (["- after: idea", "  add: {id: new, kind: quote, text: A}"], [["one", "idea", "new", "list", "last"], *ALL[1:]]),
        (["- before: two", "  add: [{id: new, title: New}]"], [["one", "idea", "list", "last"], ["coffee"], ["new"], ["two", "question"]]),
        (["- before: one", "  add: {kind: break, title: Tea}"], [["tea"], *ALL]),
        (["- replace: list", "  with: {kind: quote, text: A}"], ALL),
        (["- replace: two", "  with: {title: New, slides: [{kind: quote, text: A}]}"], [*ALL[:2], ["two", "two-quote-1"]]),
        (["- set: list", "  title: Another"], ALL),
        (
            ["- drop: two", "- after: list", "  add: {id: question, kind: quote, text: A}"],
            [["one", "idea", "list", "question", "last"], ["coffee"]],
        ),
    ],
)
def test_changes_are_made(desk: Desk, lines: list[str], expected: list[list[str]]) -> None:
    """Each verb does what it says, to sections, breaks and slides alike."""
    assert ids(desk.workshop(SMALL, changes(*lines))) == expected


@pytest.mark.parametrize(
    ("lines", "undone"),
    [
        (["- set: list", "  title: A", "- set: list", "  title: B"], 7),
        (["- set: contact", "  title: A", "- set: contact", "  title: B"], 7),
        (["- set: list", "  title: A", "- drop: list"], 7),
        (["- set: list", "  title: A", "- drop: one"], 7),
        (["- move: list", "  after: last", "- drop: list"], 6),
        (["- move: list", "  after: last", "- move: list", "  before: idea"], 6),
        (["- replace: list", "  with: {kind: quote, text: A}", "- drop: list"], 6),
        (["- set: list", "  title: A", "- replace: list", "  with: {kind: quote, text: A}"], 7),
        (["- after: idea", "  add: {id: new, kind: quote, text: A}", "- drop: new"], 6),
        (["- replace: list", "  with: {kind: quote, text: A}", "- set: list", "  text: B"], 0),
        (["- set: list", "  title: A", "- set: list", "  minutes: 5"], 0),
        (["- move: list", "  after: question", "- drop: one"], 0),
    ],
)
def test_a_change_that_another_undoes_is_told(desk: Desk, lines: list[str], undone: int) -> None:
    """A later change wins, with a warning that names the line of the earlier one."""
    told = [finding for finding in desk.load(SMALL, changes(*lines)).findings if finding.code == "undone-change"]
    assert [(finding.severity, f"line {undone} " in finding.message) for finding in told] == ([("warning", True)] if undone else [])


def test_set_keeps_the_rest(desk: Desk) -> None:
    """What is set is set, what isn't stays, and the id is what it was although the title isn't."""
    workshop = desk.workshop(SMALL, changes("- set: one", "  title: Eins", "- set: idea", "  text: Another", "  minutes: 5"))
    section = workshop.sections[0]
    assert isinstance(section, Section)
    assert (section.id, section.title, section.minutes) == ("one", "Eins", 20.0)
    assert section.slides[0] == StatementSlide(at=("sections", 0, "slides", 0), id="idea", text="Another", minutes=5.0)


def test_made_slides_can_be_set(desk: Desk) -> None:
    """The slides that leapdeck makes get other words by set."""
    made = desk.workshop(SMALL, changes("- set: agenda", "  title: Our day", "- set: contact", "  hidden: true")).made
    assert (made.agenda.title, made.contact.hidden) == ("Our day", True)


def test_changed_values_know_their_file(desk: Desk) -> None:
    """A changed value is placed in the client file, an unchanged one beside it in the outline."""
    workshop = desk.load(SMALL, changes("- set: list", "  title: Another")).workshop
    title, points = (workshop.where(("sections", 0, "slides", 1, key)) for key in ("title", "points"))
    assert (Path(title.file).name, title.line, title.column) == ("acme.yaml", 7, 16)
    assert (Path(points.file).name, points.line) == ("trial.yaml", 10)


def test_the_event_is_the_clients(desk: Desk) -> None:
    """Date, place and slot come from the client's file; the outline's own start stays where it names none."""
    client = "leapdeck: 1\nclient: {name: Acme}\nworkshops:\n  trial: {event: {place: Hall, minutes: 90}}\n"
    event = desk.workshop(SMALL.replace("minutes: 60", "minutes: 60\nstart: 09:00"), client).event
    assert (event.place, event.minutes, event.start) == ("Hall", 90.0, "09:00")


def test_who_the_client_is() -> None:
    """The client's own words are kept with the workshop."""
    found = load(CONTRACT / "kitchen-sink.yaml", client=CONTRACT / "clients" / "northwind.yaml").workshop.client
    assert found is not None
    assert (found.id, found.name, found.lead, found.colors) == ("northwind", "Northwind Logistics", "coach", {"accent": "#0B6E4F"})
    assert (found.aliases, found.private) == (("Northwind", "NWL"), ("Project Kestrel",))
    assert found.logo is not None
    assert Path(found.logo.path).name == "northwind.png"


def test_a_client_without_changes_changes_nothing(desk: Desk) -> None:
    """Merging a client file that says nothing of the workshop gives the same workshop, but for whose it is."""
    outline = CONTRACT / "kitchen-sink.yaml"
    plain = load(outline).workshop
    client = desk.put("acme.yaml", "leapdeck: 1\nclient: {name: Acme}\n")
    merged = load(outline, client=client).workshop
    assert replace(merged, source=None, client=None, vars={}) == replace(plain, source=None, vars={})
    assert merged.vars == {**plain.vars, "client": "Acme"}


INDEPENDENT = (
    ("- drop: list",),
    ("- set: idea", "  minutes: 3"),
    ("- set: question", "  title: Other"),
    ("- set: two", "  minutes: 15"),
    ("- replace: last", "  with: {kind: quote, text: A}"),
    ("- after: question", "  add: {id: new, kind: quote, text: B}"),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(INDEPENDENT))
def test_the_order_of_independent_changes_does_not_matter(desk: Desk, order: list[tuple[str, ...]]) -> None:
    """Changes to different sections and slides give the same workshop in any order."""
    lines = [line for change in order for line in change]
    first = [line for change in INDEPENDENT for line in change]
    assert desk.workshop(SMALL, changes(*lines)) == desk.workshop(SMALL, changes(*first))
