"""Hints about keys that aren't there show how they are written."""

from __future__ import annotations

from leapdeck.yamlsource.checking import Context, Fault, missing_key, unknown_key
from leapdeck.yamlsource.showing import shown

EXAMPLE = "kind: x\ntitle: A claim\nitems:\n  - one\n  - two\n  - three\n  - four\n  - five\nlast: 3\n"
AT = ("slides", 4)


def hints(*faults: Fault) -> list[str]:
    """What the hints say in the end."""
    return [fault.hint for fault in shown(faults, AT, EXAMPLE)]


def test_a_missing_key_is_shown_with_its_lines() -> None:
    """One line stands behind the hint, several below it, and of many the first."""
    made = hints(missing_key("title", AT, Context()), missing_key("items", AT, Context()))
    assert made == ["add title:, as in title: A claim", "add items:, as in\nitems:\n  - one\n  - two\n  - three\n  - four\n  …"]


def test_a_key_missing_further_down_is_shown_where_it_belongs() -> None:
    """The lines are those of the key of the slide that it stands below; a key that the example lacks is named alone."""
    assert hints(missing_key("of", (*AT, "last"), Context()), missing_key("other", AT, Context())) == [
        "add of:, as in last: 3",
        "add other:",
    ]


def test_a_key_that_nothing_is_near_to_is_answered_with_the_whole_example_once() -> None:
    """A mistyped one isn't: the right word is enough."""
    known = ["title", "items"]
    mistyped, strange, stranger = hints(*(unknown_key(key, known, AT) for key in ("titel", "qqq", "zzz")))
    assert mistyped == "did you mean title?"
    assert strange == f"it can be title or items, as in\n{EXAMPLE.rstrip()}"
    assert stranger == "it can be title or items"
