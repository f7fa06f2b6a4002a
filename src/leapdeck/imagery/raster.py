"""Pictures unpacked by Pillow and written anew: turned upright, in sRGB, no larger than a slide needs."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from leapdeck.imagery.header import PIXEL_LIMIT, BadImage, Header

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE_LIMIT = 4000
"""The most pixels along a side: a slide of 13.33 inches at 300 to the inch."""
QUALITY = 90
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


class Made(Struct, frozen=True):
    """A picture written anew."""

    data: bytes
    format: Literal["PNG", "JPEG"]
    width: int
    height: int


def header(data: bytes) -> Header:
    """Size and resolution of a WebP or GIF, unpacked to see that it is whole, unless it is too large; BadImage where it isn't."""
    with _opened(data) as picture:
        width, height = picture.size
        if width * height <= PIXEL_LIMIT:
            picture.load()
        if picture.getexif().get(0x0112, 1) >= 5:
            width, height = height, width
        return Header(picture.format, width, height)


def remade(data: bytes) -> Made:
    """The pixels of a picture (of several frames the first), upright, in sRGB and at most SIDE_LIMIT long and wide."""
    from PIL import Image, ImageOps

    with _opened(data) as picture:
        if picture.format == "JPEG":
            picture.draft(None, (SIDE_LIMIT, SIDE_LIMIT))
        lossy = picture.format in ("JPEG", "WEBP")
        upright = ImageOps.exif_transpose(_in_srgb(picture))
        upright.thumbnail((SIDE_LIMIT, SIDE_LIMIT), Image.Resampling.LANCZOS)
        return _written(upright, lossy=lossy)


def written(picture: Image) -> Made:
    """A picture that leapdeck drew, as PNG."""
    return _written(picture, lossy=False)


def lightness(data: bytes) -> float:
    """How light a mark is: the mean relative luminance (WCAG 2) of what is seen of it; 0 where it brings a ground of its own."""
    from PIL import ImageStat

    with _opened(data) as picture:
        picture.thumbnail((200, 200))
        pixels = picture.convert("RGBA")
    seen = pixels.getchannel("A")
    if seen.getextrema()[0] > 0:
        return 0.0
    linear = pixels.convert("RGB").point([round(255 * (value / 255) ** 2.2) for value in range(256)] * 3)
    red, green, blue = ImageStat.Stat(linear, mask=seen.point(lambda alpha: 255 * (alpha > 127))).mean
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def _written(picture: Image, *, lossy: bool) -> Made:
    clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    pixels = picture.convert("RGBA" if clear else "L" if picture.mode in ("1", "L") else "RGB")
    pixels.info.clear()
    if clear and pixels.getchannel("A").getextrema() == (255, 255):
        pixels, clear = pixels.convert("RGB"), False
    out = io.BytesIO()
    if lossy and not clear:
        pixels.save(out, "JPEG", quality=QUALITY, optimize=True, subsampling=0)
    else:
        pixels.save(out, "PNG", compress_level=6)
    return Made(out.getvalue(), "JPEG" if lossy and not clear else "PNG", *pixels.size)


def _in_srgb(picture: Image) -> Image:
    """Colors of another profile as sRGB; without a profile, or with one that can't be read, as they are."""
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert("RGB") if picture.mode == "CMYK" else picture
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if picture.mode in ("RGBA", "PA", "LA") else "RGB"
        given = picture if picture.mode in ("RGB", "RGBA", "CMYK", "L") else picture.convert(mode)
        exif = picture.info.get("exif")
        made = ImageCms.profileToProfile(given, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert("RGB") if picture.mode == "CMYK" else picture
    if made is None:
        return picture
    if exif:
        made.info["exif"] = exif
    return made


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """The picture, unpacked only when asked for; whatever Pillow says against it becomes BadImage."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                yield picture
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        message = "this picture has more pixels than leapdeck reads"
        raise BadImage("image-too-large", message, "save it smaller; 4000 pixels fill a slide") from error
    except UnidentifiedImageError as error:
        raise BadImage("broken-image", "this picture can't be read", "save it anew from the program that made it") from error
    except (OSError, ValueError, SyntaxError, IndexError, TypeError, EOFError, OverflowError) as error:
        raise BadImage("broken-image", "this picture is damaged or cut off", "copy or download it again") from error
