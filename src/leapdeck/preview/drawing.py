"""PDF pages as PNG, and many of them on one sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

THUMBNAIL = 480
"""Pixels: how wide a picture stands on the contact sheet."""
AIR = 16
"""Pixels around each picture."""
GROUND = "#8A8F98"


def pictures(pdf: bytes, scale: float) -> tuple[bytes, ...]:
    """Each page of a PDF as PNG, `scale` pixels to a point; the same file gives the same bytes."""
    return tuple(_png(page) for page in _pages(pdf, scale))


def contact_sheet(pngs: Sequence[bytes], columns: int) -> bytes:
    """Pictures in rows of so many, in reading order, as one PNG; a row is as high as its highest picture."""
    from PIL import Image

    small = [_thumbnail(png) for png in pngs]
    rows = [small[start : start + columns] for start in range(0, len(small), columns)]
    heights = [max(picture.height for picture in row) for row in rows]
    across = min(columns, len(small))
    sheet = Image.new("RGB", (across * (THUMBNAIL + AIR) + AIR, sum(heights) + AIR * (len(rows) + 1)), GROUND)
    top = AIR
    for row, height in zip(rows, heights, strict=True):
        for number, picture in enumerate(row):
            sheet.paste(picture, (AIR + number * (THUMBNAIL + AIR), top))
        top += height + AIR
    return _png(sheet)


def _pages(pdf: bytes, scale: float) -> Iterator[Image]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            yield page.render(scale=scale).to_pil().convert("RGB")
            page.close()
    finally:
        document.close()


def _thumbnail(png: bytes) -> Image:
    from PIL import Image

    picture = Image.open(io.BytesIO(png))
    return picture.resize((THUMBNAIL, round(picture.height * THUMBNAIL / picture.width)), Image.Resampling.LANCZOS)


def _png(picture: Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=4)
    return buffer.getvalue()
