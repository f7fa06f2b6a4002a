"""Pictures in PDFs: which bytes go in as they are, and that every kind shows what it should."""

from __future__ import annotations

import io
import random
import zlib

import pypdfium2
import pytest
from PIL import Image

from leapdeck.assets import Picture as Asset
from leapdeck.pdf import write_sheets
from leapdeck.scene import Page, Picture, Properties, Shape, Sheets
from leapdeck.units import Rect, Size
from pdfs import opened
from works import brand

SIZE = (8, 6)
GROUND = (0x1F, 0x3A, 0x5F)


def picture(mode: str, format: str = "PNG", **options: int) -> tuple[Asset, Image.Image]:
    """A noisy little picture: as an asset, and its pixels."""
    noise = random.Random(7)
    colors = Image.frombytes("RGBA", SIZE, bytes(noise.randrange(256) for _ in range(4 * SIZE[0] * SIZE[1])))
    made = colors.quantize(5) if mode == "P" else colors.convert(mode)
    buffer = io.BytesIO()
    made.save(buffer, format, **options)
    return Asset("key", buffer.getvalue(), format, *SIZE), Image.open(io.BytesIO(buffer.getvalue()))  # type: ignore[arg-type]  # one of the two


def written(asset: Asset, crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> bytes:
    """A page that the picture covers, on the brand's dark ground."""
    width, height = SIZE
    room = Rect(0, 0, width, height)
    page = Page(Size(width, height), (Shape(room, fill="primary"), Picture(room, "key", "Noise", crop)))
    return write_sheets(Sheets(Properties("Trial", "en", "Nobody"), (page,)), brand(), {"key": asset})


def shown(data: bytes) -> Image.Image:
    """The page, a pixel a point, so that each of the picture's pixels is one of the page's."""
    with pypdfium2.PdfDocument(data) as pdf:
        made: Image.Image = pdf[0].render(scale=1).to_pil().convert("RGB")
    return made


@pytest.mark.parametrize(
    ("mode", "options"), [("L", {}), ("1", {}), ("RGB", {}), ("P", {}), ("RGBA", {}), ("LA", {}), ("P", {"transparency": 2})]
)
def test_pngs_show_their_pixels(mode: str, options: dict[str, int]) -> None:
    """Grey, bits, colors, palettes and transparency come out as they went in, laid over what is below."""
    asset, pixels = picture(mode, "PNG", **options)
    over = Image.alpha_composite(Image.new("RGBA", SIZE, GROUND), pixels.convert("RGBA")).convert("RGB")
    found = shown(written(asset))
    for wanted, given in zip(over.tobytes(), found.tobytes(), strict=True):
        assert abs(wanted - given) <= 2


def test_plain_pngs_and_jpegs_go_in_as_they_are() -> None:
    """No pixel is unpacked where PDF reads the same bytes."""
    jpeg, _ = picture("RGB", "JPEG")
    png, pixels = picture("RGB")
    for asset, inside in ((jpeg, jpeg.data), (png, None)):
        with opened(written(asset)) as pdf:
            (image,) = pdf.pages[0].Resources.XObject.values()
            raw = image.read_raw_bytes()
            assert raw == inside if inside else raw in png.data
            assert (int(image.Width), int(image.Height)) == SIZE
    assert len(zlib.decompress(raw)) == SIZE[1] * (3 * SIZE[0] + 1)
    assert pixels.mode == "RGB"


def test_interlaced_pngs_are_unpacked() -> None:
    """A PNG in passes, which PDF can't read, shows its pixels too."""
    asset, pixels = picture("RGB")
    passes = _interlaced(pixels)
    for wanted, given in zip(pixels.tobytes(), shown(written(Asset("key", passes, "PNG", *SIZE))).tobytes(), strict=True):
        assert abs(wanted - given) <= 2
    assert passes != asset.data


def test_a_picture_is_cropped_to_its_rectangle() -> None:
    """With its left half cut off, the right half fills the place."""
    asset, pixels = picture("RGB")
    with opened(written(asset, (0.5, 0.0, 0.0, 0.0))) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert b"0.00 0.00 8.00 6.00 re W n" in content
    assert b"16.00 0 0 6.00 -8.00 0.00 cm" in content
    right = shown(written(asset, (0.5, 0.0, 0.0, 0.0))).getpixel((7, 2))
    assert isinstance(right, tuple)
    last = pixels.getpixel((7, 2))
    assert isinstance(last, tuple)
    assert all(abs(a - b) <= 40 for a, b in zip(right, last, strict=True))


def test_one_picture_is_stored_once() -> None:
    """However often a picture is shown, its bytes are in the file once."""
    asset, _ = picture("RGB")
    room = Rect(0, 0, 4, 4)
    page = Page(Size(8, 8), (Picture(room, "key", "One"), Picture(room.moved(4, 4), "key", "Other")))
    data = write_sheets(Sheets(Properties("Trial", "en", "Nobody"), (page, page)), brand(), {"key": asset})
    with opened(data) as pdf:
        assert len({image.objgen for sheet in pdf.pages for image in sheet.Resources.XObject.values()}) == 1


def _interlaced(pixels: Image.Image) -> bytes:
    """A PNG in Adam7's seven passes (W3C PNG Specification, 8.2), which Pillow reads but doesn't write."""
    rows = b""
    for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        for y in range(y0, SIZE[1], dy):
            row = b"".join(bytes(pixels.getpixel((x, y))) for x in range(x0, SIZE[0], dx))  # type: ignore[arg-type]  # three numbers
            rows += b"\0" + row if row else b""
    head = SIZE[0].to_bytes(4, "big") + SIZE[1].to_bytes(4, "big") + bytes((8, 2, 0, 0, 1))
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big") for name, data in chunks
    )
