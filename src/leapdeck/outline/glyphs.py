"""Characters that the brand's fonts can't show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import islice

from yaml.nodes import MappingNode, Node, ScalarNode

from leapdeck.brand.fonts import missing_glyphs
from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Diagnostic, Position, Severity
from leapdeck.outline.model import Workshop
from leapdeck.yamlsource import Source

REPORTED = 20
"""So many places are named; a text in a script that the fonts lack would fill pages with them."""
_NO_TEXTS = ("image", "id", "use", "language", "template-layout")


def missing(workshop: Workshop, brand: Brand) -> tuple[Diagnostic, ...]:
    """Errors for characters that neither voice of the brand has, warnings for those that one of them lacks; with the place of each."""
    source = workshop.source
    if source is None or source.root is None:
        return ()
    texts = [*(node.value for node in _texts(source.root)), *workshop.vars.values()]
    characters = "".join(sorted({c for text in texts if not text.isascii() for c in text if not c.isascii()}))
    if not characters:
        return ()
    lacking = {voice: missing_glyphs(family.files[""], characters) for voice, family in brand.families.items()}
    voices = {c: [voice for voice in lacking if c in lacking[voice]] for c in characters}
    found = (said for c in characters if voices[c] for said in _told(c, voices[c], workshop, source, brand))
    return tuple(islice(found, REPORTED))


def _told(character: str, voices: list[str], workshop: Workshop, source: Source, brand: Brand) -> Iterator[Diagnostic]:
    names = " and ".join(brand.families[voice].name for voice in voices)
    severity: Severity = "error" if len(voices) == len(brand.families) else "warning"
    name = unicodedata.name(character, "a character without a name").lower()
    shown = f"“{character}” " if character.isprintable() else ""
    message = f"{names} {'has' if len(voices) == 1 else 'have'} no {shown}(U+{ord(character):04X}, {name})"
    hint = "write it in letters that the font has, or take a font that has it"
    for position in _places(character, workshop, source):
        yield Diagnostic("no-glyph", message, severity, position, hint if character.isprintable() else "delete it")


def _places(character: str, workshop: Workshop, source: Source) -> Iterator[Position]:
    found = False
    for node in _texts(source.root):
        if character in node.value:
            found = True
            yield source.place(node, character)
    if not found:  # in the client's name, which stands in no text of the outline
        yield next((workshop.where(("vars", name)) for name, value in workshop.vars.items() if character in value), Position(source.file))


def _texts(root: Node | None) -> Iterator[ScalarNode]:
    """The scalars that hold text, keys included, from top to bottom."""
    waiting: list[Node] = [root] if root else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            yield node
        elif isinstance(node, MappingNode):
            waiting += [part for key, value in reversed(node.value) if key.value not in _NO_TEXTS for part in (value, key)]
        else:
            waiting += reversed(node.value)
