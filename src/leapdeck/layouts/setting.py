"""Setting paragraphs: broken, placed, measured; in the brand's font for the lines, and in its fallback to be sure.

The vertical model is PowerPoint's and LibreOffice's: a line is 1.2 em for every face, times the paragraph's line
spacing; the first baseline lies one em below the top, and lower by what the spacing adds (measured on both).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.fonts import fallback_width, measure, missing_glyphs
from leapdeck.brand.model import Brand
from leapdeck.brand.type import PAGE_ROLES, TextRole
from leapdeck.layouts.breaking import SOFT_HYPHEN, Broken, Measure, Piece, break_lines
from leapdeck.layouts.lists import BULLETS, PLAIN_BULLET
from leapdeck.layouts.remembering import remembered
from leapdeck.locales.hyphenating import Parting, parting
from leapdeck.richtext import Run
from leapdeck.scene import Line, Paragraph, Span

PREDICTED = 0.995
"""Share of a line's width at which breaks agree with LibreOffice's (300 boxes tried, none broke earlier)."""

SAFE = 0.98
"""Share of a line's width that is sure to hold in PowerPoint, whose lines run up to 1.9 % wider than HarfBuzz's."""

DESCENT = 0.2
"""What a line takes below its baseline, in ems."""


class Setting(Struct, frozen=True):
    """Set text: its lines, its height in points, the words that had to be cut, and its widest line in points."""

    lines: tuple[Line, ...]
    height: float
    forced: tuple[str, ...]
    width: float


@remembered
def set_text(paragraphs: tuple[Paragraph, ...], width: float, brand: Brand) -> Setting:
    """Set paragraphs into a measure of `width` points, in the brand's own font."""
    y, widest = 0.0, 0.0
    lines: list[Line] = []
    forced: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        role = brand.roles[paragraph.style]
        y += paragraph.before if index else 0.0
        broken = _broken(paragraph, role, width, brand)
        forced += broken.forced
        for number, pieces in enumerate(broken.lines):
            line = _line(pieces, paragraph, role, width, brand, y + paragraph.size * (role.leading - DESCENT), index)
            lines.append(replace(line, label=_label(paragraph, role, brand)) if number == 0 and paragraph.bullet else line)
            widest = max(widest, *(span.x + span.width for span in line.spans), 0.0)
            y += paragraph.size * role.leading
    return Setting(tuple(lines), y, tuple(forced), widest)


class Worst(Struct, frozen=True):
    """The most that text may need, whatever font it is shown in: its height in points, the words that no line holds."""

    height: float
    cut: tuple[str, ...]


@remembered
def worst(paragraphs: tuple[Paragraph, ...], width: float, brand: Brand) -> Worst:
    """What paragraphs need at worst: in PowerPoint's widest lines, or in the fallback font. Pages carry their fonts with them."""
    total = 0.0
    cut: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        role = brand.roles[paragraph.style]
        room = (width - paragraph.indent) * SAFE
        parted = _parting(role, brand)
        both = [break_lines(paragraph.runs, room, kind(role, paragraph.size, brand), parted) for kind in _fonts(paragraph.style)]
        total += (paragraph.before if index else 0.0) + max(len(broken.lines) for broken in both) * paragraph.size * role.leading
        cut += (word for broken in both for word in broken.forced)
    return Worst(total, tuple(dict.fromkeys(cut)))


class Seen(Struct, frozen=True):
    """A paragraph's lines as viewers see them, each with its width in points; the words that had to be cut."""

    lines: tuple[tuple[str, float], ...]
    forced: tuple[str, ...]


def as_seen(paragraph: Paragraph, width: float, brand: Brand) -> Seen:
    """A paragraph's lines in the family's own font, or by the widths of the one that it stands for."""
    role = brand.roles[paragraph.style]
    measured = (_fallback if brand.families[role.family].lent else _own)(role, paragraph.size, brand)
    broken = break_lines(paragraph.runs, (width - paragraph.indent) * PREDICTED, measured)
    return Seen(tuple(_line_seen(line, measured) for line in broken.lines), broken.forced)


def _line_seen(pieces: tuple[Piece, ...], measured: Measure) -> tuple[str, float]:
    *first, last = pieces
    ended = (*first, Piece(last.run, last.text.rstrip()))
    return "".join(piece.text for piece in ended), sum(piece.run.blank or measured(piece.run, piece.text) for piece in ended)


def safe_height(paragraphs: tuple[Paragraph, ...], width: float, brand: Brand) -> float:
    """The height in points that paragraphs may take at worst."""
    return worst(paragraphs, width, brand).height


def cut_words(paragraphs: tuple[Paragraph, ...], width: float, brand: Brand) -> tuple[str, ...]:
    """The words that no line of `width` points holds, in the brand's font or in its fallback."""
    return worst(paragraphs, width, brand).cut


@remembered
def text_width(text: str, style: str, size: float, brand: Brand) -> float:
    """How wide one line of text of a role runs, in points, at worst."""
    role = brand.roles[style]
    run = Run(text)
    return max(kind(role, size, brand)(run, text) for kind in _fonts(style))


def moved(lines: Iterable[Line], dx: float = 0.0, dy: float = 0.0) -> tuple[Line, ...]:
    """Lines shifted within their box."""
    return tuple(
        replace(
            line,
            baseline=line.baseline + dy,
            spans=_shifted(line.spans, dx),
            label=replace(line.label, x=line.label.x + dx) if line.label else None,
        )
        for line in lines
    )


def _shifted(spans: tuple[Span, ...], dx: float) -> tuple[Span, ...]:
    return tuple(replace(span, x=span.x + dx) for span in spans) if dx else spans


def _fonts(style: str) -> tuple[Callable[[TextRole, float, Brand], Measure], ...]:
    """The fonts that a text role may be shown in."""
    return (_own,) if style in PAGE_ROLES else (_own, _fallback)


def _broken(paragraph: Paragraph, role: TextRole, width: float, brand: Brand) -> Broken:
    return break_lines(paragraph.runs, (width - paragraph.indent) * PREDICTED, _own(role, paragraph.size, brand), _parting(role, brand))


def _parting(role: TextRole, brand: Brand) -> Parting | None:
    return parting(brand.language) if role.hyphenated else None


def _line(pieces: tuple[Piece, ...], paragraph: Paragraph, role: TextRole, width: float, brand: Brand, baseline: float, index: int) -> Line:
    spans: list[Span] = []
    x = 0.0
    for number, piece in enumerate(pieces):
        text = piece.text.rstrip() if number == len(pieces) - 1 else piece.text
        span = _span(piece.run, text, role, paragraph.size, brand, x)
        spans.append(span)
        x += span.width
    room = width - paragraph.indent - x
    shift = paragraph.indent + {"left": 0.0, "center": room / 2, "right": room}[paragraph.align]
    parted = pieces[-1].text.endswith(SOFT_HYPHEN) if pieces else False
    return Line(baseline, _shifted(tuple(spans), shift), index, hyphenated=parted)


def _span(run: Run, text: str, role: TextRole, size: float, brand: Brand, x: float) -> Span:
    face = brand.face_key(role, bold=run.bold or run.gap, italic=run.italic)
    color = run.color or (role.standout if run.gap else role.color)
    text = text.upper() if role.caps else text
    if run.blank:
        return Span(x, run.blank, "", face, size, color, blank=True, asks=run.asks)
    measured = measure(_file(brand, face), text.replace(SOFT_HYPHEN, "-"))
    width = measured.width * size + len(text) * role.tracking
    return Span(x, width, text, face, size, color, run.link, False, run.ref, measured.kerns, role.tracking)


def _label(paragraph: Paragraph, role: TextRole, brand: Brand) -> Span:
    text, share = BULLETS.get(paragraph.bullet) or (_count(paragraph), 1.0)
    family = role if paragraph.bullet in BULLETS else replace(role, family="heading", bold=True)
    face = brand.face_key(family)
    if missing_glyphs(_file(brand, face), text):
        text = PLAIN_BULLET
    measured = measure(_file(brand, face), text)
    size = paragraph.size * share
    return Span(paragraph.indent - paragraph.hang, measured.width * size, text, face, size, role.standout, kerns=measured.kerns)


def _count(paragraph: Paragraph) -> str:
    return chr(ord("A") + paragraph.number - 1) if paragraph.bullet == "letter" else str(paragraph.number)


def _own(role: TextRole, size: float, brand: Brand) -> Measure:
    files: dict[tuple[bool, bool], str] = {}
    tracking, caps = role.tracking, role.caps

    def width(run: Run, text: str) -> float:
        style = run.bold or run.gap, run.italic
        if style not in files:
            files[style] = _file(brand, brand.face_key(role, bold=style[0], italic=style[1]))
        return measure(files[style], text.upper() if caps else text).width * size + len(text) * tracking

    return width


def _fallback(role: TextRole, size: float, brand: Brand) -> Measure:
    family = brand.families[role.family]

    def width(run: Run, text: str) -> float:
        style = brand.face_key(role, bold=run.bold or run.gap, italic=run.italic).removeprefix(role.family)
        shown = text.upper() if role.caps else text
        return fallback_width(family.fallback, style, shown) * family.stretch * size + len(text) * role.tracking

    return width


@lru_cache(256)
def _style_key(face: str) -> tuple[str, str]:
    family, _, style = face.partition("-")
    return family, f"-{style}" if style else ""


def _file(brand: Brand, face: str) -> str:
    family, style = _style_key(face)
    files = brand.families[family].files
    return files.get(style) or files[""]
