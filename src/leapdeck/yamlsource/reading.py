"""Text to nodes: what is refused while a file is parsed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path as FilePath

import yaml
from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode
from yaml.tokens import AliasToken, AnchorToken, TagToken, Token

from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.yamlsource.decoding import CONTROL, control_character, decoded, refused
from leapdeck.yamlsource.mending import FATAL, KEYS, REFERENCES, Mended, Slip, mend
from leapdeck.yamlsource.quoting import quoted
from leapdeck.yamlsource.spaces import with_usual_spaces
from leapdeck.yamlsource.tree import UNTAGGED, Source, position_of

DEPTH_LIMIT = 20
SLIPS_LIMIT = 20
MENDING_LIMIT = 4_000_000
"""How many characters are parsed, at most, to find mended lines."""
_MARK = re.compile(r"[&!*](?<![^\s\[{].)[^\s*]")
_CUT = re.compile(r"#(?<=[ \t]#)(?:[^\s#!]| ?\d).*")
_NUMBER = re.compile(r"[-+]?[\d.:]+|true|false", re.IGNORECASE)
_REFERENCES = {AliasToken: "an alias (*name)", AnchorToken: "an anchor (&name)", TagToken: "a type (!name)"}


class _Named(io.BytesIO):
    """Bytes with a name, which the parser writes into every mark."""

    name = ""


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Composer(_Loader):  # type: ignore[misc, valid-type]  # libyaml's loader where PyYAML has it, else the pure one
    """Composes nodes without guessing types from their spelling, and no deeper than DEPTH_LIMIT."""

    depth = 0

    def resolve(self, *_: object) -> str:
        """All nodes alike."""
        return UNTAGGED

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        """One level down; raised from here, an error keeps the parser from going deeper."""
        self.depth += 1
        if self.depth > DEPTH_LIMIT + 1 and parent is not None:
            raise _TooDeep(parent)

    def ascend_resolver(self) -> None:
        """One level up."""
        self.depth -= 1


class _TooDeep(Exception):  # it says what happened
    """Carries the node that goes too deep."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node


class _Parsed(Struct, frozen=True):
    root: Node | None
    slip: Slip | None = None


def read(path: FilePath) -> Source:
    """Read a YAML file; whatever is wrong with it stands in the source's diagnostics. `path` names it in messages."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"can't read {path}: {error.strerror or error}"
        return Source(str(path), None, {}, (Diagnostic("unreadable-file", message, position=Position(str(path))),))
    return parse(data, str(path))


def parse(data: bytes, file: str) -> Source:
    """Parse a YAML file's bytes; `file` names it in messages."""
    if reason := refused(data, file):
        return Source(file, None, {}, (reason,))
    text, found = decoded(data, file)
    text, odd = with_usual_spaces(text, file)
    lines = text.split("\n")
    root, slips, mended = _mended(lines, file)
    found = [*found, *odd, *slips]
    if root is not None:
        found += [*_keys_twice(root), *(_escaped(root) if "\\" in text else ()), *_cut_texts(root, lines, mended)]
    elif not found:
        found = [Diagnostic("empty-file", "there is nothing in this file", position=Position(file, 1, 1))]
    found.sort(key=lambda d: (d.position.line, d.position.column))
    return Source(file, root, {file: text}, tuple(found))


def _escaped(root: Node) -> Iterator[Diagnostic]:
    """Control characters that are written as escapes, in double quotes."""
    for node in _scalars(root):
        if found := CONTROL.search(node.value):
            yield control_character(found[0], position_of(node))


def _mended(lines: list[str], file: str) -> tuple[Node | None, list[Diagnostic], list[str]]:
    """Parse, and where that fails mend the line and go on, so that one file's slips are all told at once; the lines that were read."""
    found: list[Diagnostic] = []
    budget = MENDING_LIMIT

    def try_again(changed: list[str]) -> Slip | None:
        nonlocal budget
        budget -= sum(map(len, changed))
        return _parsed(changed, file).slip if budget > 0 else Slip(0, 0, "", 0, stage=FATAL)

    for _ in range(SLIPS_LIMIT):
        parsed = _parsed(lines, file)
        if parsed.slip is None:
            return parsed.root, found, lines
        mended = mend(lines, parsed.slip, try_again)
        if mended is None:
            slip = parsed.slip
            at = Position(file, slip.line + 1, slip.column + 1)
            return None, [*found, Diagnostic(slip.code, slip.problem, position=at)], lines
        position = Position(file, mended.line + 1, mended.column + 1)
        found.append(Diagnostic(mended.code, mended.message, position=position, hint=_as_mended(mended)))
        lines = [*lines[: mended.line], mended.text, *lines[mended.line + 1 :]]
    return None, found, lines


def _as_mended(mended: Mended) -> str:
    """What to write; spaces, which nobody sees, in words."""
    line = mended.text.strip()
    if mended.code != "tab":
        return f"write: {line}"
    spaces = len(mended.text) - len(mended.text.lstrip())
    count = f"{spaces} space{'s' * (spaces != 1)}" if spaces else "no space"
    return f"begin the line with {count} and no tab: {line}"


def _parsed(lines: list[str], file: str) -> _Parsed:
    text = "\n".join(lines)
    stream = _named(text, file)
    try:
        root = _Composer(stream).get_single_node()
    except yaml.MarkedYAMLError as error:
        return _Parsed(None, _too_deep(error) or _slip(error, lines))
    except _TooDeep as error:
        at = position_of(error.node)
        message = f"this is nested deeper than {DEPTH_LIMIT} levels"
        return _Parsed(None, Slip(at.line - 1, at.column - 1, message, at.line - 1, "too-deep", FATAL))
    slip = (_reference(text, file) if _may_have_marks(text) else None) or (_odd_key(root) if root else None)
    return _Parsed(root, slip)


def _named(text: str, file: str) -> _Named:
    stream = _Named(text.encode())
    stream.name = file
    return stream


def _too_deep(error: yaml.MarkedYAMLError) -> Slip | None:
    """What newer parsers refuse themselves, far beyond DEPTH_LIMIT; nothing is to be mended there."""
    if "nesting depth" not in str(error.problem):
        return None
    line = error.problem_mark.line if error.problem_mark else 0
    return Slip(line, DEPTH_LIMIT, f"this is nested deeper than {DEPTH_LIMIT} levels", line, "too-deep", FATAL)


def _slip(error: yaml.MarkedYAMLError, lines: list[str]) -> Slip:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    began = error.context_mark.line if error.context_mark and "block" not in (error.context or "") else line
    problem = str(error.problem or error)
    if problem == "but found another document":
        return Slip(line, column, "a second document begins here; a file holds one", began, "two-documents", FATAL)
    if line >= len(lines) or not "".join(lines[line:]).strip():
        line, column = began, 0
    return Slip(line, column, _plainly(problem, lines[line].strip() if line < len(lines) else ""), began)


def _plainly(problem: str, line: str) -> str:
    if "tab" in problem:
        return "a tab can't stand here; YAML is indented with spaces"
    if "entries are not allowed" in problem:
        return "a list can't begin behind its key; begin it on the next line"
    if any(words in problem for words in ("did not find expected", "not allowed in this context", "could not find")):
        return f"“{line[:40]}” doesn't fit the lines above it: look at its indentation, and at quotes and brackets before it"
    return f"YAML can't read this: {problem}"


def _may_have_marks(text: str) -> bool:
    """Whether an anchor, an alias or a tag may stand somewhere: only where a value begins."""
    ends = (_end_before(text, found.start()) for found in _MARK.finditer(text))
    return any(text[max(0, end - 1) : end] in ("", "\n", "-", ":", ",", "[", "{") for end in ends)


def _reference(text: str, file: str) -> Slip | None:
    """The first anchor, alias or tag; the format has none."""
    token: Token
    for token in yaml.scan(_named(text, file), Loader=_Composer):
        if type(token) in _REFERENCES:
            mark = token.start_mark
            message = f"{_REFERENCES[type(token)]} isn't part of the format; write the value itself"
            return Slip(mark.line, mark.column, message, mark.line, "reference", REFERENCES)
    return None


def _odd_key(root: Node) -> Slip | None:
    """The first key that is a mapping or a list, as {{variable}} without quotes is."""
    for node in _mappings(root):
        for key, _ in node.value:
            if not isinstance(key, ScalarNode):
                mark = key.start_mark
                return Slip(mark.line, mark.column, "a key must be a word", mark.line, stage=KEYS)
    return None


def _mappings(root: Node) -> Iterator[MappingNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, MappingNode):
            yield node
            waiting += [value for _, value in node.value]
        elif not isinstance(node, ScalarNode):
            waiting += node.value


def _end_before(text: str, index: int) -> int:
    """Where what stands before the spaces at an index ends."""
    while index and text[index - 1] in " \t":
        index -= 1
    return index


def _keys_twice(root: Node) -> Iterator[Diagnostic]:
    for node in _mappings(root):
        if len({key.value for key, _ in node.value}) == len(node.value) and all(key.value for key, _ in node.value):
            continue
        first: dict[str, int] = {}
        for key, _ in node.value:
            if not key.value:
                yield Diagnostic("empty-key", "there is a colon without a key before it", position=position_of(key))
            elif key.value in first:
                message = f"{key.value} stands here twice, first in line {first[key.value]}"
                yield Diagnostic("duplicate-key", message, position=position_of(key), hint="leave one of them")
            first.setdefault(key.value, key.start_mark.line + 1)


def _cut_texts(root: Node, written: list[str], lines: list[str]) -> Iterator[Diagnostic]:
    """Texts without quotes that a # cuts short, where it doesn't look like a comment; `lines` are those `written`, mended where needed."""
    text = "\n".join(lines)
    lost = {_end_before(text, found.start()): found for found in _CUT.finditer(text)}
    if not lost:
        return
    for node in _scalars(root):
        if node.style:  # in quotes, or a block
            continue
        end = node.end_mark
        found = lost.get(end.index)
        if found and not _NUMBER.fullmatch(node.value):
            line = lines[end.line]
            start = node.start_mark.column if node.start_mark.line == end.line else len(line) - len(line.lstrip())
            mended = f"{line[:start].strip()} {quoted(line[start:].strip())}".strip()
            position = Position(end.name, end.line + 1, len(written[end.line]) - len(found[0]) + 1)
            message = f"“{found[0][:40]}” is lost: # begins a comment"
            yield Diagnostic("cut-text", message, "warning", position, f"write: {mended}; a comment has a space after its #")


def _scalars(root: Node) -> Iterator[ScalarNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            yield node
        elif isinstance(node, MappingNode):
            waiting += [part for entry in node.value for part in entry]
        else:
            waiting += node.value
