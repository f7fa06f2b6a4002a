"""Faces and how wide their text runs: HarfBuzz for the brand's own, tables of standard widths for the fallbacks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import uharfbuzz

STYLES = {"": "Regular", "-bold": "Bold", "-italic": "It", "-bold-italic": "BoldIt"}
"""A face's key after its family, and the name that the font packages' files give it."""

FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False}
"""PowerPoint kerns and, by default, sets no ligatures; the paper does as the slides do."""


_WORDS = re.compile(r"\S*\s+|\S+")
"""Words, each with the spaces after it."""

OFFICE = ("Calibri", "Cambria")
"""The fonts of Microsoft's templates that there are tables of."""


class Measured(Struct, frozen=True):
    """A text's width in ems, and where its glyphs are kerned: (characters before the shift, shift in ems)."""

    width: float
    kerns: tuple[tuple[int, float], ...]


class Family(Struct, frozen=True):
    """A font family: its name, the files of its four styles by STYLES' keys, and the fallback's name.

    `stretch` is how much wider than the fallback's tables its text may run. `lent`: the files are another font's, to paint with,
    and what viewers see is the font that the tables stand for.
    """

    name: str
    files: dict[str, str]
    fallback: str
    stretch: float = 1.0
    lent: bool = False


@lru_cache(64)
def package_files(package: str) -> dict[str, str]:
    """The four styles of a font package's family, found without importing it; empty where it is not installed."""
    name = package.replace("-", "_")
    if not name.isidentifier() or name == "__main__":  # a dot would have the parent package imported
        return {}
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return {}
    folder = Path(next(iter(spec.submodule_search_locations))) / "files"
    found = {key: sorted(folder.glob(f"*-{style}.ttf")) for key, style in STYLES.items()}
    return {key: str(files[0]) for key, files in found.items() if files}


class _Face:
    """One font file, open for measuring."""

    def __init__(self, file: str) -> None:
        import uharfbuzz

        self._face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file))
        self._font = uharfbuzz.Font(self._face)
        self._em = self._face.upem
        self._plain = _Advances(self._font)

    def shaped(self, text: str) -> uharfbuzz.Buffer:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, FEATURES)
        return buffer

    def measure(self, text: str) -> Measured:
        if not text:  # HarfBuzz gives no positions for an empty buffer
            return Measured(0.0, ())
        buffer = self.shaped(text)
        advances = [position.x_advance for position in buffer.glyph_positions]
        infos = buffer.glyph_infos
        plain = [self._plain[info.codepoint] for info in infos]
        if advances == plain:
            return Measured(sum(advances) / self._em, ())
        kerned, em = zip(infos, advances, plain, strict=True), self._em
        kerns = [(info.cluster + 1, (advance - own) / em) for info, advance, own in kerned if advance != own]
        return Measured(sum(advances) / em, tuple(kerns))

    def has(self, character: str) -> bool:
        return self._font.get_nominal_glyph(ord(character)) is not None


class _Advances(dict[int, int]):
    """How far each glyph advances by itself, in the font's units, asked for once."""

    def __init__(self, font: uharfbuzz.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, glyph: int) -> int:
        advance: int = self._font.get_glyph_h_advance(glyph)
        self[glyph] = advance
        return advance


@lru_cache(64)
def _face(file: str) -> _Face:
    return _Face(file)


@lru_cache(100_000)
def measure(file: str, text: str) -> Measured:
    """How wide a text runs in a font file, kerned, without ligatures: as its words do, which come again and are measured once."""
    words = _WORDS.findall(text)
    if len(words) < 2:
        return _face(file).measure(text)
    kerns: list[tuple[int, float]] = []
    at, width = 0, 0.0
    for word in words:
        measured = measure(file, word)
        if measured.kerns:
            kerns += [(at + before, shift) for before, shift in measured.kerns]
        at, width = at + len(word), width + measured.width
    return Measured(width, tuple(kerns))


def part(file: str, characters: str) -> bytes:
    """A TrueType file with the glyphs of some characters and no others, which it finds by character."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(ord(character) for character in characters)
    wanted.layout_feature_tag_set.clear()
    data: bytes = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file)), wanted).blob.data
    return data


def missing_glyphs(file: str, text: str) -> str:
    """The characters of a text that a font file has no glyph for, each once."""
    face = _face(file)
    return "".join(dict.fromkeys(c for c in text if not c.isspace() and not face.has(c)))


def families_with(character: str, families: Iterable[Family]) -> tuple[str, ...]:
    """The names of those families that can show a character, then of their fallbacks that can."""
    given = tuple(families)
    own = [family.name for family in given if all(_face(file).has(character) for file in family.files.values())]
    fallbacks = [family.fallback for family in given if character in _widths(_table_of(family.fallback))[family.fallback]]
    return tuple(dict.fromkeys((*own, *fallbacks)))


def _table_of(family: str) -> str:
    """The file that holds a font's widths."""
    return "office-widths.json" if family in OFFICE else "standard-widths.json"


@lru_cache(2)
def _widths(file: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = json.loads((resources.files("leapdeck.brand") / file).read_bytes())
    return found


@lru_cache(100_000)
def fallback_width(family: str, style: str, text: str) -> float:
    """How wide a text runs in a fallback font, in ems, not kerned; a character the table lacks counts as an "m".

    The tables are those of the standard PDF fonts (Adobe Core 14 AFM), which Arial, Times New Roman and Courier New match,
    and those of the faces of a client's template.
    """
    table = _widths(_table_of(family))[family + style]
    widest = table["m"]
    return sum(table.get(character, widest) for character in text) / 1000
