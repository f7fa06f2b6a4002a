"""What a person meant where YAML can't be parsed: the line as it should be written, proved by parsing it.

Each repair is a guess at one line. A guess counts only if the file then parses further than before, so a message
never shows a line that doesn't work, and reading goes on behind it to find what else is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from leapdeck.yamlsource.quoting import parts, quoted, reason, with_quotes

_TAB = "a tab can't indent YAML; it takes spaces"
_FLOWING = re.compile(r"(?<=[\[{,])(\s*(?:[a-z][\w-]*: +)?)([^\s,\[\]{}\"'][^,\[\]{}\"']*?)(?=\s*[,\]}])")
"""A text without quotes in brackets or braces, and what stands before it."""
_HASH = re.compile(r"(?:^|\s)#")


FATAL, SYNTAX, REFERENCES, KEYS = range(4)
"""The stages at which a file can slip; what slips at a later stage got through all earlier ones."""


class Slip(Struct, frozen=True):
    """Where parsing stopped (line and column from 0) and why; `began` is the line where the broken value began."""

    line: int
    column: int
    problem: str
    began: int
    code: str = "syntax"
    stage: int = SYNTAX


class Mended(Struct, frozen=True):
    """A line as it should be; `line` and `column` (from 0) are where the fault is."""

    line: int
    column: int
    code: str
    message: str
    text: str


Parse = Callable[[list[str]], Slip | None]


def mend(lines: list[str], slip: Slip, parse: Parse) -> Mended | None:
    """The first repair of a line near the slip after which `parse` gets past it."""
    if slip.stage == FATAL:
        return None
    for index in _suspects(lines, slip):
        best: tuple[Slip | None, Mended] | None = None
        for mended in _repairs(index, lines[index]):
            if best and mended.code != best[1].code:
                return best[1]
            after = parse([*lines[:index], mended.text, *lines[index + 1 :]])
            if (after is None or _further(after, slip, index)) and (best is None or _later(after, best[0])):
                best = after, mended
            if best and best[0] is None:
                return best[1]
        if best:
            return best[1]
    return None


def _later(one: Slip | None, other: Slip | None) -> bool:
    """Whether, of two repairs of the same kind, one got further than the other."""
    if one is None or other is None:
        return one is None and other is not None
    return (one.stage, one.line) > (other.stage, other.line)


def _further(after: Slip, before: Slip, mended: int) -> bool:
    """Whether parsing got further; a quote or bracket closed lets it find what it had swallowed, behind the mended line."""
    if after.stage != before.stage:
        return after.stage > before.stage
    return after.line > before.line or (mended < before.line and mended < after.line != before.line and mended == before.began)


def _suspects(lines: list[str], slip: Slip) -> Iterator[int]:
    """The lines that may be at fault, the likeliest first: where it stopped, where that began, the last open quote."""
    last = min(slip.line, len(lines) - 1)
    above = next((n for n in range(last - 1, -1, -1) if lines[n].strip()), last)
    opened = next((n for n in range(last, max(-1, last - 50), -1) if _open_quote(lines[n])), last)
    yield from dict.fromkeys(n for n in (last, min(slip.began, last), above, opened) if lines[n].strip())


def _open_quote(line: str) -> bool:
    _, value, _ = parts(line)
    return value[:1] in ("'", '"') and (len(value) < 2 or value[-1] != value[0])


def _repairs(index: int, line: str) -> Iterator[Mended]:
    for repair in (_untabbed, _spaced, _unbarred, _colored, _hashed, _closed, _dashed, _quoted):
        yield from (mended for mended in repair(index, line) if mended.text != line)


def _untabbed(index: int, line: str) -> Iterator[Mended]:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        for spaces in ("  ", "    ", ""):
            yield Mended(index, indent.index("\t"), "tab", _TAB, indent.replace("\t", spaces) + line.lstrip())


def _spaced(index: int, line: str) -> Iterator[Mended]:
    if found := re.match(r"(\s*(?:- +)*[a-z][a-z_-]*):(?!//)([^\s:].*)", line):
        message = "there is no space after the colon"
        yield Mended(index, found.end(1), "missing-space", message, f"{found[1]}: {found[2]}")
    if found := re.match(r"(\s*(?:- +)*-)([^\s-].*)", line):
        yield Mended(index, found.end(1), "missing-space", "there is no space after the dash", f"{found[1]} {found[2]}")


def _unbarred(index: int, line: str) -> Iterator[Mended]:
    prefix, value, comment = parts(line)
    if found := re.match(r"\|[-+]?\s+(\S.*)", value):
        message = "after | the text begins on the next line"
        yield Mended(index, len(prefix), "needs-quotes", message, f"{prefix}{found[1]}{comment}")


def _colored(index: int, line: str) -> Iterator[Mended]:
    mended = re.sub(r"(?<=: )(#[0-9A-Fa-f]{3,8})\b", r'"\1"', line)
    if found := re.search(r"(?<=: )#[0-9A-Fa-f]{3,8}\b", line):
        yield Mended(index, found.start(), "needs-quotes", "# begins a comment; a color needs quotes", mended)


def _hashed(index: int, line: str) -> Iterator[Mended]:
    cut = [found for found in _FLOWING.finditer(line) if _HASH.search(found[2])]
    if cut:
        mended = _FLOWING.sub(lambda found: f"{found[1]}{quoted(found[2])}" if _HASH.search(found[2]) else found[0], line)
        yield Mended(index, cut[0].start(2), "needs-quotes", "# begins a comment; a text that holds one needs quotes", mended)


def _closed(index: int, line: str) -> Iterator[Mended]:
    prefix, value, comment = parts(line)
    for opening, closing in ("[]", "{}"):
        if value.startswith(opening) and value.count(opening) > value.count(closing) and not value.startswith("{{"):
            message = f"the {opening} is never closed"
            yield Mended(index, len(prefix), "unclosed", message, f"{prefix}{value.rstrip(', ')}{closing}{comment}")
    if value.startswith("{") and value.endswith("}") and value.count("[") > value.count("]"):
        yield Mended(index, len(prefix), "unclosed", "the [ is never closed", f"{prefix}{value[:-1].rstrip()}]}}{comment}")


def _dashed(index: int, line: str) -> Iterator[Mended]:
    if found := re.match(r"(\s*)[*+•·‣▪◦–—]\s+(\S.*)", line):
        yield Mended(index, found.end(1), "no-dash", "a line of a list begins with a dash", f"{found[1]}- {found[2]}")


def _quoted(index: int, line: str) -> Iterator[Mended]:
    for prefix, value, comment in with_quotes(line):
        if not value.startswith(("- ", "---")):
            yield Mended(index, len(prefix), "needs-quotes", reason(value), prefix + quoted(value) + comment)
