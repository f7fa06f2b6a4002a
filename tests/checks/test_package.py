"""The lint of decks, together with Microsoft's rules: every mistake that PowerPoint repairs or drops is found."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from leapdeck.checks.package import lint
from works import LOUD, OUTLINES, made

Parts = dict[str, bytes]
Mistake = Callable[[Parts], None]


def taken_apart(data: bytes) -> Parts:
    """The parts of a deck."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def put_together(parts: Parts) -> bytes:
    """A deck of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def slide_with(parts: Parts, pattern: str, folder: str = "slides") -> str:
    """The first part of a folder that matches a pattern."""
    names = sorted((n for n in parts if n.startswith(f"ppt/{folder}/") and n.endswith(".xml")), key=lambda n: (len(n), n))
    return next(name for name in names if re.search(pattern, parts[name].decode(), re.DOTALL))


def change(pattern: str, into: str, part: str = "", count: int = 1) -> Mistake:
    """Replace what a pattern finds, in a part or in the first slide where it is."""

    def mistake(parts: Parts) -> None:
        name = part or slide_with(parts, pattern)
        changed = re.sub(pattern, into, parts[name].decode(), count=count, flags=re.DOTALL)
        assert changed != parts[name].decode()
        parts[name] = changed.encode()

    return mistake


def drop(part: str) -> Mistake:
    """Leave a part out."""

    def mistake(parts: Parts) -> None:
        del parts[next(name for name in parts if re.fullmatch(part, name))]

    return mistake


def share_theme(parts: Parts) -> None:
    """The notes' master uses the slides' theme."""
    change("theme2", "theme1", "ppt/notesMasters/_rels/notesMaster1.xml.rels")(parts)
    parts.pop("ppt/theme/theme2.xml")
    change(r'<Override PartName="/ppt/theme/theme2.xml"[^>]*/>', "", "[Content_Types].xml")(parts)


def add_orphan(parts: Parts) -> None:
    """A slide that nothing leads to."""
    parts["ppt/slides/slide99.xml"] = parts["ppt/slides/slide1.xml"]
    kind = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
    change("</Types>", f'<Override PartName="/ppt/slides/slide99.xml" ContentType="{kind}"/></Types>', "[Content_Types].xml")(parts)


def embed_raw_font(parts: Parts) -> None:
    """A font that isn't wrapped as PowerPoint wants it."""
    parts["ppt/fonts/font1.fntdata"] = b"\0\1\0\0" + b"\0" * 100
    fonts = '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Lato"/><p:regular r:id="rIdF"/></p:embeddedFont></p:embeddedFontLst>'
    change(r"(<p:notesSz[^>]*/>)", rf"\1{fonts}", "ppt/presentation.xml")(parts)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
    relation = f'<Relationship Id="rIdF" Type="{kind}" Target="fonts/font1.fntdata"/></Relationships>'
    change("</Relationships>", relation, "ppt/_rels/presentation.xml.rels")(parts)
    change("<Default ", '<Default Extension="fntdata" ContentType="application/x-fontdata"/><Default ', "[Content_Types].xml")(parts)


def swap_timing(parts: Parts) -> None:
    """The animation stands before what it must follow."""
    name = slide_with(parts, "<p:timing")
    text = parts[name].decode()
    timing = re.search(r"<p:timing.*</p:timing>", text, re.DOTALL)
    assert timing
    parts[name] = text.replace(timing[0], "").replace("<p:clrMapOvr", f"{timing[0]}<p:clrMapOvr").encode()


CHART = "ppt/charts/chart1.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
PRESENTATION = "ppt/presentation.xml"
MISTAKES: dict[str, Mistake] = {
    "two shapes with one id": change(r'(<p:cNvPr id=")3(")', r"\g<1>2\2"),
    "a picture that isn't declared": change(r'r:embed="rId\d+"', 'r:embed="rId77"'),
    "a picture that isn't there": drop(r"ppt/media/[^/]+\.png"),
    "a slide without a content type": change(r'<Override PartName="/ppt/slides/slide4.xml"[^>]*/>', "", "[Content_Types].xml"),
    "animation in the wrong place": swap_timing,
    "a run's looks in the wrong order": change(
        r'<a:rPr lang="en-US" b="1">(<a:solidFill>.*?</a:solidFill>)', r'<a:rPr lang="en-US" b="1"><a:latin typeface="+mn-lt"/>\1'
    ),
    "a text without paragraphs": change(r"(<a:lstStyle/>)<a:p>.*?</a:p>(</p:txBody>)", r"\1\2"),
    "a row with a cell too few": change(r"<a:tc>.*?</a:tc>", ""),
    "a size that is no whole number": change(r'sz="1200"', 'sz="12.5"', MASTER),
    "a color with five digits": change(r'srgbClr val="1F3A5F"', 'srgbClr val="1F3A5"', "ppt/theme/theme1.xml"),
    "a color that the theme hasn't": change(r'schemeClr val="dk1"', 'schemeClr val="brand"', MASTER),
    "a slide without a layout": change(r"<Relationship [^>]*slideLayout[^>]*/>", "", "ppt/slides/_rels/slide4.xml.rels"),
    "two slides with one id": change(r'<p:sldId id="257"', '<p:sldId id="256"', PRESENTATION),
    "a slide's id below the least": change(r'<p:sldId id="257"', '<p:sldId id="25"', PRESENTATION),
    "a layout with its master's id": change(r'sldLayoutId id="2147483649"', 'sldLayoutId id="2147483648"', MASTER),
    "a layout that isn't listed": change(r'<p:sldLayoutId id="2147483653"[^>]*/>', "", MASTER),
    "a section with a slide that isn't there": change(r'<p14:sldId id="257"', '<p14:sldId id="999"', PRESENTATION),
    "building a shape that isn't there": change(r'bldP spid="\d+"', 'bldP spid="88"'),
    "moving a shape that isn't there": change(r'spTgt spid="\d+"', 'spTgt spid="88"'),
    "two steps with one id": change(r'cTn id="5"', 'cTn id="4"'),
    "moving a paragraph that isn't there": change(r'pRg st="\d+" end="\d+"', 'pRg st="9" end="9"'),
    "an axis that isn't there": change(r'(<c:axId val="111111111"/>)', r'\1<c:axId val="500000009"/>', CHART),
    "an axis with a negative id": change("111111111", "-50001", CHART, 0),
    "a chart in the wrong order": change(r"(<c:barDir [^>]*/>)(<c:grouping [^>]*/>)", r"\2\1", CHART),
    "an address with spaces": lambda parts: change(
        r'Target="tel:[^"]*"', 'Target="https://exa mple.com/a b"', next(name for name, data in parts.items() if b'Target="tel:' in data)
    )(parts),
    "a slide that nothing leads to": add_orphan,
    "two masters with one theme": share_theme,
    "a font that isn't wrapped": embed_raw_font,
    "two shapes in one place": change(r'(<p:ph type="body" idx="11"/>.*?)<p:ph type="body" idx="12"/>', r'\1<p:ph type="body" idx="11"/>'),
    "a mark of compatibility that nobody declares": change(
        "<p:sld ", '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="zz" '
    ),
    "a width below zero": change(r'<a:ext cx="[1-9]\d+"', '<a:ext cx="-5"'),
    "a mistyped attribute": change(r"<a:bodyPr/>", '<a:bodyPr ancor="ctr"/>'),
    "a picture that holds something else": lambda parts: parts.__setitem__(
        next(name for name in parts if name.endswith(".png")), b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    ),
    "a jump to a layout": change(r'(hlinkClick r:id=")rId\d+(" action)', r"\1rId1\2"),
}


def audited(data: bytes, folder: Path) -> list[str]:
    """What Microsoft's rules say."""
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_every_mistake_is_found(mistake: Mistake, tmp_path: Path) -> None:
    """Each mistake is found by the lint, or by Microsoft's rules, or by both."""
    parts = taken_apart(made())
    mistake(parts)
    data = put_together(parts)
    assert lint(data) or audited(data, tmp_path)


def test_a_name_that_stands_twice_is_found() -> None:
    """A zip may hold a name twice; PowerPoint repairs such a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parts = taken_apart(made())
        for name, data in (*parts.items(), ("ppt/slides/slide1.xml", b"<x/>")):
            file.writestr(name, data)
    assert any("twice" in finding.message for finding in lint(buffer.getvalue()))


def test_what_is_no_deck_is_said_to_be_none() -> None:
    """Any bytes get an answer."""
    (finding,) = lint(b"not a zip")
    assert "no PowerPoint file" in finding.message


@pytest.mark.parametrize("brand", [None, LOUD], ids=["leap", "loud"])
def test_our_decks_are_without_fault(brand: Path | None, tmp_path: Path) -> None:
    """A deck of every kind passes the lint and Microsoft's rules, in both brands."""
    data = made(brand=brand)
    assert [finding.message for finding in lint(data)] == []
    assert audited(data, tmp_path) == []


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_the_shipped_workshops_are_without_fault(outline: Path) -> None:
    """The deck of each outline that ships passes the lint."""
    assert [finding.message for finding in lint(made(outline))] == []
