"""Cue cards: a card for each slide, with the few words that bring back the rest."""

from __future__ import annotations

import re

from leapdeck.blocks import CueCard, CueCards, Document, Runs
from leapdeck.compose import properties
from leapdeck.narrate.moments import Moment, Story, moments
from leapdeck.richtext import words
from leapdeck.slides.reading import Reader


def narrate_cards(story: Story) -> Document:
    """Cards for all slides that are shown, in order, to be printed on one side and cut apart."""
    reader = story.reader()
    parts = {entry.id: reader.plain(entry.title) for entry in story.workshop.sections_proper}
    shown = (moment for moment in moments(story) if moment.scenes and not moment.hidden)
    cards = tuple(_card(reader, moment, parts.get(moment.part, "")) for moment in shown)
    return Document(properties(story.workshop, story.brand), (CueCards(cards),), borderless=True)


MOST = 6
"""Lines of keywords: more of them run on as one text."""
_PARTED = re.compile(r"\s+\u00b7\s+")
"""What parts the keywords of a cue: a point in the middle of the line."""


def _keywords(reader: Reader, cue: str) -> tuple[Runs, ...]:
    """A cue's parts, a line each."""
    parts = [part.strip() for part in _PARTED.split(cue) if part.strip()]
    return tuple(reader.runs(part) for part in (parts if len(parts) <= MOST else [cue]))


def _card(reader: Reader, moment: Moment, part: str) -> CueCard:
    cue = _keywords(reader, moment.slide.cue) if moment.slide else ()
    return CueCard(
        keywords=cue or (moment.title,),
        title=moment.title if cue else (),
        part=part if part != words(moment.title) else "",
        time=reader.clock(moment.start),
        minutes=reader.word("minutes-short", minutes=float(moment.minutes)) if moment.minutes else "",
        slide=reader.word("slide-of", number=moment.numbers),
        page=reader.word("workbook-page", page=moment.page) if moment.page else "",
        warning=reader.word("if-late-cut") if moment.optional else "",
        dark=moment.grade in ("part", "pause"),
    )
