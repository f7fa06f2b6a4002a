"""Variables: whose value counts, what leapdeck knows by itself, what is left to the brand."""

from __future__ import annotations

import pytest

from leapdeck.brand.model import ContactFile
from leapdeck.outline.variables import completed
from trials import Desk

TEXT = """\
leapdeck: 1
title: "For {{who}}"
vars: {who: outline}
sections:
  - {title: One}
"""
CLIENT = """\
leapdeck: 1
client: {name: Acme}
vars: {who: client}
workshops:
  trial: {vars: {who: workshop}}
"""


def test_the_nearer_value_counts(desk: Desk) -> None:
    """--set over the client's workshop over the client over the outline."""
    assert desk.workshop(TEXT).vars["who"] == "outline"
    assert desk.workshop(TEXT, CLIENT.replace("{vars: {who: workshop}}", "{}")).vars["who"] == "client"
    assert desk.workshop(TEXT, CLIENT).vars["who"] == "workshop"
    assert desk.workshop(TEXT, CLIENT, ("vars.who=command line",)).vars["who"] == "command line"


@pytest.mark.parametrize(("language", "shown"), [("en-US", "December 3, 2026"), ("en-GB", "3 December 2026"), ("en", "3 December 2026")])
def test_built_in_variables(desk: Desk, language: str, shown: str) -> None:
    """Client, date in the outline's language, place, participants, coach and phone are known where they are set."""
    event = "event: {date: 2026-12-03, place: Hall, participants: 14}"
    values = desk.workshop(f"{TEXT}language: {language}\n{event}\ncontact: {{person: Ada, phone: '5'}}\n", CLIENT).vars
    assert values.pop("who") == "workshop"
    assert values == {"client": "Acme", "date": shown, "place": "Hall", "participants": "14", "coach": "Ada", "phone": "5"}


def test_the_brand_sets_what_the_outline_does_not(desk: Desk) -> None:
    """Coach and telephone come from the brand's contact, unless the outline has its own; what neither says is an error."""
    workshop = desk.load(TEXT.replace("{{who}}", "{{coach}}, {{phone}}").replace("vars: {who: outline}", "contact: {person: Ada}")).workshop
    whole = completed(workshop, ContactFile(person="Brand", phone="55"))
    assert whole.workshop.vars == {"coach": "Ada", "phone": "55"}
    assert whole.findings == ()
    missing = completed(workshop, ContactFile(person="Brand")).findings
    assert [(finding.code, finding.position.line, finding.position.column) for finding in missing] == [("unknown-variable", 2, 24)]


def test_an_unset_variable_is_told_where_it_is_used(desk: Desk) -> None:
    """Each use of a variable that nothing sets is an error, at its braces, on whichever line of its text."""
    text = TEXT.replace("{title: One}", "title: One\n    summary: |\n      First {{who}}\n      and {{whom}}, {{whom}}")
    places = [(d.code, d.position.line, d.position.column) for d in desk.faults(text)]
    assert places == [("unknown-variable", 8, 11), ("unknown-variable", 8, 21)]


def test_a_value_is_never_markup(desk: Desk) -> None:
    """A value with stars and brackets is kept as it is typed."""
    assert desk.workshop(TEXT.replace("{who: outline}", '{who: "*a* [b](c)"}')).vars["who"] == "*a* [b](c)"
