"""Pictures in a PDF: their bytes as they stand where PDF reads them so, else unpacked once."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

from leapdeck.assets import Picture
from leapdeck.pdf.structure import number_of

_COLORS = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3), 3: ("", 1)}
"""PNG's color types that PDF reads as they stand → color space, numbers to a pixel (W3C PNG Specification, 11.2.1)."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


class Packed(Struct, frozen=True):
    """A picture's bytes, their filter, color space and bits, and how opaque each pixel is (packed; b"" where all are)."""

    data: bytes
    filter: str
    space: str
    bits: int = 8
    more: str = ""
    opacity: bytes = b""


def packed(picture: Picture) -> Packed:
    """A picture as PDF takes it, in its own colors."""
    return jpeg(picture.data) if picture.format == "JPEG" else _png(picture.data)


def write_image(picture: Picture, pixels: Packed, document: PDFDocument) -> int:
    """Put a picture into a document and give its object's number (ISO 32000-1, 8.9.5)."""
    more = pixels.more
    if pixels.opacity:
        mask = Packed(pixels.opacity, "/FlateDecode", "/DeviceGray")
        more += f"/SMask {_write(mask, '', picture, document)} 0 R"
    return _write(pixels, more, picture, document)


def _write(pixels: Packed, more: str, picture: Picture, document: PDFDocument) -> int:
    head = (
        f"<</Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/ColorSpace{pixels.space}"
        f"/BitsPerComponent {pixels.bits}/Filter{pixels.filter}{more}/Length {len(pixels.data)}>>"
    )
    return number_of(_Image(head.encode() + b"\nstream\n" + pixels.data + b"\nendstream\n"), document)


class _Image(PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream that is written as it stands."""

    def __init__(self, text: bytes) -> None:
        super().__init__()
        self._text = text

    def format(self, _document: PDFDocument) -> bytes:
        return self._text


def jpeg(data: bytes) -> Packed:
    """A JPEG as it stands."""
    components = _components(data)
    inverted = "/Decode[1 0 1 0 1 0 1 0]" if components == 4 else ""  # as every program writes CMYK
    return Packed(data, "/DCTDecode", _SPACES[components], more=inverted)


def _components(data: bytes) -> int:
    """How many numbers a pixel of a JPEG has (ITU-T T.81, B.2.2)."""
    at = 2
    while data[at + 1] not in _FRAMES:
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return data[at + 9]


def _png(data: bytes) -> Packed:
    chunks: dict[bytes, bytes] = {}
    for name, content in _chunks(data):
        chunks[name] = chunks.get(name, b"") + content
    width, _, bits, color, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if color not in _COLORS or interlaced or b"tRNS" in chunks:
        return _unpacked(data)
    space, count = _COLORS[color]
    if not space:
        table = chunks[b"PLTE"]
        space = f"[/Indexed/DeviceRGB {len(table) // 3 - 1}<{table.hex()}>]"
    rows = f"/DecodeParms<</Predictor 15/Colors {count}/BitsPerComponent {bits}/Columns {width}>>"
    return Packed(chunks[b"IDAT"], "/FlateDecode", space, bits, rows)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def _unpacked(data: bytes) -> Packed:
    """A PNG with transparency, or in passes: its colors and its opacity apart."""
    from PIL import Image

    picture = Image.open(io.BytesIO(data), formats=("PNG",)).convert("RGBA")
    opacity = picture.getchannel("A").tobytes()
    solid = opacity.count(b"\xff") == len(opacity)
    pixels = zlib.compress(picture.convert("RGB").tobytes())
    return Packed(pixels, "/FlateDecode", "/DeviceRGB", opacity=b"" if solid else zlib.compress(opacity))
