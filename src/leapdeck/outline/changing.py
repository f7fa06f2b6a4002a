"""A client's changes, applied in order to an outline's tree; every value keeps the place where it was written."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.outline.board import Board, Spot
from leapdeck.outline.ids import RESERVED
from leapdeck.yamlsource import Source
from leapdeck.yamlsource.guessing import listed, nearest
from leapdeck.yamlsource.tree import (
    get,
    items,
    pairs,
    plain_data,
    position_of,
    scalar_text,
    text_at,
    text_node,
    with_key,
    with_only_keys,
    without_keys,
)

VERBS = ("drop", "set", "replace", "move", "before", "after")
"""What a change begins with."""
MADE_KEYS = ("title", "text", "notes", "hidden")


class Changed(Struct, frozen=True):
    """A source with a client's words and changes in it, and what was wrong with them."""

    source: Source
    findings: tuple[Diagnostic, ...]


def changed(source: Source, client: Source, workshop: str) -> Changed:
    """Lay a client file over the outline's tree: variables, event and contact, then its changes in order."""
    if source.root is None or client.root is None:
        return Changed(source, ())
    board = Board(source.root)
    own = get(get(client.root, "workshops"), workshop)
    board.merge_top("vars", get(client.root, "vars"))
    board.merge_top("vars", get(own, "vars"))
    board.merge_top("event", get(own, "event"))
    board.merge_top("contact", get(client.root, "contact"))
    findings = list(_not_named(client, workshop)) if own is None else []
    changes = _Changes(board)
    for change in items(get(own, "changes")):
        changes.apply(change)
    texts = {**source.texts, **client.texts}
    return Changed(replace(source, root=board.root(), texts=texts), (*findings, *changes.findings))


def _not_named(client: Source, workshop: str) -> list[Diagnostic]:
    named = [name for name, _ in pairs(get(client.root, "workshops"))]
    if not named:
        return []
    near = nearest(workshop, named)
    message = f"this client file has nothing of its own for the workshop {workshop}"
    hint = f"did it mean {workshop} by {near}?" if near else f"it names {listed(named, 'and')}"
    return [Diagnostic("other-workshop", message, "note", client.position(("workshops",)), hint)]


class _Changes:
    """The changes made so far: what they dropped, what they made of what, and what was wrong with them."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.dropped: dict[str, Position] = {}
        self.made: dict[tuple[str, str], Position] = {}
        self.findings: list[Diagnostic] = []

    def apply(self, change: Node) -> None:
        """Make one change, or report why it can't be made."""
        if not isinstance(change, MappingNode) or not change.value:
            self._report("wrong-type", "a change is keys with values", change, "write: - drop: id, or - set: id with keys below it")
            return
        keys = {key.value for key, _ in change.value}
        verb = next((verb for verb in ("drop", "set", "replace", "move") if verb in keys), "add" if keys & {"before", "after"} else "")
        if not verb:
            first = change.value[0][0]
            near = nearest(first.value, VERBS)
            hint = f"did you mean {near}?" if near else f"it begins with {listed(VERBS)}"
            self._report("unknown-key", f"a change can't begin with {first.value}", first, hint)
            return
        step: Callable[[MappingNode], None] = getattr(self, f"_{verb}")
        step(change)

    def _drop(self, change: MappingNode) -> None:
        self._only(change, "drop")
        if spot := self._spot(change, "drop"):
            position = position_of(change)
            gone = [spot.node, *(self.board.slides(spot.node) if spot.section is None else ())]
            for name in (text_at(node, "id") for node in gone):
                self.dropped[name] = position
                self._undo(change, name, *(what for id, what in self.made if id == name))
            del spot.row[spot.index]

    def _set(self, change: MappingNode) -> None:
        words = without_keys(change, ("set",))
        name = self._name(change, "set")
        if not words.value:
            self._report("no-change", f"set: {name} sets nothing", change, "add the keys to set, or delete this line")
        elif name in RESERVED:
            self._set_made(name, words)
        elif spot := self._spot(change, "set"):
            self._set_keys(spot, words)

    def _set_made(self, name: str, words: MappingNode) -> None:
        for key, _ in words.value:
            if key.value not in MADE_KEYS:
                message = f"{key.value} can't be set on the slide {name}, which leapdeck makes"
                self._report("unknown-key", message, key, f"it can be {listed(MADE_KEYS)}")
            self._make(key, name, key.value)
        self.board.set_made(name, with_only_keys(words, MADE_KEYS))

    def _set_keys(self, spot: Spot, words: MappingNode) -> None:
        node = spot.node
        before = plain_data(node)
        for key, value in words.value:
            if key.value == "id":
                self._report("unknown-key", "the id of what is set stays as it is", key, "delete this line")
            elif isinstance(node, MappingNode):
                node = with_key(node, key, value)
                self._make(key, text_at(node, "id"), key.value)
        if plain_data(node) == before:
            self._report("no-change", f"{text_at(node, 'id')} says so already", words, "delete this change")
        self.board.put(spot, node)

    def _replace(self, change: MappingNode) -> None:
        self._only(change, "replace", "with")
        new = get(change, "with")
        if not isinstance(new, MappingNode):
            self._report("missing-key", "what shall stand there instead is missing", change, "add with: and a slide's keys below it")
            return
        if id := get(new, "id"):
            self._report("unknown-key", "the id of what is replaced stays as it is", id, "delete the id")
        spot = self._spot(change, "replace")
        if spot and self._may_stand(new, spot, new):
            name = text_at(spot.node, "id")
            self._undo(change, name, *(what for id, what in self.made if id == name and what != "move"))
            self._make(change, name, "replace")
            self.board.put(spot, with_key(without_keys(new, ("id",)), text_node("id", new), text_node(name, new)))

    def _move(self, change: MappingNode) -> None:
        self._only(change, "move", "before", "after")
        side = self._side(change)
        spot, goal = self._spot(change, "move"), self._spot(change, side) if side else None
        if not spot or not goal or not self._may_stand(spot.node, goal, get(change, side) or change):
            return
        node, anchor = spot.node, goal.node
        if node is anchor:
            self._report("no-change", f"{text_at(node, 'id')} can't stand {side} itself", change, "name another id")
            return
        self._make(change, text_at(node, "id"), "move")
        before = [id(other) for other in goal.row]
        del spot.row[spot.index]
        place = next(n for n, other in enumerate(goal.row) if other is anchor)
        goal.row.insert(place + (side == "after"), node)
        if [id(other) for other in goal.row] == before:
            self._report("no-change", f"{text_at(node, 'id')} stands there already", change, "delete this change")

    def _add(self, change: MappingNode) -> None:
        self._only(change, "before", "after", "add")
        side = self._side(change)
        new = get(change, "add")
        nodes = list(new.value) if isinstance(new, SequenceNode) else [new] if isinstance(new, MappingNode) else []
        if not nodes:
            self._report("missing-key", "what shall be added is missing", change, "write add: and below it slides or sections")
            return
        spot = self._spot(change, side) if side else None
        if spot and len([node for node in nodes if self._may_stand(node, spot, node)]) == len(nodes):
            place = spot.index + (side == "after")
            spot.row[place:place] = nodes
            for node in nodes:
                self._make(change, text_at(node, "id"), "add")

    def _make(self, at: Node, name: str, what: str) -> None:
        """Remember that a change made something of an id, and tell of an earlier one that made the same of it."""
        if what not in ("add", "replace"):
            self._undo(at, name, what)
        self.made[name, what] = position_of(at)

    def _undo(self, at: Node, name: str, *whats: str) -> None:
        """Tell of the changes to an id that this one undoes."""
        lines = sorted({self.made.pop((name, what)).line for what in whats if (name, what) in self.made})
        if lines:
            said = f"this undoes what line {listed([str(line) for line in lines], 'and')} does to {name}"
            self.findings.append(Diagnostic("undone-change", said, "warning", position_of(at), "delete one of the changes"))

    def _may_stand(self, node: Node, spot: Spot, at: Node) -> bool:
        """Whether slides stand among slides, and sections and breaks among sections."""
        is_slide = get(node, "kind") is not None and text_at(node, "kind") != "break"
        if is_slide == (spot.section is not None):
            return True
        near = text_at(spot.node, "id")
        if is_slide:
            hint = "name one of the section's slides"
            self._report("misplaced", f"{near} is a section or a break; a slide can't stand there", at, hint)
        else:
            hint = "name a section or a break; a slide needs its kind:"
            self._report("misplaced", f"{near} is a slide; a section or a break can't stand there", at, hint)
        return False

    def _side(self, change: MappingNode) -> str:
        sides = [key for key in ("before", "after") if get(change, key) is not None]
        if len(sides) == 1:
            return sides[0]
        self._report("one-of", "a change needs before: or after:, and one of them only", change, "write after: and an id")
        return ""

    def _name(self, change: MappingNode, verb: str) -> str:
        node = get(change, verb)
        return (scalar_text(node) or "") if isinstance(node, ScalarNode) else ""

    def _spot(self, change: MappingNode, verb: str) -> Spot | None:
        name = self._name(change, verb)
        node = get(change, verb) or change
        found = self.board.find(name) if name else None
        if found or not name:
            if not name:
                self._report("empty-value", f"{verb}: must name an id", node, f"write: {verb}: id")
            return found
        if name in RESERVED:
            hint = f"write set: {name} with hidden: true to leave it out"
            self._report("reserved-id", f"{name} is made by leapdeck; it can be set, and nothing else", node, hint)
        elif name in self.dropped:
            self._report("undone-change", f"{name} was dropped in line {self.dropped[name].line}", node, "delete one of the two changes")
        else:
            near = nearest(name, list(self.board.ids()))
            hint = f"did you mean {near}?" if near else "look the id up in the outline"
            self._report("unknown-id", f"there is no section or slide {name}", node, hint)
        return None

    def _only(self, change: MappingNode, *known: str) -> None:
        for key, _ in change.value:
            if key.value not in known:
                hint = f"it can be {listed(known)}; keys are changed with set:"
                self._report("unknown-key", f"{key.value} can't stand beside {known[0]}:", key, hint)

    def _report(self, code: str, message: str, node: Node, hint: str) -> None:
        self.findings.append(Diagnostic(code, message, position=position_of(node), hint=hint))
