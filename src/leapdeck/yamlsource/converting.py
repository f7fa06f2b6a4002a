"""Data into models: quickly where it is right, and where it isn't with every fault told by its line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode

from leapdeck.diagnostics import Diagnostic, Path
from leapdeck.yamlsource.quoting import quoted, with_quotes
from leapdeck.yamlsource.tree import Source, get, position_of

if TYPE_CHECKING:
    from leapdeck.yamlsource.checking import Fault

T = TypeVar("T")


def convert(
    data: Any, model: type[T], source: Source, path: Path = (), *, careful: bool = False, example: str = ""
) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """Read data, which stands at a path of the source, into a model; numbers and truths are texts until here.

    The value is None where there are faults, whose hints show lines of the `example`, if there is one.
    `careful` looks for faults first, for data that msgspec takes too kindly.
    """
    if careful and (found := told(data, model, source, path, example)):
        return None, found
    try:
        return msgspec.convert(data, model, strict=False), ()
    except msgspec.ValidationError as error:
        found = told(data, model, source, path, example)
        return None, found or (Diagnostic("wrong-value", str(error), position=source.position(path)),)


def told(data: Any, model: Any, source: Source, path: Path, example: str = "") -> tuple[Diagnostic, ...]:
    """Every fault of the data, with its line."""
    from leapdeck.yamlsource.checking import faults
    from leapdeck.yamlsource.showing import shown

    found = faults(data, model, path)
    return located(shown(found, path, example) if example else found, source)


def located(faults: Iterable[Fault], source: Source) -> tuple[Diagnostic, ...]:
    """Faults as findings: each with its place in the file, a misread text with its line mended."""
    return tuple(_located(fault, source) for fault in faults)


def _located(fault: Fault, source: Source) -> Diagnostic:
    position = source.key_position(fault.path) if fault.at_key else source.position(fault.path)
    node = source.node(fault.path)
    if fault.expected == "text" and isinstance(node, MappingNode) and node.value:
        return _misread(node, source)
    if (
        fault.expected == "list"
        and isinstance(node, ScalarNode)
        and node.start_mark.line < node.end_mark.line
        and not node.value.startswith("-")
    ):
        hint = "write one line for each, beginning with a dash and a space"
        return Diagnostic(fault.code, fault.message, position=position, hint=hint)
    if fault.at_key and (mended := _split_text(source.node(fault.path[:-1]), str(fault.path[-1]))):
        message = "YAML takes a comma inside braces for the end of a text"
        return Diagnostic("needs-quotes", message, position=position, hint=f"write: {mended}")
    return Diagnostic(fault.code, fault.message, position=position, hint=fault.hint)


def _misread(node: MappingNode, source: Source) -> Diagnostic:
    """A text that YAML took for a mapping, with the line as it should be written."""
    position = position_of(node)
    message = "YAML takes a colon inside a text for the end of a key"
    line = source.line(position)
    start, end = node.start_mark, node.end_mark
    if node.flow_style and start.line == end.line:
        text = line[start.column : end.column]
        if text.startswith("{"):
            message, text = "YAML takes { for the start of keys and values; this must be a text", _without_braces(text)
        mended = line[: start.column] + quoted(text) + line[end.column :]
        return Diagnostic("needs-quotes", message, position=position, hint=f"write: {mended.strip()}")
    for prefix, value, comment in with_quotes(line):
        if len(prefix) == start.column:
            return Diagnostic("needs-quotes", message, position=position, hint=f"write: {(prefix + quoted(value) + comment).strip()}")
    return Diagnostic("needs-quotes", message, position=position, hint="put the whole text in quotes")


def _without_braces(text: str) -> str:
    bare = text.strip("{} ")
    return bare.removeprefix("text:").strip() or text


def _split_text(node: Node | None, lost: str) -> str:
    """A mapping in braces, `lost` being what follows a comma in one of its texts, with that text in quotes; else ""."""
    if not isinstance(node, MappingNode) or not node.flow_style or not _is_bare(get(node, lost)):
        return ""
    found: list[list[str]] = []
    written = [(key, value) for key, value in node.value if key.start_mark.index > node.start_mark.index]  # not the ids that were made
    for key, value in written:
        if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode):
            return ""
        if found and _is_bare(value):
            found[-1][1] += f", {key.value}"
        else:
            found.append([key.value, value.value])
    return "{" + ", ".join(f"{key}: {quoted(value) if set(value) & set(',:#') else value}" for key, value in found) + "}"


def _is_bare(node: Node | None) -> bool:
    """Whether nothing was written for a key."""
    return isinstance(node, ScalarNode) and not node.value and not node.style
