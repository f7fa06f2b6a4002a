"""What a picture's file says beside the picture: comments, cameras, programs, whole descriptions."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from leapdeck.checks.words import BETWEEN

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_LOOKS = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"iCCP", b"bKGD", b"sBIT", b"hIST"))
"""A PNG's parts that only say how it looks (W3C PNG Specification, 11.3)."""
_SEGMENTS = {0xFE, *range(0xE1, 0xF0)} - {0xE2, 0xEE}
"""A JPEG's parts that hold words: comments and what programs add, but for color profiles and Adobe's mark."""
_PRINTABLE = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]+){6,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){4,}")


def words_of_picture(data: bytes) -> str:
    """The texts that a picture's file holds; "" where there is only the picture."""
    if data.startswith(_PNG):
        parts = list(_png(data))
    elif data.startswith(_JPEG):
        parts = list(_jpeg(data))
    else:
        parts = [data[:4096], data[-4096:]] if data[:3] == b"GIF" or data[8:12] == b"WEBP" else [data]
    return BETWEEN.join(text for part in parts for text in _texts(part))


def _png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        content = data[at + 8 : at + 8 + length]
        if name not in _LOOKS:
            yield content
            if name in (b"zTXt", b"iTXt") and (start := content.find(b"x")) >= 0:
                yield _unpacked(content[start:])
        if name == b"IEND":
            yield data[at + 12 :]
            return
        at += 12 + length


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, 1_000_000)
    except zlib.error:
        return b""


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] in _SEGMENTS:
            yield data[at + 4 : at + 2 + length]
        at += 2 + length


def _texts(part: bytes) -> Iterator[str]:
    for found in _PRINTABLE.finditer(part):
        yield found[0].decode("utf-8", "replace")
    for found in _WIDE.finditer(part):
        yield found[0].decode("utf-16-le")
