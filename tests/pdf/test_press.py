"""The press edition, by number: boxes, bleed and marks; and no color in it that isn't one of four inks."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from leapdeck.assets import Picture as Asset
from leapdeck.imagery.inks import look_at_profile
from leapdeck.pdf import write_press
from leapdeck.scene import Page, Picture, Properties, Shape, Sheets
from leapdeck.units import MM, Rect, Size
from pdfs import opened
from profiles import NAME, press_profile
from works import LOUD, made, prepared

PAPERS = {"a4": (210 * MM, 297 * MM), "letter": (612, 792)}
SHADES = {"g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"}
SMALL = Size(60, 40)


class Set(NamedTuple):
    """What draws, the operator that set its color last, the color's numbers, the width of lines."""

    draws: str
    operator: str
    numbers: tuple[float, ...]
    width: float


@pytest.fixture(scope="module")
def icc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile of the invented press, as a file."""
    path = tmp_path_factory.mktemp("press") / "press.icc"
    path.write_bytes(press_profile())
    return path


@pytest.fixture(params=["profile", "formula"])
def press(request: pytest.FixtureRequest, icc: Path) -> bytes:
    """A workbook with every kind of slide, made by the profile and by the plain formula."""
    return made(kind="press", paper="a4", icc=icc if request.param == "profile" else None)


def small(*items: Shape | Picture, **images: Asset) -> bytes:
    """One little leaf."""
    page = Page(SMALL, items)
    return write_press(Sheets(Properties("Trial", "en", "Nobody"), (page,)), prepared().brand, images, look_at_profile(press_profile()))


def sets(data: bytes) -> Iterator[Set]:
    """Every operator that leaves ink on a page, with its color."""
    with opened(data) as pdf:
        for page in pdf.pages:
            states: list[dict[str, Set]] = [{}]
            width = 1.0
            for operands, operator in ((list(step.operands), str(step.operator)) for step in pikepdf.parse_content_stream(page)):
                if operator == "q":
                    states.append(dict(states[-1]))
                elif operator == "Q":
                    states.pop()
                elif operator == "w":
                    width = float(operands[0])
                elif operator in SHADES:
                    numbers = tuple(float(number) for number in operands)
                    states[-1]["stroke" if operator.isupper() else "fill"] = Set("", operator, numbers, 0.0)
                elif operator in ("f", "B", "Tj", "TJ", "S"):
                    for what in {"S": ("stroke",), "B": ("fill", "stroke")}.get(operator, ("fill",)):
                        yield states[-1][what]._replace(draws="S" if what == "stroke" else operator, width=width)


class Shown(NamedTuple):
    """A picture in a file: its color space, its pixels (of a JPEG as its dictionary turns them), how opaque they are."""

    space: str
    pixels: bytes
    opacity: bytes


def images(data: bytes) -> list[Shown]:
    """Every picture in a file that isn't another's mask."""
    with opened(data) as pdf:
        things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name.Image]
        masks = {thing.SMask.objgen for thing in things if "/SMask" in thing}
        return [
            Shown(str(thing.ColorSpace), _pixels(thing), thing.SMask.read_bytes() if "/SMask" in thing else b"")
            for thing in things
            if thing.objgen not in masks
        ]


def _pixels(image: pikepdf.Stream) -> bytes:
    if str(image.get("/Filter")) != "/DCTDecode":
        return image.read_bytes()
    if image.ColorSpace == pikepdf.Name.DeviceCMYK:
        assert [int(number) for number in image.Decode] == [1, 0] * 4
    with Image.open(io.BytesIO(image.read_raw_bytes())) as picture:
        return picture.tobytes()


def inks(picture: Shown) -> list[bytes]:
    """The four inks of each pixel."""
    return [picture.pixels[at : at + 4] for at in range(0, len(picture.pixels), 4)]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_boxes_tell_where_to_cut(paper: str) -> None:
    """Cut to the paper's size, three millimetres of bleed, and room for marks around."""
    width, height = PAPERS[paper]
    with opened(made(kind="press", paper=paper)) as pdf:
        assert len(pdf.pages) % 4 == 0
        for page in pdf.pages:
            media, trim, bleed = ([float(edge) for edge in page.obj[box]] for box in ("/MediaBox", "/TrimBox", "/BleedBox"))
            around = 11 * MM
            assert media == pytest.approx([0, 0, width + 2 * around, height + 2 * around], abs=0.01)
            assert trim == pytest.approx([around, around, around + width, around + height], abs=0.01)
            assert bleed == pytest.approx([trim[0] - 3 * MM, trim[1] - 3 * MM, trim[2] + 3 * MM, trim[3] + 3 * MM], abs=0.01)


def test_crop_marks_stand_outside_the_bleed_in_line_with_the_cut() -> None:
    """Two at each corner, in every ink, none of them nearer to the bleed than a millimetre."""
    with opened(made(kind="press", paper="a4")) as pdf:
        for page in pdf.pages:
            steps = [(list(step.operands), str(step.operator)) for step in pikepdf.parse_content_stream(page)]
            assert [operator for _, operator in steps[:4]] == ["q", "CS", "SCN", "w"]
            end = next(number for number, (_, operator) in enumerate(steps) if operator == "S")
            points = [tuple(float(number) for number in operands) for operands, _ in steps[4:end]]
            left, bottom, right, top = (float(edge) for edge in page.obj.BleedBox)
            cuts = [float(edge) for edge in page.obj.TrimBox]
            assert len(points) == 16
            for (x1, y1), (x2, y2) in zip(points[::2], points[1::2], strict=True):
                assert (x1 == x2 and pytest.approx(x1, abs=0.01) in (cuts[0], cuts[2])) or pytest.approx(y1, abs=0.01) in (cuts[1], cuts[3])
                for x, y in ((x1, y1), (x2, y2)):
                    away = max(left - x, x - right, bottom - y, y - top)
                    assert away >= 1 * MM - 0.01
            space = page.resources.ColorSpace["/All"]
            assert [str(part) for part in list(space)[:3]] == ["/Separation", "/All", "/DeviceCMYK"]


def test_grounds_reach_the_bleed_and_end_there() -> None:
    """On the cover, on a section's page and on the contact page there is ink to the bleed's edge, and none beyond but marks."""
    with pypdfium2.PdfDocument(made(kind="press", paper="a4")) as pdf:
        for number, corners in ((0, "nw ne"), (2, "nw ne"), (len(pdf) - 1, "nw ne sw se")):
            picture = pdf[number].render(scale=1).to_pil().convert("L")
            width, height = picture.size
            edge = 8 * MM
            for corner in corners.split():
                x = edge if "w" in corner else width - edge
                y = edge if "n" in corner else height - edge
                inward = (1 if "w" in corner else -1, 1 if "n" in corner else -1)
                assert picture.getpixel((round(x + 2 * inward[0]), round(y + 2 * inward[1]))) < 150
                assert picture.getpixel((round(x - 2 * inward[0]), round(y + 2 * inward[1]))) == 255


def test_no_color_is_red_green_and_blue(press: bytes) -> None:
    """Text, forms, lines and pictures are in inks, with masks in grey; pages blend in inks."""
    found = list(sets(press))
    assert {step.operator for step in found} == {"k", "K", "SCN"}
    assert {picture.space for picture in images(press)} == {"/DeviceGray", "/DeviceCMYK"}
    with opened(press) as pdf:
        assert all(str(page.obj.Group.CS) == "/DeviceCMYK" for page in pdf.pages)
        assert not [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name.Form]
        assert b"DeviceRGB" not in b"".join(thing.unparse() for thing in pdf.objects)


def test_text_is_black_alone(press: bytes) -> None:
    """Every letter is black, a tint of it, or bare paper on a dark ground; running text is solid."""
    text = [step for step in sets(press) if step.draws in ("Tj", "TJ")]
    assert {step.numbers[:3] for step in text} == {(0, 0, 0)}
    shares = [step.numbers[3] for step in text]
    assert shares.count(1) > len(shares) / 2
    assert all(share in (0, 1) or 0.5 < share < 0.95 for share in shares)


def test_fine_lines_and_greys_are_black_alone(press: bytes) -> None:
    """A rule hangs on one ink, as does the ground of a panel."""
    lines = [step for step in sets(press) if step.draws == "S" and step.operator == "K" and step.width < 1.5]
    assert len(lines) > 50
    assert {step.numbers[:3] for step in lines} == {(0, 0, 0)}
    assert all(step.numbers[3] > 0.1 for step in lines)
    (panel,) = (step for step in sets(small(Shape(Rect(5, 5, 9, 9), fill="mist"))) if step.draws == "f")
    assert panel.numbers[:3] == (0, 0, 0)
    assert 0 < panel.numbers[3] < 0.1


def test_no_spot_takes_more_ink_than_dries(icc: Path) -> None:
    """Grounds and pictures stay at three of four inks together, though the profile asks for more."""
    for data in (
        made(kind="press", paper="a4", icc=icc),
        made(kind="press", paper="a4", brand=LOUD, icc=icc),
        small(_noise(), key=_photograph("RGB")),
    ):
        assert all(sum(step.numbers) <= 3 for step in sets(data) if step.operator in ("k", "K"))
        assert all(sum(pixel) <= 3 * 255 for picture in images(data) if picture.space == "/DeviceCMYK" for pixel in inks(picture))


def _noise() -> Picture:
    return Picture(Rect(0, 0, 40, 40), "key", "Noise")


def _photograph(mode: str, format: str = "JPEG") -> Asset:
    noise = random.Random(5)
    dark = bytes(noise.randrange(90) for _ in range(3 * 32 * 32))
    buffer = io.BytesIO()
    Image.frombytes("RGB", (32, 32), dark).convert(mode).save(buffer, format)
    return Asset("key", buffer.getvalue(), format, 32, 32)  # type: ignore[arg-type]  # one of the two


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_photographs_become_inks(mode: str) -> None:
    """Colors are separated, what was in inks keeps them as far as they dry, a grey one is black ink."""
    data = small(_noise(), key=_photograph(mode))
    (picture,) = images(data)
    assert picture.space == ("/DeviceGray" if mode == "L" else "/DeviceCMYK")
    if mode != "L":
        with pypdfium2.PdfDocument(data) as pdf:
            shown = pdf[0].render(scale=1).to_pil().convert("L").crop((35, 35, 65, 65)).tobytes()
        assert sum(shown) / len(shown) < 110


def test_greys_of_a_drawing_are_black_alone() -> None:
    """Black lines and grey fields of a drawing hang on one ink, its colors on four; transparency stays."""
    drawing = Image.new("RGBA", (4, 1))
    for x, pixel in enumerate(((0, 0, 0, 255), (128, 130, 126, 255), (184, 71, 47, 255), (255, 255, 255, 0))):
        drawing.putpixel((x, 0), pixel)
    buffer = io.BytesIO()
    drawing.save(buffer, "PNG")
    (found,) = images(small(Picture(Rect(0, 0, 4, 1), "key", "Drawing"), key=Asset("key", buffer.getvalue(), "PNG", 4, 1)))
    black, grey, color, bare = inks(found)
    assert black == b"\0\0\0\xff"
    assert grey[:3] == b"\0\0\0"
    assert 80 < grey[3] < 180
    assert color[1] > 128 > color[0]
    assert bare == b"\0\0\0\0"
    assert found.opacity == b"\xff\xff\xff\0"


def test_the_profile_travels_along(icc: Path) -> None:
    """Whoever prints finds the profile that the inks were mixed for, whole and by its name; without one nothing is claimed."""
    with opened(made(kind="press", paper="a4", icc=icc)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.Info)) == ("/GTS_PDFX", NAME)
        assert intent.DestOutputProfile.read_bytes() == press_profile()
        assert int(intent.DestOutputProfile.N) == 4
        assert str(pdf.trailer.Info.Trapped) == "/False"
        assert b"GTS_PDFXVersion" not in pdf.Root.Metadata.read_bytes()
    with opened(made(kind="press", paper="a4")) as pdf:
        assert "/OutputIntents" not in pdf.Root


def test_the_words_are_the_workbooks() -> None:
    """Page by page, with nothing on the marks' strip."""
    workbook, press = (
        [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made(kind=kind))] for kind in ("handout", "press")
    )
    assert press[: len(workbook) - 1] == workbook[:-1]
    assert press[-1] == workbook[-1]
