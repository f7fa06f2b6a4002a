"""What a picture's file says beside the picture: comments, cameras, programs, whole descriptions; and what any other data does."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from leapdeck.checks.finished.saying import Unreadable
from leapdeck.checks.words import BETWEEN

_PNG, _JPEG, _GIF, _JPX = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8", b"\0\0\0\x0cjP  \r\n\x87\n"
PICTURES = (_PNG, _JPEG, _GIF, _JPX, b"RIFF", b"BM", b"II*\0", b"MM\0*")
"""How pictures' files begin."""
_LOOKS = frozenset((b"IHDR", b"PLTE", b"IDAT", b"fdAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"bKGD", b"sBIT", b"hIST"))
"""A PNG's parts that only say how it looks (W3C PNG Specification, 11.3)."""
_SEGMENTS = {0xFE, *range(0xE1, 0xF0)} - {0xEE}
"""A JPEG's parts that hold words: comments and what programs add, but for Adobe's mark."""
_SHOWN = (b"VP8 ", b"VP8L", b"ALPH", b"ANMF")
"""A WebP file's parts that are the picture."""
_FAR = rb"(?:[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})"
"""A letter that isn't one of ASCII's, in UTF-8."""
_BEGINNINGS = (
    rb"[\x20-\x7e]{6,}+",
    rb"[A-Za-z]{4,}+",
    rb"[A-Za-z]{1,3}+(?:FAR[A-Za-z]|(?<=[A-Za-z]{3})FAR)",
    rb"[\xc3-\xef][\x80-\xbf](?:[A-Za-z]|FAR){3,}+",
)
"""How words begin that aren't noise. One after the other is found five times as fast as one of them all."""
_PRINTABLE = [re.compile((head + rb"[\x20-\x7e]*+(?:FAR[\x20-\x7e]*)*+").replace(b"FAR", _FAR)) for head in _BEGINNINGS]
_SHORT = re.compile(rb"[\x20-\x7e\xa0-\xff]{2,3}+")
_LATIN = re.compile(rb"(?<![\x20-\x7e])[\x20-\x7e]*+(?:[\xa1-\xff][\x20-\x7e]++)++")
_UTF16 = rb"(?:[\x20-\x7e\xa0-\xff]\0|[\0-\xff][\x01\x03\x04\x05])"
_WIDE = re.compile(rb"[\x20-\x7e\xa0-\xff]\0%b{3,}+" % _UTF16)
_WIDE_FAR = re.compile(rb"[\0-\xff][\x03\x04\x05]%b{3,}+" % _UTF16)
"""What begins with a Latin letter is found sooner, and most does."""
_WIDE_BIG = re.compile(rb"(?:\0[\x20-\x7e\xa0-\xff]|[\x01\x03\x04\x05][\0-\xff]){4,}+")
MOST_UNPACKED = 8_000_000
"""Bytes of all the descriptions that are packed within a picture."""


def words_of_picture(data: bytes) -> str:
    """The texts that a picture's file holds; "" where there is only the picture. Of a file that is none, all that looks like text.

    Unreadable where they are packed and unpack to more than is searched.
    """
    if data.startswith(_PNG):
        parts = _png(data)
    elif data.startswith(_JPEG):
        parts = _jpeg(data)
    elif data.startswith(_GIF):
        parts = _gif(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        parts = _webp(data)
    elif data.startswith(_JPX):
        parts = iter((data[: data.find(b"jp2c")],))
    else:
        return words_of_data(data)
    return BETWEEN.join(text for part in parts for text in (words_of_data(part), _short_words(part)) if text)


def words_of_data(data: bytes) -> str:
    """All that looks like text: in UTF-8, and in UTF-16 of either order."""
    texts = [b"\x1f".join(pattern.findall(data)).decode("utf-8", "replace") for pattern in _PRINTABLE]
    if b"\0" in data:
        texts += [found.decode("utf-16-le", "replace") for found in (*_WIDE.findall(data), *_WIDE_FAR.findall(data))]
        texts += [found.decode("utf-16-be", "replace") for found in _WIDE_BIG.findall(data)]
    return BETWEEN.join(text for text in texts if text)


def _short_words(part: bytes) -> str:
    """What only counts where nothing but words is expected: texts of two or three letters, and those in Latin 1."""
    return b"\x1f".join((*_SHORT.findall(part), *_LATIN.findall(part))).decode("latin-1")


def _png(data: bytes) -> Iterator[bytes]:
    at, left = len(_PNG), MOST_UNPACKED
    while at + 8 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        content = data[at + 8 : at + 8 + length]
        if name not in _LOOKS:
            yield content
        if packed := _packed(name, content):
            clear = _unpacked(packed, left)
            left -= len(clear)
            yield clear
        if name == b"IEND":
            yield data[at + 12 :]
            return
        at += 12 + length


def _packed(name: bytes, content: bytes) -> bytes:
    """What is packed in a part of a PNG: behind its keyword, or behind that, its language and the keyword in it (11.3.3)."""
    _, _, rest = content.partition(b"\0")
    if name in (b"zTXt", b"iCCP"):
        return rest[1:]
    if name == b"iTXt" and rest[:1] == b"\1":
        return rest[2:].split(b"\0", 2)[-1]
    return b""


def _unpacked(packed: bytes, most: int) -> bytes:
    engine = zlib.decompressobj()
    try:
        clear = engine.decompress(packed, most + 1)
    except zlib.error:
        return b""
    if len(clear) > most:
        raise Unreadable("a picture's description in it unpacks to more than is searched")
    return clear


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        if data[at + 1] == 0xFF:  # filled up
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] in _SEGMENTS:
            yield data[at + 4 : at + 2 + length]
        at += 2 + length
    if (end := data.find(b"\xff\xd9", at)) >= 0:  # no picture's data has that within it (ITU-T T.81, B.1.1.5)
        yield data[end + 2 :]


def _gif(data: bytes) -> Iterator[bytes]:
    """Comments and other extensions (GIF89a, 23 to 26)."""
    at = 13 + (3 << (data[10] & 7) + 1 if len(data) > 10 and data[10] & 0x80 else 0)
    while at + 2 < len(data) and data[at] in (0x21, 0x2C):
        is_picture = data[at] == 0x2C
        start = at + 2
        if is_picture and at + 10 < len(data):
            start = at + 11 + (3 << (data[at + 9] & 7) + 1 if data[at + 9] & 0x80 else 0)
        at, blocks = start, []
        while at < len(data) and data[at]:
            blocks.append(data[at + 1 : at + 1 + data[at]])
            at += 1 + data[at]
        at += 1
        if not is_picture:
            yield b"".join(blocks)
    yield data[at:]


def _webp(data: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] not in _SHOWN:
            yield data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
