"""What can be built: a line in the table below for each kind of file, and what its writer is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.blocks import Document
from leapdeck.brand.model import Brand
from leapdeck.building.finishing import Files, Finished, drawable, for_participants
from leapdeck.building.jobs import Options, Series
from leapdeck.building.preparing import Prepared
from leapdeck.building.templates import Worn, on_paper
from leapdeck.imagery.inks import Profile
from leapdeck.layouts.design import Design
from leapdeck.layouts.logos import Logos
from leapdeck.outline.audiences import open_texts, secret_texts
from leapdeck.scene import Deck, Sheets

if TYPE_CHECKING:
    from leapdeck.narrate.moments import Story


class Kind(Struct, frozen=True):
    """A kind of file: its suffix, what its writer is given, what it does with that: a file, or several.

    `write` is a function of a module, so that a child process may do it; `get_ready` loads what it needs ahead of time.
    `along` are kinds that are built with it.
    `looks` are the options that change how it looks, and its name.
    `for_each` is what the names of those files begin with of which it makes one for each participant, `looks_each` the
    options that change these.
    """

    suffix: str
    material: Callable[[Prepared], tuple[Any, ...]]
    write: Callable[..., Files]
    get_ready: Callable[[Brand], None]
    along: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    for_each: str = ""
    looks_each: tuple[str, ...] = ()

    def look(self, options: Options, part: str = "") -> str:
        """What tells a file in another look from the usual one, as "-large-print"; `part` is its name among several of its kind."""
        looks = self.looks_each if self.for_each and part.startswith(self.for_each) else self.looks
        return "".join(f"-{name}" for name in looks if getattr(options, name.replace("-", "_")))


def _deck_material(prepared: Prepared) -> tuple[Any, ...]:
    return prepared.deck, prepared.deck_brand, prepared.composed.images, prepared.worn


def _slides_material(prepared: Prepared) -> tuple[Any, ...]:
    return prepared.deck, prepared.slide_brand, prepared.composed.images, prepared.worn


def _write_deck(deck: Deck, brand: Brand, images: dict[str, Picture], worn: Worn | None) -> Finished:
    if worn:
        from leapdeck.powerpoint.corporate import Unfit, fill_template, unfit

        try:
            return Finished(fill_template(deck, brand, images, worn.tailored.design, worn.data), len(deck.scenes))
        except Unfit as error:
            raise unfit(worn.name, str(error), error.hint, worn.where) from error
    from leapdeck.powerpoint import write_deck

    return Finished(write_deck(deck, brand, images), len(deck.scenes))


def _write_slides(deck: Deck, brand: Brand, images: dict[str, Picture], worn: Worn | None) -> Finished:
    from leapdeck.pdf import write_slides

    return Finished(write_slides(deck, brand, images, worn.tailored.design if worn else None), len(deck.scenes))


def _handout_material(prepared: Prepared) -> tuple[Any, ...]:
    workshop, pages = prepared.workshop, prepared.workbook
    return pages.sheets, prepared.paper_brand, pages.images, secret_texts(workshop), open_texts(workshop)


def _fillable_material(prepared: Prepared) -> tuple[Any, ...]:
    from leapdeck.paper.forms import fillable

    sheets, *rest = _handout_material(prepared)
    return fillable(sheets), *rest


def _write_handout(sheets: Sheets, brand: Brand, images: dict[str, Picture], secret: tuple[str, ...], open_: tuple[str, ...]) -> Finished:
    from leapdeck.pdf import write_sheets

    return for_participants(Finished(write_sheets(sheets, brand, images), len(sheets.pages)), "the workbook", secret, open_)


def _bound_material(prepared: Prepared) -> tuple[Any, ...]:
    """The workbook's pages, filled up so that they can be folded."""
    from leapdeck.paper.binding import bound

    sheets, *more = _handout_material(prepared)
    return bound(sheets, prepared.document, prepared.paper_brand, prepared.logos, large=prepared.large is not None), *more


def _write_booklet(sheets: Sheets, brand: Brand, images: dict[str, Picture], secret: tuple[str, ...], open_: tuple[str, ...]) -> Finished:
    from leapdeck.paper.imposing import imposed
    from leapdeck.pdf import write_booklet

    sides = imposed(sheets.pages)
    return for_participants(Finished(write_booklet(sides, sheets.properties, brand, images), len(sides)), "the booklet", secret, open_)


def _press_material(prepared: Prepared) -> tuple[Any, ...]:
    return *_bound_material(prepared), prepared.profile


def _write_press(
    sheets: Sheets, brand: Brand, images: dict[str, Picture], secret: tuple[str, ...], open_: tuple[str, ...], profile: Profile | None
) -> Finished:
    from leapdeck.pdf import write_press

    return for_participants(Finished(write_press(sheets, brand, images, profile), len(sheets.pages)), "the press edition", secret, open_)


def _ticket_material(prepared: Prepared) -> tuple[Any, ...]:
    from leapdeck.narrate.ticket import Master, print_ticket
    from leapdeck.paper.ticket import ticket_sheets

    sheets, *_ = _bound_material(prepared)
    profile = prepared.profile.name if prepared.profile else ""
    press = KINDS["press"]
    master = Master(f"{prepared.stem}-press{press.look(prepared.options)}{press.suffix}", len(sheets.pages), prepared.paper, profile)
    said = print_ticket(prepared.workshop, prepared.document, prepared.composed.contact, master)
    return ticket_sheets(said, prepared.brand, prepared.paper), prepared.brand


def _write_ticket(sheets: Sheets, brand: Brand) -> Finished:
    from leapdeck.pdf import write_sheets

    return Finished(write_sheets(sheets, brand, {}), len(sheets.pages))


def _story_material(prepared: Prepared) -> tuple[Any, ...]:
    """What the facilitator's papers are told from; they are narrated and paginated by who writes them, beside the deck."""
    from leapdeck.narrate.moments import Story

    composed, paginated = prepared.composed, prepared.paginated
    workshop = replace(prepared.workshop, source=None)
    deck, brand, design = on_paper(prepared.worn, prepared.paper_deck, prepared.paper_brand)
    story = Story(workshop, brand, deck, composed.numbers, composed.plan, composed.contact, paginated.pages)
    return story, prepared.paper, paginated.images, prepared.logos, design


def _write_told(
    tell: Callable[[Story], Document], story: Story, paper: str, images: dict[str, Picture], logos: Logos, design: Design | None
) -> Finished:
    """A document that is told from a story, laid out and painted."""
    from leapdeck.paper import paginate
    from leapdeck.pdf import write_sheets

    paginated = paginate(tell(story), story.brand, paper, images, logos)
    return Finished(
        write_sheets(drawable(paginated.sheets, story.brand), story.brand, paginated.images, design), len(paginated.sheets.pages)
    )


def _write_guide(*material: Any) -> Finished:
    from leapdeck.narrate.guide import narrate_guide

    return _write_told(narrate_guide, *material)


def _write_run_sheet(*material: Any) -> Finished:
    from leapdeck.narrate.runsheet import narrate_run_sheet

    return _write_told(narrate_run_sheet, *material)


def _write_cards(*material: Any) -> Finished:
    from leapdeck.narrate.cards import narrate_cards

    return _write_told(narrate_cards, *material)


def _write_miniatures(each: int, story: Story, paper: str, images: dict[str, Picture], logos: Logos, design: Design | None) -> Finished:
    from leapdeck.narrate.miniatures import narrate_slides

    finished = _write_told(partial(narrate_slides, each=each), story, paper, images, logos, design)
    return for_participants(finished, "the slides on paper", secret_texts(story.workshop), open_texts(story.workshop))


def _kit_material(prepared: Prepared) -> tuple[Any, ...]:
    from leapdeck.building.kit import kit_material

    return kit_material(prepared)


def _write_kit(*material: Any) -> Files:
    from leapdeck.building.kit import write_kit

    return write_kit(*material)


def _ready_for_deck(_brand: Brand) -> None:
    import leapdeck.gatekeeping  # loading it is the point
    import leapdeck.powerpoint  # noqa: F401  # and this


def _ready_for_pdf(brand: Brand) -> None:
    import pypdfium2  # noqa: F401  # loading it is the point

    import leapdeck.checks.answers
    import leapdeck.checks.finished.pdfs
    import leapdeck.gatekeeping  # noqa: F401  # and these
    from leapdeck.pdf import load_fonts

    load_fonts(brand)


def _ready_to_tell(brand: Brand) -> None:
    import leapdeck.narrate.guide  # as above
    import leapdeck.paper  # noqa: F401  # as above
    from leapdeck.slides.qr import qr_image

    _ready_for_pdf(brand)
    qr_image(brand.contact)


_SPARING = ("ink-saver",)
_LOOKS = ("large-print", *_SPARING)
KINDS: dict[str, Kind] = {
    "deck": Kind(".pptx", _deck_material, _write_deck, _ready_for_deck),
    "handout": Kind(".pdf", _handout_material, _write_handout, _ready_for_pdf, looks=_LOOKS),
    "fillable": Kind(".pdf", _fillable_material, _write_handout, _ready_for_pdf, looks=_LOOKS),
    "booklet": Kind(".pdf", _bound_material, _write_booklet, _ready_for_pdf, looks=_LOOKS),
    "press": Kind(".pdf", _press_material, _write_press, _ready_for_pdf, ("press-ticket",), _LOOKS),
    "press-ticket": Kind(".pdf", _ticket_material, _write_ticket, _ready_for_pdf, looks=_LOOKS),
    "guide": Kind(".pdf", _story_material, _write_guide, _ready_to_tell, looks=_SPARING),
    "runsheet": Kind(".pdf", _story_material, _write_run_sheet, _ready_to_tell, looks=_SPARING),
    "cards": Kind(".pdf", _story_material, _write_cards, _ready_to_tell, looks=_SPARING),
    "slides": Kind(".pdf", _slides_material, _write_slides, _ready_for_pdf),
    "slides-2up": Kind(".pdf", _story_material, partial(_write_miniatures, 2), _ready_to_tell, looks=_SPARING),
    "slides-3up": Kind(".pdf", _story_material, partial(_write_miniatures, 3), _ready_to_tell, looks=_SPARING),
    "slides-6up": Kind(".pdf", _story_material, partial(_write_miniatures, 6), _ready_to_tell, looks=_SPARING),
    "kit": Kind(".pdf", _kit_material, _write_kit, _ready_for_pdf, looks=_SPARING, for_each="handout-", looks_each=_LOOKS),
}
"""What can be built, by the name that `--only` gives it."""


def series_of(kinds: tuple[str, ...], stem: str, options: Options) -> tuple[Series, ...]:
    """Those files of some kinds that are one for each participant."""
    looks = tuple(f"-{look}" for look in _LOOKS)
    made = ((kind, KINDS[kind]) for kind in kinds if KINDS[kind].for_each)
    return tuple(Series(name, f"{stem}-{kind.for_each}", f"{kind.look(options, kind.for_each)}{kind.suffix}", looks) for name, kind in made)


def accompanied(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Kinds, each once, and after each those that are built with it."""
    return tuple(dict.fromkeys(kind for wanted in kinds for kind in (wanted, *KINDS[wanted].along)))
