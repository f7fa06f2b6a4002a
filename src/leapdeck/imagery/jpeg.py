"""JPEG files, segment by segment (ITU-T T.81, annex B; EXIF's orientation: CIPA DC-008, 4.6.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct

from leapdeck.imagery.header import BadImage, Header, truncated

_SCAN, _END = 0xDA, 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ADOBE = 0xEE
_KEPT = _FRAMES | {0xC4, 0xC8, 0xCC, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, _SCAN}


class Segment(Struct, frozen=True):
    """A marker and where what it heads begins and ends."""

    marker: int
    start: int
    end: int


def header(data: bytes) -> Header:
    """Size as shown and resolution; BadImage for a file that is cut off."""
    width = height = components = 0
    turn, dpi, profile = 1, 96.0, b""
    for segment in _segments(data):
        content = data[segment.start : segment.end]
        if segment.marker in _FRAMES and not width and len(content) >= 6:
            height, width, components = struct.unpack_from(">HHB", content, 1)
        elif segment.marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 12:
            dpi = _density(content)
        elif segment.marker == 0xE1 and content.startswith(b"Exif\0\0"):
            turn = orientation(content[6:])
        elif segment.marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"):
            profile += content
    if not width:
        raise BadImage("broken-image", "this JPEG file holds no picture", "save it anew from the program that made it")
    plain = turn == 1 and components in (1, 3) and (not profile or b"sRGB" in profile)
    return Header("JPEG", *((height, width) if turn >= 5 else (width, height)), dpi, plain)


def stripped(data: bytes) -> bytes:
    """The same pixels in the same bytes, without camera data, places, texts, thumbnails and what follows the end."""
    parts = [b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"]
    for segment in _segments(data):
        content = data[segment.start : segment.end]
        if segment.marker in _KEPT or (segment.marker == _ADOBE and content.startswith(b"Adobe")):
            parts.append(bytes((0xFF, segment.marker)) + (len(content) + 2).to_bytes(2, "big") + content)
        if segment.marker == _SCAN:
            parts.append(data[segment.end : _end(data, segment.end)])
            return b"".join(parts)
    raise truncated("JPEG")


def orientation(exif: bytes) -> int:
    """How EXIF says that a picture is turned, 1 (not at all) to 8."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if not order or len(exif) < 10:
        return 1
    start = struct.unpack_from(order + "I", exif, 4)[0]
    if start + 2 > len(exif):
        return 1
    for n in range(struct.unpack_from(order + "H", exif, start)[0]):
        at = start + 2 + 12 * n
        if at + 12 > len(exif):
            break
        tag, _, _, value = struct.unpack_from(order + "HHIH", exif, at)
        if tag == 0x0112:
            return int(value) if 1 <= value <= 8 else 1
    return 1


def _segments(data: bytes) -> Iterator[Segment]:
    """The segments up to the first scan; a file without its end is refused there."""
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":  # fill bytes may stand before any marker
            at += 1
        if at + 4 > len(data):
            raise truncated("JPEG")
        if data[at] != 0xFF:
            raise BadImage("broken-image", "this JPEG file is damaged", "copy or download it again")
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _END or at + 2 + length > len(data):
            raise truncated("JPEG")
        yield Segment(marker, at + 4, at + 2 + length)
        if marker == _SCAN:
            _end(data, at + 2 + length)
            return
        at += 2 + length


def _end(data: bytes, start: int) -> int:
    """Where the picture ends: behind the first end marker after its first scan."""
    found = data.find(b"\xff\xd9", start)
    if found < 0:
        raise truncated("JPEG")
    return found + 2


def _density(content: bytes) -> float:
    unit, across = content[7], int.from_bytes(content[8:10], "big")
    per_inch = {1: 1.0, 2: 2.54}.get(unit)
    return round(across * per_inch, 1) if per_inch and across else 96.0
