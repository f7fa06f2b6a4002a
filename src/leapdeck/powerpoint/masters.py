"""The masters: what all slides, all notes and all handouts share."""

from __future__ import annotations

from collections.abc import Sequence

from leapdeck.layouts.lists import SLIDE_LEVELS
from leapdeck.layouts.slots import BODY_BOTTOM, BODY_TOP, FOOTER, MARGIN, TITLE, WIDTH, Slot
from leapdeck.powerpoint.markup import HEAD, ROOT, color, text, transform
from leapdeck.powerpoint.shapes import FOOTERS
from leapdeck.powerpoint.text import Format, body_properties, level_style, list_style
from leapdeck.units import Rect, Size

FIRST_MASTER = 2_147_483_648
"""Ids of masters and layouts begin here, and none may be given twice (ECMA-376, 19.7.15)."""
NOTES = Size(540, 720)
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
MAP = '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
GROUND = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
NUMBER = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="LANGUAGE"/><a:t>\u2039#\u203a</a:t></a:fld>'


def slide_master(layout_ids: Sequence[str], language: str, footer: str) -> str:
    """The slides' master; `layout_ids` are the relationships to its layouts, in order, `footer` the words at the foot."""
    body = Slot("body", Rect(MARGIN, BODY_TOP, WIDTH, BODY_BOTTOM - BODY_TOP), "body")
    shapes = _placeholder(2, "Title", TITLE, "Title", language) + _placeholder(3, "Text", body, "Text", language, ' idx="1"')
    shapes += "".join(footer_shape(4 + n, slot, language, footer) for n, slot in enumerate(FOOTER))
    layouts = "".join(f'<p:sldLayoutId id="{FIRST_MASTER + 1 + n}" r:id="{id}"/>' for n, id in enumerate(layout_ids))
    title = level_style(1, Format("title", 32))
    levels = [Format("body", 24 if n == 0 else 20, r.bullet, r.indent, r.hang, r.before * 20) for n, r in enumerate(SLIDE_LEVELS)]
    body_levels = "".join(level_style(n + 1, levels[min(n, len(levels) - 1)]) for n in range(5))
    other = "".join(level_style(n + 1, Format("body", 18)) for n in range(5))
    return (
        f"{HEAD}<p:sldMaster {ROOT}><p:cSld>{GROUND}<p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{MAP}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body_levels}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>'
    )


def footer_shape(number: int, slot: Slot, language: str, footer: str) -> str:
    """A footer's placeholder on a master or a layout, with the words that new slides get; LibreOffice sets empty ones its own way."""
    kind, index = FOOTERS[slot.name]
    name = "Footer" if kind == "ftr" else "Slide Number"
    said = f'<a:r><a:rPr lang="{language}"/><a:t>{text(footer)}</a:t></a:r>' if footer else f'<a:endParaRPr lang="{language}"/>'
    content = NUMBER.replace("LANGUAGE", language) if kind == "sldNum" else said
    style = list_style({0: Format(slot.role, 12, align=slot.align)})
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(slot.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{body_properties(slot.anchor)}{style}<a:p>{content}</a:p></p:txBody></p:sp>'
    )


def _placeholder(number: int, name: str, slot: Slot, prompt: str, language: str, index: str = "") -> str:
    kind = "title" if slot.placeholder == "title" else "body"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(slot.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{body_properties(slot.anchor, shrink=True)}<a:lstStyle/>'
        f'<a:p><a:r><a:rPr lang="{language}"/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def notes_master(language: str) -> str:
    """The notes' page: the slide above, in its own proportions, the notes below, the number in the corner."""
    image = f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{transform(Rect(54, 54, 432, 243))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>{color("line")}</a:solidFill></a:ln></p:spPr></p:sp>'
    body = f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{transform(Rect(54, 317, 432, 350))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:r><a:rPr lang="{language}"/><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>'
    style = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 228600}" algn="l"><a:spcBef><a:spcPts val="400"/></a:spcBef><a:defRPr sz="1200" kern="1200"><a:solidFill>{color("ink")}</a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 6)
    )
    return f"{HEAD}<p:notesMaster {ROOT}><p:cSld>{GROUND}<p:spTree>{TREE}{image}{body}{_corner(4, language)}</p:spTree></p:cSld>{MAP}<p:notesStyle>{style}</p:notesStyle></p:notesMaster>"


def handout_master(language: str) -> str:
    """The page on which PowerPoint prints slides for handing out."""
    return (
        f"{HEAD}<p:handoutMaster {ROOT}><p:cSld>{GROUND}<p:spTree>{TREE}{_corner(2, language)}</p:spTree></p:cSld>{MAP}</p:handoutMaster>"
    )


def _corner(number: int, language: str) -> str:
    field = f'<a:p><a:pPr algn="r"/><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{language}" sz="1000"/><a:t>\u2039#\u203a</a:t></a:fld></a:p>'
    return f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Slide Number {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr>{transform(Rect(390, 684, 96, 20))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr anchor="b"/><a:lstStyle/>{field}</p:txBody></p:sp>'
