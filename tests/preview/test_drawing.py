"""Pictures of pages: their size, their bytes, the sheet of them all."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from leapdeck.preview import contact_sheet, pictures
from leapdeck.preview.drawing import AIR, GROUND, THUMBNAIL
from works import made


def plain(width: int, height: int, color: str) -> bytes:
    """A picture of one color."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), color).save(buffer, "PNG")
    return buffer.getvalue()


def opened(png: bytes) -> Image.Image:
    """A PNG's bytes as a picture."""
    return Image.open(io.BytesIO(png))


@pytest.mark.parametrize("scale", [0.25, 0.5])
def test_pictures_have_the_pages_size(scale: float) -> None:
    """A slide of 960 by 540 points becomes so many pixels at a scale, one picture a slide."""
    found = pictures(made(kind="slides"), scale)
    assert {opened(png).size for png in found} == {(960 * scale, 540 * scale)}
    assert {opened(png).mode for png in found} == {"RGB"}


def test_pictures_show_the_slides() -> None:
    """The title slide stands on the brand's primary color, the first list on white."""
    first, second, *_ = pictures(made(kind="slides"), 0.25)
    assert opened(first).getpixel((120, 10)) == (0x1F, 0x3A, 0x5F)
    assert opened(second).getpixel((120, 60)) == (255, 255, 255)


def test_the_same_pages_give_the_same_bytes() -> None:
    """Drawing twice changes nothing."""
    assert pictures(made(kind="handout"), 0.2) == pictures(made(kind="handout"), 0.2)


@pytest.mark.parametrize(("count", "columns", "across", "down"), [(5, 3, 3, 2), (2, 6, 2, 1), (4, 2, 2, 2), (1, 1, 1, 1)])
def test_the_sheet_has_even_air(count: int, columns: int, across: int, down: int) -> None:
    """Pictures stand in rows, all of one width, with the same air around each."""
    sheet = opened(contact_sheet([plain(960, 540, "#FF0000")] * count, columns)).convert("RGB")
    height = THUMBNAIL * 540 // 960
    assert sheet.size == (across * (THUMBNAIL + AIR) + AIR, down * (height + AIR) + AIR)
    ground = Image.new("RGB", (1, 1), GROUND).getpixel((0, 0))
    for number in range(count):
        x, y = AIR + number % columns * (THUMBNAIL + AIR), AIR + number // columns * (height + AIR)
        assert sheet.getpixel((x, y)) == sheet.getpixel((x + THUMBNAIL - 1, y + height - 1)) == (255, 0, 0)
        assert sheet.getpixel((x - 1, y)) == sheet.getpixel((x, y - 1)) == sheet.getpixel((x + THUMBNAIL, y)) == ground


def test_slides_and_pages_share_a_sheet() -> None:
    """A row is as high as its highest picture; lower ones hang from its upper edge."""
    sheet = opened(contact_sheet([plain(960, 540, "#FF0000"), plain(600, 800, "#0000FF"), plain(960, 540, "#00FF00")], 2)).convert("RGB")
    assert sheet.height == THUMBNAIL * 800 // 600 + THUMBNAIL * 540 // 960 + 3 * AIR
    assert sheet.getpixel((AIR, AIR)) == (255, 0, 0)
    assert sheet.getpixel((AIR, sheet.height - AIR - 1)) == (0, 255, 0)
