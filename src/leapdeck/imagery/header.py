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


def truncated(format: str) -> BadImage:
    """What is said of a file that ends too early."""
    return BadImage("broken-image", f"this {format} file is cut off: its end is missing", "copy or download it again")
