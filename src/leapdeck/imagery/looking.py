"""Which kind of picture some bytes are, and what their header says."""

from __future__ import annotations

from leapdeck.imagery.header import PIXEL_LIMIT, BadImage, Header


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
