"""What every workbook has around its text: cover, contents, footers, the closing page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace

from leapdeck.blocks import Closing, Contents, ContentsRow, Cover, Document, Runs
from leapdeck.brand.model import Brand
from leapdeck.brand.type import ROLES
from leapdeck.layouts.fitting import box, fits
from leapdeck.layouts.logos import Logos, marks
from leapdeck.layouts.setting import text_width
from leapdeck.paper.pieces import Piece, Setter
from leapdeck.paper.sheet import MEASURE, Sheet, side_of
from leapdeck.richtext import Run, words
from leapdeck.scene import Anchor, Field, Paragraph, Picture, Primitive, Rule, Shape, TextBox
from leapdeck.units import Rect

COVER = 0.56
"""How far down the cover's dark part reaches, as a share of the sheet's height."""
STRIPE = 10.0
FOOT = 34.0
"""From the sheet's lower edge to a footer's foot."""
LOWEST = 18.0
"""From the sheet's lower edge to what stands lowest on the cover."""
HEAD = 32.0
"""From the sheet's upper edge to a running head."""
APART = 14.0
"""The least room between a footer's texts."""
WITHIN = 0.99
"""What text may take of a line that it must not leave."""
NUMBER_GAP = "\u00a0\u00a0\u00a0"
"""Between a page's two numbers."""
NAME = Rect(0, -20, 300, 20)
"""Where the cover's reader writes a name, counted from the rule's left end."""


def text(
    runs: Runs,
    style: str,
    rect: Rect,
    brand: Brand,
    *,
    tag: str = "P",
    anchor: Anchor = "top",
    align: Literal["left", "center", "right"] = "left",
) -> TextBox:
    """A text at the largest step of its role at which it fits a rectangle."""
    sizes = ROLES[style].sizes
    at = [(Paragraph(runs, style, size, tag=tag, align=align),) for size in sizes]
    fitting = next((paragraphs for paragraphs in at if fits(paragraphs, rect, brand)), at[-1])
    return box(fitting, rect, brand, anchor=anchor)


def cover(said: Cover, sheet: Sheet, brand: Brand, logos: Logos) -> tuple[Primitive, ...]:
    """The first page: the dark part with the title, below it the facts, the name, how to use it."""
    width, foot = sheet.width, sheet.size.height * COVER
    parts: list[Primitive] = [
        Shape(Rect(0, 0, sheet.size.width, foot), fill="primary"),
        Shape(Rect(0, 0, STRIPE, foot), fill="accent"),
        text(said.title, "p-display", Rect(sheet.inner, foot - 224, width - 40, 112), brand, tag="H1", anchor="bottom"),
        text((Run(said.kicker),), "p-kicker", Rect(sheet.inner, foot - 246, width, 14), brand),
        Shape(Rect(sheet.inner, foot - 100, 48, 3), fill="highlight"),
        *marks(logos, Rect(sheet.inner, 45, 190, 42), Rect(sheet.size.width - sheet.outer - 130, 46, 130, 40), brand, "p-logo-name"),
    ]
    if said.subtitle:
        parts.append(text(said.subtitle, "p-subtitle", Rect(sheet.inner, foot - 82, width - 60, 48), brand))
    return (*parts, *_below(said, sheet, brand, foot))


def _below(said: Cover, sheet: Sheet, brand: Brand, foot: float) -> list[Primitive]:
    parts: list[Primitive] = []
    if said.facts:
        parts.append(text((Run(said.facts),), "p-facts", Rect(sheet.inner, foot + 40, sheet.width, 36), brand))
    if said.name:
        parts.append(text((Run(said.name),), "p-strong", Rect(sheet.inner, foot + 96, 120, 16), brand))
        parts.append(Rule(Rect(sheet.inner, foot + 136, NAME.width, 0), "ink", 0.8, asks=Field("line", said.name, NAME)))
    if said.who:
        parts.append(text((Run(said.who),), "p-owner", Rect(sheet.inner, foot + 112, sheet.width, 22), brand, anchor="bottom"))
    width = min(440.0, sheet.width)
    made = [box((Paragraph(runs, "p-body", 10.5),), Rect(sheet.inner + 20, 0, width - 40, 1), brand) for runs in said.how_to]
    height = sum(len(one.lines) * 15 for one in made)
    top = min(foot + (168 if said.name else 96), sheet.size.height - LOWEST - height - 28)
    panel = Rect(sheet.inner, top, width, height + 28)
    parts += [Shape(panel, fill="mist"), Shape(replace(panel, width=3), fill="accent")]
    return [*parts, *(replace(one, rect=Rect(one.rect.x, top + 14, one.rect.width, height)) for one in made)]


def contents(said: Contents, setter: Setter, labels: Mapping[str, str]) -> list[Piece]:
    """Parts with their pages, linked, and what they are about where one page holds it; then what people can do afterwards."""
    full = _contents(said, setter, labels)
    if sum(piece.before + piece.height for piece in full) <= setter.sheet.height:
        return full
    return _contents(replace(said, rows=tuple(replace(row, said=()) for row in said.rows)), setter, labels)


def _contents(said: Contents, setter: Setter, labels: Mapping[str, str]) -> list[Piece]:
    """Sections with their pages, linked; then what people can do afterwards."""
    heading = setter.text(Paragraph((Run(said.title),), "p-h1", 28, tag="H2"), MEASURE)
    rows = [_contents_row(row, setter, labels.get(row.anchor, "88")) for row in said.rows]
    made = [Piece(heading.rect.height + 8, (heading,), keep=True, anchor="contents", bookmark=said.title), *rows]
    if said.objectives:
        goal = setter.text(Paragraph((Run(said.goal),), "p-h3", 15, tag="H3"), MEASURE)
        made.append(Piece(goal.rect.height + 2, (goal,), before=30, keep=True))
        made += [piece for n, runs in enumerate(said.objectives, 1) for piece in setter.item(runs, 0, n)]
    return made


def _contents_row(row: ContentsRow, setter: Setter, label: str) -> Piece:
    """A title at the left, its time and page at the right, a hairline below; one link."""
    width, anchor = setter.sheet.width, row.anchor
    link = f"#{anchor}"
    title = setter.text(Paragraph(row.runs, "p-contents", 13, tag="TOCI"), width - (160 if row.when else 60))
    pages = Paragraph((Run(label),), "p-contents", 13, align="right", tag="TOCI")
    number = box((pages,), Rect(width - 50, 0, 50, title.rect.height), setter.brand)
    height = title.rect.height + 14
    down = 7
    parts = [title, number]
    if row.said:
        said = setter.text(Paragraph(row.said, "p-contents-sub", 10.5, tag="TOCI"), width - 160)
        parts.append(replace(said, rect=said.rect.moved(0, title.rect.height + 1)))
        height += said.rect.height + 1
    if row.when:
        when = Paragraph((Run(row.when),), "p-contents-sub", 10.5, align="right", tag="TOCI")
        parts.insert(1, box((when,), Rect(width - 160, 3, 104, title.rect.height), setter.brand))
    placed = (replace(part, rect=part.rect.moved(0, down), link=link, key=f"contents {anchor}") for part in parts)
    return Piece(height, (*placed, Rule(Rect(0, height, width, 0), "line", 0.75)))


def footer(document: Document, sheet: Sheet, brand: Brand, number: int, same: str = "") -> tuple[Primitive, ...]:
    """Title, client and, at the outer edge, the page's number; `same` says beside it which page of another edition this is."""
    return footed(document.footer, sheet, brand, number, same)


def footed(said: tuple[str, str], sheet: Sheet, brand: Brand, number: int, same: str = "") -> tuple[Primitive, ...]:
    """A footer of so much text, and the page's number; where all of it doesn't fit in a line, words are left out."""
    side = side_of(number)
    whole = Rect(sheet.left(side), sheet.size.height - FOOT - 12, sheet.width, 12)
    inner, outer = ("left", "right") if side == "right" else ("right", "left")
    numbers = (Run(str(number)), *((Run(NUMBER_GAP), Run(same, color="muted")) if same else ()))
    outermost = numbers if outer == "left" else numbers[::-1]
    title, client, room = _abreast(said, whole, words(outermost), brand, inner)
    parts = [((Run(title),), "p-footer", inner, whole), ((Run(client),), "p-footer", "center", room), (outermost, "p-page", outer, whole)]
    return tuple(
        replace(box((Paragraph(runs, style, 9, align=align),), rect, brand), role="footer")  # type: ignore[arg-type]  # left, center, right
        for runs, style, align, rect in parts
        if any(run.text for run in runs)
    )


def _abreast(said: tuple[str, str], whole: Rect, number: str, brand: Brand, inner: str) -> tuple[str, str, Rect]:
    """A footer's title and client as far as both have room beside the number, and where the client stands: in the middle, if it can."""
    free = whole.width - text_width(number, "p-page", 9, brand) - 2 * APART
    title, client = said
    wide, narrow = (text_width(text, "p-footer", 9, brand) for text in said)
    if client and wide + narrow > free:
        title = _shortened(title, max(free / 2, free - narrow), brand, "p-footer")
        wide = text_width(title, "p-footer", 9, brand)
    client = _shortened(client, free - wide, brand, "p-footer") if client else ""
    if text_width(client, "p-footer", 9, brand) / 2 + APART <= whole.width / 2 - max(wide, whole.width - free - 2 * APART):
        return title, client, whole
    left = whole.x + (wide + APART if inner == "left" else whole.width - free - APART)
    return title, client, Rect(left, whole.y, free - wide, whole.height)


def running_head(document: Document, sheet: Sheet, brand: Brand, number: int, part: str) -> tuple[Primitive, ...]:
    """What the document is and, at the outer edge, the part that the page belongs to."""
    side = side_of(number)
    rect = Rect(sheet.left(side), HEAD, sheet.width, 13)
    inner, outer = ("left", "right") if side == "right" else ("right", "left")
    room = sheet.width - text_width(document.running.upper(), "p-eyebrow", 9, brand) - 24
    part = _shortened(part.upper(), room, brand, "p-label")
    return tuple(
        replace(text((Run(said.upper()),), style, rect, brand, align=align), role="header")  # type: ignore[arg-type]  # left or right
        for said, style, align in ((document.running, "p-eyebrow", inner), (part, "p-label", outer))
        if said
    )


def _shortened(said: str, room: float, brand: Brand, style: str) -> str:
    """As many words of a running head or foot as a line has room for, or letters of the one that is too long for it."""
    left, shown, room = said.split(), said, room * WITHIN
    while len(left) > 1 and text_width(shown, style, 9, brand) > room:
        left.pop()
        shown = f"{' '.join(left)} \u2026"
    while len(shown) > 2 and text_width(shown, style, 9, brand) > room:
        shown = f"{shown[:-2].rstrip()}\u2026"
    return shown


def closing(said: Closing, sheet: Sheet, brand: Brand, logos: Logos, number: int) -> tuple[Primitive, ...]:
    """The last page: dark, the telephone large, the code on white."""
    left, width = sheet.left(side_of(number)), sheet.width
    top = sheet.size.height * 0.24
    parts: list[Primitive] = [
        Shape(sheet.whole, fill="primary"),
        Shape(Rect(0, 0, STRIPE, sheet.size.height), fill="accent"),
        text(said.invitation, "p-invitation", Rect(left, top - 120, width - 40, 120), brand, tag="H2", anchor="bottom"),
    ]
    y = top + 16
    if said.text:
        made = text(said.text, "p-on-dark", Rect(left, y, width - 80, 60), brand)
        parts.append(made)
        y += len(made.lines) * 19 + 12
    if said.phone:
        parts.append(text((Run(said.phone, link=said.phone_link),), "p-phone", Rect(left, y, width, 56), brand))
        y += 68
    for runs in said.details:
        parts.append(text(runs, "p-on-dark", Rect(left, y, width, 20), brand))
        y += 20
    if said.qr:
        parts.append(Picture(Rect(left, y + 16, 132, 132), said.qr, said.qr_alt))
        parts.append(text((Run(said.qr_says),), "p-on-dark", Rect(left, y + 160, width, 20), brand))
    foot = sheet.size.height - 92
    return (*parts, *marks(logos, Rect(left, foot, 190, 42), Rect(left + width - 130, foot, 130, 40), brand, "p-logo-name"))
