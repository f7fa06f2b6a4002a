"""What a picture file says of itself, read without unpacking a pixel."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position

Format = Literal["PNG", "JPEG", "WEBP", "GIF", "SVG"]
PIXEL_LIMIT = 40_000_000


class BadImage(LeapdeckError):  # it names a picture, as others say “the picture is bad”
    """A picture that can't be used: the finding's code, what is wrong, what to do; who named the picture adds the place."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        """Make one finding of the three parts."""
        super().__init__((Diagnostic(code, message, hint=hint),))

    def at(self, position: Position) -> Diagnostic:
        """The finding at a place."""
        return replace(self.diagnostics[0], position=position)


class Header(Struct, frozen=True):
    """Format, size in pixels as shown (turned as EXIF says), dots per inch, and whether the bytes need work.

    `plain` pictures can be passed on after their metadata is cut out; others must be unpacked and written anew.
    """

    format: Format
    width: int
    height: int
    dpi: float = 96.0
    plain: bool = False


def look(data: bytes) -> Header:
    """Read the header of a picture's bytes and see that the file is whole; BadImage where it can't be used."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        from leapdeck.imagery.png import header
    elif data.startswith(b"\xff\xd8\xff"):
        from leapdeck.imagery.jpeg import header
    elif data[:4] == b"GIF8" or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        from leapdeck.imagery.raster import header
    elif _is_svg(data):
        from leapdeck.imagery.svg import header
    else:
        raise BadImage("image-format", f"this isn't a picture that leapdeck reads{_guess(data)}", "save it as PNG, JPEG, WebP, GIF or SVG")
    found = header(data)
    if not found.width or not found.height:
        raise BadImage("broken-image", "this picture has no width or no height", "save it anew from the program that made it")
    if found.width * found.height > PIXEL_LIMIT:
        size = f"{found.width} × {found.height} pixels, {found.width * found.height / 1e6:.0f} megapixels"
        message = f"this picture has {size}; at most {PIXEL_LIMIT // 1_000_000} megapixels are read"
        raise BadImage("image-too-large", message, "save it smaller; 4000 pixels fill a slide")
    return found


def truncated(format: str) -> BadImage:
    """What is said of a file that ends too early."""
    return BadImage("broken-image", f"this {format} file is cut off: its end is missing", "copy or download it again")


def _is_svg(data: bytes) -> bool:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<svg") or (start.startswith((b"<?xml", b"<!")) and b"<svg" in start)


_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"%!PS", "PostScript"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"PK", "a ZIP or Office file"),
    (b"<", "a web page or XML"),
)


def _guess(data: bytes) -> str:
    if not data:
        return ": it is empty"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        return ": it is a HEIC or AVIF picture"
    return next((f": it is {name}" for start, name in _OTHERS if data.startswith(start)), "")
