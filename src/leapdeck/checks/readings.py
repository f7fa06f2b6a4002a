"""How a text can be read: as it stands, by the words within its words (NorthernLight), by what its addresses spell, without accents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from msgspec import Struct

from leapdeck.checks.spellings import bare, written_out
from leapdeck.checks.words import BETWEEN, folded

_LATENT = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]|[^\W\d_]\d|\d[^\W\d_]|&#?\w+;|(?<!\w)\w \w \w(?!\w)")
"""Signs that there are words within words, entities that were escaped twice, letters that are spaced out."""
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_SPACED = re.compile(r"(?<!\w)(?:\w ){3,}\w(?!\w)")
_ADDRESS = re.compile(r"[@%]|://|\w\.[^\W\d]|xn--")
_RUN = re.compile(rf"[^\s{BETWEEN}\"'<>()\[\]{{}},;|]+")
_PUNYCODE = re.compile(r"xn--[a-z0-9-]+", re.IGNORECASE)
_STEMS = (
    r"slide(?:Layout|Master)?|notes(?:Slide|Master)|handoutMaster|theme(?:Override)?|presentation|(?:pres|view|item)Props|tableStyles|tags?"
    r"|comments?|commentAuthors|authors|person|app|core|custom|item|chart(?:Ex)?|styles?|colors|drawing|vmlDrawing|data|layout|quickStyle"
    r"|workbook|sheet|sharedStrings|table|calcChain|printerSettings|image|media|oleObject|font|thumbnail|ink|activeX|vbaProject"
    r"|(?:changes|revision)Info|Microsoft_Excel_(?:Work)?[Ss]heet|Content_Types"
)
"""What the format calls its parts."""
_FORMAT = re.compile(
    r"[a-z]+(?:[A-Z][a-z]*)+\d*|rId\d+|[\dA-F{}-]+|application/\S+|(?:urn:|https?://)(?:schemas[.-]|www\.w3\.org|purl\.org|ns\.adobe)\S*"
    rf"|(?:\.\./|/?[a-zA-Z_]+/){{0,4}}(?:_rels/)?\[?(?:{_STEMS})?\d*\]?(?:\.\w{{2,5}}){{1,2}}"
)
"""Words of the file format itself, which nobody wrote."""


class Reading(Struct, frozen=True):
    """The words of a text in one way to read it, and those that may hold a name within them.

    In an `address` nothing is there by chance. Words without accents stand in place of the text's own ones, which are `accented`:
    where both are the same, the text says so as it stands. They are `bare` where an accent is lost, and not written out.
    """

    words: tuple[str, ...]
    address: bool = False
    accented: tuple[str, ...] = ()
    bare: bool = False
    long: tuple[str, ...] = ()


@lru_cache(512)  # clients' files have most of their texts in common
def readings(text: str, *, is_markup: bool) -> tuple[Reading, ...]:
    """All ways to read a text; the values of markup less the words of the format."""
    return tuple(_readings(text, is_markup=is_markup))


def _readings(text: str, *, is_markup: bool) -> Iterator[Reading]:
    words = folded(text)
    yield Reading(words)
    if not text.isascii():
        yield from _without_accents(words)
    pieces = [piece for piece in text.split(BETWEEN) if not (is_markup and _FORMAT.fullmatch(piece))]
    if latent := BETWEEN.join(piece for piece in pieces if _LATENT.search(piece)):
        yield Reading(folded(_apart(latent)))
    for piece in pieces:
        if _ADDRESS.search(piece):
            yield from (_address(run) for run in _RUN.findall(piece) if _ADDRESS.search(run))


def _without_accents(words: tuple[str, ...]) -> Iterator[Reading]:
    lost, written = bare(words), written_out(words)
    if lost != words:
        yield Reading(lost, accented=words, bare=True)
    if written not in (words, lost):
        yield Reading(written, accented=words)


@lru_cache(4096)
def _address(run: str) -> Reading:
    clear = _PUNYCODE.sub(_decoded, unquote(unquote(run)))
    words = folded(clear)
    plain = words if clear.isascii() else (*words, BETWEEN, *bare(words), BETWEEN, *written_out(words))
    return Reading((*folded(_apart(clear)), BETWEEN, *plain), address=True, long=tuple(dict.fromkeys(plain)))


def _apart(text: str) -> str:
    """A text with the words within its words apart, and letters that are spaced out together."""
    close = _SPACED.sub(lambda found: found[0].replace(" ", ""), unescape(text))
    return _HUMP.sub(" ", close)


def _decoded(found: re.Match[str]) -> str:
    """A label of a host's name as it is shown (RFC 3492)."""
    try:
        return found[0][4:].encode().decode("punycode")
    except UnicodeError:
        return found[0]
