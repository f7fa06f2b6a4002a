"""Data into models: every fault at once, each at its value, with what to write instead."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import pytest
from msgspec import Meta, Struct

from leapdeck.yamlsource import convert, parse


class Inner(Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping inside."""

    text: Annotated[str, Meta(min_length=1, max_length=10)]
    side: Literal["left", "right"] = "left"


class Model(Struct, frozen=True, forbid_unknown_fields=True):
    """Something of everything; `other` stands beside it and is read by itself."""

    beside: ClassVar[tuple[str, ...]] = ("other",)

    title: str
    minutes: Annotated[float, Meta(ge=0, le=60)] | None = None
    rows: Annotated[int, Meta(ge=1)] = 1
    hidden: bool = False
    points: tuple[str, ...] = ()
    pair: tuple[str, str] = ("", "")
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    numbers: dict[str, Annotated[float, Meta(ge=0)]] = {}
    version: Annotated[int, Meta(ge=1, le=1, extra={"hint": "write version: 1"})] = 1


def faults(text: str) -> list[tuple[str, str, str]]:
    """Place, code and hint of what keeps a text from being a Model."""
    source = parse(text.encode(), "t")
    value, found = convert(source.data(), Model, source, careful=True)
    assert (value is None) == bool(found)
    return [(f"{d.position.line}:{d.position.column}", d.code, d.hint) for d in found]


def test_texts_become_numbers_and_truths_where_they_are_wanted() -> None:
    """Types come from the model; the same word is a number here and a text there."""
    source = parse(b"title: 5\nminutes: 5\nrows: 5\nhidden: True\npoints: [1, no]\npair: [1.10, 2]\nnumbers: {a: 1e2}\n", "t")
    value, found = convert(source.data(), Model, source)
    assert found == ()
    assert value == Model("5", 5.0, 5, hidden=True, points=("1", "no"), pair=("1.10", "2"), numbers={"a": 100.0})


@pytest.mark.parametrize(
    ("line", "place", "code", "hint"),
    [
        ("minutes: 5 min", "2:10", "wrong-type", "write the number alone: minutes: 5"),
        ("minutes: 1:30", "2:10", "wrong-type", "write the minutes alone: minutes: 90"),
        ("minutes: 1 h 15", "2:10", "wrong-type", "write the minutes alone: minutes: 75"),
        ("minutes: 2,5", "2:10", "wrong-type", "write the number alone: minutes: 2.5"),
        ("minutes: nan", "2:10", "wrong-type", "write a number, as in minutes: 5"),
        ("minutes: inf", "2:10", "wrong-type", "write a number, as in minutes: 5"),
        ("minutes: 61", "2:10", "out-of-range", "write a number from 0 to 60"),
        ("minutes: [5]", "2:10", "wrong-type", "write: minutes: 5"),
        ("rows: 0", "2:7", "out-of-range", "write a number 1 or more"),
        ("hidden: yes", "2:9", "wrong-type", "write: hidden: true"),
        ("hidden: maybe", "2:9", "wrong-type", "write true or false"),
        ("points: One", "2:9", "wrong-type", "write: points: [One]"),
        ("pair: [a, b, c]", "2:7", "wrong-count", "a text that holds a comma needs quotes"),
        ("inner: One", "2:8", "wrong-type", "write: inner: {text: One}"),
        ("inner: {text: ''}", "2:15", "empty-value", "write a text"),
        ("points:\n  • One\n  • Two", "3:3", "wrong-type", "write one line for each, beginning with a dash and a space"),
        ("points:\n  -One\n  -Two", "3:3", "wrong-type", "a dash needs a space after it: - One"),
        ("version: two", "2:10", "wrong-type", "write version: 1"),
        ("pair: a", "2:7", "wrong-type", "write: pair: [a, …]"),
        ("othr: 1", "2:1", "unknown-key", "did you mean other?"),
        ("inner: {text: 12345678901}", "2:15", "too-long", "shorten it, or part it"),
        ("inner: {text: a, side: middle}", "2:24", "unknown-value", "write left or right"),
        ("inner: {text: a, side: lefft}", "2:24", "unknown-value", "did you mean left?"),
        ("inner: {side: left}", "2:8", "missing-key", "add text:"),
        ("inner: {text: ask, then go}", "2:20", "needs-quotes", 'write: {text: "ask, then go"}'),
        ("numbers: {a: -1}", "2:14", "out-of-range", "write a number 0 or more"),
        ("titel: x", "2:1", "unknown-key", "did you mean title?"),
        ("duration: 5", "2:1", "unknown-key", "did you mean minutes?"),
        ("points:\n  - Asks: how?", "3:5", "needs-quotes", 'write: - "Asks: how?"'),
        ("points: [One, Asks: how?]", "2:15", "needs-quotes", 'write: points: [One, "Asks: how?"]'),
    ],
)
def test_each_fault_says_what_to_write(line: str, place: str, code: str, hint: str) -> None:
    """One fault gives one finding, at the value (or at a key that there isn't), with a mended line where one can be guessed."""
    assert faults(f"title: x\n{line}\n") == [(place, code, hint)]


def test_all_faults_come_together() -> None:
    """Faults in several values, also deep ones, are told in one go."""
    found = faults("minutes: x\ninners:\n  - {text: a}\n  - {txt: a}\n  - b\n")
    assert [(place, code) for place, code, _ in found] == [
        ("1:10", "wrong-type"),
        ("4:6", "unknown-key"),
        ("4:5", "missing-key"),
        ("5:5", "wrong-type"),
        ("1:1", "missing-key"),
    ]
