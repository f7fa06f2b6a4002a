"""The time plan: minutes shared, clock times counted, what doesn't fit told with what could go."""

from __future__ import annotations

from leapdeck.outline.plan import schedule
from leapdeck.timeplan import Plan, Row
from trials import Desk

HEAD = "leapdeck: 1\ntitle: Trial\n"


def planned(desk: Desk, text: str) -> Plan:
    """The plan of an outline in which everything fits."""
    plan, findings = schedule(desk.load(HEAD + text).workshop)
    assert findings == ()
    return plan


def test_slides_share_what_their_section_has_left(desk: Desk) -> None:
    """Slides without minutes share the rest in whole minutes; hidden ones and ones on paper alone take none."""
    slides = (
        "      - {id: a, kind: statement, text: A, minutes: 4}\n      - {id: b, kind: statement, text: B}\n"
        "      - {id: c, kind: statement, text: C}\n      - {id: d, kind: statement, text: D, hidden: true}\n"
        "      - {id: e, kind: statement, text: E, handout: only}\n"
    )
    plan = planned(desk, f"sections:\n  - title: One\n    minutes: 15\n    slides:\n{slides}")
    assert plan.slides == {"a": 4.0, "b": 6.0, "c": 5.0}


def test_clock_times_follow_from_the_start(desk: Desk) -> None:
    """Sections and breaks begin where the one before ends; behind one of unknown length no time is known."""
    tea = "  - {kind: break, title: Tea, minutes: 10, optional: true}\n"
    text = f"start: 9:05\nsections:\n  - {{title: One, minutes: 20}}\n{tea}  - {{title: Two}}\n  - {{title: Three, minutes: 5}}\n"
    assert planned(desk, text).rows == (
        Row("one", "One", 545.0, 20.0),
        Row("tea", "Tea", 565.0, 10.0, is_break=True, optional=True),
        Row("two", "Two", 575.0),
        Row("three", "Three", None, 5.0),
    )


def test_without_minutes_there_are_no_times(desk: Desk) -> None:
    """An outline without minutes has a plan without any."""
    plan = planned(desk, "sections:\n  - title: One\n    slides: [{kind: statement, text: A}]\n")
    assert not plan.timed
    assert plan.rows == (Row("one", "One"),)
    assert plan.slides == {}


def test_a_section_without_minutes_takes_those_of_its_slides(desk: Desk) -> None:
    """The minutes of the slides, taken together, are the section's."""
    text = "sections:\n  - title: One\n    slides: [{kind: statement, text: A, minutes: 3}, {kind: statement, text: B, minutes: 4.5}]\n"
    assert planned(desk, text).rows[0].minutes == 7.5


def test_what_is_too_much_is_told_with_what_could_go(desk: Desk) -> None:
    """Too full sections and a too short slot are errors that list the optional parts and their minutes."""
    text = (
        HEAD + "minutes: 30\nsections:\n  - title: One\n    minutes: 10\n    slides:\n"
        "      - {kind: statement, text: A, minutes: 8}\n      - {id: b, kind: statement, text: B, minutes: 4, optional: true}\n"
        "  - {title: Two, minutes: 25, optional: true}\n"
    )
    _, findings = schedule(desk.load(text).workshop)
    assert [(d.code, d.position.line, d.hint) for d in findings] == [
        ("no-time", 6, "could go, being optional: b (4)"),
        ("no-time", 3, "could go, being optional: b (4), two (25)"),
    ]
    assert "2 too many" in findings[0].message
    assert "5 too many" in findings[1].message


def test_a_clients_change_is_named_as_the_cause(desk: Desk) -> None:
    """Where a client's minutes make a section too full, the finding stands in the client's file."""
    client = "leapdeck: 1\nclient: {name: Acme}\nworkshops:\n  trial:\n    changes:\n      - {set: a, minutes: 20}\n"
    text = HEAD + "sections:\n  - title: One\n    minutes: 10\n    slides: [{id: a, kind: statement, text: A}]\n"
    _, findings = schedule(desk.load(text, client).workshop)
    assert [(finding.position.file.rpartition("/")[2], finding.position.line) for finding in findings] == [("acme.yaml", 6)]
