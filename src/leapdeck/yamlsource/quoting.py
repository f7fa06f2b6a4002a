"""Lines of YAML taken apart, and their texts put into quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"(\s*(?:- +)*(?:[a-z][\w-]*: +)?)(\S.*?)?(\s+#(?:\s.*)?|\s*)$")
_ITEM = re.compile(r"(\s*(?:- +)+)(\S.*?)(\s+#(?:\s.*)?|\s*)$")
_ELISION = re.compile(r"'(tis|twas|til|em|cause|n'|\d\ds)\b")
_REASONS = {
    "*": "YAML takes a text that begins with * for a reference",
    "&": "YAML takes a text that begins with & for an anchor",
    "!": "YAML takes a text that begins with ! for a type",
    "{": "YAML takes a text that begins with { for a mapping",
    "[": "YAML takes a text that begins with [ for a list",
    '"': "YAML takes what follows the closing quote for something new",
    "'": "YAML takes what follows the closing quote for something new",
}


def parts(line: str) -> tuple[str, str, str]:
    """A line as what stands before its value (indent, dashes, key), the value, and its comment."""
    found = _LINE.match(line)
    return (found[1], found[2] or "", found[3]) if found else ("", line, "")


def with_quotes(line: str) -> Iterator[tuple[str, str, str]]:
    """The ways of taking a line's text for one value: after its key, and, where the key may be prose, all of it."""
    first = parts(line)
    if first[1]:
        yield first
    found = _ITEM.match(line)
    if found and found[1] != first[0]:
        yield found[1], found[2], found[3]


def quoted(text: str) -> str:
    """A text in the quotes that need the fewest changes; quotes that were left open or cut it short are mended."""
    ends = text[0] + text[-1] if len(text) > 1 else text
    if ends in ('""', "''"):
        text = text[1:-1]
    elif (text[0] == '"' and text.count('"') == 1) or (text[0] == "'" and text.count("'") == 1 and not _ELISION.match(text)):
        text = text[1:]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def reason(text: str) -> str:
    """Why YAML misreads a text that has no quotes."""
    if text[0] == text[-1] == '"' and "\\" in text:
        return "in double quotes a backslash begins an escape that YAML doesn't know"
    if text[0] in _REASONS:
        closed = text[0] not in "\"'" or text.count(text[0]) > 1
        return _REASONS[text[0]] if closed else "the quote is never closed"
    if ": " in text:
        return "YAML takes a colon inside a text for the end of a key"
    return f"YAML can't begin a text with {text[0]}" if not text[0].isalnum() else "YAML misreads this text"
