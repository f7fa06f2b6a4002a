"""`use: outline#section-id`: sections of other outlines, spliced in with the places where they were written."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.outline.ids import named
from leapdeck.places import SUFFIXES, find_outline
from leapdeck.yamlsource import Source, read
from leapdeck.yamlsource.guessing import listed, nearest
from leapdeck.yamlsource.tree import (
    get,
    items,
    key_node,
    pairs,
    position_of,
    replaced,
    scalar_text,
    text_at,
    text_node,
    with_items,
    with_key,
    without_keys,
)

KEYS = ("use", "title", "summary", "minutes", "optional", "prefix")
"""What can stand in an entry that uses a section."""
LANGUAGE = "en-US"


class Target(Struct, frozen=True):
    """A section of a file, and who asks for it."""

    path: Path
    id: str
    position: Position

    def is_same(self, other: Target) -> bool:
        """Whether both mean the same section."""
        return self.path == other.path and self.id == other.id


class Expanded(Struct, frozen=True):
    """A source without uses, the files that were used, and what was wrong with them."""

    source: Source
    files: frozenset[str] = frozenset()
    findings: tuple[Diagnostic, ...] = ()


def expanded(source: Source, path: Path) -> Expanded:
    """Put used sections in the place of the entries that name them; their variables are defaults of the outline's own."""
    sections = get(source.root, "sections")
    if not isinstance(sections, SequenceNode) or all(get(entry, "use") is None for entry in sections.value):
        return Expanded(source)
    return _Using(source, path).expanded(sections)


class _Using:
    """The files read and the faults found while the uses of one outline are followed."""

    def __init__(self, source: Source, path: Path) -> None:
        self.source = source
        self.path = path.resolve()
        self.language = text_at(source.root, "language") or LANGUAGE
        self.sources: dict[Path, Source] = {}
        self.findings: list[Diagnostic] = []

    def expanded(self, sections: SequenceNode) -> Expanded:
        entries = [self._entry(entry, self._file_of(entry), ()) or entry for entry in sections.value]
        root = replaced(self.source.root, "sections", with_items(sections, entries))
        used = tuple(self.sources.values())
        for other in used:
            root = _with_defaults(root, get(other.root, "vars"))
        texts = {**self.source.texts}
        for other in used:
            texts |= other.texts
        files = frozenset(other.file for other in used) - {self.source.file}
        return Expanded(replace(self.source, root=root, texts=texts), files, tuple(self.findings))

    def _entry(self, entry: Node, path: Path, chain: tuple[Target, ...]) -> Node | None:
        """An entry as it stands, or the section that it uses; None where that can't be had."""
        use = get(entry, "use")
        if use is None or not isinstance(entry, MappingNode):
            return entry
        self._check_keys(entry)
        self._check_prefix(get(entry, "prefix"))
        target = self._target(use, path)
        found = self._section(target, chain) if target else None
        return _overridden(found, entry) if found else None

    def _file_of(self, entry: Node) -> Path:
        """The file that an entry was written in: the outline, or a client's that adds it."""
        return Path(position_of(entry).file).resolve()

    def _check_keys(self, entry: MappingNode) -> None:
        for key, _ in entry.value:
            if key.value not in KEYS and key.value:
                near = nearest(key.value, KEYS)
                known = listed(KEYS[1:], "and")
                hint = f"did you mean {near}?" if near else f"beside use: there can be {known}; change the rest in the used outline"
                self._report("unknown-key", f"{key.value} can't stand beside use:", position_of(key), hint)

    def _check_prefix(self, prefix: Node | None) -> None:
        if prefix is not None and not _fits(prefix):
            self._report("wrong-value", "a prefix is one word", position_of(prefix), "write letters, digits and hyphens, as day-one")

    def _target(self, use: Node, path: Path) -> Target | None:
        position = position_of(use)
        text = (scalar_text(use) or "") if isinstance(use, ScalarNode) else ""
        name, _, id = text.partition("#")
        if not name or not id:
            self._report("wrong-value", "use: names an outline and a section in it", position, "write: use: outline#section-id")
            return None
        found = self._file(name, path.parent, position)
        return Target(found, id, position) if found else None

    def _file(self, name: str, folder: Path, position: Position) -> Path | None:
        if name.startswith(("/", "\\", "~")) or ":" in name or ".." in name.replace("\\", "/").split("/"):
            message = "a used outline stands beside this one, or has a name; this leads elsewhere"
            self._report("outside-folder", message, position, "write its name alone")
            return None
        for suffix in ("", *SUFFIXES):
            beside = folder / f"{name}{suffix}"
            if beside.suffix in SUFFIXES and beside.is_file():
                return beside.resolve()
        try:
            return find_outline(name, folder).resolve()
        except LeapdeckError as error:
            self._report("no-such-file", f"there is no outline {name}", position, _near_file(folder / name) or error.diagnostics[0].hint)
            return None

    def _section(self, target: Target, chain: tuple[Target, ...]) -> MappingNode | None:
        if any(target.is_same(link) for link in chain):
            names = " uses ".join(f"{link.path.stem}#{link.id}" for link in (*chain, target))
            self._report("use-cycle", f"this never ends: {names}", chain[0].position, "write the section out in one of them")
            return None
        source = self._read(target)
        if source is None:
            return None
        entries = items(get(source.root, "sections"))
        found = next((entry for entry in entries if _id_of(entry) == target.id), None)
        if not isinstance(found, MappingNode):
            self._report_unknown(target, [_id_of(entry) for entry in entries])
            return None
        section = self._entry(found, target.path, (*chain, target))
        return section if isinstance(section, MappingNode) else None

    def _read(self, target: Target) -> Source | None:
        """The used file with its ids, read once; None where it can't be used."""
        if target.path not in self.sources:
            source = self.source if target.path == self.path else read(_shown(target, self.path, self.source.file))
            if source is not self.source:
                self.findings += source.diagnostics
            root = named(source.root).root if source.root and self._same_language(source, target.position) else None
            self.sources[target.path] = replace(source, root=root)
        source = self.sources[target.path]
        return source if source.root else None

    def _same_language(self, source: Source, position: Position) -> bool:
        other = text_at(source.root, "language") or LANGUAGE
        if other.partition("-")[0].lower() == self.language.partition("-")[0].lower():
            return True
        message = f"the used outline is in another language: {other}, and this one is in {self.language}"
        self._report("other-language", message, position, "translate the section into this outline")
        return False

    def _report_unknown(self, target: Target, known: list[str]) -> None:
        near = nearest(target.id, [id for id in known if id])
        hint = f"did you mean {near}?" if near else f"it has {listed([id for id in known if id], 'and')}"
        self._report("unknown-id", f"{target.path.name} has no section {target.id}", target.position, hint)

    def _report(self, code: str, message: str, position: Position, hint: str = "") -> None:
        self.findings.append(Diagnostic(code, message, position=position, hint=hint))


def _near_file(wanted: Path) -> str:
    near = nearest(wanted.stem, [file.stem for file in sorted(wanted.parent.glob("*.y*ml"))])
    return f"did you mean {near}?" if near else ""


def _shown(target: Target, main: Path, shown: str) -> Path:
    """The used file's path as messages show it: beside the outline as that was named."""
    if target.path.is_relative_to(main.parent):
        return Path(shown).parent / target.path.relative_to(main.parent)
    return target.path


def _id_of(entry: Node) -> str:
    """The id of a section or break; that of a used section follows from what it uses."""
    if get(entry, "use") is None:
        return text_at(entry, "id")
    id = text_at(entry, "use").partition("#")[2]
    prefix = text_at(entry, "prefix")
    return f"{prefix}-{id}" if prefix else id


def _overridden(section: MappingNode, entry: MappingNode) -> MappingNode:
    """A used section with what stands beside `use:`."""
    prefix = get(entry, "prefix")
    if isinstance(prefix, ScalarNode) and _fits(prefix):
        section = _prefixed(section, prefix)
    for key, value in entry.value:
        if key.value in KEYS and key.value not in ("use", "prefix"):
            section = with_key(section, key, value)
    return section


def _fits(prefix: Node) -> bool:
    return isinstance(prefix, ScalarNode) and bool(re.fullmatch(r"[^\s.#/\\{}]{1,40}", scalar_text(prefix) or ""))


def _prefixed(section: MappingNode, prefix: ScalarNode) -> MappingNode:
    """The section with longer ids, its slides' too."""

    def renamed(node: Node) -> Node:
        key = key_node(node, "id")
        made = text_node(f"{scalar_text(prefix)}-{text_at(node, 'id')}", prefix)
        return with_key(node, key, made) if isinstance(node, MappingNode) and key else node

    section = renamed(section)  # type: ignore[assignment]  # a mapping stays one
    slides = get(section, "slides")
    if isinstance(slides, SequenceNode):
        section = replaced(section, "slides", with_items(slides, [renamed(slide) for slide in slides.value]))  # type: ignore[assignment]  # as above
    return section


def _with_defaults(root: Node | None, defaults: Node | None) -> Node | None:
    """An outline whose `vars` have, below its own, those of a used outline."""
    if not isinstance(root, MappingNode) or not isinstance(defaults, MappingNode) or not defaults.value:
        return root
    own = get(root, "vars")
    if not isinstance(own, MappingNode):
        return with_key(root, text_node("vars", root), defaults) if own is None else root
    names = {name for name, _ in pairs(own)}
    further = without_keys(defaults, names)
    return replaced(root, "vars", MappingNode(own.tag, [*own.value, *further.value], own.start_mark, own.end_mark, own.flow_style))
