"""Every place in which a PowerPoint file that was worked on by hand can hold a name."""

from __future__ import annotations

import gzip
import io
import zipfile
from base64 import b64encode
from collections.abc import Mapping

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from leapdeck.checks.finished import Unreadable
from leapdeck.checks.leaks import Gate, Known

NAME = "Söhne Light"
GATE = Gate([Known("other", (NAME,))])
TEXT = f"<a:p><a:r><a:t>for {NAME}</a:t></a:r></a:p>"
Parts = Mapping[str, str | bytes]


def package(parts: Parts, comment: str = "") -> bytes:
    """A zip of some parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
        file.comment = comment.encode()
    return buffer.getvalue()


def workbook(part: str, content: str) -> Parts:
    """The workbook of a chart, with a word in one of its parts."""
    return {"ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": package({part: content, "xl/worksheets/sheet1.xml": "<c/>"})}


def saved(fmt: str, **options: object) -> bytes:
    """A small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(buffer, fmt, **options)
    return buffer.getvalue()


def exif(tag: int, value: object) -> Image.Exif:
    """What a camera writes into a picture."""
    found = Image.Exif()
    found[tag] = value
    return found


def png(*, packed: bool) -> bytes:
    """A picture with a text whose keyword has the sign with which packed data begin."""
    info = PngInfo()
    if packed:
        info.add_text("xText of x", f"for {NAME}".encode("latin-1"), zip=True)
    else:
        info.add_itxt("Text", NAME)
    return saved("PNG", pnginfo=info)


XMP = f"<x:xmpmeta><dc:title>{NAME}</dc:title></x:xmpmeta>".encode()
SVG = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"
PLACES: dict[str, Parts] = {
    "a slide": {"ppt/slides/slide1.xml": TEXT},
    "a hidden slide": {"ppt/slides/slide1.xml": f"<p:sld show='0'>{TEXT}</p:sld>"},
    "a break that looks like something": {"ppt/slides/slide1.xml": "<a:p><a:t>Söhne</a:t><a:br><a:rPr/></a:br><a:t>Light</a:t></a:p>"},
    "runs with a link": {
        "ppt/slides/slide1.xml": "<a:p><a:r><a:t>Söh</a:t></a:r><a:r><a:rPr b='1'><a:solidFill><a:srgbClr val='FF0000'><a:alpha val='1'/>"
        "</a:srgbClr></a:solidFill><a:hlinkClick r:id='rId2'/></a:rPr><a:t>ne Light</a:t></a:r></a:p>"
    },
    "a link's target": {"ppt/slides/_rels/slide1.xml.rels": "<Relationship Target='https://s%C3%B6hne-light.example/'/>"},
    "a link's tip": {"ppt/slides/slide1.xml": f"<a:hlinkClick r:id='rId2' tooltip='{NAME}'/>"},
    "a mail address": {"ppt/slides/_rels/slide1.xml.rels": "<Relationship Target='mailto:ann@soehnelight.example?subject=x'/>"},
    "alt text": {"ppt/slides/slide1.xml": f"<p:cNvPr id='2' descr='a > b, {NAME}'/>"},
    "an alt text's title": {"ppt/slides/slide1.xml": f'<p:cNvPr id="2" title="{NAME}"/>'},
    "a shape's name": {"ppt/slides/slide1.xml": f"<p:cNvPr name='{NAME}'/>"},
    "notes": {"ppt/notesSlides/notesSlide1.xml": TEXT},
    "a comment": {"ppt/comments/comment1.xml": f"<p:cm><p:text>{NAME}</p:text></p:cm>"},
    "a modern comment": {"ppt/comments/modernComment_100_0.xml": TEXT},
    "a comment's author": {"ppt/commentAuthors.xml": f"<p:cmAuthor name='{NAME}' initials='SL'/>"},
    "a section": {"ppt/presentation.xml": f"<p14:section name='{NAME}'/>"},
    "a show for some": {"ppt/presentation.xml": f"<p:custShow name='{NAME}'/>"},
    "a layout's name": {"ppt/slideLayouts/slideLayout1.xml": f"<p:cSld name='{NAME}'/>"},
    "a master's text": {"ppt/slideMasters/slideMaster1.xml": TEXT},
    "the notes' master": {"ppt/notesMasters/notesMaster1.xml": TEXT},
    "a handout's header": {"ppt/handoutMasters/handoutMaster1.xml": TEXT},
    "the theme's name": {"ppt/theme/theme1.xml": f"<a:theme name='{NAME}'/>"},
    "a set of colors": {"ppt/theme/theme1.xml": f"<a:clrScheme name='{NAME}'/>"},
    "a font's name": {"ppt/theme/theme1.xml": "<a:latin typeface='SöhneLight Sans'/>"},
    "a font": {"ppt/fonts/font1.fntdata": b"\0\x01" + NAME.encode("utf-16-be") + b"\0\0\xff"},
    "a table style": {"ppt/tableStyles.xml": f"<a:tblStyle styleName='{NAME}'/>"},
    "properties": {"docProps/core.xml": f"<dc:creator>{NAME}</dc:creator>"},
    "the company": {"docProps/app.xml": f"<Company>{NAME}</Company>"},
    "the template": {"docProps/app.xml": "<Template>SöhneLight2027.potx</Template>"},
    "a property's name": {"docProps/custom.xml": f"<property name='{NAME}'/>"},
    "a property's value": {"docProps/custom.xml": f"<property><vt:lpwstr>{NAME}</vt:lpwstr></property>"},
    "hidden data": {"customXml/item1.xml": f"<x>{NAME}</x>"},
    "an element's name": {"customXml/item1.xml": "<SöhneLight>x</SöhneLight>"},
    "an order to programs": {"customXml/item1.xml": f"<?xml version='1.0'?><?for {NAME}?><x/>"},
    "a declaration": {"customXml/item1.xml": f"<!DOCTYPE x [<!ENTITY n '{NAME}'>]><x/>"},
    "a remark": {"ppt/slides/slide1.xml": f"<p:sld><!-- {NAME} --></p:sld>"},
    "plain text in brackets": {"customXml/item1.xml": f"<x><![CDATA[a < {NAME} > b]]></x>"},
    "a tag": {"ppt/tags/tag1.xml": f"<p:tag name='CLIENT' val='{NAME}'/>"},
    "a part's name": {"ppt/media/soehne-light1.xml": "<x/>"},
    "an embedded file's name": {"ppt/embeddings/SoehneLight.bin": b"x"},
    "a picture's name": {"ppt/media/S%C3%B6hne%20Light.png": saved("PNG")},
    "a category": {"ppt/charts/chart1.xml": f"<c:pt idx='0'><c:v>{NAME}</c:v></c:pt>"},
    "a cell of a workbook": workbook("xl/sharedStrings.xml", f"<si><t>{NAME}</t></si>"),
    "a sheet's name": workbook("xl/workbook.xml", f"<sheet name='{NAME}'/>"),
    "a cell's remark": workbook("xl/comments1.xml", f"<comment><text><r><t>{NAME}</t></r></text></comment>"),
    "a workbook's author": workbook("docProps/core.xml", f"<dc:creator>{NAME}</dc:creator>"),
    "a document": {"ppt/embeddings/Microsoft_Word1.docx": package({"word/document.xml": f"<w:t>{NAME}</w:t>"})},
    "an old object": {"ppt/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 60 + NAME.encode("utf-16-le") + b"\0" * 9},
    "a file within an old object": {
        "ppt/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 508 + package({"word/document.xml": f"<w:t>{NAME}</w:t>"})
    },
    "a drawing of boxes": {"ppt/diagrams/data1.xml": f"<dgm:t>{TEXT}</dgm:t>"},
    "a printer's settings": {"ppt/printerSettings/printerSettings1.bin": NAME.encode("utf-16-le")},
    "a drawing": {"ppt/media/image1.svg": SVG.format("<text><tspan>Söhne </tspan><tspan>Light</tspan></text>")},
    "a drawing's title": {"ppt/media/image1.svg": SVG.format(f"<title>{NAME}</title>")},
    "a picture within a drawing": {
        "ppt/media/image1.svg": SVG.format(f"<image href='data:image/png;base64,{b64encode(png(packed=True)).decode()}'/>")
    },
    "a packed drawing": {"ppt/media/image1.svgz": gzip.compress(SVG.format(f"<title>{NAME}</title>").encode())},
    "a metafile": {"ppt/media/image1.emf": b"\x01\0\0\0" + b"\x01\x02" * 20 + NAME.encode("utf-16-le") + b"\xff\xfe"},
    "a packed metafile": {"ppt/media/image1.emz": gzip.compress(b"\x01\0\0\0" + NAME.encode("utf-16-le"))},
    "a PNG's text": {"ppt/media/image1.png": png(packed=False)},
    "a PNG's packed text": {"ppt/media/image1.png": png(packed=True)},
    "behind a PNG": {"ppt/media/image1.png": saved("PNG") + NAME.encode()},
    "a JPEG's comment": {"ppt/media/image1.jpeg": saved("JPEG", comment=NAME.encode("latin-1"))},
    "a JPEG's EXIF": {"ppt/media/image1.jpeg": saved("JPEG", exif=exif(0x013B, NAME.encode()))},
    "a JPEG's title in Windows": {"ppt/media/image1.jpeg": saved("JPEG", exif=exif(0x9C9B, NAME.encode("utf-16-le")))},
    "a JPEG's color profile": {"ppt/media/image1.jpeg": saved("JPEG", icc_profile=b"\0" * 128 + b"desc" + NAME.encode())},
    "a JPEG's XMP": {"ppt/media/image1.jpeg": saved("JPEG", xmp=XMP)},
    "behind a JPEG": {"ppt/media/image1.jpeg": saved("JPEG") + NAME.encode()},
    "a WebP's XMP": {"ppt/media/image1.webp": saved("WEBP", xmp=XMP)},
    "a GIF's comment": {"ppt/media/image1.gif": saved("GIF", comment=NAME.encode())},
    "a TIFF's description": {"ppt/media/image1.tiff": saved("TIFF", exif=exif(0x010E, NAME.encode()))},
    "a picture that is called data": {"ppt/media/image1.dat": png(packed=True)},
    "UTF-16": {"ppt/slides/slide1.xml": TEXT.encode("utf-16-le")},
    "Latin 1": {"ppt/slides/slide1.xml": b"<?xml version='1.0' encoding='ISO-8859-1'?>" + TEXT.encode("latin-1")},
    "a recording": {"ppt/media/media1.mp4": bytes(range(256)) * 99 + NAME.encode() + b"\0"},
}


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_found_wherever_it_stands(place: str) -> None:
    """One place, one find."""
    parts: Parts = {"[Content_Types].xml": "<Types/>", "ppt/slides/slide9.xml": "<a:t>nothing</a:t>", **PLACES[place]}
    found = GATE.findings(package(parts), "deck.pptx")
    assert {finding.severity for finding in found} == {"error"}, found
    assert all("Light" in finding.message for finding in found)


def test_a_name_of_four_letters_in_a_picture_is_found() -> None:
    """However short a text of a picture's file is."""
    info = PngInfo()
    info.add_text("Title", "Acme")
    for part in ({"ppt/media/image1.png": saved("PNG", pnginfo=info)}, {"ppt/media/image1.jpg": saved("JPEG", comment=b"Acm")}):
        assert Gate([Known("acme", ("Acme", "Acm"))]).findings(package(part), "x.pptx")


def noted(**notes: bytes) -> bytes:
    """A package with a part that has a comment or another note in the list of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        part = zipfile.ZipInfo("ppt/a.xml")
        for key, note in notes.items():
            setattr(part, key, note)
        file.writestr(part, "<x/>")
    return buffer.getvalue()


def test_what_stands_around_the_parts_is_searched() -> None:
    """The package's comment, a part's comment and notes, and what stands before and behind the package."""
    plain, name = noted(), NAME.encode()
    notes = (noted(comment=name), noted(extra=b"\x99\x99" + len(name).to_bytes(2, "little") + name))
    for data in (package({"ppt/a.xml": "<x/>"}, NAME), *notes, name + plain, plain + name):
        assert zipfile.is_zipfile(io.BytesIO(data))
        assert {finding.severity for finding in GATE.findings(data, "x.pptx")} == {"error"}


HIDDEN = package({"ppt/slides/slide1.xml": TEXT})
LONG = package({"ppt/slides/slide1.xml": b"<a:t>" + b"words " * 7_000_000})
LARGE = bytearray(HIDDEN)
LARGE[(_size := HIDDEN.find(b"PK\x01\x02") + 24) : _size + 4] = (250_000_000).to_bytes(4, "little")
BROKEN = bytearray(package({"ppt/slides/slide1.xml": "<a:t>" + "words " * 99}))
BROKEN[60:64] = b"\xff\xff\xff\xff"


@pytest.mark.parametrize(
    "data",
    [
        LONG,
        package({"ppt/embeddings/a.xlsx": bytes(LARGE)}),
        package({"ppt/embeddings/a.bin": b"7z\xbc\xaf\x27\x1c"}),
        package({"ppt/vbaProject.bin": b"x"}),
        package({"ppt/media/a.emz": b"\x1f\x8bx"}),
        HIDDEN[: HIDDEN.find(b"PK\x01\x02")] + package({"ppt/a.xml": "<x/>"}),
        bytes(BROKEN),
    ],
    ids=["long", "large within", "another archive", "a macro", "a damaged drawing", "hidden parts", "a damaged part"],
)
def test_what_is_not_searched_in_full_is_told(data: bytes) -> None:
    """More text or data than is searched, what nobody here can open, parts that the list leaves out."""
    with pytest.raises(Unreadable):
        GATE.findings(data, "x.pptx")


def test_a_picture_whose_description_unpacks_without_end_is_told() -> None:
    """A few kilobytes that become megabytes."""
    info = PngInfo()
    info.add_text("Comment", "x" * 9_000_000, zip=True)
    with pytest.raises(Unreadable):
        GATE.findings(package({"ppt/media/image1.png": saved("PNG", pnginfo=info)}), "x.pptx")


@pytest.mark.parametrize("crafted", ["<", "<!--", "='", "<a:rPr>", "data:;base64,", ">" + " " * 9, "a:", "&a", "/work/a", "a\u0301\u0316"])
def test_crafted_markup_is_read_in_a_time_that_grows_with_its_size(crafted: str) -> None:
    """Half a megabyte of what begins and never ends, each of which took minutes or more, with a name behind it."""
    part = crafted * (500_000 // len(crafted)) + f"<a:t>x {NAME}</a:t><!-- -->"
    assert GATE.findings(package({"ppt/slides/slide1.xml": part, "ppt/slides/slide2.xml": TEXT}), "x.pptx")
