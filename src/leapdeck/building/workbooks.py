"""The editions of the workbook: one layout, written for screens, folders, print shops; and what a print shop is told."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.building.finishing import Finished, for_participants
from leapdeck.building.preparing import Prepared
from leapdeck.imagery.inks import Profile
from leapdeck.outline.audiences import open_texts, secret_texts
from leapdeck.scene import Sheets


class Workbook(Struct, frozen=True):
    """The workbook's pages, their brand and pictures; what must not be read in it, and what may; the profile of a press."""

    sheets: Sheets
    brand: Brand
    images: Mapping[str, Picture]
    secret: tuple[str, ...]
    open: tuple[str, ...]
    profile: Profile | None

    def checked(self, data: bytes, pages: int, name: str) -> Finished:
        """An edition as it was painted; LeapdeckError where it holds what participants must not get."""
        return for_participants(Finished(data, pages), name, self.secret, self.open)


class PrintTicket(Struct, frozen=True):
    """The page that goes to the print shop, and its brand."""

    sheets: Sheets
    brand: Brand


def laid_out(prepared: Prepared) -> Workbook:
    """The workbook as it was paginated."""
    workshop, pages = prepared.workshop, prepared.workbook
    return Workbook(pages.sheets, prepared.paper_brand, pages.images, secret_texts(workshop), open_texts(workshop), prepared.profile)


def with_fields(prepared: Prepared) -> Workbook:
    """The same pages with fields where paper has room to write."""
    from leapdeck.paper.forms import fillable

    workbook = laid_out(prepared)
    return replace(workbook, sheets=fillable(workbook.sheets))


def filled_up(prepared: Prepared) -> Workbook:
    """The same pages, and as many more that they can be folded."""
    from leapdeck.paper.binding import bound

    workbook, large = laid_out(prepared), prepared.large is not None
    return replace(workbook, sheets=bound(workbook.sheets, prepared.document, prepared.paper_brand, prepared.logos, large=large))


def told_to_the_shop(prepared: Prepared, press: str) -> PrintTicket:
    """What goes with a press edition; `press` is the name of its file."""
    from leapdeck.narrate.ticket import Master, print_ticket
    from leapdeck.paper.ticket import ticket_sheets

    profile = prepared.profile.name if prepared.profile else ""
    master = Master(press, len(filled_up(prepared).sheets.pages), prepared.paper, profile)
    said = print_ticket(prepared.workshop, prepared.document, prepared.composed.contact, master)
    return PrintTicket(ticket_sheets(said, prepared.paper_brand, prepared.paper), prepared.paper_brand)


def write_handout(given: Workbook) -> Finished:
    """The workbook for screens and office printers, with or without fields."""
    from leapdeck.pdf import write_sheets

    return given.checked(write_sheets(given.sheets, given.brand, given.images), len(given.sheets.pages), "the workbook")


def write_booklet(given: Workbook) -> Finished:
    """The workbook two pages a side, to be folded."""
    from leapdeck.paper.imposing import imposed
    from leapdeck.pdf import write_booklet as written

    sides = imposed(given.sheets.pages)
    return given.checked(written(sides, given.sheets.properties, given.brand, given.images), len(sides), "the booklet")


def write_press(given: Workbook) -> Finished:
    """The workbook in four inks, with bleed and crop marks."""
    from leapdeck.pdf import write_press as written

    return given.checked(written(given.sheets, given.brand, given.images, given.profile), len(given.sheets.pages), "the press edition")


def write_ticket(given: PrintTicket) -> Finished:
    """The print shop's page."""
    from leapdeck.pdf import write_sheets

    return Finished(write_sheets(given.sheets, given.brand, {}), len(given.sheets.pages))
