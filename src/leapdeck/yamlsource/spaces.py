"""Spaces that look like usual ones and aren't, and characters without width: pasted from Word or the web, and seen by nobody.

In a text they do no harm. In the indentation, behind a dash and in a key YAML reads other things than stand there, so
they are told and put right before it reads anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leapdeck.diagnostics import Diagnostic, Position

_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_THIN = "\u00ad\u200b-\u200f\u2060\ufeff"
_ODD = re.compile(f"[{_WIDE}{_THIN}]")
_SPACE = f"[ {_WIDE}{_THIN}]"
_START = re.compile(rf"({_SPACE}*)((?:-(?:{_SPACE}+|$))*)")
_KEY = re.compile(rf"[a-z0-9{_WIDE}{_THIN}-]+ ?{_SPACE}*:(?:{_SPACE}+|$)")
"""A key as the format has them; a text with a colon is none of these, as it has capitals or blanks in it."""
_WORD = re.compile(r" *[a-z][a-z0-9-]* *: *")
_BLOCK = re.compile(r"(?:^|[\s:-])[|>][-+\d]*\s*(?:#.*)?$")
"""The end of a line below which a block of text stands (YAML 1.2.2, 8.1)."""


def with_usual_spaces(text: str, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """A file's text with usual spaces where YAML needs them, and a finding for each line that had others."""
    if not _ODD.search(text):
        return text, ()
    lines, findings = text.split("\n"), list[Diagnostic]()
    for number in list(_outside_blocks(lines)):
        line = lines[number]
        if found := _odd(line):
            place, where = found
            lines[number] = _usual(line[: _length(line)]) + line[_length(line) :]
            findings.append(_told(line[place], where, lines[number].strip(), Position(file, number + 1, place + 1)))
    return "\n".join(lines), tuple(findings)


def _outside_blocks(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that don't stand in a block of text, where any character may stand."""
    above: int | None = None
    for number, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" "))
        if above is not None and (depth > above or not line.strip(" ")):
            continue
        above = depth if _BLOCK.search(line) else None
        yield number


def _odd(line: str) -> tuple[int, str] | None:
    """Where the first character stands that is to be told, and in what."""
    start = _START.match(line)
    indented, dashed = (start.end(1), start.end(2)) if start else (0, 0)
    end = _length(line)
    for begin, stop, where in (
        (0, indented, "in the indentation"),
        (indented, _behind(line, indented, dashed), "behind a dash"),
        (dashed, end, "in a key"),
    ):
        if found := _ODD.search(line, begin, stop):
            return found.start(), where
    return None


def _behind(line: str, start: int, end: int) -> int:
    """How far what stands behind dashes counts: where a space follows each, the rest is text."""
    return start if not re.search(f"-[{_WIDE}{_THIN}]", line[start:end]) and _length(line) == end else end


def _length(line: str) -> int:
    """How many characters at the start of a line YAML needs to be usual ones."""
    start = _START.match(line)
    end = start.end() if start else 0
    key = _KEY.match(line, end)
    return key.end() if key and _WORD.fullmatch(_usual(key[0])) else end


def _usual(text: str) -> str:
    return re.sub(" +:", ":", re.sub(f"[{_THIN}]", "", re.sub(f"[{_WIDE}]", " ", text)))


def _told(character: str, where: str, mended: str, position: Position) -> Diagnostic:
    wide = re.match(f"[{_WIDE}]", character)
    name = "a no-break space" if character in "\u00a0\u202f" else "a space of another width" if wide else "a character without width"
    do = "delete it and type a usual space" if wide else "delete it"
    hint = f"{do}; write: {mended}" if mended else do
    return Diagnostic("odd-space", f"{name} (U+{ord(character):04X}) stands {where}", position=position, hint=hint)
