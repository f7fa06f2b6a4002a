"""What clients' masters and layouts draw themselves, as it is read: where, in which colors, from the back to the front."""

from __future__ import annotations

import zipfile
from functools import lru_cache
from io import BytesIO

import pytest

from drawings import LOGO, solid
from leapdeck.diagnostics import Position
from leapdeck.layouts.corporate import ClientTemplate, Drawn, Words
from leapdeck.powerpoint.corporate import open_and_read
from leapdeck.scene import Picture, Rule, Shape
from leapdeck.units import Rect
from templates import template, zipped


@lru_cache
def read(data: bytes) -> ClientTemplate:
    """A template that was read."""
    return open_and_read(data, "client.potx", Position("client.potx"))


def drawn(layout: str, data: bytes = b"") -> tuple[Drawn, ...]:
    """What a layout of the template that draws everything shows."""
    return next(found.drawn for found in read(data or template("drawn")).layouts if found.name == layout)


def changed(old: str, new: str) -> bytes:
    """That template with a text of its masters replaced."""
    with zipfile.ZipFile(BytesIO(template("drawn"))) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    path = "ppt/slideMasters/slideMaster1.xml"
    assert old in parts[path].decode()
    return zipped({**parts, path: parts[path].decode().replace(old, new)})


def near(rect: Rect) -> tuple[float, ...]:
    """A rectangle to a hundredth of a point."""
    return tuple(round(part, 2) for part in (rect.x, rect.y, rect.width, rect.height))


def test_forms_have_their_places_and_colors() -> None:
    """Bands, soft corners, ellipses, forms that a pen drew or that are turned: each where it is, changed colors and all."""
    shapes = [item for item in drawn("Title Only") if isinstance(item, Shape)]
    assert [(item.geometry, near(item.rect), item.fill, item.stroke) for item in shapes] == [
        ("rect", (0, 530, 960, 10), "#007A87", ""),
        ("rect", (0, 0, 960, 6), "#004951", ""),
        ("soft", (870, 60, 60, 24), "", "#D1495B"),
        ("ellipse", (900, 90, 24, 24), "#EDAE49", ""),
        ("rect", (906, 130, 20, 20), "#66A3A8", ""),
        ("rect", (926, 140, 20, 10), "#9C89B8", ""),
        ("free", (906, 200, 44, 22), "#004B5A", ""),
        ("free", (916, 240, 20, 20), "#6A8D2F", ""),
        ("rect", (906, 280, 44, 20), "#6A8D2F", "#004B5A"),
        ("rect", (906, 310, 44, 20), "#D1495B", ""),
    ]
    assert (shapes[2].corner, shapes[2].stroke_width, shapes[-1].alpha) == (0.25, 2.0, 0.4)
    assert [stroke.kind for stroke in shapes[6].strokes] == ["move", "line", "curve", "line", "close"]
    assert shapes[7].strokes[0].at == pytest.approx((0.5, 0.5 - 0.5**0.5))


def test_a_gradient_is_its_middle() -> None:
    """A form that runs from black to white is gray; a picture that is shown faintly is as faint."""
    stops = "".join(f'<a:gs pos="{at}"><a:srgbClr val="{value}"/></a:gs>' for at, value in ((0, "000000"), (100_000, "FFFFFF")))
    band = drawn("Title Only", changed(solid("accent1"), f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"))[0]
    assert isinstance(band, Shape)
    assert band.fill == "#808080"
    blip = '<a:blip r:embed="rIdPicture"/>'
    faint = drawn("Title Only", changed(blip, blip.replace("/>", '><a:alphaModFix amt="15000"/></a:blip>')))[2]
    assert isinstance(faint, Picture)
    assert faint.alpha == 0.15


def test_a_line_runs_as_it_was_drawn() -> None:
    """From the left bottom to the right top, where it is mirrored."""
    (line,) = (item for item in drawn("Title Only") if isinstance(item, Rule))
    assert (near(line.rect), line.color, line.width) == ((906, 190, 40, -30), "#D1495B", 1.5)


def test_a_picture_is_kept_once_and_cut() -> None:
    """The logo of the master and the picture of the title are one; what its file says of its making stays behind."""
    (logo,) = (item for item in drawn("Title Only") if isinstance(item, Picture))
    title = next(item for item in drawn("Title Slide") if isinstance(item, Picture) and item.rect.width == 960)
    assert (logo.image, near(logo.rect)) == (title.image, (856, 14, 72, 24))
    assert title.crop == pytest.approx((0, 0.2, 0, 0.2))
    (image,) = read(template("drawn")).images.values()
    assert (image.width, image.height) == (240, 80)


def test_words_keep_their_looks() -> None:
    """A claim in its size, slope and color; a form's words in the color that its style gives them."""
    style, claim = (item for item in drawn("Title Only") if isinstance(item, Words))
    (letters,) = claim.paragraphs[0]
    look = letters.look
    assert (letters.text, look.size, look.italic, look.color, claim.anchor) == ("Moving what matters", 10, True, "#004B5A", "middle")
    assert (style.paragraphs[0][0].text, style.paragraphs[0][0].look.color, style.paragraphs[0][0].look.align) == (
        "OK",
        "#FFFFFF",
        "center",
    )


def test_what_is_behind_comes_first() -> None:
    """The master's drawings, then the layout's; where a layout hides its master's, its own alone; nothing that is hidden."""
    title = drawn("Title Slide")
    assert title[: len(drawn("Title Only"))] == drawn("Title Only")
    assert len(title) == len(drawn("Title Only")) + 2
    (bar,) = drawn("Section Header")
    assert near(bar.rect) == (0, 0, 24, 540)


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ('rot="2700000"', 'rot="much"', 9),
        ('<a:pt x="20" y="0"/>', '<a:pt x="wd2" y="0"/>', 8),
        ('fmla="val 25000"', 'fmla="*/ 1 2 3"', 3),
        ('prst="ellipse"', 'prst="cloud"', 4),
    ],
)
def test_a_form_that_cant_be_told_is_left_out(old: str, new: str, number: int) -> None:
    """It alone, and without a word."""
    usual, found = drawn("Title Only"), drawn("Title Only", changed(old, new))
    assert found == usual[:number] + usual[number + 1 :]


def test_arcs_and_curves_are_followed() -> None:
    """A quarter of a circle ends where it should, and so does a curve with one handle."""
    steps = (
        '<a:arcTo wR="50" hR="25" stAng="16200000" swAng="5400000"/><a:quadBezTo><a:pt x="70" y="50"/><a:pt x="20" y="25"/></a:quadBezTo>'
    )
    form = drawn("Title Only", changed('<a:lnTo><a:pt x="0" y="50"/></a:lnTo>', steps))[8]
    assert isinstance(form, Shape)
    *_, arc, curve, _ = form.strokes
    assert arc.at[-2:] == pytest.approx((1.3, 1.5))
    assert curve.at[-2:] == (0.2, 0.5)


@pytest.mark.parametrize("data", [b"\x01\x00\x00\x00 EMF", LOGO[:60], b""])
def test_a_picture_that_cant_be_shown_is_left_out(data: bytes) -> None:
    """Drawings of other programs, files that are cut off: the rest is there."""
    with zipfile.ZipFile(BytesIO(template("drawn"))) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    found = drawn("Title Only", zipped({**parts, "ppt/media/image1.png": data}))
    assert len(found) == len(drawn("Title Only")) - 1
    assert not any(isinstance(item, Picture) for item in found)
