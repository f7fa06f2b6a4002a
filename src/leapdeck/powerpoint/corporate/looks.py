"""How text in a template's placeholders looks: what the placeholder says itself, then its layout's, its master's, the master's styles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from msgspec import Struct

from leapdeck.checks.opened import A
from leapdeck.layouts.corporate import Look
from leapdeck.layouts.lists import Level
from leapdeck.powerpoint.corporate.colors import filled
from leapdeck.scene import Align, Bullet
from leapdeck.units import EMU_PER_POINT

LEVELS = 2
"""How many levels of a list leapdeck sets."""
LINE = 1.2
"""What PowerPoint and LibreOffice take for a line, in ems, whatever the face."""
ALIGNS: dict[str, Align] = {"l": "left", "ctr": "center", "r": "right"}
_DASHES, _SQUARES = "-\u2010\u2013\u2014", "\u25aa\u25a0\u00a7\u25fc"


class Palette(Struct, frozen=True):
    """What a template's color words mean on one layout, and what is divided by to make its slides about 540 points high."""

    colors: Mapping[str, str]
    mapped: Mapping[str, str]
    text: str
    scale: float


def looks_of(styles: Sequence[ET.Element | None], palette: Palette) -> tuple[Look, ...]:
    """The first levels of a placeholder; `styles` are lists of level styles, the one that rules first."""
    return tuple(_look(number, styles, palette, _size(1, styles)) for number in range(1, LEVELS + 1))


def _levels(number: int, styles: Sequence[ET.Element | None]) -> list[ET.Element]:
    return [level for style in styles if style is not None and (level := style.find(f"{A}lvl{number}pPr")) is not None]


def _size(number: int, styles: Sequence[ET.Element | None]) -> float:
    found = (run.get("sz") for level in _levels(number, styles) if (run := level.find(f"{A}defRPr")) is not None)
    return int(next((size for size in found if size), "1800")) / 100


def _look(number: int, styles: Sequence[ET.Element | None], palette: Palette, first: float) -> Look:
    levels = _levels(number, styles)
    runs = [run for level in levels if (run := level.find(f"{A}defRPr")) is not None]
    size = _size(number, styles)
    leading, exact = _line(levels, palette)
    before, space = _space(levels, palette)
    left, hang = _points(_attribute(levels, "marL", "0"), palette), -_points(_attribute(levels, "indent", "0"), palette)
    level = Level(left, hang, before, _bullet(levels), share=size / first, space=space)
    font = next((latin.get("typeface", "") for run in runs if (latin := run.find(f"{A}latin")) is not None), "+mn-lt")
    return Look(
        size / palette.scale,
        font,
        next((color for run in runs if (color := filled(run, palette.colors, palette.mapped))), palette.text),
        level,
        ALIGNS.get(_attribute(levels, "algn", "l"), "left"),
        bold=_attribute(runs, "b", "0") in ("1", "true"),
        italic=_attribute(runs, "i", "0") in ("1", "true"),
        caps=_attribute(runs, "cap", "none") == "all",
        leading=leading,
        exact=exact,
    )


def _attribute(elements: Sequence[ET.Element], name: str, otherwise: str) -> str:
    return next((value for element in elements if (value := element.get(name)) is not None), otherwise)


def _points(emu: str, palette: Palette) -> float:
    return int(float(emu)) / EMU_PER_POINT / palette.scale


def _spacing(levels: Sequence[ET.Element], name: str) -> tuple[float, float]:
    """A spacing as a share of a line, and in points: one of them is 0."""
    for level in levels:
        found = level.find(f"{A}{name}")
        if found is not None:
            share, points = found.find(f"{A}spcPct"), found.find(f"{A}spcPts")
            return (_number(share, 100_000), 0.0) if share is not None else (0.0, _number(points, 100))
    return (0.0, 0.0)


def _number(element: ET.Element | None, whole: float) -> float:
    text = element.get("val", "0") if element is not None else "0"
    return float(text.rstrip("%")) * 1000 / whole if text.endswith("%") else float(text) / whole


def _line(levels: Sequence[ET.Element], palette: Palette) -> tuple[float, float]:
    share, points = _spacing(levels, "lnSpc")
    return (share or 1.0) * LINE, points / palette.scale


def _space(levels: Sequence[ET.Element], palette: Palette) -> tuple[float, float]:
    """The space between paragraphs: that before one and that after the other, in ems and in points."""
    before, after = _spacing(levels, "spcBef"), _spacing(levels, "spcAft")
    return (before[0] + after[0]) * LINE, (before[1] + after[1]) / palette.scale


def _bullet(levels: Sequence[ET.Element]) -> Bullet:
    for level in levels:
        for element in level:
            kind = element.tag.removeprefix(A)
            if kind == "buNone":
                return ""
            if kind in ("buChar", "buBlip", "buAutoNum"):
                sign = element.get("char", "")[:1]
                return "dash" if sign and sign in _DASHES else "square" if sign and sign in _SQUARES else "disc"
    return ""
