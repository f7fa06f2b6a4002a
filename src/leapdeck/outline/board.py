"""A workshop's tree laid out to be changed: sections in order, their slides in order, each found by its id."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leapdeck.outline.ids import RESERVED
from leapdeck.yamlsource.tree import get, items, merged, replaced, text_at, text_node, with_items, with_key


class Spot(Struct):
    """Where a section (`section` is None) or a slide stands: its list and its place in it."""

    row: list[Node]
    index: int
    section: Node | None

    @property
    def node(self) -> Node:
        """What stands there."""
        return self.row[self.index]


class Board:
    """An outline's tree while it is changed; `root` puts it together again."""

    def __init__(self, root: Node) -> None:
        """Lay out a tree whose sections and slides have ids."""
        self._root = root
        self.sections: list[Node] = list(items(get(root, "sections")))
        self._slides: dict[int, tuple[Node, list[Node]]] = {}  # by the section's identity; the section is kept, so that it stays its own

    def root(self) -> Node:
        """The changed tree."""
        sections = get(self._root, "sections")
        if not isinstance(sections, SequenceNode):
            return self._root
        entries = [self._whole(entry) for entry in self.sections]
        return replaced(self._root, "sections", with_items(sections, entries)) or self._root

    def find(self, name: str) -> Spot | None:
        """Where the section or slide of an id stands."""
        for number, entry in enumerate(self.sections):
            if text_at(entry, "id") == name:
                return Spot(self.sections, number, None)
            slides = self.slides(entry)
            for place, slide in enumerate(slides):
                if text_at(slide, "id") == name:
                    return Spot(slides, place, entry)
        return None

    def ids(self) -> Iterator[str]:
        """All ids, those of the made slides included."""
        for entry in self.sections:
            yield text_at(entry, "id")
            yield from (text_at(slide, "id") for slide in self.slides(entry))
        yield from RESERVED

    def slides(self, entry: Node) -> list[Node]:
        """The slides of a section, to be changed in place."""
        if id(entry) not in self._slides:
            self._slides[id(entry)] = (entry, list(items(get(entry, "slides"))))
        return self._slides[id(entry)][1]

    def put(self, spot: Spot, node: Node) -> None:
        """Put something else in a spot's place; a section whose `slides` aren't replaced keeps them as they are now."""
        old = spot.node
        if spot.section is None:
            slides = get(node, "slides")
            self._slides[id(node)] = (node, list(items(slides)) if slides is not get(old, "slides") else self.slides(old))
        spot.row[spot.index] = node

    def set_top(self, key: ScalarNode, value: Node) -> None:
        """Set one of the outline's own keys."""
        if isinstance(self._root, MappingNode):
            self._root = with_key(self._root, key, value)

    def merge_top(self, key: str, over: Node | None) -> None:
        """Lay a mapping over one of the outline's own (`vars`, `event`, `contact`)."""
        if isinstance(over, MappingNode) and over.value:
            self.set_top(text_node(key, over), merged(get(self._root, key), over) or over)

    def set_made(self, name: str, words: MappingNode) -> None:
        """Set words of a made slide."""
        made = get(self._root, "made")
        inner = merged(get(made, name), words) or words
        single = MappingNode(words.tag, [(text_node(name, words), inner)], words.start_mark, words.end_mark, words.flow_style)
        self.set_top(text_node("made", words), merged(made, single) or single)

    def top(self, key: str) -> Node | None:
        """One of the outline's own values."""
        return get(self._root, key)

    def _whole(self, entry: Node) -> Node:
        """A section with its slides as they are now."""
        slides = get(entry, "slides")
        now = self.slides(entry)
        if isinstance(slides, SequenceNode):
            return replaced(entry, "slides", with_items(slides, now)) or entry
        if now and isinstance(entry, MappingNode):
            made = SequenceNode(entry.tag, now, now[0].start_mark, now[-1].end_mark)
            return with_key(entry, text_node("slides", now[0]), made)
        return entry
