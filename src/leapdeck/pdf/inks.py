"""Colors for a printing press: text and fine lines in black ink alone, greys too; grounds and pictures in four inks."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from leapdeck.assets import Picture
from leapdeck.brand.color import luminance, oklch
from leapdeck.imagery.inks import limited, mixer
from leapdeck.pdf.images import Packed, jpeg, packed

if TYPE_CHECKING:
    from PIL.Image import Image

FINE = 1.5
"""Points: a thinner line is printed in one ink, as four never meet exactly."""
GREY = 0.03
"""Chroma in OKLCH below which a color is a grey."""
SOLID, BARE = 0.05, 0.4
"""Luminance up to which text is solid black (its edges are sharp then), and from which it is left to the paper, on dark grounds."""
QUALITY = 92
_PICTURE_INK = 2.9
"""The most ink in a picture that is packed as a JPEG, which may add a little."""
_SPREAD = 8
"""How far apart the three numbers of a drawn pixel (0 to 255) may be for a grey."""


class Inks:
    """The brand's colors as the operators of DeviceCMYK (ISO 32000-1, table 74); greys in black alone."""

    def __init__(self, palette: Mapping[str, str], profile: bytes = b"") -> None:
        """Mix the palette by a press's profile, or by the plain formula."""
        self._palette = palette
        self._mixer = mixer(profile)
        self._grounds = {role: f"{self._mixed(value)} k" for role, value in palette.items()}

    def text(self, role: str) -> str:
        """Solid black, a tint of it, or no ink at all: never an edge on which inks must meet."""
        light = luminance(self._palette[role])
        share = 1.0 if light <= SOLID else 0.0 if light >= BARE else self._black(self._palette[role])
        return f"0 0 0 {share:.3g} k"

    def ground(self, role: str) -> str:
        """The color in four inks, a grey in black."""
        return self._grounds[role]

    def line(self, role: str, width: float) -> str:
        """A fine line in black or a tint of it, a broad one as a ground."""
        if width >= FINE:
            return self._grounds[role].replace("k", "K")
        color = self._palette[role]
        return f"0 0 0 {1.0 if luminance(color) <= SOLID else self._black(color):.3g} K"

    def picture(self, picture: Picture) -> Packed:
        """A photograph in four inks; a drawing too, its greys in black alone. What is grey already is black ink as it stands."""
        from PIL import Image

        found = packed(picture)
        if found.space == "/DeviceGray":
            return found
        opened = Image.open(io.BytesIO(picture.data), formats=(picture.format,))
        if picture.format == "JPEG":
            return _photograph(limited(opened if opened.mode == "CMYK" else self._mixer.mixed(opened.convert("RGB")), _PICTURE_INK))
        data = self._drawn(opened.convert("RGBA").convert("RGB")).tobytes()
        return Packed(zlib.compress(data), "/FlateDecode", "/DeviceCMYK", opacity=found.opacity)

    def _mixed(self, color: str) -> str:
        from PIL import Image

        if oklch(color).chroma < GREY:
            return f"0 0 0 {self._black(color):.3g}"
        pixel = Image.new("RGB", (1, 1), color)
        return " ".join(f"{share / 255:.3g}" for share in self._mixer.mixed(pixel).tobytes())

    def _black(self, color: str) -> float:
        return self._mixer.black(lightness(color))

    def _drawn(self, pixels: Image) -> Image:
        """A drawing's pixels in four inks, but greys in black."""
        from PIL import Image, ImageChops

        red, green, blue = pixels.split()
        low, high = (pick(pick(red, green), blue) for pick in (ImageChops.darker, ImageChops.lighter))
        greys = ImageChops.subtract(high, low).point([255 * (spread <= _SPREAD) for spread in range(256)])
        shares = [round(255 * self._black(f"#{value:02X}{value:02X}{value:02X}")) for value in range(256)]
        none = Image.new("L", pixels.size)
        black = Image.merge("CMYK", (none, none, none, pixels.convert("L").point(shares)))
        return Image.composite(black, self._mixer.mixed(pixels), greys)


def lightness(color: str) -> float:
    """How light a color looks, 0 to 100 (CIE L*, with white at 100)."""
    light = luminance(color)
    return 116 * light ** (1 / 3) - 16 if light > 216 / 24389 else light * 24389 / 27


def _photograph(pixels: Image) -> Packed:
    buffer = io.BytesIO()
    pixels.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
    return jpeg(buffer.getvalue())
