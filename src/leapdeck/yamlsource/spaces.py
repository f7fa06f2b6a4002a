"""Spaces that look like usual ones and aren't, and characters without width: pasted from Word or the web, and seen by nobody.

In a text they do no harm. In the indentation, behind a dash and in a key YAML reads other things than stand there, so
they are told and put right before it reads anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, Position

_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_THIN = "\u00ad\u200b-\u200f\u2060\ufeff"
_ODD = re.compile(f"[{_WIDE}{_THIN}]")
_SPACE = f"[ {_WIDE}{_THIN}]"
_INDENT = re.compile(rf"{_SPACE}*")
_DASHES = re.compile(rf"(?:-(?:{_SPACE}+|$))*")
_ODD_DASH = re.compile(f"-[{_WIDE}{_THIN}]")
_KEY = rf"[a-z0-9 {_WIDE}{_THIN}-]*:(?:{_SPACE}+|$)"
_FIRST = re.compile(_KEY)
_INSIDE = re.compile(rf"(?<=[{{,]){_KEY}")
_WORD = re.compile(r" *[a-z][a-z0-9-]*: *")
"""A key as the format has them; a text with a colon is none of these, as it has capitals or blanks in it."""
_BLOCK = re.compile(r"(?:^|[\s:-])[|>][-+\d]*\s*(?:#.*)?$")
"""The end of a line below which a block of text stands (YAML 1.2.2, 8.1)."""


class _Span(Struct, frozen=True):
    """A part of a line that YAML doesn't read as text, from `start` up to `end`."""

    start: int
    end: int
    where: str


def with_usual_spaces(text: str, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """A file's text with usual spaces where YAML needs them, and a finding for each line that had others."""
    if not _ODD.search(text):
        return text, ()
    lines, findings = text.split("\n"), list[Diagnostic]()
    for number in list(_outside_blocks(lines)):
        line = lines[number]
        odd = [span for span in _spans(line) if _ODD.search(line, span.start, span.end)]
        if odd:
            lines[number] = "".join(_pieces(line, odd))
            column = next(n for n in range(odd[0].start, odd[0].end) if _ODD.match(line, n))
            findings.append(_told(line[column], odd[0].where, lines[number].strip(), Position(file, number + 1, column + 1)))
    return "\n".join(lines), tuple(findings)


def _pieces(line: str, odd: list[_Span]) -> Iterator[str]:
    """A line in pieces, with usual characters in some spans."""
    done = 0
    for span in odd:
        yield line[done : span.start]
        yield _usual(line[span.start : span.end])
        done = span.end
    yield line[done:]


def _outside_blocks(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that don't stand in a block of text, where any character may stand."""
    above: int | None = None
    for number, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" "))
        if above is not None and (depth > above or not line.strip(" ")):
            continue
        above = depth if _BLOCK.search(line) else None
        yield number


def _spans(line: str) -> Iterator[_Span]:
    """What of a line YAML doesn't read as text."""
    indented = _end(_INDENT.match(line))
    dashed = _end(_DASHES.match(line, indented))
    key = _key(_FIRST.match(line, dashed))
    yield _Span(0, indented, "in the indentation")
    if key or _ODD_DASH.search(line, indented, dashed):  # else what stands behind the dash and its space is text
        yield _Span(indented, dashed, "behind a dash")
    if key:
        yield key
    end = key.end if key else dashed
    if line.startswith("{", end):
        yield from filter(None, map(_key, _INSIDE.finditer(line, end)))


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _key(found: re.Match[str] | None) -> _Span | None:
    return _Span(found.start(), found.end(), "in a key") if found and _WORD.fullmatch(_usual(found[0])) else None


def _usual(text: str) -> str:
    return re.sub("(?<! ) +:", ":", re.sub(f"[{_THIN}]", "", re.sub(f"[{_WIDE}]", " ", text)))


def _told(character: str, where: str, mended: str, position: Position) -> Diagnostic:
    wide = re.match(f"[{_WIDE}]", character)
    name = "a no-break space" if character in "\u00a0\u202f" else "a space of another width" if wide else "a character without width"
    do = "delete it and type a usual space" if wide else "delete it"
    hint = f"{do}; write: {mended}" if mended else do
    return Diagnostic("odd-space", f"{name} (U+{ord(character):04X}) stands {where}", position=position, hint=hint)
