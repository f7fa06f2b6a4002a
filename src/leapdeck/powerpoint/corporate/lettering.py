"""Static text of masters and layouts, as a company's claim: its words, how they look, the room that they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from leapdeck.checks.opened import A, P
from leapdeck.layouts.corporate import Letters, Look, Words
from leapdeck.powerpoint.corporate.colors import color_of, filled
from leapdeck.powerpoint.corporate.looks import ALIGNS, Palette, looks_of
from leapdeck.scene import Anchor
from leapdeck.units import EMU_PER_POINT, Rect

INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
"""The room around a text, in EMU, where nothing is said (ECMA-376, 21.1.2.1.1)."""
ANCHORS: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
ENDLESS = 4000.0
"""Points: how wide a line may run that isn't broken at its frame's edge."""


def words_of(shape: ET.Element, frame: Rect, palette: Palette, usual: Sequence[ET.Element | None]) -> Words | None:
    """The text of a form; None where it has none, or stands upright. `usual` are the styles that hold where it says nothing."""
    text = shape.find(f"{P}txBody")
    body = text.find(f"{A}bodyPr") if text is not None else None
    if text is None or body is None or body.get("vert", "horz") != "horz":
        return None
    own = text.find(f"{A}lstStyle")
    shrunk = body.find(f"{A}normAutofit")
    share = int(shrunk.get("fontScale", "100000")) / 100_000 if shrunk is not None else 1.0
    look = looks_of([own, *usual], palette)[0]
    look = replace(look, size=look.size * share, color=_spoken_color(shape, own, palette) or look.color)
    paragraphs = tuple(_paragraph(paragraph, look, palette, share) for paragraph in text.iterfind(f"{A}p"))
    if not any(letters.text.strip() for letters in (part for paragraph in paragraphs for part in paragraph)):
        return None
    room = _room(frame, body, palette.scale)
    if body.get("wrap") == "none":
        room = _unending(room, paragraphs[0][0].look if paragraphs[0] else look)
    return Words(room, paragraphs, ANCHORS.get(body.get("anchor", "t"), "top"))


def _spoken_color(shape: ET.Element, own: ET.Element | None, palette: Palette) -> str:
    """The color that the form itself gives its text, or its style does; "" where neither does."""
    run = own.find(f"{A}lvl1pPr/{A}defRPr") if own is not None else None
    said, style = filled(run, palette.colors, palette.mapped), shape.find(f"{P}style/{A}fontRef")
    return said or next((color_of(element, palette.colors, palette.mapped) for element in (style if style is not None else ())), "")


def _paragraph(paragraph: ET.Element, look: Look, palette: Palette, share: float) -> tuple[Letters, ...]:
    said = paragraph.find(f"{A}pPr")
    if said is not None:
        look = replace(look, align=ALIGNS.get(said.get("algn", ""), look.align))
    return tuple(_stretches(paragraph, look, palette, share)) or (Letters("", look),)


def _stretches(paragraph: ET.Element, look: Look, palette: Palette, share: float) -> Iterator[Letters]:
    """The runs of a paragraph; fields (dates, numbers) are what slides say, and left out."""
    for element in paragraph:
        if element.tag == f"{A}br":
            yield Letters("\n", look)
        elif element.tag == f"{A}r":
            yield Letters(element.findtext(f"{A}t", ""), _run(element.find(f"{A}rPr"), look, palette, share))


def _run(said: ET.Element | None, look: Look, palette: Palette, share: float) -> Look:
    if said is None:
        return look
    size, latin = said.get("sz"), said.find(f"{A}latin")
    return replace(
        look,
        size=int(size) / 100 / palette.scale * share if size else look.size,
        font=latin.get("typeface", look.font) if latin is not None else look.font,
        color=filled(said, palette.colors, palette.mapped) or look.color,
        bold=_is(said, "b", look.bold),
        italic=_is(said, "i", look.italic),
        caps=said.get("cap") == "all" if said.get("cap") else look.caps,
    )


def _is(said: ET.Element, name: str, otherwise: bool) -> bool:
    value = said.get(name)
    return value in ("1", "true") if value is not None else otherwise


def _room(frame: Rect, body: ET.Element, scale: float) -> Rect:
    left, top, right, bottom = (int(body.get(key, usual)) / EMU_PER_POINT / scale for key, usual in INSETS.items())
    return Rect(frame.x + left, frame.y + top, max(1.0, frame.width - left - right), max(1.0, frame.height - top - bottom))


def _unending(room: Rect, look: Look) -> Rect:
    """The room of lines that run on over their frame's edges."""
    before = {"left": 0.0, "center": ENDLESS / 2, "right": ENDLESS}[look.align]
    return Rect(room.x - before, room.y, room.width + ENDLESS, room.height)
