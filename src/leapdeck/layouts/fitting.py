"""Fitting text into a slot: down the scale of its role to the floor, in the brand's font and in its fallback."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Path
from leapdeck.layouts.setting import Seen, as_seen, moved, set_text, worst
from leapdeck.layouts.slots import Slot
from leapdeck.richtext import Run, words
from leapdeck.scene import Anchor, Paragraph, TextBox
from leapdeck.units import Rect

AtSize = Callable[[float], tuple[Paragraph, ...]]
"""The same paragraphs at a size of the scale."""


BALANCED = ("subtitle", "p-subtitle", "p-on-dark", "p-lead", "p-contents-sub", "large", "step-text", "option", "cell")
"""The roles that are balanced as headings are: one or two lines that stand alone."""


MOST_BOUND = 3
"""Words that are taken along to a last line, at the most."""
LONELY = 0.25
"""A last line shorter than this share of the one before it looks lost."""
STRAY = 0.6
"""A word alone on a line that is shorter than this share of the widest one looks lost, wherever it stands."""


class Fitted(Struct, frozen=True):
    """A box whose text fits, the step that it is set at, and whether that step is not the role's first."""

    box: TextBox
    size: float


class Misfit(Struct, frozen=True):
    """Why text does not fit at the floor: about how many words too many, words wider than a line."""

    words: int
    cut: tuple[str, ...]


def fit(at_size: AtSize, slot: Slot, brand: Brand, *, path: Path = (), sizes: tuple[float, ...] = ()) -> Fitted | Misfit:
    """The text at the largest step of its slot's role (or of `sizes`) at which it fits, or what is too much at the floor."""
    steps = sizes or brand.roles[slot.role].sizes
    for size in steps:
        paragraphs = at_size(size)
        if fits(paragraphs, slot.rect, brand):
            return Fitted(place(paragraphs, slot, brand, path), size)
    return _misfit(at_size(steps[-1]), slot.rect, brand)


def fits(paragraphs: tuple[Paragraph, ...], rect: Rect, brand: Brand) -> bool:
    """Whether paragraphs hold in a rectangle, whatever of the two fonts they are shown in."""
    needed = worst(paragraphs, rect.width, brand)
    return needed.height <= rect.height + 0.01 and not needed.cut


def place(paragraphs: tuple[Paragraph, ...], slot: Slot, brand: Brand, path: Path = ()) -> TextBox:
    """Paragraphs as a box in their slot."""
    role = "title" if slot.placeholder in ("title", "ctrTitle") else slot.name if slot.name in ("footer", "number") else "body"
    made = box(paragraphs, slot.rect, brand, anchor=slot.anchor, slot=slot.name, role=role, path=path)
    return replace(made, whole=len(made.lines) == 1) if slot.whole else made


def box(
    paragraphs: tuple[Paragraph, ...],
    rect: Rect,
    brand: Brand,
    *,
    anchor: Anchor = "top",
    slot: str = "",
    role: str = "body",
    path: Path = (),
) -> TextBox:
    """Paragraphs as a box, without asking whether they fit; the last line of a heading never holds one word alone."""
    paragraphs = tuple(_balanced(paragraph, rect.width, brand) for paragraph in paragraphs)
    setting = set_text(paragraphs, rect.width, brand)
    spare = rect.height - setting.height
    down = {"top": 0.0, "middle": spare / 2, "bottom": spare}[anchor]
    lines = moved(setting.lines, 0.0, down) if down else setting.lines
    return TextBox(rect, paragraphs, lines, slot, role, path, anchor)


def _balanced(paragraph: Paragraph, width: float, brand: Brand) -> Paragraph:
    """A short text whose last line would be next to nothing takes words before it along, by spaces that do not break."""
    is_short = brand.roles[paragraph.style].family == "heading" or paragraph.style in BALANCED
    if not is_short or not paragraph.runs or paragraph.runs[-1].blank:
        return paragraph
    seen = as_seen(paragraph, width, brand)
    for _ in range(MOST_BOUND):
        if not _is_lonely(seen):
            break
        bound = replace(paragraph, runs=_bound(paragraph.runs))
        after = as_seen(bound, width, brand)
        if len(after.lines) != len(seen.lines) or after.forced or _is_torn(after, seen):
            break
        paragraph, seen = bound, after
    return paragraph


def _is_lonely(seen: Seen) -> bool:
    """Whether the last line holds one word alone, or is far shorter than the one before it."""
    if len(seen.lines) < 2:
        return False
    (_, before), (said, last) = seen.lines[-2:]
    return len(said.split()) == 1 or last < before * LONELY


def _is_torn(after: Seen, before: Seen) -> bool:
    """Whether taking words along has left a short one alone in the midst of a text, where there were several."""
    if len(after.lines) < 3:
        return False
    (left, wide), (had, _) = after.lines[-2], before.lines[-2]
    return len(left.split()) == 1 < len(had.split()) and wide < STRAY * max(width for _, width in after.lines)


def _bound(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    last = runs[-1]
    head, space, tail = last.text.rstrip().rpartition(" ")
    return (*runs[:-1], replace(last, text=f"{head}\u00a0{tail}")) if space else runs


def _misfit(paragraphs: tuple[Paragraph, ...], rect: Rect, brand: Brand) -> Misfit:
    needed = worst(paragraphs, rect.width, brand)
    height = needed.height
    count = sum(len(words(paragraph.runs).split()) for paragraph in paragraphs)
    excess = max(0.0, height - rect.height)
    return Misfit(max(1, -int(-count * excess // height)) if excess else 0, needed.cut)
