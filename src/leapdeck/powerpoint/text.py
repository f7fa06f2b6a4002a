"""Paragraphs as DrawingML: what a placeholder's level already says is left out, so that the layout rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from leapdeck.brand.type import TextRole
from leapdeck.layouts.lists import BULLETS
from leapdeck.layouts.slots import Slot
from leapdeck.powerpoint.markup import OWN, Ink, color, fill, text
from leapdeck.richtext import Run
from leapdeck.scene import Align, Anchor, Bullet, Paragraph
from leapdeck.units import emu

ANCHORS: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
ALIGNS: dict[Align, str] = {"left": "l", "center": "ctr", "right": "r"}
SAME_SIZE = 0.26
"""Points: sizes are set to halves of a point."""
Linker = Callable[[str], str]
"""A link's address → the element that makes a run a link."""


class Format(Struct, frozen=True):
    """How a paragraph is set: what a list level of a placeholder can say."""

    style: str
    size: float
    bullet: Bullet = ""
    indent: float = 0.0
    hang: float = 0.0
    before: float = 0.0
    align: Align = "left"


def format_of(paragraph: Paragraph) -> Format:
    """The format of a paragraph."""
    p = paragraph
    return Format(p.style, p.size, p.bullet, p.indent, p.hang, p.before, p.align)


def levels_of(paragraphs: Sequence[Paragraph]) -> tuple[tuple[int, Format], ...]:
    """The outline level (from 0) of each paragraph, and its format: its own, or the next free one where two formats share it."""
    taken: dict[int, Format] = {}
    found: list[tuple[int, Format]] = []
    for paragraph in paragraphs:
        wanted, level = format_of(paragraph), paragraph.level
        while taken.setdefault(level, wanted) != wanted:
            level += 1
        found.append((level, wanted))
    return tuple(found)


def body_properties(
    anchor: Anchor, insets: tuple[float, float, float, float] = (0, 0, 0, 0), *, shrink: bool = False, whole: bool = False
) -> str:
    """A text frame: its insets in points left, top, right, bottom; `shrink` lets PowerPoint fit what a coach adds later.

    A `whole` line is not broken at the frame's edge (ECMA-376, ST_TextWrappingType).
    """
    left, top, right, bottom = (emu(inset) for inset in insets)
    wrap = "none" if whole else "square"
    inside = "<a:normAutofit/>" if shrink else "<a:noAutofit/>"
    return f'<a:bodyPr wrap="{wrap}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" anchor="{ANCHORS[anchor]}">{inside}</a:bodyPr>'


def level_style(number: int, format_: Format) -> str:
    """A list level of a placeholder; `number` counts from 1."""
    role = OWN.roles[format_.style]
    return f'<a:lvl{number}pPr {_indents(format_)} algn="{ALIGNS[format_.align]}">{_spacing(format_)}{_bullet(format_)}{_defaults(role, format_.size)}</a:lvl{number}pPr>'


def list_style(levels: Mapping[int, Format]) -> str:
    """All levels of a placeholder, by their number from 0."""
    return "<a:lstStyle>" + "".join(level_style(level + 1, levels[level]) for level in sorted(levels)) + "</a:lstStyle>"


def inherited(paragraphs: Sequence[Paragraph], language: str, link: Linker) -> str:
    """Paragraphs in a placeholder that has their levels."""
    return "".join(_inherited(p, level, language, link) for p, (level, _) in zip(paragraphs, levels_of(paragraphs), strict=True)) or _empty(
        language
    )


def standing(paragraphs: Sequence[Paragraph], language: str, link: Linker, ink: Ink = OWN) -> str:
    """Paragraphs that say all of their format themselves: in loose boxes and in cells."""
    return "".join(_standing(paragraph, language, link, ink) for paragraph in paragraphs) or _empty(language)


def in_theirs(paragraphs: Sequence[Paragraph], slot: Slot, language: str, link: Linker, ink: Ink) -> str:
    """Paragraphs in a client's placeholder: they say what its levels don't, a smaller step of the size or another bullet."""
    return "".join(_in_theirs(paragraph, slot, language, link, ink) for paragraph in paragraphs) or _empty(language)


def _empty(language: str) -> str:
    return f'<a:p><a:endParaRPr lang="{language}"/></a:p>'


def _in_theirs(paragraph: Paragraph, slot: Slot, language: str, link: Linker, ink: Ink) -> str:
    level = slot.levels[min(paragraph.level, len(slot.levels) - 1)]
    attributes = f' lvl="{paragraph.level}"' if paragraph.level else ""
    bullet = ""
    if paragraph.bullet != ("" if level.bare else level.bullet):
        format_ = format_of(paragraph)
        attributes = f"{_indents(format_)}{attributes}"
        bullet = _bullet(format_, ink, paragraph.number)
    properties = f"<a:pPr {attributes.strip()}>{bullet}</a:pPr>" if attributes else ""
    # A size is written where the layout lacks our step: a client's layouts get no variants for each size.
    steps_down = abs(paragraph.size - slot.size * (level.share or 1.0)) > SAME_SIZE
    role = ink.roles[paragraph.style]
    # So is a color of the theme, where the layout's own can't be read on what the layout puts behind it.
    own = Looks(f' sz="{round(paragraph.size * 100)}"' if steps_down else "", fill(role.color, ink=ink) if role.color in ink.shades else "")
    return f"<a:p>{properties}{''.join(_run(run, role, language, link, own, ink) for run in paragraph.runs)}</a:p>"


def _inherited(paragraph: Paragraph, level: int, language: str, link: Linker) -> str:
    role = OWN.roles[paragraph.style]
    attributes = f' lvl="{level}"' if level else ""
    counted = (
        f'<a:buAutoNum type="{_counting(paragraph.bullet)}" startAt="{paragraph.number}"/>'
        if paragraph.number > 1 and paragraph.bullet
        else ""
    )
    properties = f"<a:pPr{attributes}>{counted}</a:pPr>" if attributes or counted else ""
    return f"<a:p>{properties}{''.join(_run(run, role, language, link) for run in paragraph.runs)}</a:p>"


def _standing(paragraph: Paragraph, language: str, link: Linker, ink: Ink) -> str:
    role, format_ = ink.roles[paragraph.style], format_of(paragraph)
    bullet = _bullet(format_, ink, paragraph.number)
    properties = f'<a:pPr {_indents(format_)} algn="{ALIGNS[format_.align]}">{_spacing(format_, ink)}{bullet}</a:pPr>'
    own = _looks(role, format_.size, ink)
    runs = "".join(_run(run, role, language, link, own, ink) for run in paragraph.runs)
    end = "" if runs else f'<a:endParaRPr lang="{language}" sz="{round(format_.size * 100)}"/>'
    return f"<a:p>{properties}{runs}{end}</a:p>"


class Looks(Struct, frozen=True):
    """What a run must say itself: attributes, and elements in the order in which DrawingML wants them."""

    attributes: str = ""
    fill: str = ""
    faces: str = ""


def _run(run: Run, role: TextRole, language: str, link: Linker, own: Looks = Looks(), ink: Ink = OWN) -> str:  # noqa: B008  # frozen
    attributes = (
        own.attributes
        + (' b="1"' if (run.bold or run.gap) and not role.bold else "")
        + (f' i="{int(not role.italic)}"' if run.italic else "")
    )
    shade = fill(run.color or role.standout, ink=ink) if run.color or run.gap else own.fill
    linked = link(run.link) if run.link else ""
    return f'<a:r><a:rPr lang="{language}"{attributes}>{shade}{own.faces}{linked}</a:rPr><a:t>{text(run.text)}</a:t></a:r>'


def _looks(role: TextRole, size: float, ink: Ink) -> Looks:
    attributes = f' sz="{round(size * 100)}"' + (' b="1"' if role.bold else "") + (' i="1"' if role.italic else "") + _tracking(role)
    return Looks(attributes, fill(role.color, ink=ink), _faces(role))


def _defaults(role: TextRole, size: float) -> str:
    attributes = f'sz="{round(size * 100)}" b="{int(role.bold)}" i="{int(role.italic)}" kern="1200"{_tracking(role)}'
    return f"<a:defRPr {attributes}>{fill(role.color)}{_faces(role)}</a:defRPr>"


def _tracking(role: TextRole) -> str:
    return f' spc="{round(role.tracking * 100)}"' if role.tracking else ""


def _faces(role: TextRole) -> str:
    face = "+mj" if role.family == "heading" else "+mn"
    return f'<a:latin typeface="{face}-lt"/><a:ea typeface="{face}-ea"/><a:cs typeface="{face}-cs"/>'


def _indents(format_: Format) -> str:
    return f'marL="{emu(format_.indent)}" indent="{-emu(format_.hang)}"'


def _spacing(format_: Format, ink: Ink = OWN) -> str:
    leading = round(ink.roles[format_.style].leading / 1.2 * 100_000)
    return f'<a:lnSpc><a:spcPct val="{leading}"/></a:lnSpc><a:spcBef><a:spcPts val="{round(format_.before * 100)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'


def _bullet(format_: Format, ink: Ink = OWN, number: int = 0) -> str:
    if not format_.bullet:
        return "<a:buNone/>"
    shade = f"<a:buClr>{color(ink.roles[format_.style].standout, ink=ink)}</a:buClr>"
    if found := BULLETS.get(format_.bullet):
        character, share = found
        return f'{shade}<a:buSzPct val="{round(share * 100_000)}"/><a:buFont typeface="+mn-lt"/><a:buChar char="{character}"/>'
    start = f' startAt="{number}"' if number > 1 else ""
    return f'{shade}<a:buSzPct val="100000"/><a:buFont typeface="+mj-lt"/><a:buAutoNum type="{_counting(format_.bullet)}"{start}/>'


def _counting(bullet: Bullet) -> str:
    return "alphaUcPeriod" if bullet == "letter" else "arabicPlain"
