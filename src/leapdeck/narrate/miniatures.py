"""Slides on paper for participants: two, three or six to a page, gaps open, no notes, hidden slides left out."""

from __future__ import annotations

from leapdeck.blocks import Document, Masthead, Miniature, Miniatures
from leapdeck.compose import properties
from leapdeck.layouts.hollowing import heard, hollowed
from leapdeck.locales import words
from leapdeck.narrate.moments import Story
from leapdeck.scene import Scene
from leapdeck.slides.reading import Reader

GRIDS = {2: (1, 2), 3: (1, 3), 6: (2, 3)}
"""Slides to a page → columns, rows."""


def narrate_slides(story: Story, *, each: int) -> Document:
    """So many slides to a page; KeyError for another number than two, three and six."""
    workshop = story.workshop
    reader = Reader(workshop.vars, words(workshop.language), story.numbers, story.plan, "participant")
    deck = hollowed(story.deck, story.brand)
    values = workshop.vars
    masthead = Masthead(reader.word("slides"), reader.runs(workshop.title), workshop.occasion, anchor="slides")
    columns, rows = GRIDS[each]
    shown = tuple(_miniature(reader, scene) for scene in deck.scenes)
    return Document(
        properties=properties(workshop, story.brand),
        body=(Miniatures(masthead, shown, columns, rows, ruled=each == 3),),
        footer=(reader.plain(workshop.title), values.get("client", "")),
        deck=deck,
    )


def _miniature(reader: Reader, scene: Scene) -> Miniature:
    """A slide, heard whole: its number, then all its words, gaps named as such."""
    number, colon = reader.word("slide-of", number=scene.number), reader.word("colon")
    said = heard(scene, reader.word("blank"))
    return Miniature(scene.id, number, f"{number}{colon}{said or scene.title}", f"{number}{colon}{scene.title}")
