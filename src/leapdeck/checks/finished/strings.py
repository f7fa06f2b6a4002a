"""The strings and names in a stretch of a PDF, whatever way they are written down (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leapdeck.checks.finished.saying import Said, Unreadable
from leapdeck.checks.words import BETWEEN

_MARK = re.compile(rb"\\.|[()]", re.DOTALL)
"""What begins or ends a string, and what only looks like it (7.3.4.2)."""
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,}+)>")
_LETTER = rb"[^\s()<>\[\]{}/%#]"
_NAME = re.compile(rb"/(?:BaseFont|FontName|Separation|DeviceN|AS)\b[\s\[<]*/((?:L|#)+)|/(L*#(?:L|#)*)".replace(b"L", _LETTER))
"""Names that are anybody's: of fonts, of inks, of what a field may be; and those with signs that a name can't have (7.3.5)."""
_CODED = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
_PDF_ONLY = dict(zip(range(0x92, 0xA1), "™ﬁﬂŁŒŠŸŽıłœšž\ufffd€", strict=True))
"""Where PDFDocEncoding has other letters than Latin 1 (D.2)."""

MOST_UNCLOSED = 20
"""Texts that never end before a file is taken to be damaged."""


def strings_of(where: str, part: bytes) -> Said:
    """All strings of a stretch of a file, and the names that are words."""
    plain = (_ESCAPE.sub(_byte, found) for found in _strings(part))
    coded = (_from_hex(found[1]) for found in _HEX.finditer(part))
    names = (_CODED.sub(lambda code: bytes.fromhex(code[1].decode()), name) for name in {a or b for a, b in _NAME.findall(part)})
    return Said(where, BETWEEN.join(_decoded(text) for texts in (plain, coded, names) for text in texts), "attribute")


def _strings(part: bytes) -> Iterator[bytes]:
    """What stands in parentheses, those within it included. Where one never ends, those behind its beginning are read too."""
    at = 0
    for _ in range(MOST_UNCLOSED):
        start = depth = 0
        for mark in _MARK.finditer(part, at):
            if mark[0] == b"(":
                start, depth = start if depth else mark.end(), depth + 1
            elif mark[0] == b")" and depth:
                depth -= 1
                if not depth:
                    yield part[start : mark.start()]
        if not depth:
            return
        yield part[start:]
        at = start
    raise Unreadable("texts begin in it that never end")


def _from_hex(digits: bytes) -> bytes:
    """Bytes as digits; where one is missing it is 0 (7.3.4.3)."""
    close = b"".join(digits.split()).decode()
    return bytes.fromhex(close + "0" * (len(close) % 2))


def _byte(escape: re.Match[bytes]) -> bytes:
    if escape[1].strip() == b"":  # a line's end that is none
        return b""
    return _ESCAPED.get(escape[1]) or bytes([int(escape[1], 8) & 0xFF])


def _decoded(raw: bytes) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 with its mark, or one byte a character."""
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return raw.decode("utf-16", "replace")
    if raw[:3] == b"\xef\xbb\xbf":
        return raw[3:].decode("utf-8", "replace")
    return raw.decode("latin-1").translate(_PDF_ONLY)
