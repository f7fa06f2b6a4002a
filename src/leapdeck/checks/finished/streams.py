"""What the streams of a PDF unpack to (ISO 32000-1, 7.4)."""

from __future__ import annotations

import base64
import re
import zlib

from leapdeck.checks.finished.saying import Purse, Unreadable

_FILTERS = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|/(\w+))")
_PREDICTED = re.compile(rb"/Predictor\s+(?:1[0-5]|2)\b")
_COLUMNS = re.compile(rb"/Columns\s+(\d+)")
_NOT_BASE85 = re.compile(rb"[^!-uz]")
_OPERATOR = re.compile(rb"(?:^|\s)(?:BT|ET|re|cm|Do|BDC|BMC|EMC|Tj|TJ|gs|rg|scn?|begincmap|d[01])(?:\s|$)")
_STEP = 1 << 16


def unpacked(head: bytes, content: bytes, purse: Purse) -> bytes:
    """A stream's bytes, through the filters that its dictionary names; Unreadable where one isn't known, or they cost too much."""
    filters = _FILTERS.search(head)
    for name in (filters[1] or filters[2]).replace(b"/", b" ").split() if filters else ():
        if name in (b"FlateDecode", b"Fl"):
            content = _inflated(content, purse)
        elif name in (b"ASCIIHexDecode", b"AHx"):
            content = _from_hex(content)
        elif name in (b"ASCII85Decode", b"A85"):
            content = _from_base85(content)
        elif name not in (b"CCITTFaxDecode", b"JBIG2Decode", b"Crypt"):
            raise Unreadable(f"a part of it is packed with {name.decode('latin-1')}, which isn't looked into")
    if b"/Predictor" in head and _PREDICTED.search(head):
        purse.read(8 * len(content))  # what is done here byte by byte takes as long
        return _rows(head, content)
    return content


def is_like_page(content: bytes) -> bool:
    """Whether these are the operators of a page, or a table of a font's letters."""
    return len(content) < 4 or bool(_OPERATOR.search(content[:4000]) or _OPERATOR.search(content[-4000:]))


def _inflated(content: bytes, purse: Purse) -> bytes:
    """All that can be unpacked, up to where a stream is damaged, as programs show it."""
    engine, parts = zlib.decompressobj(), []
    try:
        while content and not engine.eof:
            parts.append(engine.decompress(content, _STEP))
            content = engine.unconsumed_tail
            purse.unpack(len(parts[-1]))
        parts.append(engine.flush())
    except zlib.error:
        pass
    return b"".join(parts)


def _from_hex(content: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", content.partition(b">")[0]).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _from_base85(content: bytes) -> bytes:
    letters = _NOT_BASE85.sub(b"", content.removeprefix(b"<~").partition(b"~>")[0])
    try:
        return base64.a85decode(letters)
    except ValueError as error:
        raise Unreadable("a part of it is damaged") from error


def _rows(head: bytes, content: bytes) -> bytes:
    """Bytes that were written as differences to those above and before them, in rows (7.4.4.4, as PNG has them)."""
    found = _COLUMNS.search(head)
    width = int(found[1]) if found else 1
    above, rows = bytearray(width), []
    for at in range(0, len(content), width + 1):
        kind, row = content[at], bytearray(content[at + 1 : at + 1 + width])
        for n in range(len(row)):
            left, up, corner = (row[n - 1] if n else 0), above[n], (above[n - 1] if n else 0)
            row[n] = (row[n] + (0, left, up, (left + up) // 2, _nearest(left, up, corner))[kind]) & 0xFF if kind < 5 else row[n]
        rows.append(bytes(row))
        above = row
    return b"".join(rows)


def _nearest(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
