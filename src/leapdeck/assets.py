"""Pictures: where they are looked for, what is refused, and the bytes that may go into a file."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, LeapdeckError

if TYPE_CHECKING:
    from PIL import Image as Pillow

PictureFormat = Literal["PNG", "JPEG", "WEBP", "GIF", "SVG"]
BYTES_LIMIT = 50_000_000
PIXELS_LIMIT = 40_000_000
LONGEST = 4000
"""Pixels: 300 an inch over the whole width of a slide."""
FLAT = 4096
"""Pictures of fewer colors than these are drawings, which stay PNG."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


class Image(Struct, frozen=True):
    """A picture that passed the checks: `key` is made from its bytes, `width` and `height` are in pixels."""

    key: str
    path: str
    width: int
    height: int
    format: PictureFormat
    dpi: float = 96.0


class Picture(Struct, frozen=True):
    """A picture's bytes as they go into files: cleaned of all metadata, `key` made from them, sizes in pixels."""

    key: str
    data: bytes
    format: Literal["PNG", "JPEG"]
    width: int
    height: int


def find_image(name: str, folders: Iterable[Path]) -> Path | None:
    """The file of that name in the first folder that has it; never one outside of the folders."""
    for folder in folders:
        root = folder.resolve()
        path = (root / name).resolve()
        if path.is_relative_to(root) and path.is_file():
            return path
    return None


def open_image(path: Path) -> Image:
    """Look at a picture's header and check it; LeapdeckError where it can't be used."""
    data = _bytes(path)
    key = hashlib.sha256(data).hexdigest()[:16]
    picture = _opened(data, path)
    width, height = _turned_size(picture)
    return Image(key, str(path), width, height, picture.format, float(picture.info.get("dpi", (96, 96))[0] or 96))  # type: ignore[arg-type]  # one of FORMATS


def load_image(path: Path) -> Picture:
    """Read a picture as it goes into files: upright, at most LONGEST pixels wide, without metadata.

    A JPEG that is upright and not too large keeps its pixels untouched. LeapdeckError where it can't be used.
    """
    data = _bytes(path)
    key = hashlib.sha256(data).hexdigest()[:16]
    picture = _opened(data, path)
    if picture.format == "JPEG" and _orientation(picture) == 1 and max(picture.size) <= LONGEST and picture.mode in ("RGB", "L"):
        _decoded(picture, path)
        return Picture(key, without_metadata(data), "JPEG", *picture.size)
    return _encoded(_upright(picture, path), key)


def without_metadata(data: bytes) -> bytes:
    """A JPEG without its APP1 to APP15 and comment segments (ITU-T T.81, B.1.1.3); Adobe's APP14 stays, it says how colors are coded."""
    kept, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:  # from here on: the picture itself
            break
        if not (0xE1 <= marker <= 0xEF and marker != 0xEE) and marker != 0xFE:
            kept += data[at : at + 2 + length]
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    return bytes(kept + (data[at : end + 2] if end > at else data[at:]))


def _refused(code: str, message: str, hint: str) -> LeapdeckError:
    return LeapdeckError((Diagnostic(code, message, hint=hint),))


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > BYTES_LIMIT:
            raise _refused("picture-too-large", f"{path.name} has {size / 1e6:.0f} MB; at most {BYTES_LIMIT / 1e6:.0f} MB are read", "save it smaller")
        return path.read_bytes()
    except OSError as error:
        raise _refused("missing-picture", f"can't read {path.name}: {error.strerror or error}", "look at the name and the folder") from error


def _opened(data: bytes, path: Path) -> Pillow.Image:
    """The picture by its header alone, so that a small file that unpacks to gigabytes costs nothing."""
    from PIL import Image as Pillow

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)  # the limit below is stricter
        try:
            picture = Pillow.open(io.BytesIO(data), formats=FORMATS)
        except (Pillow.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
            if isinstance(error, Pillow.DecompressionBombError):
                raise _too_many_pixels(path) from error
            raise _refused("bad-picture", f"{path.name} isn't a picture that leapdeck reads", "save it as PNG or JPEG") from error
    if picture.size[0] * picture.size[1] > PIXELS_LIMIT:
        raise _too_many_pixels(path, picture.size)
    return picture


def _too_many_pixels(path: Path, size: tuple[int, int] | None = None) -> LeapdeckError:
    said = f"{size[0]} × {size[1]} pixels" if size else "far too many pixels"
    return _refused("picture-too-large", f"{path.name} has {said}; at most {PIXELS_LIMIT // 1_000_000} million are read", "save it smaller")


def _orientation(picture: Pillow.Image) -> int:
    """How the camera was held (Exif 2.32, tag 0x0112): 1 is upright."""
    return int(picture.getexif().get(0x0112, 1) or 1)


def _turned_size(picture: Pillow.Image) -> tuple[int, int]:
    width, height = picture.size
    return (height, width) if _orientation(picture) >= 5 else (width, height)


def _decoded(picture: Pillow.Image, path: Path) -> None:
    """Decode once, as a file that was cut off opens well and fails only here."""
    try:
        picture.load()
    except (OSError, ValueError, SyntaxError) as error:
        raise _refused("bad-picture", f"{path.name} is damaged or cut off", "copy it again, or save it anew") from error


def _upright(picture: Pillow.Image, path: Path) -> Pillow.Image:
    from PIL import Image as Pillow
    from PIL import ImageOps

    _decoded(picture, path)
    turned = ImageOps.exif_transpose(picture)
    if max(turned.size) > LONGEST:
        turned.thumbnail((LONGEST, LONGEST), Pillow.Resampling.LANCZOS)
    return turned


def _encoded(picture: Pillow.Image, key: str) -> Picture:
    """As PNG where it is a drawing or has transparent parts, else as JPEG."""
    clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    clean = picture.convert("RGBA" if clear else "RGB")
    if clear or clean.getcolors(FLAT):
        buffer, format_ = io.BytesIO(), "PNG"
        clean.save(buffer, "PNG", compress_level=6)
    else:
        buffer, format_ = io.BytesIO(), "JPEG"
        clean.save(buffer, "JPEG", quality=88)
    return Picture(key, buffer.getvalue(), format_, *clean.size)  # type: ignore[arg-type]  # one of the two
