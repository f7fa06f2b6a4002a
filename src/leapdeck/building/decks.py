"""The slides as files: the deck itself, and its slides as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.building.finishing import Finished
from leapdeck.building.preparing import Prepared
from leapdeck.scene import Deck

if TYPE_CHECKING:
    from leapdeck.building.templates import Worn


class Slideshow(Struct, frozen=True):
    """Slides, the brand that they wear, their pictures, and the client's template that they stand on, if there is one."""

    deck: Deck
    brand: Brand
    images: Mapping[str, Picture]
    worn: Worn | None


def for_powerpoint(prepared: Prepared) -> Slideshow:
    """The slides in the fonts of a deck."""
    return Slideshow(prepared.deck, prepared.deck_brand, prepared.composed.images, prepared.worn)


def for_screens(prepared: Prepared) -> Slideshow:
    """The slides in the fonts of a PDF."""
    return Slideshow(prepared.deck, prepared.slide_brand, prepared.composed.images, prepared.worn)


def write_deck(given: Slideshow) -> Finished:
    """The deck; LeapdeckError where the client's template can't hold it."""
    from leapdeck.powerpoint import write_deck as written

    if given.worn:
        return _filled(given, given.worn)
    return Finished(written(given.deck, given.brand, given.images), len(given.deck.scenes))


def _filled(given: Slideshow, worn: Worn) -> Finished:
    from leapdeck.powerpoint.corporate import Unfit, fill_template, unfit

    try:
        data = fill_template(given.deck, given.brand, given.images, worn.tailored.design, worn.data)
    except Unfit as error:
        raise unfit(worn.name, str(error), error.hint, worn.where) from error
    return Finished(data, len(given.deck.scenes))


def write_slides(given: Slideshow) -> Finished:
    """The slides as PDF."""
    from leapdeck.pdf import write_slides as written

    design = given.worn.tailored.design if given.worn else None
    return Finished(written(given.deck, given.brand, given.images, design), len(given.deck.scenes))
