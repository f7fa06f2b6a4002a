"""What can be built: a line in the table below for each kind of file, how it is made ready and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from leapdeck.brand.model import Brand
from leapdeck.building.decks import for_powerpoint, for_screens, write_deck, write_slides
from leapdeck.building.finishing import Files
from leapdeck.building.jobs import Options, Series
from leapdeck.building.papers import telling, write_cards, write_guide, write_miniatures, write_run_sheet
from leapdeck.building.preparing import Prepared
from leapdeck.building.workbooks import (
    PrintTicket,
    filled_up,
    laid_out,
    told_to_the_shop,
    with_fields,
    write_booklet,
    write_handout,
    write_press,
    write_ticket,
)

if TYPE_CHECKING:
    from leapdeck.building.kit import KitMaterial

Material = TypeVar("Material")


class Kind(Struct, Generic[Material], frozen=True):
    """A kind of file: its suffix, what its writer is given, what it does with that: a file, or several.

    `write` is a function of a module, so that a child process may do it; `get_ready` loads what it needs ahead of time.
    `along` are kinds that are built with it.
    `looks` are the options that change how it looks, and its name.
    `for_each` is what the names of those files begin with of which it makes one for each participant, `looks_each` the
    options that change these.
    """

    suffix: str
    material: Callable[[Prepared], Material]
    write: Callable[[Material], Files]
    get_ready: Callable[[Brand], None]
    along: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    for_each: str = ""
    looks_each: tuple[str, ...] = ()

    def look(self, options: Options, part: str = "") -> str:
        """What tells a file in another look from the usual one, as "-large-print"; `part` is its name among several of its kind."""
        looks = self.looks_each if self.for_each and part.startswith(self.for_each) else self.looks
        return "".join(f"-{name}" for name in looks if getattr(options, name.replace("-", "_")))


def _ticket(prepared: Prepared) -> PrintTicket:
    press = KINDS["press"]
    return told_to_the_shop(prepared, f"{prepared.stem}-press{press.look(prepared.options)}{press.suffix}")


def _kit(prepared: Prepared) -> KitMaterial:
    from leapdeck.building.kit import kit_material

    return kit_material(prepared)


def _write_kit(given: KitMaterial) -> Files:
    from leapdeck.building.kit import write_kit

    return write_kit(given)


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
KINDS: dict[str, Kind[Any]] = {
    "deck": Kind(".pptx", for_powerpoint, write_deck, _ready_for_deck),
    "handout": Kind(".pdf", laid_out, write_handout, _ready_for_pdf, looks=_LOOKS),
    "fillable": Kind(".pdf", with_fields, write_handout, _ready_for_pdf, looks=_LOOKS),
    "booklet": Kind(".pdf", filled_up, write_booklet, _ready_for_pdf, looks=_LOOKS),
    "press": Kind(".pdf", filled_up, write_press, _ready_for_pdf, ("press-ticket",), _LOOKS),
    "press-ticket": Kind(".pdf", _ticket, write_ticket, _ready_for_pdf, looks=_LOOKS),
    "guide": Kind(".pdf", telling, write_guide, _ready_to_tell, looks=_SPARING),
    "runsheet": Kind(".pdf", telling, write_run_sheet, _ready_to_tell, looks=_SPARING),
    "cards": Kind(".pdf", telling, write_cards, _ready_to_tell, looks=_SPARING),
    "slides": Kind(".pdf", for_screens, write_slides, _ready_for_pdf),
    "slides-2up": Kind(".pdf", telling, partial(write_miniatures, each=2), _ready_to_tell, looks=_SPARING),
    "slides-3up": Kind(".pdf", telling, partial(write_miniatures, each=3), _ready_to_tell, looks=_SPARING),
    "slides-6up": Kind(".pdf", telling, partial(write_miniatures, each=6), _ready_to_tell, looks=_SPARING),
    "kit": Kind(".pdf", _kit, _write_kit, _ready_for_pdf, looks=_SPARING, for_each="handout-", looks_each=_LOOKS),
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
