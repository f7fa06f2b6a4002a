"""What the kinds need to tell a reader of paper what stands on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Literal

from msgspec.structs import replace

from leapdeck.blocks import Badges, Block, Grid, Heading, Item, Prose, Quote, Rules, Runs
from leapdeck.locales import figure, quoted, word
from leapdeck.locales.times import clock
from leapdeck.richtext import Run, heard, inline, passages, words
from leapdeck.slides.base import Activity, Point, Slide
from leapdeck.timeplan import Plan
from leapdeck.units import MM

Audience = Literal["participant", "facilitator"]
SHORTEST_GAP = 20 * MM
LONGEST_GAP = 90 * MM
LETTER = 2.9 * MM
"""What a letter takes in a hurried hand."""
DEEPEST = 1
"""Lists on paper have two levels."""


class Reader:
    """One audience: participants never see the words of gaps."""

    def __init__(
        self, variables: Mapping[str, str], fixed: Mapping[str, str], numbers: Mapping[str, int], plan: Plan, audience: Audience
    ) -> None:
        """`fixed` are the words of the language, `numbers` the slides' numbers by id."""
        self.variables, self._fixed, self._numbers = variables, fixed, numbers
        self.plan = plan
        self.audience = audience

    def runs(self, text: str) -> Runs:
        """A text of the outline; for participants its gaps are rules to write on."""
        return self._seen(inline(text, self.variables))

    def plain(self, text: str) -> str:
        """A text as words alone, for what is heard or drawn; for participants a gap is a pause."""
        runs = self.runs(text)
        return heard(runs) if any(run.blank for run in runs) else words(runs)

    def word(self, key: str, **values: object) -> str:
        """A fixed word, with its braces filled in; numbers as the language writes them."""
        return word(self._fixed, key, **values)

    def figure(self, value: float) -> str:
        """A number as the language writes it."""
        return figure(value, self._fixed)

    def clock(self, minutes: float | None) -> str:
        """Minutes from midnight as the language writes a clock time; nothing for None."""
        return clock(minutes, self._fixed)

    def quoted(self, text: str) -> str:
        """A text between its language's quotation marks."""
        return quoted(text, self._fixed)

    def heading(self, slide: Slide) -> Heading:
        """A slide's heading, with its number in the margin."""
        return Heading(self.runs(slide.title), slide.id, self.reference(slide.id), (*slide.at, "title"))

    def reference(self, id: str) -> str:
        """Which slide it is, "" where it isn't in the deck."""
        number = self._numbers.get(id)
        return self.word("slide", number=number) if number else ""

    def flowing(self, text: str) -> tuple[Block, ...]:
        """Paragraphs and lists; the first paragraph leads."""
        found: list[Block] = []
        for part in passages(text, self.variables):
            runs = self._seen(part.runs)
            lead = not found and part.level < 0
            found.append(
                Item(runs, min(part.level, DEEPEST), part.number) if part.level >= 0 else Prose(runs, "p-lead" if lead else "p-body")
            )
        return tuple(found)

    def points(self, points: Sequence[Point], level: int = 0) -> tuple[Block, ...]:
        """Points and the points below them."""
        found: list[Block] = []
        for point in points:
            found += [Item(self.runs(point.text), min(level, DEEPEST)), *self.points(point.points, level + 1)]
        return tuple(found)

    def badges(self, slide: Activity) -> tuple[Block, ...]:
        """Minutes and who works with whom."""
        minutes = self.plan.slides.get(slide.id)
        texts = [self.word("minutes-of" if minutes != 1 else "minute-of", minutes=float(minutes))] if minutes else []
        if slide.grouping:
            texts.append(slide.company(self.word))
        return (Badges(tuple(texts)),) if texts else ()

    def room(self, slide: Slide, lines: int = 0, asks: str = "") -> tuple[Block, ...]:
        """What there is to write in: the slide's own table or lines, or so many; for what the slide `asks`, or its title."""
        sheet = slide.handout.table
        if sheet is not None:
            heads = tuple((self.runs(text), "primary") for text in sheet.columns)
            return (Grid(heads, open_rows=sheet.rows, fills=True, ruled=True, path=(*slide.at, "handout", "table")),)
        number = slide.handout.lines or lines
        says = heard(self.runs(asks or slide.title)) or self.word("notes")
        return (Rules(number, says, (*slide.at, "handout")),) if number else ()

    def caption(self, text: str) -> tuple[Block, ...]:
        """A line below a picture, a chart or a table, which never leaves it."""
        return (Prose(self.runs(text), "p-small", clings=True),) if text else ()

    def quote(self, slide: Slide, text: str, source: str = "") -> Quote:
        """A pulled quote."""
        return Quote(self.runs(text), self.runs(source), slide.id, self.reference(slide.id), slide.at)

    def _seen(self, runs: Runs) -> Runs:
        """Runs as the audience sees them; each gap says which it is, in the words around it."""
        if self.audience == "facilitator" or not any(run.gap for run in runs):
            return runs
        open_ = tuple(_blank(run) if run.gap else run for run in runs)
        text, numbers = heard(open_), count(1)
        asked = (self.word("field-gap", number=next(numbers), text=text) if run.blank else "" for run in open_)
        return tuple(replace(run, asks=says) if says else run for run, says in zip(open_, asked, strict=True))


def _blank(run: Run) -> Run:
    """A gap's word as a rule that is long enough for it."""
    return replace(run, text="", gap=False, blank=min(LONGEST_GAP, max(SHORTEST_GAP, len(run.text) * LETTER)))
