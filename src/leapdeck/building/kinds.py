"""What can be built: a line in the table below for each kind of file, and what its writer is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.blocks import Document
from leapdeck.brand.model import Brand
from leapdeck.building.jobs import Options
from leapdeck.building.preparing import Prepared
from leapdeck.diagnostics import LeapdeckError
from leapdeck.layouts.logos import Logos
from leapdeck.narrate import Story, narrate_cards, narrate_guide, narrate_run_sheet, narrate_slides
from leapdeck.outline.audiences import open_texts, secret_texts
from leapdeck.scene import Deck, Sheets


class Finished(Struct, frozen=True):
    """A file's bytes, and how many slides or pages it has."""

    data: bytes
    pages: int


class Kind(Struct, frozen=True):
    """A kind of file: its suffix, what its writer is given, what it does with that.

    `write` is a function of a module, so that a child process may do it; `get_ready` loads what it needs ahead of time.
    `looks` are the options that change how it looks, and its name.
    """

    suffix: str
    material: Callable[[Prepared], tuple[Any, ...]]
    write: Callable[..., Finished]
    get_ready: Callable[[Brand], None]
    looks: tuple[str, ...] = ()

    def look(self, options: Options) -> str:
        """What tells a file in another look from the usual one, as "-large-print"."""
        return "".join(f"-{name}" for name in self.looks if getattr(options, name.replace("-", "_")))


def _deck_material(prepared: Prepared) -> tuple[Any, ...]:
    return prepared.deck, prepared.deck_brand, prepared.composed.images


def _slides_material(prepared: Prepared) -> tuple[Any, ...]:
    return prepared.deck, prepared.brand, prepared.composed.images


def _write_deck(deck: Deck, brand: Brand, images: dict[str, Picture]) -> Finished:
    from leapdeck.powerpoint import write_deck

    return Finished(write_deck(deck, brand, images), len(deck.scenes))


def _write_slides(deck: Deck, brand: Brand, images: dict[str, Picture]) -> Finished:
    from leapdeck.pdf import write_slides

    return Finished(write_slides(deck, brand, images), len(deck.scenes))


def _handout_material(prepared: Prepared) -> tuple[Any, ...]:
    workshop = prepared.workshop
    pages = prepared.large or prepared.paginated
    return pages.sheets, prepared.paper_brand, pages.images, secret_texts(workshop), open_texts(workshop)


def _fillable_material(prepared: Prepared) -> tuple[Any, ...]:
    from leapdeck.paper.forms import fillable

    sheets, *rest = _handout_material(prepared)
    return fillable(sheets), *rest


def _write_handout(sheets: Sheets, brand: Brand, images: dict[str, Picture], secret: tuple[str, ...], open_: tuple[str, ...]) -> Finished:
    """The workbook, searched for what its readers must not get."""
    from leapdeck.checks.answers import answers_given_away
    from leapdeck.pdf import write_sheets

    data = write_sheets(sheets, brand, images)
    if given_away := answers_given_away(data, "the workbook", secret, open_):
        raise LeapdeckError(given_away)
    return Finished(data, len(sheets.pages))


def _story_material(prepared: Prepared) -> tuple[Any, ...]:
    """What the facilitator's papers are told from; they are narrated and paginated by who writes them, beside the deck."""
    composed, paginated = prepared.composed, prepared.paginated
    workshop = replace(prepared.workshop, source=None)
    story = Story(workshop, prepared.paper_brand, prepared.paper_deck, composed.numbers, composed.plan, composed.contact, paginated.pages)
    return story, prepared.paper, paginated.images, prepared.logos


def _write_told(tell: Callable[[Story], Document], story: Story, paper: str, images: dict[str, Picture], logos: Logos) -> Finished:
    """A document that is told from a story, laid out and painted."""
    from leapdeck.paper import paginate
    from leapdeck.pdf import write_sheets

    paginated = paginate(tell(story), story.brand, paper, images, logos)
    return Finished(write_sheets(paginated.sheets, story.brand, paginated.images), len(paginated.sheets.pages))


def _write_miniatures(each: int, story: Story, paper: str, images: dict[str, Picture], logos: Logos) -> Finished:
    """Slides on paper, searched for what participants must not get."""
    from leapdeck.checks.answers import answers_given_away

    finished = _write_told(partial(narrate_slides, each=each), story, paper, images, logos)
    secret, open_ = secret_texts(story.workshop), open_texts(story.workshop)
    if given_away := answers_given_away(finished.data, "the slides on paper", secret, open_):
        raise LeapdeckError(given_away)
    return finished


def _ready_for_deck(_brand: Brand) -> None:
    import leapdeck.powerpoint  # noqa: F401  # loading it is the point


def _ready_for_pdf(brand: Brand) -> None:
    import pypdfium2  # noqa: F401  # loading it is the point

    from leapdeck.pdf import load_fonts

    load_fonts(brand)


_SPARING = ("ink-saver",)
_LOOKS = ("large-print", *_SPARING)
KINDS: dict[str, Kind] = {
    "deck": Kind(".pptx", _deck_material, _write_deck, _ready_for_deck),
    "handout": Kind(".pdf", _handout_material, _write_handout, _ready_for_pdf, _LOOKS),
    "fillable": Kind(".pdf", _fillable_material, _write_handout, _ready_for_pdf, _LOOKS),
    "guide": Kind(".pdf", _story_material, partial(_write_told, narrate_guide), _ready_for_pdf, _SPARING),
    "runsheet": Kind(".pdf", _story_material, partial(_write_told, narrate_run_sheet), _ready_for_pdf, _SPARING),
    "cards": Kind(".pdf", _story_material, partial(_write_told, narrate_cards), _ready_for_pdf, _SPARING),
    "slides": Kind(".pdf", _slides_material, _write_slides, _ready_for_pdf),
    "slides-2up": Kind(".pdf", _story_material, partial(_write_miniatures, 2), _ready_for_pdf, _SPARING),
    "slides-3up": Kind(".pdf", _story_material, partial(_write_miniatures, 3), _ready_for_pdf, _SPARING),
    "slides-6up": Kind(".pdf", _story_material, partial(_write_miniatures, 6), _ready_for_pdf, _SPARING),
}
"""What can be built, by the name that `--only` gives it."""
