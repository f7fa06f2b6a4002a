"""A read file: a tree of YAML nodes, each of which remembers the file, line and column where it was written.

Trees of several files are spliced node by node (used sections, a client's changes, settings), so a path into the
finished tree still leads to the place where a person wrote that value.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leapdeck.diagnostics import Diagnostic, Path, Position

UNTAGGED = ""
"""The tag of every node that has none of its own: types come from the models, not from the spelling."""


class Source(Struct, frozen=True):
    """One YAML file, or several spliced into one tree. `root` is None where the file can't be read at all.

    `texts` holds the text of each file, for messages that show a line; `diagnostics` what reading found.
    """

    file: str
    root: Node | None
    texts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()

    def node(self, path: Path) -> Node | None:
        """The node at a path, or the nearest one above it; None in an empty file."""
        node = self.root
        for step in path:
            below = child(node, step)
            if below is None:
                return node
            node = below
        return node

    def position(self, path: Path) -> Position:
        """Where the value at a path was written, or the nearest value above it."""
        node = self.node(path)
        return Position(self.file, 1, 1) if node is None else position_of(node)

    def key_position(self, path: Path) -> Position:
        """Where the key of a path's last step was written."""
        return position_of(key) if (key := key_node(self.node(path[:-1]), path[-1])) else self.position(path)

    def line(self, position: Position) -> str:
        """The line of the file that a position names, as it was written."""
        lines = self.texts.get(position.file, "").split("\n")
        return lines[position.line - 1] if 0 < position.line <= len(lines) else ""

    def place(self, node: Node, text: str) -> Position:
        """Where a piece of a node's text stands, as it was written; the node's start where it can't be found on one line."""
        start, end = node.start_mark, node.end_mark
        lines = self.texts.get(start.name, "").split("\n")
        for number in range(start.line, min(end.line + 1, len(lines))):
            column = lines[number].find(text, start.column if number == start.line else 0)
            if column >= 0:
                return Position(start.name, number + 1, column + 1)
        return position_of(node)

    def data(self) -> Any:
        """The tree as dicts, lists and texts; an empty value is None."""
        return plain_data(self.root) if self.root else {}


def position_of(node: Node) -> Position:
    """Where a node begins."""
    mark = node.start_mark
    return Position(mark.name, mark.line + 1, mark.column + 1)


def plain_data(node: Node) -> Any:
    """A node as dicts, lists and texts as typed; of a key that stands twice the last value is taken."""
    if type(node) is ScalarNode:
        return scalar_text(node)
    if type(node) is MappingNode:
        return {key.value if type(key) is ScalarNode else "": plain_data(value) for key, value in node.value}
    return [plain_data(item) for item in node.value]


def scalar_text(node: ScalarNode) -> str | None:
    """The characters of a scalar, without the line breaks that end a block; None where nothing was written."""
    style = node.style
    if not style:
        return node.value or None
    return node.value.rstrip("\n") if style in "|>" else str(node.value)


def child(node: Node | None, step: str | int) -> Node | None:
    """One step down: by key, by index, or into the two halves of a point with points below it (`text`, `points`)."""
    if isinstance(node, SequenceNode):
        return node.value[step] if isinstance(step, int) and 0 <= step < len(node.value) else None
    if not isinstance(node, MappingNode):
        return None
    found = get(node, str(step))
    if found is None and len(node.value) == 1:
        key, below = node.value[0]
        return {"text": key, "points": below}.get(str(step))
    return found


def pairs(node: Node | None) -> Iterator[tuple[str, Node]]:
    """The keys and values of a mapping; nothing for other nodes."""
    if isinstance(node, MappingNode):
        yield from ((key.value, value) for key, value in node.value if isinstance(key, ScalarNode))


def items(node: Node | None) -> tuple[Node, ...]:
    """The items of a list; nothing for other nodes."""
    return tuple(node.value) if isinstance(node, SequenceNode) else ()


def get(node: Node | None, key: str) -> Node | None:
    """The value of a key; None for other nodes."""
    return next((value for name, value in pairs(node) if name == key), None)


def text_at(node: Node | None, key: str) -> str:
    """The text that a key holds; empty where it holds none."""
    value = get(node, key)
    return (scalar_text(value) or "") if isinstance(value, ScalarNode) else ""


def key_node(node: Node | None, key: str | int) -> ScalarNode | None:
    """The key itself, as it stands in the file."""
    if not isinstance(node, MappingNode):
        return None
    return next((name for name, _ in node.value if isinstance(name, ScalarNode) and name.value == key), None)


def text_node(text: str, like: Node) -> ScalarNode:
    """A text that nobody wrote, standing where `like` stands."""
    return ScalarNode(UNTAGGED, text, like.start_mark, like.end_mark, style='"')


def with_key(node: MappingNode, key: ScalarNode, value: Node) -> MappingNode:
    """The same mapping with one key set, in its place if it was there, last if not."""
    changed = [(key, value) if name.value == key.value else (name, old) for name, old in node.value]
    if key_node(node, key.value) is None:
        changed.append((key, value))
    return MappingNode(node.tag, changed, node.start_mark, node.end_mark, node.flow_style)


def with_items(node: SequenceNode, nodes: list[Node]) -> SequenceNode:
    """A list that stands where `node` stands, with other items."""
    return SequenceNode(node.tag, nodes, node.start_mark, node.end_mark, node.flow_style)


def replaced(node: Node | None, key: str, value: Node) -> Node | None:
    """The same mapping with another value behind a key that it has; other nodes as they are."""
    name = key_node(node, key)
    return with_key(node, name, value) if isinstance(node, MappingNode) and name else node


def without_keys(node: MappingNode, keys: Container[str]) -> MappingNode:
    """The same mapping without some of its keys."""
    kept = [(name, value) for name, value in node.value if name.value not in keys]
    return MappingNode(node.tag, kept, node.start_mark, node.end_mark, node.flow_style)


def with_only_keys(node: MappingNode, keys: Container[str]) -> MappingNode:
    """The same mapping with some of its keys alone."""
    kept = [(name, value) for name, value in node.value if name.value in keys]
    return MappingNode(node.tag, kept, node.start_mark, node.end_mark, node.flow_style)


def merged(base: Node | None, over: Node | None) -> Node | None:
    """Two mappings as one: the values of `over` stand in place of those of `base`; where one is none, the other."""
    if not isinstance(base, MappingNode) or not isinstance(over, MappingNode):
        return over if over is not None else base
    found = base
    for key, value in over.value:
        found = with_key(found, key, value)
    return found
