"""Ids: what a section or a slide is called by client files and links, where its author gave it no name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leapdeck.diagnostics import Diagnostic
from leapdeck.yamlsource.tree import get, items, position_of, replaced, scalar_text, text_at, text_node, with_items, with_key

RESERVED = ("title", "objectives", "agenda", "contact")
"""The ids of the slides that leapdeck makes."""
DERIVED = "derived"
"""The tag of an id that nobody wrote."""
LONGEST = 60
_STROKES = str.maketrans("łŁøØđĐ", "lLoOdD")
"""Letters whose strokes are no accents to the Unicode tables."""
_GAP = re.compile(r"(?<!\w)__(?=\S).+?(?<=\S)__(?!\w)")


class Named(Struct, frozen=True):
    """A tree whose sections and slides all have ids, and what was wrong with the given ones."""

    root: Node
    findings: tuple[Diagnostic, ...] = ()


def named(root: Node, added: frozenset[str] = frozenset()) -> Named:
    """Give every section, break and slide of an outline's tree an id; given ones must be unique.

    Where two clash, the second is told, or the one that stands in a file of `added`.
    """
    sections = get(root, "sections")
    if not isinstance(root, MappingNode) or not isinstance(sections, SequenceNode):
        return Named(root)
    taken, findings = _given(sections, added)
    entries = [
        _entry(entry, taken, count) if isinstance(entry, MappingNode) and get(entry, "use") is None else entry
        for count, entry in enumerate(sections.value, 1)
    ]
    return Named(replaced(root, "sections", with_items(sections, entries)) or root, findings)


def slug(text: str) -> str:
    """A title as an id: small letters and digits of any script, without accents and markup, joined by hyphens.

    The words of gaps are left out: ids name the fields of the form that participants get.
    """
    text = _GAP.sub(" ", text)
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_STROKES)) if not unicodedata.combining(c))
    bare = re.sub(r"\]\([^)]*\)", "", bare).replace("'", "").replace("\u2019", "")
    found = "-".join(re.findall(r"[^\W_]+", bare.lower()))
    return found if len(found) <= LONGEST else found[:LONGEST].rpartition("-")[0] or found[:LONGEST]


def _given(sections: SequenceNode, added: frozenset[str]) -> tuple[dict[str, int], tuple[Diagnostic, ...]]:
    """The ids that stand in the tree, and those that are taken."""
    taken: dict[str, ScalarNode | None] = dict.fromkeys(RESERVED)
    findings = []
    for entry in sections.value:
        for node in (entry, *items(get(entry, "slides"))):
            given = get(node, "id")
            name = (scalar_text(given) or "") if isinstance(given, ScalarNode) else ""
            if not name or not isinstance(given, ScalarNode):
                continue
            if name in taken:
                findings.append(_clash(*_to_tell(given, taken[name], added), name))
            taken.setdefault(name, given)
    return dict.fromkeys(taken, 2), tuple(findings)


def _to_tell(node: ScalarNode, first: ScalarNode | None, added: frozenset[str]) -> tuple[ScalarNode, ScalarNode | None]:
    """Which of two equal ids is at fault, and the other."""
    if first is not None and first.start_mark.name in added and node.start_mark.name not in added:
        return first, node
    return node, first


def _clash(node: ScalarNode, first: ScalarNode | None, name: str) -> Diagnostic:
    position = position_of(node)
    if first is None:
        message = f"the id {name} belongs to a slide that leapdeck makes"
        return Diagnostic("reserved-id", message, position=position, hint=f"call it otherwise; made: {name}: gives that slide other words")
    before = position_of(first)
    place = f"line {before.line}" if before.file == position.file else f"{Path(before.file).name}, line {before.line}"
    hint = "give one of them another id; for a used section add prefix: beside use:"
    return Diagnostic("duplicate-id", f"the id {name} is taken ({place})", position=position, hint=hint)


def _entry(entry: MappingNode, taken: dict[str, int], count: int) -> MappingNode:
    """A section or break with its id, and its slides with theirs."""
    is_break = bool(text_at(entry, "kind"))
    entry = _with_id(entry, taken, slug(text_at(entry, "title")) or f"{text_at(entry, 'kind') or 'section'}-{count}")
    slides = get(entry, "slides")
    if is_break or not isinstance(slides, SequenceNode):
        return entry
    nodes = list(_slides(slides, text_at(entry, "id"), taken))
    return replaced(entry, "slides", with_items(slides, nodes))  # type: ignore[return-value]  # a mapping stays one


def _slides(slides: SequenceNode, section: str, taken: dict[str, int]) -> Iterator[Node]:
    counts: dict[str, int] = {}
    for slide in slides.value:
        kind = text_at(slide, "kind") or "slide"
        counts[kind] = counts.get(kind, 0) + 1
        if isinstance(slide, MappingNode):
            yield _with_id(slide, taken, slug(text_at(slide, "title")) or f"{section}-{kind}-{counts[kind]}")
        else:
            yield slide


def _with_id(node: MappingNode, taken: dict[str, int], wanted: str) -> MappingNode:
    if get(node, "id") is not None:
        return node
    name, number = wanted, taken.get(wanted, 2)
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken[wanted] = number
    taken.setdefault(name, 2)
    made = text_node(name, node)
    made.tag = DERIVED
    return with_key(node, text_node("id", node), made)
