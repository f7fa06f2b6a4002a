"""PNG files, chunk by chunk (W3C PNG Specification, third edition, chapter 5)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from leapdeck.imagery.header import BadImage, Header, truncated

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
_INCHES = 0.0254


def header(data: bytes) -> Header:
    """Size and resolution; BadImage for a file that is cut off or damaged."""
    found = dict(_first_of_each(data))
    if b"IHDR" not in found or len(found[b"IHDR"]) != 13 or b"IDAT" not in found:
        raise BadImage("broken-image", "this PNG file holds no picture", "save it anew from the program that made it")
    width, height, depth = struct.unpack(">IIB", found[b"IHDR"][:9])
    plain = depth <= 8 and b"iCCP" not in found and b"eXIf" not in found
    return Header("PNG", width, height, _dpi(found.get(b"pHYs", b"")), plain)


def stripped(data: bytes) -> bytes:
    """The same pixels in the same bytes, without texts, dates, profiles and further frames."""
    parts = [SIGNATURE]
    for name, start, end in _chunks(data):
        if name in _KEPT:
            parts.append(data[start - 8 : end + 4])
    return b"".join(parts)


def _first_of_each(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    seen: set[bytes] = set()
    for name, start, end in _chunks(data):
        if name not in seen:
            seen.add(name)
            yield name, data[start : min(end, start + 64)]


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each chunk's name, and where its content begins and ends; its checksum is checked."""
    at = len(SIGNATURE)
    view = memoryview(data)
    while True:
        if at + 12 > len(data):
            raise truncated("PNG")
        length, name = struct.unpack_from(">I4s", data, at)
        start, end = at + 8, at + 8 + length
        if end + 4 > len(data):
            raise truncated("PNG")
        if zlib.crc32(view[at + 4 : end]) != int.from_bytes(view[end : end + 4], "big"):
            raise BadImage("broken-image", "this PNG file is damaged: a checksum in it doesn't hold", "copy or download it again")
        yield name, start, end
        if name == b"IEND":
            return
        at = end + 4


def _dpi(data: bytes) -> float:
    if len(data) == 9 and data[8] == 1 and (per_meter := int.from_bytes(data[:4], "big")):
        return round(per_meter * _INCHES, 1)
    return 96.0
