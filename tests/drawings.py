"""What a client's masters and layouts draw, in DrawingML: forms, lines, words, pictures and groups, each in one call."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

Place = tuple[float, float, float, float]


def solid(slot: str, changed: str = "") -> str:
    """A fill in one of the theme's colors."""
    return f'<a:solidFill><a:schemeClr val="{slot}">{changed}</a:schemeClr></a:solidFill>'


def line(slot: str, width: float = 1.0) -> str:
    """An outline in one of the theme's colors, so many points wide."""
    return f'<a:ln w="{round(width * 12700)}">{solid(slot)}</a:ln>'


def preset(name: str, adjusted: str = "") -> str:
    """One of PowerPoint's named forms."""
    return f'<a:prstGeom prst="{name}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>'


def placed(place: Place, attributes: str = "") -> str:
    """Where something stands, in points."""
    x, y, width, height = (round(12700 * part) for part in place)
    return f'<a:xfrm{attributes}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def form(place: Place, paint: str, geometry: str = "", *, attributes: str = "", after: str = "", named: str = "") -> str:
    """A form; `after` are its style and its text, `attributes` turn it, `named` is more of its name."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="100" name="Form"{named}/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{placed(place, attributes)}{geometry or preset('rect')}{paint}</p:spPr>{after}</p:sp>"
    )


def text(said: str, frame: str = "", paragraph: str = "", run: str = "") -> str:
    """The text of a form; frame, paragraph and run are the attributes and elements of each."""
    return (
        f"<p:txBody><a:bodyPr{frame}/><a:lstStyle/><a:p><a:pPr{paragraph}/><a:r><a:rPr{run}</a:rPr><a:t>{said}</a:t></a:r></a:p></p:txBody>"
    )


def rule(place: Place, paint: str, attributes: str = "") -> str:
    """A straight line."""
    return (
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="101" name="Line"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
        f"<p:spPr>{placed(place, attributes)}{preset('line')}{paint}</p:spPr></p:cxnSp>"
    )


def picture(place: Place, cut: str = "") -> str:
    """The template's picture, cut."""
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="102" name="Picture"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="rIdPicture"/><a:srcRect {cut}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{placed(place)}{preset('rect')}</p:spPr></p:pic>"
    )


def group(place: Place, inner: Place, *shapes: str) -> str:
    """A group over a place, whose shapes count in a measure of their own."""
    x, y, width, height = (round(12700 * part) for part in inner)
    form_ = placed(place).replace("</a:xfrm>", f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>')
    head = '<p:nvGrpSpPr><p:cNvPr id="103" name="Group"/><p:cNvGrpSpPr/><p:nvPr userDrawn="1"/></p:nvGrpSpPr>'
    return f"<p:grpSp>{head}<p:grpSpPr>{form_}</p:grpSpPr>{''.join(shapes)}</p:grpSp>"


def _logo() -> bytes:
    image = Image.new("RGB", (240, 80), "#EDAE49")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 79, 79), fill="#007A87")
    pen.ellipse((100, 10, 160, 70), fill="#D1495B")
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


LOGO = _logo()
SLANTED = (
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="100" h="50">'
    '<a:moveTo><a:pt x="20" y="0"/></a:moveTo><a:lnTo><a:pt x="100" y="0"/></a:lnTo>'
    '<a:cubicBezTo><a:pt x="100" y="20"/><a:pt x="90" y="50"/><a:pt x="80" y="50"/></a:cubicBezTo>'
    '<a:lnTo><a:pt x="0" y="50"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>'
)
STYLE = (
    '<p:style><a:lnRef idx="2"><a:schemeClr val="dk2"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent3"/></a:fillRef>'
    '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>'
)
FORMS = "".join(
    (
        form((0, 530, 960, 10), solid("accent1")),
        form((0, 0, 960, 6), solid("accent1", '<a:lumMod val="60000"/>')),
        picture((856, 14, 72, 24), "l='0' r='0'"),
        form((870, 60, 60, 24), f"<a:noFill/>{line('accent2', 2)}", preset("roundRect", '<a:gd name="adj" fmla="val 25000"/>')),
        form((900, 90, 24, 24), solid("accent4"), preset("ellipse")),
        group((906, 130, 40, 20), (0, 0, 200, 100), form((0, 0, 100, 100), solid("accent5")), form((100, 50, 100, 50), solid("accent6"))),
        rule((906, 160, 40, 30), line("accent2", 1.5), ' flipV="1"'),
        form((906, 200, 44, 22), solid("dk2"), SLANTED),
        form((916, 240, 20, 20), solid("accent3"), attributes=' rot="2700000"'),
        form(
            (906, 280, 44, 20),
            "",
            after=STYLE + text("OK", ' anchor="ctr" lIns="0" rIns="0" tIns="0" bIns="0"', ' algn="ctr"', ' sz="1000">'),
        ),
        form((906, 310, 44, 20), solid("accent2", '<a:alpha val="40000"/>')),
        form(
            (40, 508, 220, 18),
            "<a:noFill/>",
            after=text(
                "Moving what matters", ' wrap="none" tIns="0" bIns="0" anchor="ctr"', ' algn="l"', f' sz="1000" i="1">{solid("tx2")}'
            ),
        ),
        form((400, 200, 300, 200), solid("accent2"), named=' hidden="1"'),
    )
)
"""A master's drawings: bands at head and foot, the logo, a claim, and at the right edge one of each kind."""
