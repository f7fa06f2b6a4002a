"""Slide layouts: built from the same slots that the slides were composed into."""

from __future__ import annotations

from collections.abc import Mapping

from leapdeck.layouts.slots import Slot
from leapdeck.powerpoint.markup import HEAD, ROOT, attribute, text, transform
from leapdeck.powerpoint.masters import TREE, footer_shape
from leapdeck.powerpoint.parts import Package
from leapdeck.powerpoint.shapes import Drawing, place_mark
from leapdeck.powerpoint.text import Format, body_properties, list_style
from leapdeck.powerpoint.variants import Variant

GROUNDS: Mapping[str, tuple[str, str, str]] = {
    "paper": ("lt1", "dk1", "lt2"),
    "mist": ("lt2", "dk1", "lt1"),
    "primary": ("dk2", "lt1", "dk1"),
    "support": ("accent3", "lt1", "dk1"),
}
"""A layout's ground → what stands for background 1, text 1 and background 2 on it."""

TEXTLESS = ("pic", "tbl", "chart")


def layout_xml(variant: Variant, language: str, footer: str) -> str:
    """One layout: its ground, its fixed marks, its placeholders with their styles; `footer` are the words at its foot."""
    layout = variant.layout
    drawing = Drawing(Package(), variant, language, {}, {})
    marks = "".join(drawing.shape(mark) for mark in layout.marks)
    first = 2 + len(layout.marks)
    places = "".join(_place(first + n, slot, variant, language) for n, slot in enumerate(layout.slots))
    footers = "".join(footer_shape(first + len(layout.slots) + n, slot, language, footer) for n, slot in enumerate(layout.footers))
    kind = f' type="{layout.type}"' if layout.type else ' userDrawn="1"'
    ground, ink, other = GROUNDS[layout.ground]
    background = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    colors = (
        "<a:masterClrMapping/>"
        if layout.ground == "paper"
        else f'<a:overrideClrMapping bg1="{ground}" tx1="{ink}" bg2="{other}" tx2="{ink}" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    )
    return (
        f'{HEAD}<p:sldLayout {ROOT} preserve="1"{kind}><p:cSld name={attribute(variant.name)}>{background}'
        f"<p:spTree>{TREE}{marks}{places}{footers}</p:spTree></p:cSld><p:clrMapOvr>{colors}</p:clrMapOvr></p:sldLayout>"
    )


def _place(number: int, slot: Slot, variant: Variant, language: str) -> str:
    name = attribute(f"{slot.name.replace('-', ' ').capitalize()} {number}")
    mark = place_mark(slot.placeholder, variant.index(slot.name))
    head = f'<p:nvSpPr><p:cNvPr id="{number}" name={name}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{mark}</p:nvPr></p:nvSpPr>'
    style = list_style(variant.of(slot)) if slot.placeholder not in TEXTLESS else list_style({0: Format("caption", 14)})
    frame = body_properties(slot.anchor, shrink=slot.placeholder not in TEXTLESS, whole=slot.whole)
    prompt = f'<a:p><a:r><a:rPr lang="{language}"/><a:t>{text(slot.prompt or "Text")}</a:t></a:r></a:p>'
    return f'<p:sp>{head}<p:spPr>{transform(slot.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{frame}{style}{prompt}</p:txBody></p:sp>'
