"""What a client's layouts draw, behind slides as PDF and in the pictures of papers: seen, read by nobody, in the file once."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import page
import pikepdf
import pypdfium2
import pytest

from leapdeck.brand.color import contrast
from leapdeck.building import Job, Options, brand_of, build, prepare
from leapdeck.building.templates import on_paper
from templates import template
from works import EVERY_KIND

LOGO, BAND, MASTER = (860, 20), (480, 536), (910, 300)
"""Points, on the template that draws everything, in which its master's logo, band and last form lie."""


@lru_cache
def made(kind: str, *, sparing: bool = False) -> bytes:
    """A file of slides in that template."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "client.potx"
        path.write_bytes(template("drawn"))
        job = Job(EVERY_KIND, kinds=(kind,), template=path, options=Options(ink_saver=sparing))
        return build(job).files[0].data


def colors(number: int, *points: tuple[int, int]) -> list[tuple[int, ...]]:
    """The colors of a slide at some points."""
    picture = pypdfium2.PdfDocument(made("slides"))[number].render(scale=1).to_pil().convert("RGB")
    return [picture.getpixel(point) for point in points]


def test_slides_show_what_the_template_draws() -> None:
    """The logo in the corner, the band at the foot, behind the slide's own words; nothing of it where the layout hides its master's."""
    assert colors(1, LOGO, BAND) == [(0x00, 0x7A, 0x87), (0x00, 0x7A, 0x87)]
    assert colors(3, LOGO, BAND) == [(255, 255, 255), (255, 255, 255)]
    assert colors(3, (10, 270)) == [(0xD1, 0x49, 0x5B)]


def test_a_picture_over_the_slide_lies_behind_its_title() -> None:
    """The title's picture covers the slide, and its plate shows it through."""
    (left, plate) = colors(0, (20, 500), (20, 200))
    assert left == (0x00, 0x7A, 0x87)
    assert plate == pytest.approx([255 - 0.3 * (255 - part) for part in left], abs=2)


@pytest.mark.parametrize("kind", ["slides", "guide", "slides-3up"])
def test_drawings_are_in_the_file_once(kind: str) -> None:
    """The picture, and the drawings of each layout, however many slides stand on it."""
    with pikepdf.open(io.BytesIO(made(kind))) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        wide = [item for item in streams if item.get("/Subtype") == "/Image" and item.get("/Width") == 240]
        logos = [item for item in streams if item.get("/Subtype") == "/Form" and b"q 72.00 0 0 24.00" in item.read_bytes()]
    assert len(wide) == 1
    assert len(logos) == 3


@pytest.mark.parametrize("kind", ["slides", "guide", "slides-3up"])
def test_drawings_are_artifacts(kind: str, tmp_path: Path) -> None:
    """A screen reader says nothing of them, and the file stays PDF/UA-1."""
    path = tmp_path / "made.pdf"
    path.write_bytes(made(kind))
    assert page.validate_pdf(str(path), profile="ua1").is_compliant


def test_words_on_dark_grounds_are_dark_with_little_ink(tmp_path: Path) -> None:
    """Slides of a dark template are printed on white: every word on them can be read."""
    for name in ("dark", "dark-titles"):
        path = tmp_path / f"{name}.potx"
        path.write_bytes(template(name))
        job = Job(EVERY_KIND, kinds=("guide",), template=path, options=Options(ink_saver=True))
        ready = prepare(job, brand_of(job)[0])
        _, brand, _ = on_paper(ready.worn, ready.paper_deck, ready.paper_brand)
        shown = [role for name, role in brand.roles.items() if name.startswith("slide theirs")]
        assert shown
        assert all(contrast(brand.palette[role.color], "#FFFFFF") >= 4.5 for role in shown)


def test_a_picture_that_is_a_ground_takes_no_ink() -> None:
    """With little ink the title's picture is left out, and the logo stays."""
    with pikepdf.open(io.BytesIO(made("slides-6up", sparing=True))) as pdf:
        forms = [item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"]
    assert not any(b"q 960.00 0 0" in form and b"/I" in form for form in forms)
    assert any(b"q 72.00 0 0 24.00" in form for form in forms)
