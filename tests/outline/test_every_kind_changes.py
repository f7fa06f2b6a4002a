"""Every verb of a client's changes, done to a slide of every kind: it does what it says, and the whole can be composed."""

from __future__ import annotations

import textwrap
from importlib import import_module

import pytest

from leapdeck.building import Job, brand_of, prepare
from leapdeck.slides import KINDS
from trials import CONTRACT, Desk, ids

ASIDE = ("break",)
"""What stands between sections, not in them."""
CASES = [kind for kind in sorted(KINDS) if kind not in ASIDE]
VERBS = {
    "drop": (["- drop: it"], ["first", "last"]),
    "set": (["- {set: it, title: Another title, minutes: 3, notes: Say less.}"], ["first", "it", "last"]),
    "replace": (["- replace: it", "  with: EXAMPLE"], ["first", "it", "last"]),
    "after": (["- after: first", "  add: [EXAMPLE]"], ["first", "new", "it", "last"]),
    "before": (["- before: last", "  add: [EXAMPLE]"], ["first", "it", "new", "last"]),
    "move after": (["- {move: it, after: last}"], ["first", "last", "it"]),
    "move before": (["- {move: it, before: first}"], ["it", "first", "last"]),
}


def example(kind: str, id: str, indent: int) -> str:
    """A kind's own example as a mapping, under an id where it is to have one, indented."""
    text: str = import_module(KINDS[kind].__module__).EXAMPLE
    return textwrap.indent(f"id: {id}\n{text}" if id else text, " " * indent).lstrip()


def outline(kind: str) -> str:
    """An outline whose second slide is of that kind."""
    return (
        "leapdeck: 1\ntitle: Trial\nsections:\n  - id: one\n    title: One\n    slides:\n"
        "      - {id: first, kind: statement, text: One idea}\n"
        f"      - {example(kind, 'it', 8)}"
        "      - {id: last, kind: statement, text: The last}\n"
    )


def client(kind: str, lines: list[str]) -> str:
    """A client file with one change; EXAMPLE in it is another slide of that kind."""
    replaced = {"EXAMPLE": f"\n            {example(kind, '', 12)}", "[EXAMPLE]": f"\n          - {example(kind, 'new', 12)}"}
    change = "\n".join(f"      {line}" for line in lines)
    for word in ("[EXAMPLE]", "EXAMPLE"):
        change = change.replace(word, replaced[word])
    return f"leapdeck: 1\nclient: {{name: Acme}}\nworkshops:\n  trial:\n    changes:\n{change}\n"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("kind", CASES)
def test_every_verb_on_every_kind(desk: Desk, kind: str, verb: str) -> None:
    """Slides stand where the change puts them, and deck and workbook can be made of it without an error."""
    lines, expected = VERBS[verb]
    for picture in CONTRACT.glob("*.png"):
        (desk.folder / picture.name).write_bytes(picture.read_bytes())
    path, own = desk.put("trial.yaml", outline(kind)), desk.put("acme.yaml", client(kind, lines))
    assert ids(desk.workshop(outline(kind), client(kind, lines))) == [["one", *expected]]
    job = Job(path, own)
    made = prepare(job, brand_of(job)[0])
    assert [finding for finding in made.diagnostics if finding.severity == "error"] == []
    composed = [scene.id for scene in made.deck.scenes if "/" not in scene.id]
    assert composed == ["title", "agenda", "one", *expected, "contact"]
