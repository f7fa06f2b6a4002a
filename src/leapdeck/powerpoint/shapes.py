"""Primitives as shapes: placeholders that inherit everything, loose boxes that say it all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote, urlsplit, urlunsplit

from leapdeck.assets import Picture as Asset
from leapdeck.layouts.slots import Slot
from leapdeck.powerpoint.charts import chart_part
from leapdeck.powerpoint.markup import DECORATIVE, OWN, Ink, attribute, fill, outline, preset, transform
from leapdeck.powerpoint.parts import Package, Relations
from leapdeck.powerpoint.tables import table_xml
from leapdeck.powerpoint.text import ANCHORS, body_properties, in_theirs, inherited, standing
from leapdeck.powerpoint.variants import Places
from leapdeck.scene import Chart, Picture, Primitive, Rule, Shape, Table, TextBox
from leapdeck.units import Rect

TITLES = ("title", "ctrTitle")
FOOTERS = {"footer": ("ftr", 90), "number": ("sldNum", 91)}
"""A footer's slot → its placeholder's type and index."""
_JUMP = "ppaction://hlinksldjump"
_COLORED = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
"""Linked text keeps its own color (MS-ODRAWXML, 2.29)."""


class Drawing:
    """The shapes of one slide being written: their ids, their relationships, the parts that they bring along."""

    def __init__(
        self,
        package: Package,
        variant: Places,
        language: str,
        images: Mapping[str, Asset],
        slides: Mapping[str, int],
        ink: Ink = OWN,
    ) -> None:
        """`slides` gives the number of the slide of each id, for links."""
        self._ink = ink
        self.relations = Relations()
        self.ids: dict[str, int] = {}
        self._package, self._variant, self._language, self._images, self._slides = package, variant, language, images, slides
        self._next = 2

    def shape(self, item: Primitive) -> str:
        """One primitive."""
        return _WRITERS[type(item)](self, item)

    def link(self, address: str) -> str:
        """The element that makes a run a link; "" where an id leads nowhere."""
        if address.startswith("#"):
            number = self._slides.get(address[1:])
            if number is None:
                return ""
            target = self.relations.to("slide", f"slide{number}.xml")
            return f'<a:hlinkClick r:id="{target}" action="{_JUMP}">{_COLORED}</a:hlinkClick>'
        target = self.relations.to("hyperlink", encoded(address), external=True)
        return f'<a:hlinkClick r:id="{target}">{_COLORED}</a:hlinkClick>'

    def named(self, name: str, slot: str = "", *, alt: str = "", decorative: bool = False) -> str:
        """A shape's number, name and alternative text."""
        number, self._next = self._next, self._next + 1
        if slot:
            self.ids[slot] = number
        described = f" descr={attribute(alt)}" if alt or decorative else ""
        inside = DECORATIVE if decorative else ""
        return (
            f'<p:cNvPr id="{number}" name={attribute(f"{name} {number}")}{described}>{inside}</p:cNvPr>'
            if inside
            else (f'<p:cNvPr id="{number}" name={attribute(f"{name} {number}")}{described}/>')
        )

    def placeholder(self, slot: str) -> str:
        """The mark by which a shape finds its slot in the layout."""
        place = self._variant.slot(slot)
        if slot in FOOTERS:
            kind, index = FOOTERS[slot]
            return f'<p:ph type="{kind}" sz="quarter" idx="{place.index if place.theirs else index}"/>'
        return place_mark(place.placeholder, self._variant.index(slot)) if place.placeholder else ""

    def text_box(self, item: TextBox) -> str:
        """Text: in its placeholder, or loose."""
        if not item.slot or not self._variant.slot(item.slot).placeholder:
            return self._loose(item)
        slot = self._variant.slot(item.slot)
        name = {"title": "Title", "footer": "Footer", "number": "Slide Number"}.get(item.slot, item.slot.replace("-", " ").capitalize())
        head = f'<p:nvSpPr>{self.named(name, item.slot)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{self.placeholder(item.slot)}</p:nvPr></p:nvSpPr>'
        form, frame = (
            _moved(slot)
            if slot.moved
            else ("<p:spPr/>", "<a:bodyPr><a:normAutofit/></a:bodyPr>" if slot.theirs and item.slot not in FOOTERS else "<a:bodyPr/>")
        )
        return f"<p:sp>{head}{form}<p:txBody>{frame}<a:lstStyle/>{self._content(item, slot)}</p:txBody></p:sp>"

    def _content(self, item: TextBox, slot: Slot) -> str:
        if item.slot != "number":
            if slot.theirs:
                return in_theirs(item.paragraphs, slot, self._language, self.link, self._ink)
            return inherited(item.paragraphs, self._language, self.link)
        shown = item.paragraphs[0].runs[0].text
        field = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{self._language}"/><a:t>{shown}</a:t></a:fld>'
        return f"<a:p>{field}</a:p>"

    def _loose(self, item: TextBox) -> str:
        kind, ink = "" if item.fill or item.stroke else ' txBox="1"', self._ink
        head = f"<p:nvSpPr>{self.named('Text', item.slot)}<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>"
        form = f"{transform(item.rect)}{preset(item.geometry)}{fill(item.fill, ink=ink)}{outline(item.stroke, item.stroke_width, ink=ink)}"
        content = standing(item.paragraphs, self._language, self.link, ink)
        return f"<p:sp>{head}<p:spPr>{form}</p:spPr><p:txBody>{body_properties(item.anchor, item.insets, whole=item.whole)}<a:lstStyle/>{content}</p:txBody></p:sp>"

    def form(self, item: Shape) -> str:
        """A drawn form."""
        head = f'<p:nvSpPr>{self.named("Shape", alt=item.alt, decorative=not item.alt)}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        looks = f"{preset(item.geometry)}{fill(item.fill, item.alpha, self._ink)}{outline(item.stroke, item.stroke_width, item.alpha, self._ink)}"
        return f"<p:sp>{head}<p:spPr>{transform(item.rect)}{looks}</p:spPr></p:sp>"

    def rule(self, item: Rule) -> str:
        """A straight line."""
        head = f"<p:nvCxnSpPr>{self.named('Line', decorative=True)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        rect = item.rect if item.rect.height >= 0 else Rect(item.rect.x, item.rect.bottom, item.rect.width, -item.rect.height)
        placed = transform(rect, flip=item.rect.height < 0)
        form = f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline(item.color, item.width, ink=self._ink)}'
        return f"<p:cxnSp>{head}<p:spPr>{placed}{form}</p:spPr></p:cxnSp>"

    def picture(self, item: Picture) -> str:
        """A picture, cropped by its fractions."""
        asset = self._images[item.image]
        path = f"media/{item.image}.{'jpg' if asset.format == 'JPEG' else 'png'}"
        if f"ppt/{path}" not in self._package:
            self._package.add(f"ppt/{path}", asset.data)
        target = self.relations.to("image", f"../{path}")
        mark = self.placeholder(item.slot) if item.slot else ""
        head = f'<p:nvPicPr>{self.named("Picture", alt=item.alt)}<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{mark}</p:nvPr></p:nvPicPr>'
        if not mark:
            head = head.replace(' noGrp="1"', "")
        cut = "".join(f' {side}="{round(share * 100_000)}"' for side, share in zip("ltrb", item.crop, strict=True) if share)
        form = "" if mark else f"{transform(item.rect)}{preset('rect')}"
        blip = f'<p:blipFill><a:blip r:embed="{target}"/><a:srcRect{cut}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        return f"<p:pic>{head}{blip}<p:spPr>{form}</p:spPr></p:pic>"

    def table(self, item: Table) -> str:
        """A native table."""
        content = table_xml(item, self._language, self.link, self._ink)
        return self._frame(item, "Table", item.summary, "http://schemas.openxmlformats.org/drawingml/2006/table", content)

    def chart(self, item: Chart) -> str:
        """A native chart with its workbook."""
        target = self.relations.to("chart", chart_part(self._package, item, self._language, self._ink))
        content = f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{target}"/>'
        return self._frame(item, "Chart", item.alt, "http://schemas.openxmlformats.org/drawingml/2006/chart", content)

    def _frame(self, item: Table | Chart, name: str, alt: str, uri: str, content: str) -> str:
        mark = self.placeholder(item.slot) if item.slot else ""
        part = item.part if isinstance(item, Table) else ""
        locks = '<a:graphicFrameLocks noGrp="1"/>'
        head = f"<p:nvGraphicFramePr>{self.named(name, item.slot or part, alt=alt)}<p:cNvGraphicFramePr>{locks}</p:cNvGraphicFramePr><p:nvPr>{mark}</p:nvPr></p:nvGraphicFramePr>"
        return f'<p:graphicFrame>{head}{transform(item.rect, "p")}<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'


_WRITERS: dict[type, Callable[..., str]] = {
    TextBox: Drawing.text_box,
    Shape: Drawing.form,
    Rule: Drawing.rule,
    Picture: Drawing.picture,
    Table: Drawing.table,
    Chart: Drawing.chart,
}


def _moved(slot: Slot) -> tuple[str, str]:
    """Where a placeholder stands that a client's layout has elsewhere, and its text frame."""
    form = f"<p:spPr>{transform(slot.rect)}</p:spPr>"
    return form, f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{ANCHORS[slot.anchor]}"><a:normAutofit/></a:bodyPr>'


def place_mark(placeholder: str, index: int) -> str:
    """A placeholder's type and index; a title has no index, and what may hold anything has no type."""
    if placeholder == "obj":
        return f'<p:ph idx="{index}"/>'
    return f'<p:ph type="{placeholder}"/>' if placeholder in TITLES else f'<p:ph type="{placeholder}" idx="{index}"/>'


def encoded(address: str) -> str:
    """An address with nothing in it that a URI may not have (RFC 3986); PowerPoint repairs files with a space in one."""
    parts = urlsplit(address)
    safe = "%/:@!$&'()*+,;=~-._?"
    return urlunsplit((parts.scheme, parts.netloc, quote(parts.path, safe), quote(parts.query, safe), quote(parts.fragment, safe)))
