"""Clients' templates for trials, each awkward in a way of its own, written part by part; and what is read of a finished deck."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from drawings import FORMS, LOGO, form, picture, solid

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
P = "application/vnd.openxmlformats-officedocument.presentationml"
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
COLORS = {
    "dk1": "1B1B1B", "lt1": "FFFFFF", "dk2": "004B5A", "lt2": "EEF3F4", "accent1": "007A87", "accent2": "D1495B",
    "accent3": "6A8D2F", "accent4": "EDAE49", "accent5": "66A3A8", "accent6": "9C89B8", "hlink": "00626E", "folHlink": "7A5C8E",
}  # fmt: skip


class Spot(Struct, frozen=True):
    """A placeholder: kind ("" for any content), number, place in points (None: its master's), and what its first level says."""

    kind: str
    index: int = 0
    place: tuple[float, float, float, float] | None = None
    says: str = ""
    frame: str = ""


class Page(Struct, frozen=True):
    """A layout: its name, PowerPoint's word for it, its placeholders, its own ground and forms; a bare one hides its master's."""

    name: str
    kind: str = ""
    spots: tuple[Spot, ...] = ()
    ground: str = ""
    forms: str = ""
    bare: bool = False


TITLE_STYLE = '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/><a:defRPr sz="4000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>'


class Recipe(Struct, frozen=True):
    """A template to be made; each master has the same placeholders, in its own list of layouts.

    `forms` are what its masters draw, in DrawingML; `picture` is a PNG that masters and layouts may name as rIdPicture.
    """

    masters: tuple[tuple[Page, ...], ...]
    size: tuple[float, float] = (960, 540)
    title: tuple[float, float, float, float] = (66, 29, 828, 104)
    body: tuple[float, float, float, float] = (66, 144, 828, 343)
    foot: float = 500
    colors: dict[str, str] = field(default_factory=lambda: COLORS)
    map: str = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
    fonts: tuple[str, str] = ("Calibri", "Calibri")
    title_style: str = TITLE_STYLE
    sizes: tuple[int, int] = (2800, 2400)
    type: str = "template"
    forms: str = ""
    picture: bytes = b""


def emu(points: float) -> int:
    """Points as EMU."""
    return round(points * 12700)


def made(recipe: Recipe) -> bytes:
    """The template as a file."""
    parts: dict[str, str | bytes] = {}
    shared = [("image", "../media/image1.png")] if recipe.picture else []
    masters, layouts, types = [], 0, []
    next_id = 2147483648
    for number, pages in enumerate(recipe.masters, 1):
        ids, rels = [], []
        own, next_id = next_id, next_id + 1
        for n, page in enumerate(pages, 1):
            layouts += 1
            parts[f"ppt/slideLayouts/slideLayout{layouts}.xml"] = _layout(page)
            parts[f"ppt/slideLayouts/_rels/slideLayout{layouts}.xml.rels"] = _rels(
                [("slideMaster", f"../slideMasters/slideMaster{number}.xml"), *shared]
            )
            types.append((f"ppt/slideLayouts/slideLayout{layouts}.xml", f"{P}.slideLayout+xml"))
            ids.append(f'<p:sldLayoutId id="{next_id}" r:id="rId{n}"/>')
            rels.append(("slideLayout", f"../slideLayouts/slideLayout{layouts}.xml"))
            next_id += 1
        parts[f"ppt/slideMasters/slideMaster{number}.xml"] = _master(recipe, "".join(ids))
        parts[f"ppt/slideMasters/_rels/slideMaster{number}.xml.rels"] = _rels([*rels, ("theme", f"../theme/theme{number}.xml"), *shared])
        parts[f"ppt/theme/theme{number}.xml"] = _theme(recipe, number)
        types += [
            (f"ppt/slideMasters/slideMaster{number}.xml", f"{P}.slideMaster+xml"),
            (f"ppt/theme/theme{number}.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ]
        masters.append(f'<p:sldMasterId id="{own}" r:id="rId{number}"/>')
    parts["ppt/presentation.xml"] = (
        f"{HEAD}<p:presentation {NS}><p:sldMasterIdLst>{''.join(masters)}</p:sldMasterIdLst>"
        f'<p:sldSz cx="{emu(recipe.size[0])}" cy="{emu(recipe.size[1])}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )
    parts["ppt/_rels/presentation.xml.rels"] = _rels(
        [("slideMaster", f"slideMasters/slideMaster{n}.xml") for n in range(1, len(masters) + 1)]
    )
    parts["_rels/.rels"] = _rels([("officeDocument", "ppt/presentation.xml")])
    types.append(("ppt/presentation.xml", f"{P}.{recipe.type}.main+xml"))
    if recipe.picture:
        parts["ppt/media/image1.png"] = recipe.picture
    return zipped({"[Content_Types].xml": _types(types), **parts})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return buffer.getvalue()


def _types(rows: Sequence[tuple[str, str]]) -> str:
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in rows)
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def _rels(rows: Sequence[tuple[str, str]]) -> str:
    ids = ["Picture" if kind == "image" else str(n) for n, (kind, _) in enumerate(rows, 1)]
    inside = "".join(
        f'<Relationship Id="rId{id}" Type="{OFFICE}/{kind}" Target="{target}"/>' for id, (kind, target) in zip(ids, rows, strict=True)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def _shape(number: int, spot: Spot) -> str:
    kind = f' type="{spot.kind}"' if spot.kind else ""
    index = f' idx="{spot.index}"' if spot.index else ""
    place = ""
    if spot.place:
        x, y, w, h = map(emu, spot.place)
        place = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Place {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{place}</p:spPr><p:txBody><a:bodyPr{spot.frame}/><a:lstStyle>{spot.says}</a:lstStyle><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def _layout(page: Page) -> str:
    kind = f' type="{page.kind}"' if page.kind else ""
    ground = f"<p:bg><p:bgPr><a:solidFill>{page.ground}</a:solidFill><a:effectLst/></p:bgPr></p:bg>" if page.ground else ""
    shapes = "".join(_shape(n, spot) for n, spot in enumerate(page.spots, 20))
    bare = ' showMasterSp="0"' if page.bare else ""
    return (
        f'{HEAD}<p:sldLayout {NS} preserve="1"{kind}{bare}><p:cSld name="{page.name}">{ground}<p:spTree>{TREE}{page.forms}{shapes}</p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _master(recipe: Recipe, ids: str) -> str:
    width = recipe.size[0]
    spots = (
        Spot("title", 0, recipe.title, frame=' anchor="ctr"'),
        Spot("body", 1, recipe.body),
        Spot("ftr", 3, (width * 0.3, recipe.foot, width * 0.4, 28), '<a:lvl1pPr algn="ctr"><a:defRPr sz="1200"/></a:lvl1pPr>', ' anchor="ctr"'),
        Spot("sldNum", 4, (width * 0.75, recipe.foot, width * 0.18, 28), '<a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr>', ' anchor="ctr"'),
    )  # fmt: skip
    shapes = "".join(_shape(n, spot) for n, spot in enumerate(spots, 20))
    first, second = recipe.sizes
    levels = "".join(
        f'<a:lvl{n}pPr marL="{228600 + 457200 * (n - 1)}" indent="-228600"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="{1000 if n == 1 else 500}"/></a:spcBef>'
        f'<a:buFont typeface="Arial"/><a:buChar char="\u2022"/><a:defRPr sz="{size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{n}pPr>'
        for n, size in enumerate((first, second, 2000), 1)
    )
    other = '<a:lvl1pPr><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>'
    rest = "".join(f' accent{n}="accent{n}"' for n in range(1, 7))
    return (
        f'{HEAD}<p:sldMaster {NS}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{TREE}{recipe.forms}{shapes}</p:spTree></p:cSld>'
        f'<p:clrMap {recipe.map}{rest} hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>'
        f"<p:txStyles><p:titleStyle>{recipe.title_style}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _theme(recipe: Recipe, number: int) -> str:
    colors = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in recipe.colors.items())
    major, minor = (f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>' for font in recipe.fonts)
    fill, line = (
        '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>',
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>',
    )
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme {NS.split(" xmlns:r", maxsplit=1)[0]} name="Theme {number}"><a:themeElements><a:clrScheme name="C">{colors}</a:clrScheme>'
        f'<a:fontScheme name="F"><a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="S"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


FEET = (Spot("ftr", 11), Spot("sldNum", 12))
TITLE = Spot("title")
LOW = '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="2400"/></a:lvl1pPr>'


def office(width: float = 960, *, kinds: bool = True, names: Sequence[str] = ()) -> tuple[Page, ...]:
    """The layouts that PowerPoint's own templates have, on slides of a width and 540 points high."""
    k = width / 960
    half = 406 * k
    pages = (
        Page("Title Slide", "title", (Spot("ctrTitle", 0, (120 * k, 88, 720 * k, 188), '<a:lvl1pPr algn="ctr"><a:defRPr sz="6000"/></a:lvl1pPr>', ' anchor="b"'), Spot("subTitle", 1, (120 * k, 284, 720 * k, 130), '<a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr sz="2400"/></a:lvl1pPr>'), *FEET)),
        Page("Title and Content", "obj", (TITLE, Spot("", 1), *FEET)),
        Page("Section Header", "secHead", (Spot("title", 0, (66 * k, 135, 828 * k, 225), '<a:lvl1pPr><a:defRPr sz="6000"/></a:lvl1pPr>', ' anchor="b"'), Spot("body", 1, (66 * k, 361, 828 * k, 118), LOW), *FEET)),
        Page("Comparison", "twoTxTwoObj", (TITLE, Spot("body", 1, (66 * k, 132, half, 65), LOW, ' anchor="b"'), Spot("", 2, (66 * k, 197, half, 290)), Spot("body", 3, (66 * k + half + 16 * k, 132, half, 65), LOW, ' anchor="b"'), Spot("", 4, (66 * k + half + 16 * k, 197, half, 290)), *FEET)),
        Page("Title Only", "titleOnly", (TITLE, *FEET)),
        Page("Blank", "blank", FEET),
        Page("Picture with Caption", "picTx", (Spot("title", 0, (66 * k, 36, 310 * k, 126), '<a:lvl1pPr><a:defRPr sz="3200"/></a:lvl1pPr>', ' anchor="b"'), Spot("pic", 1, (408 * k, 78, 486 * k, 384)), Spot("body", 2, (66 * k, 162, 310 * k, 300), '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="1600"/></a:lvl1pPr>'), *FEET)),
    )  # fmt: skip
    renamed = zip(pages, names or [page.name for page in pages], strict=True)
    return tuple(replace(page, name=name, kind=page.kind if kinds else "") for page, name in renamed)


GERMAN = ("Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Vergleich", "Nur Titel", "Leer", "Bild mit Überschrift")
PORTUGUESE = (
    "Slide de Título",
    "Título e Conteúdo",
    "Cabeçalho da Seção",
    "Comparação",
    "Somente Título",
    "Em branco",
    "Imagem com Legenda",
)
JAPANESE = ("タイトル スライド", "タイトルとコンテンツ", "セクション見出し", "比較", "タイトルのみ", "白紙", "タイトル付きの図")
DARK = {**COLORS, "dk1": "0E1726", "lt1": "F7F7F2", "dk2": "1C2B45", "lt2": "D9E2EC", "accent1": "4FC3F7", "accent2": "FF8A65", "accent3": "AED581", "accent4": "FFD54F"}  # fmt: skip
NAVY = '<a:schemeClr val="dk2"/>'
SHOUTS = '<a:lvl1pPr algn="ctr"><a:buNone/><a:defRPr sz="3600" b="1" cap="all"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="Georgia"/></a:defRPr></a:lvl1pPr>'
BAR = '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="254000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></p:spPr></p:sp>'


def _on_dark_titles() -> tuple[Page, ...]:
    """Light slides; title and section stand on the dark second color, with light text."""
    light = '<a:lvl1pPr{}><a:buNone/><a:defRPr sz="{}"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    pages = list(office())
    for n, sizes in ((0, ("4800", "2400")), (2, ("4400", "2000"))):
        title, body, *feet = pages[n].spots
        spots = (replace(title, says=light.format("", sizes[0])), replace(body, says=light.format(' marL="0" indent="0"', sizes[1])), *feet)
        pages[n] = replace(pages[n], ground=NAVY, spots=spots)
    return tuple(pages)


def _drawn() -> bytes:
    """A template whose masters and layouts draw all that templates draw: a band, a logo, a claim, a group, lines, forms of all kinds."""
    pages = list(office())
    pages[0] = replace(
        pages[0], forms=picture((0, 0, 960, 540), "t='20000' b='20000'") + form((0, 60, 700, 260), solid("bg1", "<a:alpha val='70000'/>"))
    )
    pages[2] = replace(pages[2], bare=True, forms=form((0, 0, 24, 540), solid("accent2")))
    return made(Recipe((tuple(pages),), forms=FORMS, picture=LOGO, body=(66, 144, 828, 326)))


RECIPES: dict[str, Callable[[], bytes]] = {
    "python-pptx": (resources.files("pptx") / "templates" / "default.pptx").read_bytes,
    "office": lambda: made(Recipe((office(),))),
    "four-to-three": lambda: made(Recipe((office(720),), (720, 540), (36, 22, 648, 90), (36, 126, 648, 356), sizes=(3200, 2800), type="presentation")),
    "small-slides": lambda: made(Recipe((tuple(_smaller(page) for page in office()),), (720, 405), (49, 22, 622, 78), (49, 108, 622, 257), 375, sizes=(2100, 1800), type="slideshow", title_style=TITLE_STYLE.replace("4000", "3000"))),
    "german-untyped": lambda: made(Recipe((office(kinds=False, names=GERMAN),))),
    "portuguese-untyped": lambda: made(Recipe((office(kinds=False, names=PORTUGUESE),), fonts=("Verdana", "Verdana"))),
    "japanese": lambda: made(Recipe((office(names=JAPANESE),), fonts=("Arial", "Arial"))),
    "dark": lambda: made(Recipe((office(),), colors=DARK, map='bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"', fonts=("Cambria", "Calibri"))),
    "dark-titles": lambda: made(Recipe((_on_dark_titles(),), title_style=SHOUTS, forms=BAR)),
    "two-masters": lambda: made(Recipe((office()[4:6], office()), fonts=("Times New Roman", "Arial"))),
    "no-title": lambda: made(Recipe(((Page("Free", "", (Spot("body", 1), *FEET)), Page("Empty", "blank", FEET)),))),
    "huge-title": lambda: made(Recipe((office(),), title=(40, 20, 880, 330), body=(66, 360, 828, 120))),
    "drawn": _drawn,
    "tiny-body": lambda: made(Recipe((office(),), body=(600, 300, 240, 120), sizes=(1200, 1000))),
}  # fmt: skip
"""Templates by what is awkward about them."""


def _smaller(page: Page) -> Page:
    """The same layout on a slide three quarters as large."""
    spots = tuple(replace(spot, place=tuple(0.75 * edge for edge in spot.place) if spot.place else None) for spot in page.spots)
    return replace(page, spots=spots)


def main() -> None:
    """Write all templates into a folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    for name in RECIPES:
        (folder / f"{name}.potx").write_bytes(template(name))


@lru_cache
def template(name: str) -> bytes:
    """A template of the list, made once."""
    return RECIPES[name]()


if __name__ == "__main__":
    main()
