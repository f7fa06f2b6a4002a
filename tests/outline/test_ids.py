"""Ids: slugs of titles, numbered where there is none, unique in one namespace."""

from __future__ import annotations

import pytest

from leapdeck.outline.ids import slug
from trials import Desk, ids

HEAD = "leapdeck: 1\ntitle: Trial\nsections:\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Manager or leader?", "manager-or-leader"),
        ("**Trust** and *why*", "trust-and-why"),
        ("Don't ask", "dont-ask"),
        ("Über Größe", "uber-große"),
        ("Доверие", "доверие"),
        ("[Read on](https://example.com)", "read-on"),
        ("For {{organization}}", "for-organization"),
        ("?!", ""),
        ("Leaders __listen__ and __wait a little__ first", "leaders-and-first"),
        ("__Trust__", ""),
        ("a__b and c__d", "a-b-and-c-d"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    """Titles become short ids in small letters, of whatever script, without accents, markup and the words of gaps."""
    assert slug(title) == expected


def test_left_out_ids_are_derived(desk: Desk) -> None:
    """An id is the title's slug, numbered where it repeats, or the section's, the kind and a number."""
    text = HEAD + (
        "  - title: One\n    slides:\n"
        "      - {kind: statement, text: A}\n      - {kind: quote, text: A}\n      - {kind: statement, text: A}\n"
        "      - {kind: statement, title: One, text: A}\n      - {kind: statement, title: One, text: A}\n"
        "  - {kind: break, title: Coffee}\n  - {kind: break, title: Coffee}\n  - {kind: break, title: '!'}\n"
    )
    assert ids(desk.workshop(text)) == [
        ["one", "one-statement-1", "one-quote-1", "one-statement-2", "one-2", "one-3"],
        ["coffee"],
        ["coffee-2"],
        ["break-4"],
    ]


def test_given_ids_go_before_derived_ones(desk: Desk) -> None:
    """A derived id steps aside for one that is given further down, and for those of the made slides."""
    slides = "      - {kind: statement, title: Idea, text: A}\n      - {id: idea, kind: statement, text: A}\n"
    text = f"{HEAD}  - title: Agenda\n    slides:\n{slides}"
    assert ids(desk.workshop(text)) == [["agenda-2", "idea-2", "idea"]]


def test_given_ids_must_be_unique(desk: Desk) -> None:
    """Two equal given ids are an error at the second, which names the first's line."""
    fault = desk.faults(HEAD + "  - {id: one, title: A}\n  - {id: one, title: B}\n")[0]
    assert (fault.code, fault.position.line, fault.position.column) == ("duplicate-id", 5, 10)
    assert "line 4" in fault.message
