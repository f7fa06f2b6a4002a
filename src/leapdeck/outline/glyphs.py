"""Characters of texts that the brand's fonts can't show: those of the outline, the client file, the brand, and leapdeck's own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec.structs import asdict, replace
from yaml.nodes import MappingNode, Node, ScalarNode

from leapdeck.brand.fonts import families_with, missing_glyphs
from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Diagnostic, Position, Severity
from leapdeck.locales import words
from leapdeck.outline.model import Participant, Workshop
from leapdeck.yamlsource import Source

REPORTED = 20
"""So many places are named; a text in a script that the fonts lack would fill pages with them."""
_NO_TEXTS = ("image", "id", "use", "language", "template-layout")


def missing(workshop: Workshop, brand: Brand) -> tuple[Diagnostic, ...]:
    """Errors for characters that neither voice of the brand has, warnings for those that one of them lacks; with the place of each.

    Of leapdeck's own words and the brand's only errors are told: whether one voice is enough shows when they are set.
    """
    source = workshop.source
    if source is None or source.root is None:
        return ()
    given = _foreign((*(node.value for node in _texts(source.root)), *workshop.vars.values()))
    own = _foreign((*words(workshop.language).values(), *(value for value in asdict(brand.contact).values() if value)))
    voices = {c: _lacking(c, brand) for c in sorted(given | own)}
    told = [c for c, lacking in voices.items() if lacking and (c in given or len(lacking) == len(brand.families))]
    found = (lacked(c, voices[c], brand, position) for c in told for position in _places(c, workshop, source))
    return tuple(islice(found, REPORTED))


def _foreign(texts: Iterable[str]) -> set[str]:
    """The characters beyond ASCII, which every font has."""
    return {character for text in texts if not text.isascii() for character in text if not character.isascii()}


def missing_in_names(people: Iterable[Participant], brand: Brand) -> tuple[Diagnostic, ...]:
    """Errors for characters of participants' names that one of the brand's voices lacks: names are set in both."""
    found: dict[str, Diagnostic] = {}
    for person in people:
        for character in person.name + person.organization:
            if not character.isascii() and character not in found and (voices := _lacking(character, brand)):
                found[character] = replace(lacked(character, voices, brand, person.position), severity="error")
    return tuple(islice(found.values(), REPORTED))


def _lacking(character: str, brand: Brand) -> tuple[str, ...]:
    return tuple(voice for voice, family in brand.families.items() if missing_glyphs(family.files[""], character))


def lacked(character: str, voices: Sequence[str], brand: Brand, position: Position) -> Diagnostic:
    """That some voices of the brand lack a character, and which fonts have it: an error where all of them do."""
    names = " and ".join(dict.fromkeys(brand.families[voice].name for voice in voices))
    severity: Severity = "error" if len(voices) == len(brand.families) else "warning"
    name = unicodedata.name(character, "a character without a name").lower()
    shown = f"“{character}” " if character.isprintable() else ""
    message = f"{names} {'have' if ' and ' in names else 'has'} no {shown}(U+{ord(character):04X}, {name})"
    having = families_with(character, (*brand.families.values(), *brand.spares))
    font = f"a font that has it, as {' or '.join(having)}" if having else "a font that has it; none of those at hand does"
    hint = f"write it in letters that the font has, or take {font}" if character.isprintable() else "delete it"
    return Diagnostic("no-glyph", message, severity, position, hint)


def _places(character: str, workshop: Workshop, source: Source) -> Iterator[Position]:
    found = False
    for node in _texts(source.root):
        if character in node.value:
            found = True
            yield source.place(node, character)
    if not found and workshop.client and character in workshop.client.name:
        yield workshop.client.named_at
    elif not found:  # in what the command line sets, in the brand's contact or in leapdeck's own words
        set_by = (workshop.where(("vars", name)) for name, value in workshop.vars.items() if character in value)
        yield next(set_by, workshop.where(("language",)))


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
