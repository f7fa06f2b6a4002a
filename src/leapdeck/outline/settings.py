"""`--set PATH=VALUE`: single values from the command line, over everything that files say."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import fields, replace
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.outline.board import Board
from leapdeck.outline.ids import RESERVED
from leapdeck.outline.model import Outline
from leapdeck.yamlsource import Source, parse
from leapdeck.yamlsource.guessing import listed, nearest
from leapdeck.yamlsource.tree import get, text_node, with_key

_AS_YAML = re.compile(r"""\s*(?:\[(?![^\]]*\]\()|\{(?!\{)|(["'])(?:(?!\1).)*\1\s*$|-\s|[|>][-+]?\n)""", re.DOTALL)
"""How a value begins that isn't the text as it was typed: a list (no link), keys (no variable), a text in quotes, a block."""


class Settled(Struct, frozen=True):
    """A source with the settings in it, and what was wrong with them."""

    source: Source
    findings: tuple[Diagnostic, ...]


def settled(source: Source, settings: Sequence[str]) -> Settled:
    """Set what the settings say, one after the other."""
    if not settings or source.root is None:
        return Settled(source, ())
    board, findings, texts = Board(source.root), [], dict(source.texts)
    for setting in settings:
        path, _, value = setting.partition("=")
        name = f"--set {setting}"
        parsed = parse(_as_yaml(value).encode(), name)
        texts |= parsed.texts
        findings += [replace(finding, hint=_for_a_shell(finding.hint, path)) for finding in parsed.diagnostics]
        problem = _set(board, path.strip().split("."), parsed.root) if parsed.root else None
        if problem or "=" not in setting:
            findings.append(replace(problem or _malformed(), position=Position(name, 1, 1)))
    return Settled(replace(source, root=board.root(), texts=texts), tuple(findings))


def _malformed() -> Diagnostic:
    return Diagnostic("bad-setting", "a setting names a path and its value", hint="write PATH=VALUE, as minutes=90")


def _as_yaml(value: str) -> str:
    """A value as YAML reads it; a text may be typed without the quotes that a file would need."""
    return value if _AS_YAML.match(value) else json.dumps(value, ensure_ascii=False)


def _for_a_shell(hint: str, path: str) -> str:
    """A mended value as it is typed: in double quotes, which every shell takes, and with YAML's single ones inside."""
    mended = hint.removeprefix("write: ")
    if mended == hint:
        return hint
    inner = mended.replace('"', "'") if "'" not in mended else mended
    return f'write: --set "{path}={inner}"'


def _set(board: Board, steps: list[str], value: Node) -> Diagnostic | None:
    if steps[0] in ("slides", "sections"):
        return _set_below(board, steps, value)
    known = [field.encode_name for field in fields(Outline)]
    if steps[0] not in known:
        near = nearest(steps[0], [*known, "slides", "sections"])
        hint = f"did you mean {near}?" if near else f"it can begin with {listed([*known, 'slides', 'sections'])}"
        return Diagnostic("unknown-key", f"there is nothing called {steps[0]} to set", hint=hint)
    if blocked := _blocked(board.top(steps[0]), steps):
        return blocked
    board.set_top(text_node(steps[0], value), _nested(board.top(steps[0]), steps[1:], value))
    if steps[0] in ("start", "minutes") and get(board.top("event"), steps[0]) is not None:
        board.set_top(text_node("event", value), _nested(board.top("event"), steps, value))
    return None


def _set_below(board: Board, steps: list[str], value: Node) -> Diagnostic | None:
    if len(steps) < 3:
        return Diagnostic("bad-setting", "this names no key to set", hint=f"write {steps[0]}.<id>.<key>=VALUE")
    name = steps[1]
    if name in RESERVED:
        return _set(board, ["made", *steps[1:]], value)
    spot = board.find(name)
    if spot is None or (spot.section is None) != (steps[0] == "sections"):
        near = nearest(name, list(board.ids()))
        hint = f"did you mean {near}?" if near else "look the id up in the outline"
        return Diagnostic("unknown-id", f"there is no {steps[0][:-1]} {name}", hint=hint)
    if blocked := _blocked(spot.node, steps[1:]):
        return blocked
    board.put(spot, _nested(spot.node, steps[2:], value))
    return None


def _blocked(node: Node | None, steps: list[str]) -> Diagnostic | None:
    """That what is to be set lies below a text or a list; the first of the steps led to `node`."""
    for number, step in enumerate(steps[1:], 1):
        if isinstance(node, SequenceNode) or (isinstance(node, ScalarNode) and node.value):
            what = "a list" if isinstance(node, SequenceNode) else "a text"
            message = f"{steps[number - 1]} holds {what}, so there is no {step} in it to set"
            return Diagnostic("bad-setting", message, hint="set the whole of it, or change it in the file")
        node = get(node, step)
    return None


def _nested(node: Node | None, steps: list[str], value: Node) -> Node:
    """A mapping with a value set some steps below; mappings that aren't there yet are made."""
    if not steps:
        return value
    base = node if isinstance(node, MappingNode) else MappingNode(value.tag, [], value.start_mark, value.end_mark)
    return with_key(base, text_node(steps[0], value), _nested(get(base, steps[0]), steps[1:], value))
