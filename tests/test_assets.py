"""Pictures: found where they belong, refused where they are harmful, and stripped of all that nobody should read."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
from PIL import Image as Pixels
from PIL import ImageCms
from PIL.PngImagePlugin import PngInfo

from leapdeck.assets import find_image, load_image, look_at_image
from leapdeck.diagnostics import LeapdeckError
from leapdeck.imagery.header import BadImage

SECRET = b"Camera of Ada"
WIDE = (60, 40)


def noise(size: tuple[int, int] = WIDE) -> Pixels.Image:
    """A picture with no two pixels alike."""
    return Pixels.frombytes("RGB", size, Random(7).randbytes(size[0] * size[1] * 3))


def opened(data: bytes) -> Pixels.Image:
    """The pixels of a file's bytes."""
    picture = Pixels.open(io.BytesIO(data))
    picture.load()
    return picture


def test_clean_files_keep_their_pixels(tmp_path: Path) -> None:
    """A plain PNG and a plain JPEG give the same pixels, without being written anew."""
    for name in ("a.png", "a.jpg"):
        noise().save(tmp_path / name)
        made = load_image(tmp_path / name)
        assert opened(made.data).tobytes() == opened((tmp_path / name).read_bytes()).tobytes()
        assert (made.width, made.height) == WIDE


def test_nothing_but_pixels_gets_through(tmp_path: Path) -> None:
    """Camera data, comments, texts, profiles and what hangs behind the end are gone, from every format."""
    exif = Pixels.Exif()
    exif[0x010F] = SECRET.decode()
    noise().save(tmp_path / "a.jpg", exif=exif, comment=SECRET)
    noise().save(tmp_path / "a.webp", exif=exif)
    info = PngInfo()
    info.add_text("Author", SECRET.decode())
    noise().save(tmp_path / "a.png", pnginfo=info, exif=exif)
    noise().save(tmp_path / "a.gif", comment=SECRET)
    for name in ("a.jpg", "a.webp", "a.png", "a.gif"):
        path = tmp_path / name
        path.write_bytes(path.read_bytes() + SECRET)
        assert SECRET in path.read_bytes()
        assert SECRET not in load_image(path).data


@pytest.mark.parametrize("turn", range(1, 9))
def test_pictures_are_turned_upright(tmp_path: Path, turn: int) -> None:
    """Whatever EXIF says of a picture's orientation, its sizes and pixels come out as a viewer shows them."""
    exif = Pixels.Exif()
    exif[0x0112] = turn
    noise().save(tmp_path / "a.jpg", exif=exif, quality=100)
    seen, made = look_at_image(tmp_path / "a.jpg"), load_image(tmp_path / "a.jpg")
    size = WIDE if turn < 5 else WIDE[::-1]
    assert (seen.width, seen.height) == (made.width, made.height) == opened(made.data).size == size
    assert 0x0112 not in opened(made.data).getexif()


@pytest.mark.parametrize(
    ("name", "format"), [("a.webp", "JPEG"), ("a.gif", "PNG"), ("gray.png", "PNG"), ("clear.png", "PNG"), ("print.jpg", "JPEG")]
)
def test_formats_become_png_or_jpeg(tmp_path: Path, name: str, format: str) -> None:
    """Photographs become JPEG, the rest PNG; colors for print become colors for screens; what is clear stays clear."""
    mode = {"gray.png": "L", "clear.png": "RGBA", "print.jpg": "CMYK"}.get(name, "RGB")
    picture = noise().convert(mode)
    if mode == "RGBA":
        picture.putalpha(100)
    picture.save(tmp_path / name)
    made = load_image(tmp_path / name)
    assert made.format == format == opened(made.data).format
    assert opened(made.data).mode == {"L": "L", "RGBA": "RGBA"}.get(mode, "RGB")


def test_large_pictures_are_made_smaller(tmp_path: Path) -> None:
    """No side is longer than a slide at 300 dots to the inch needs; the proportions stay."""
    Pixels.new("RGB", (5000, 1000), "teal").save(tmp_path / "a.png")
    made = load_image(tmp_path / "a.png")
    assert (made.width, made.height) == opened(made.data).size == (4000, 800)


def test_no_profile_gets_through(tmp_path: Path) -> None:
    """A color profile is applied or dropped, and never passed on."""
    for kind in ("sRGB", "LAB"):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile(kind))
        noise().save(tmp_path / "a.jpg", icc_profile=profile.tobytes())
        assert "icc_profile" not in opened(load_image(tmp_path / "a.jpg").data).info


def test_the_key_is_made_of_the_bytes(tmp_path: Path) -> None:
    """The same bytes under two names have one key, other bytes another; seen and loaded they have the same."""
    noise().save(tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes((tmp_path / "a.png").read_bytes())
    noise((50, 50)).save(tmp_path / "c.png")
    keys = [look_at_image(tmp_path / name).key for name in ("a.png", "b.png", "c.png")]
    assert keys[0] == keys[1] != keys[2]
    assert [load_image(tmp_path / name).key for name in ("a.png", "b.png", "c.png")] == keys


def test_every_cut_is_noticed(tmp_path: Path) -> None:
    """A PNG or JPEG without its last bytes is refused, wherever it was cut."""
    for name in ("a.png", "a.jpg"):
        noise((20, 20)).save(tmp_path / name)
        data = (tmp_path / name).read_bytes()
        for length in range(0, len(data) - 1, 7):
            (tmp_path / name).write_bytes(data[:length])
            with pytest.raises(LeapdeckError):
                look_at_image(tmp_path / name)


@pytest.mark.parametrize(
    "name", ["../a.png", "/a.png", "x/../../a.png", "https://example.com/a.png", "C:\\a.png", "\\\\host\\a.png", " ", "x" * 5000, "a\0.png"]
)
def test_only_what_stands_in_the_folders_is_found(tmp_path: Path, name: str) -> None:
    """No name leads out of the folders, and odd names are plainly not found."""
    folder = tmp_path / "inside"
    folder.mkdir()
    noise().save(tmp_path / "a.png")
    with pytest.raises(LeapdeckError):
        find_image(name, (folder,))


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """A symbolic link that leads elsewhere isn't a picture in the folder."""
    folder = tmp_path / "inside"
    folder.mkdir()
    noise().save(tmp_path / "a.png")
    (folder / "link.png").symlink_to(tmp_path / "a.png")
    with pytest.raises(LeapdeckError):
        find_image("link.png", (folder,))


def test_drawings_become_pictures(tmp_path: Path) -> None:
    """An SVG is drawn with its proportions, and where it draws nothing it stays clear."""
    path = tmp_path / "a.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="100" height="100" fill="#ff0000"/></svg>')
    made = load_image(path)
    pixels = opened(made.data)
    assert (made.format, made.width, made.height) == ("PNG", 2400, 1200)
    assert pixels.getpixel((600, 600)) == (255, 0, 0, 255)
    assert pixels.getpixel((1800, 600))[3] == 0  # type: ignore[index]  # four parts


@pytest.mark.parametrize(
    ("name", "hint"), [("DOORS", "did you mean doors.jpg?"), ("door.jpg", "did you mean doors.jpg?"), ("plan.png", "copy it")]
)
def test_a_picture_that_is_not_there_is_answered_with_a_near_one(tmp_path: Path, name: str, hint: str) -> None:
    """A name without its ending or in other letters is understood; a folder is no picture, whatever it is called."""
    noise().save(tmp_path / "doors.jpg")
    (tmp_path / "plan.png").mkdir()
    with pytest.raises(BadImage) as caught:
        find_image(name, (tmp_path,))
    assert caught.value.diagnostics[0].hint.startswith(hint)
