"""Variables: which texts use them, what they stand for, and what nothing sets or nothing uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace
from yaml.nodes import MappingNode, Node, ScalarNode

from leapdeck.brand.model import ContactFile
from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.outline.model import Workshop
from leapdeck.richtext import VARIABLE
from leapdeck.yamlsource import Source
from leapdeck.yamlsource.guessing import nearest
from leapdeck.yamlsource.tree import get, pairs, position_of

BUILT_IN = {
    "client": "build for a client with --client, or give it a value under vars:",
    "date": "set date: under the client's event:",
    "place": "set place: under the client's event:",
    "participants": "set participants: under the client's event:",
    "coach": "set person: under contact:",
    "phone": "set phone: under contact:",
}
"""The variables that leapdeck knows, and how each is set."""
FROM_BRAND = ("coach", "phone")
"""Those that the brand's contact may still set, after loading."""
_NAME = re.compile(r"[A-Za-z_][\w-]*")
Silent = Callable[[Position], bool]
_NO_TEXTS = ("image", "id", "use")
_IN_LINK = re.compile(r"\]\(\s*[^)\s]*\{\{")


class Use(Struct, frozen=True):
    """A variable in a text: its name ("" where it can't be read), its characters, and the how-manieth of its scalar it is."""

    name: str
    text: str
    node: ScalarNode
    count: int
    in_link: bool = False

    def position(self, source: Source) -> Position:
        """The place of its braces."""
        return next(islice(_places(self.node, source), self.count, None), position_of(self.node))


def check_variables(source: Source, values: Mapping[str, str], silent: Silent = lambda _: False) -> Iterator[Diagnostic]:
    """What is wrong with the variables of a tree, and with the texts that use them; `silent` places need not be used."""
    found = uses(source)
    yield from _check_uses(source, found, values)
    yield from _check_vars(source, found, silent)


def known(source: Source) -> dict[str, str]:
    """The names that may be set, for a workshop that can't be read whole."""
    return dict.fromkeys((*(key for key, _ in pairs(get(source.root, "vars"))), *BUILT_IN), "")


def uses(source: Source) -> tuple[Use, ...]:
    """Every variable in the texts of a tree, in the order of the tree; those in `vars` and file names aside."""
    if not any("{{" in text for text in source.texts.values()):
        return ()
    return tuple(use for node in _texts(source.root) for use in _uses_in(node))


def set_by(workshop: Workshop, date: str) -> dict[str, str]:
    """All variables with their values: those under `vars`, over them the built-in ones that are known."""
    event, contact = workshop.event, workshop.contact
    known = {
        "client": workshop.client.name if workshop.client else "",
        "date": date,
        "place": event.place,
        "participants": str(event.participants or ""),
        "coach": contact.person or "",
        "phone": contact.phone or "",
    }
    return {**workshop.vars, **{name: value for name, value in known.items() if value}}


def _check_uses(source: Source, found: tuple[Use, ...], values: Mapping[str, str]) -> Iterator[Diagnostic]:
    """What is wrong with the variables that texts use."""
    for use in found:
        if not use.name:
            message = f"“{use.text}” isn't a variable; its name is one word of letters, digits, - and _"
            yield Diagnostic("bad-variable", message, position=use.position(source), hint="write it as {{name}}")
        elif use.in_link:
            message = f"a variable can't stand in a link's address: {use.text}"
            yield Diagnostic("misplaced-variable", message, position=use.position(source), hint="write the address itself")
        elif use.name not in values and use.name not in FROM_BRAND:
            yield _unset(use, values, source)


def _check_vars(source: Source, found: tuple[Use, ...], silent: Silent) -> Iterator[Diagnostic]:
    """What is wrong with the values under `vars`; an unused one is a warning, unless its place is `silent`."""
    used = {use.name for use in found}
    for name, value in _entries(get(source.root, "vars")):
        position = position_of(name)
        if not _NAME.fullmatch(name.value):
            message = f"{name.value} can't be the name of a variable"
            yield Diagnostic("bad-variable", message, position=position, hint="use letters, digits, - and _, and begin with a letter")
        elif isinstance(value, ScalarNode) and "{{" in value.value:
            message = "the value of a variable can't hold another variable"
            yield Diagnostic("misplaced-variable", message, position=position_of(value), hint="write the words themselves")
        elif name.value not in used and name.value not in BUILT_IN and not silent(position):
            hint = f"write {{{{{name.value}}}}} where it should stand, or delete this line"
            yield Diagnostic("unused-variable", f"nothing uses the variable {name.value}", "warning", position, hint)


class Completed(Struct, frozen=True):
    """A workshop with every variable set, and those that still aren't."""

    workshop: Workshop
    findings: tuple[Diagnostic, ...]


def completed(workshop: Workshop, contact: ContactFile) -> Completed:
    """Set `coach` and `phone` from the brand's contact where the workshop's own doesn't; an error where a text needs what neither says."""
    given = {name: value for name, value in (("coach", contact.person), ("phone", contact.phone)) if value}
    values = {**given, **workshop.vars}
    missing = [name for name in FROM_BRAND if name not in values]
    source = workshop.source
    findings = tuple(_unset(use, values, source) for use in uses(source) if use.name in missing) if missing and source else ()
    return Completed(replace(workshop, vars=values), findings)


def _unset(use: Use, values: Mapping[str, str], source: Source) -> Diagnostic:
    near = "" if use.name in BUILT_IN else nearest(use.name, [*values, *BUILT_IN])
    hint = f"did you mean {{{{{near}}}}}?" if near else BUILT_IN.get(use.name, f"add {use.name}: under vars:")
    return Diagnostic("unknown-variable", f"nothing sets the variable {use.name}", position=use.position(source), hint=hint)


def _texts(root: Node | None) -> Iterator[ScalarNode]:
    """The scalars, keys included, that hold double braces, in order."""
    waiting = [value for key, value in reversed(root.value) if key.value != "vars"] if isinstance(root, MappingNode) else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            if "{{" in node.value:
                yield node
        elif isinstance(node, MappingNode):
            waiting += [part for key, value in reversed(node.value) if key.value not in _NO_TEXTS for part in (value, key)]
        else:
            waiting += reversed(node.value)


def _uses_in(node: ScalarNode) -> Iterator[Use]:
    """The variables of one scalar."""
    text = node.value
    links = {found.end() - 2 for found in _IN_LINK.finditer(text)}
    for count, start in enumerate(found.start() for found in re.finditer(r"\{\{", text)):
        if found := VARIABLE.match(text, start):
            yield Use(found[1], found[0], node, count, start in links)
        elif text[max(0, start - 1)] != "{":  # the second and third of three braces are told with the first
            end = text.find("}}", start)
            yield Use("", text[start : end + 2 if end > 0 else start + 20].split("\n")[0], node, count)


def _places(node: ScalarNode, source: Source) -> Iterator[Position]:
    """Where each pair of braces of a scalar stands in its file."""
    file, start, end = node.start_mark.name, node.start_mark, node.end_mark
    lines = source.texts.get(file, "").split("\n")
    for number in range(start.line, min(end.line + 1, len(lines))):
        stop = end.column if number == end.line else len(lines[number])
        for found in re.finditer(r"\{\{", lines[number][:stop]):
            if number > start.line or found.start() >= start.column:
                yield Position(file, number + 1, found.start() + 1)


def _entries(node: Node | None) -> Iterator[tuple[ScalarNode, Node]]:
    if isinstance(node, MappingNode):
        yield from ((key, value) for key, value in node.value if isinstance(key, ScalarNode))
