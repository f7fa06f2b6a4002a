"""The papers that are told from the finished slides: the facilitator's, and slides on paper.

They are narrated and paginated by who writes them, beside the deck.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.blocks import Document
from leapdeck.building.finishing import Finished, drawable, for_participants
from leapdeck.building.preparing import Prepared
from leapdeck.building.templates import on_paper
from leapdeck.layouts.logos import Logos
from leapdeck.outline.audiences import open_texts, secret_texts

if TYPE_CHECKING:
    from leapdeck.layouts.design import Design
    from leapdeck.narrate.moments import Story


class Telling(Struct, frozen=True):
    """What a paper is told from, the paper that it is laid out on, its pictures and marks, the design of its slides."""

    story: Story
    paper: str
    images: Mapping[str, Picture]
    logos: Logos
    design: Design | None


def telling(prepared: Prepared) -> Telling:
    """A workshop with all that is known once its workbook is paginated."""
    from leapdeck.narrate.moments import Story

    composed, paginated = prepared.composed, prepared.paginated
    workshop = replace(prepared.workshop, source=None)
    deck, brand, design = on_paper(prepared.worn, prepared.paper_deck, prepared.paper_brand)
    story = Story(workshop, brand, deck, composed.numbers, composed.plan, composed.contact, paginated.pages)
    return Telling(story, prepared.paper, paginated.images, prepared.logos, design)


def _told(tell: Callable[[Story], Document], given: Telling) -> Finished:
    """A document that is told from a story, laid out and painted."""
    from leapdeck.paper import paginate
    from leapdeck.pdf import write_sheets

    brand = given.story.brand
    paginated = paginate(tell(given.story), brand, given.paper, given.images, given.logos)
    sheets = drawable(paginated.sheets, brand)
    return Finished(write_sheets(sheets, brand, paginated.images, given.design), len(sheets.pages))


def write_guide(given: Telling) -> Finished:
    """The facilitator's guide."""
    from leapdeck.narrate.guide import narrate_guide

    return _told(narrate_guide, given)


def write_run_sheet(given: Telling) -> Finished:
    """The day on one page."""
    from leapdeck.narrate.runsheet import narrate_run_sheet

    return _told(narrate_run_sheet, given)


def write_cards(given: Telling) -> Finished:
    """Cue cards, four to a sheet."""
    from leapdeck.narrate.cards import narrate_cards

    return _told(narrate_cards, given)


def write_miniatures(given: Telling, *, each: int) -> Finished:
    """Slides on paper, so many to a page; LeapdeckError where they hold what participants must not get."""
    from leapdeck.narrate.miniatures import narrate_slides

    finished, workshop = _told(partial(narrate_slides, each=each), given), given.story.workshop
    return for_participants(finished, "the slides on paper", secret_texts(workshop), open_texts(workshop))
