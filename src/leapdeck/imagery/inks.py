"""From red, green and blue to the four inks of a printing press: by a color profile, or by a plain formula."""

from __future__ import annotations

import io
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from leapdeck.imagery.header import BadImage

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsProfile, ImageCmsTransform

MOST_INK = 3.0
"""How much of all inks together may lie on one spot, each counted from 0 to 1: more doesn't dry."""
SOLID_LIGHTNESS = 22.0
"""How light black ink alone is (CIE L*, on coated paper 16, on uncoated 30)."""
_HINT = "ask the print shop for the ICC profile of its press and paper, and give that file"
_SPACES = {b"RGB ": "for screens and cameras (RGB)", b"GRAY": "for one ink", b"Lab ": "of no device"}


class Profile(Struct, frozen=True):
    """A color profile (ICC.1) of a press and its paper: what it calls itself, and its bytes."""

    name: str
    data: bytes


class Mixer(Protocol):
    """Makes inks of colors."""

    def mixed(self, picture: Image) -> Image:
        """A picture in RGB as one in CMYK."""

    def black(self, lightness: float) -> float:
        """How much black ink, 0 to 1, looks as light as that (CIE L*, 0 to 100)."""


def look_at_profile(data: bytes) -> Profile:
    """A profile's bytes, if one can print in four colors by them; BadImage where not."""
    from PIL import ImageCms

    if len(data) < 128 or data[36:40] != b"acsp":
        raise BadImage("unfit-profile", "this is no ICC color profile", _HINT)
    if data[16:20] != b"CMYK":
        what = _SPACES.get(data[16:20], "for other inks")
        raise BadImage("unfit-profile", f"this color profile is {what}, not for printing in four colors (CMYK)", _HINT)
    try:
        by_profile = ByProfile(data)
        name = ImageCms.getProfileDescription(by_profile.profile).strip()
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        raise BadImage("unfit-profile", "this color profile is damaged, or doesn't say how to print a color", _HINT) from error
    return Profile(name, data)


def mixer(profile: bytes) -> Mixer:
    """The way to mix by a profile, or by the formula where there is none (b"")."""
    return ByProfile(profile) if profile else ByFormula()


class ByProfile:
    """Colors as near as the press comes to them: relative colorimetric, black point compensated."""

    def __init__(self, data: bytes) -> None:
        """Get ready; ImageCms.PyCMSError where the profile can't be used."""
        from PIL import Image, ImageCms

        self.profile: ImageCmsProfile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        self._to_inks: ImageCmsTransform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"), self.profile, "RGB", "CMYK", intent, flags
        )
        to_lab = ImageCms.buildTransform(self.profile, ImageCms.createProfile("LAB"), "CMYK", "LAB", intent)
        ramp = Image.frombytes("CMYK", (256, 1), bytes(value for share in range(256) for value in (0, 0, 0, share)))
        seen = ImageCms.applyTransform(ramp, to_lab)
        self._darkness = [255 - lightness for lightness in seen.getchannel(0).tobytes()] if seen else []

    def mixed(self, picture: Image) -> Image:
        """By the profile, and never more than MOST_INK."""
        from PIL import ImageCms

        made = ImageCms.applyTransform(picture, self._to_inks)
        return limited(made or picture.convert("CMYK"))

    def black(self, lightness: float) -> float:
        """As the profile says of black ink alone, compared with its paper."""
        return min(255, bisect_left(self._darkness, 254.5 - lightness * 2.55)) / 255


class ByFormula:
    """What is common to red, green and blue becomes black ink, the rest the three others: no more than MOST_INK by itself."""

    def mixed(self, picture: Image) -> Image:
        """K = 1 - max(R, G, B), C = 1 - R / max(R, G, B) and so on."""
        from PIL import Image, ImageChops

        parts = picture.split()
        top = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
        full = Image.new("L", picture.size, 255)
        inks = [_scaled(ImageChops.subtract(top, part), full, top) for part in parts]
        return Image.merge("CMYK", (*inks, ImageChops.invert(top)))

    def black(self, lightness: float) -> float:
        """Tints lie nearly on a straight line between paper and solid ink."""
        return min(1.0, (100 - lightness) / (100 - SOLID_LIGHTNESS))


def limited(picture: Image, most: float = MOST_INK) -> Image:
    """A CMYK picture with at most so much ink on a spot: colors are thinned, black stays."""
    from PIL import Image, ImageChops, ImageMath

    *colors, black = picture.split()
    rough = ImageChops.add(ImageChops.add(colors[0], colors[1], 2), ImageChops.add(colors[2], black, 2), 2)
    if int(rough.getextrema()[1]) < int(255 * most / 4) - 1:  # type: ignore[arg-type]  # one channel has two numbers
        return picture
    together = ImageMath.lambda_eval(lambda given: given["a"] + given["b"] + given["c"], a=colors[0], b=colors[1], c=colors[2])
    room = ImageMath.lambda_eval(lambda given: given["min"](given["all"], int(255 * most) - given["black"]), all=together, black=black)
    return Image.merge("CMYK", (*(_scaled(part, room, together) for part in colors), black))


def _scaled(part: Image, numerator: Image, denominator: Image) -> Image:
    """A channel, multiplied by a fraction at each pixel and rounded down."""
    from PIL import ImageMath

    def scaled(given: dict[str, Any]) -> Any:
        return given["convert"](given["part"] * given["numerator"] / given["max"](given["denominator"], 1), "L")

    made: Image = ImageMath.lambda_eval(scaled, part=part, numerator=numerator, denominator=denominator)
    return made
