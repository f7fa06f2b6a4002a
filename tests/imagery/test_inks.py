"""From light to ink: the plain formula, a profile, the limit; and which profiles are refused."""

from __future__ import annotations

import pytest
from PIL import Image, ImageCms

from leapdeck.imagery.header import BadImage
from leapdeck.imagery.inks import Mixer, limited, look_at_profile, mixer
from profiles import NAME, press_profile

PURE = {(255, 255, 255): (0, 0, 0, 0), (0, 0, 0): (0, 0, 0, 255), (255, 0, 0): (0, 255, 255, 0), (0, 255, 255): (255, 0, 0, 0)}


def mixed(by: Mixer, *colors: tuple[int, int, int]) -> list[tuple[int, ...]]:
    """The inks of colors."""
    data = by.mixed(Image.frombytes("RGB", (len(colors), 1), bytes(part for color in colors for part in color))).tobytes()
    return [tuple(data[at : at + 4]) for at in range(0, len(data), 4)]


def test_the_formula_takes_what_is_common_to_black() -> None:
    """White is no ink, black is black alone, pure colors are pure inks; half as light is half black."""
    assert mixed(mixer(b""), *PURE) == list(PURE.values())
    assert mixed(mixer(b""), (128, 0, 64)) == [(0, 255, 127, 127)]


def test_the_formula_never_takes_more_than_three_inks() -> None:
    """Whatever the color."""
    colors = [(r, g, b) for r in range(0, 256, 51) for g in range(0, 256, 17) for b in (0, 1, 99, 255)]
    assert max(map(sum, mixed(mixer(b""), *colors))) <= 3 * 255


def test_a_profile_mixes_as_it_says_but_for_too_much() -> None:
    """The invented press wants four inks for black; it gets three inks' worth, black first."""
    (white, black, red) = mixed(mixer(press_profile()), (255, 255, 255), (0, 0, 0), (184, 71, 47))
    assert max(white) <= 1
    assert black[3] > 250
    assert 290 / 100 * 255 < sum(black) <= 3 * 255
    assert red[1] > red[0] + 50


@pytest.mark.parametrize("profile", [b"", press_profile()], ids=["formula", "profile"])
def test_tints_of_black_follow_lightness(profile: bytes) -> None:
    """Paper is no ink, the darkest is all of it, and what is darker takes more."""
    by = mixer(profile)
    shares = [by.black(lightness) for lightness in range(100, -1, -10)]
    assert (shares[0], shares[-1]) == (0, 1)
    assert shares == sorted(shares)
    assert 0.5 < by.black(50) < 0.75


def test_ink_is_thinned_to_the_limit() -> None:
    """Colors give way in equal parts, black stays; what dries is left as it is."""
    heavy = Image.frombytes("CMYK", (2, 1), bytes((200, 100, 100, 255, 10, 20, 30, 40)))
    first, second = limited(heavy, 2.0).tobytes()[:4], limited(heavy, 2.0).tobytes()[4:]
    assert tuple(first) == (127, 63, 63, 255)
    assert tuple(second) == (10, 20, 30, 40)
    assert limited(heavy) is heavy


def test_a_profile_says_its_name() -> None:
    """It goes into the file and onto the print ticket."""
    assert look_at_profile(press_profile()).name == NAME


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no ICC color profile"),
        (b"%PDF-1.7" + bytes(200), "no ICC color profile"),
        (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), "for screens and cameras"),
        (press_profile()[:900], "damaged"),
        (press_profile()[:200].ljust(400, b"\xff"), "damaged"),
    ],
    ids=["empty", "pdf", "rgb", "cut off", "rubbish"],
)
def test_what_is_no_press_profile_is_refused(data: bytes, says: str) -> None:
    """The message says what it is instead."""
    with pytest.raises(BadImage, match=says) as caught:
        look_at_profile(data)
    assert caught.value.diagnostics[0].code == "unfit-profile"
