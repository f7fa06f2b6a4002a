"""Pictures: where they are looked for, what is refused, and the bytes that may go into a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.imagery.header import BadImage, Format, Header
from leapdeck.imagery.looking import look

PictureFormat = Format
BYTES_LIMIT = 50_000_000


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


def find_image(name: str, folders: Iterable[Path]) -> Path:
    """The picture of that name in the first folder that has it, never outside of it; BadImage where there is none."""
    if not name.strip():
        raise BadImage("no-such-image", "the name of the picture's file is missing", "write the file's name")
    if ":" in name.partition("/")[0] or name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/"):
        message = "a picture stands beside the file that names it, or in assets/; this leads elsewhere"
        raise BadImage("outside-folder", message, f"copy it beside the file, and write: {name.replace(chr(92), '/').rpartition('/')[2]}")
    searched = tuple(folders)
    for folder in searched:
        found = folder / name
        if _is_file(found) and found.resolve().is_relative_to(folder.resolve()):
            return found
    raise BadImage("no-such-image", f"there is no picture {name}", _near(name, searched))


def look_at_image(path: Path) -> Image:
    """Read a picture's header and see that its file is whole; BadImage where it can't be used."""
    data = _read(path)
    found = look(data)
    return Image(_key(data), str(path), found.width, found.height, found.format, found.dpi)


class Illustrated(Protocol):
    """What shows pictures: a workshop."""

    @property
    def images(self) -> tuple[Image, ...]:
        """All its pictures."""


def images_of(shown: Illustrated) -> dict[str, Picture]:
    """The pictures of a workshop by their keys, each read once; LeapdeckError with all that can't be used."""
    found: dict[str, Picture] = {}
    bad: list[Diagnostic] = []
    for image in shown.images:
        if image.key not in found:
            try:
                found[image.key] = load_image(Path(image.path))
            except LeapdeckError as error:
                bad += error.diagnostics
    if bad:
        raise LeapdeckError(tuple(bad))
    return found


def load_image(path: Path) -> Picture:
    """A picture as it goes into files: PNG or JPEG, upright, without metadata, no larger than a slide needs.

    LeapdeckError where it can't be used.
    """
    try:
        return clean_picture(_read(path))
    except BadImage as error:
        raise LeapdeckError((error.at(Position(str(path))),)) from error


def clean_picture(data: bytes) -> Picture:
    """A picture's bytes as they go into files, as `load_image` gives them; BadImage where they can't be used."""
    found = look(data)
    key = _key(data)
    if found.plain and max(found.width, found.height) <= _side_limit():
        return Picture(key, _stripped(data, found), found.format, found.width, found.height)  # type: ignore[arg-type]  # only PNG and JPEG are plain
    if found.format == "SVG":
        from leapdeck.imagery.svg import drawn

        made = drawn(data)
    else:
        from leapdeck.imagery.raster import remade

        made = remade(data)
    return Picture(key, made.data, made.format, made.width, made.height)


def _side_limit() -> int:
    from leapdeck.imagery.raster import SIDE_LIMIT

    return SIDE_LIMIT


def _stripped(data: bytes, header: Header) -> bytes:
    if header.format == "PNG":
        from leapdeck.imagery.png import stripped
    else:
        from leapdeck.imagery.jpeg import stripped
    return stripped(data)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > BYTES_LIMIT:
            message = f"this picture has {size / 1e6:.0f} MB; at most {BYTES_LIMIT // 1_000_000} MB are read"
            raise BadImage("image-too-large", message, "save it smaller; 4000 pixels fill a slide")
        return path.read_bytes()
    except OSError as error:
        raise BadImage("unreadable-file", f"can't read {path.name}: {error.strerror or error}") from error


def _key(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long for the disk, or with a character that no name can have
        return False


def _near(name: str, folders: Iterable[Path]) -> str:
    from difflib import get_close_matches

    suffixes = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")
    if "\\" in name:
        return f"write it with slashes: {name.replace(chr(92), '/')}"
    files = (file for folder in folders if folder.is_dir() for file in folder.iterdir())
    there = sorted({file.name for file in files if file.suffix.lower() in suffixes and _is_file(file)})
    same = [known for known in there if name.lower() in (known.lower(), Path(known).stem.lower())]
    near = same or get_close_matches(name, there, 1, 0.7)
    return f"did you mean {near[0]}?" if near else "copy it beside this file, or look at its name"
