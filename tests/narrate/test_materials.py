"""What to bring, counted."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.narrate.materials import needed
from leapdeck.richtext import words
from works import story


def listed(people: int | None) -> list[str]:
    """What the short day needs for so many people."""
    told = story()
    workshop = replace(told.workshop, event=replace(told.workshop.event, participants=people))
    return [words(runs) for runs in needed(told.reader(), workshop)]


def test_things_are_counted_for_those_who_come() -> None:
    """One for each person, two for each pair (the odd one makes a pair too), one for the room."""
    assert listed(13) == [
        "Seats for 13 people",
        "Screen and projector, the deck on the computer",
        "13 workbooks, and 2 to spare",
        "13\u00a0×\u00a0pen",
        "14\u00a0×\u00a0card",
        "Flip chart",
    ]


def test_without_a_number_it_says_for_each() -> None:
    """Where nobody knows how many come, it says whom each thing is for."""
    assert listed(None) == [
        "A seat for each person",
        "Screen and projector, the deck on the computer",
        "A workbook for each person, and 2 to spare",
        "Pen for each person",
        "2\u00a0×\u00a0card for each pair",
        "Flip chart",
    ]
