"""The kit's files: one for each paper, and a workbook for each participant whose name is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture
from leapdeck.blocks import Document
from leapdeck.brand.model import Brand
from leapdeck.building.finishing import Finished, drawable, for_participants
from leapdeck.building.preparing import Prepared
from leapdeck.kit import Kit
from leapdeck.layouts.logos import Logos
from leapdeck.narrate.kit import narrate_kit
from leapdeck.outline.audiences import open_texts, secret_texts
from leapdeck.outline.ids import slug
from leapdeck.outline.model import Participant
from leapdeck.paper.paginating import sheet_of
from leapdeck.paper.sheet import Sheet
from leapdeck.scene import Sheets


class KitMaterial(Struct, frozen=True):
    """What the kit is written from: its words, where they stand, and the workbook whose cover takes a name.

    `sheet` is that on which the workbook was laid out.
    """

    kit: Kit
    brand: Brand
    paper: str
    logos: Logos
    images: Mapping[str, Picture]
    document: Document
    workbook: Sheets
    sheet: Sheet
    people: tuple[Participant, ...]
    secret: tuple[str, ...]
    open: tuple[str, ...]


def kit_material(prepared: Prepared) -> KitMaterial:
    """What `write_kit` is given."""
    from leapdeck.slides.qr import code_of

    workshop, composed = prepared.workshop, prepared.composed
    kit = narrate_kit(workshop, prepared.paper_brand, composed.plan, composed.contact)
    codes = (code_of(kit.feedback.address.address),) if kit.feedback.address else ()
    images = {**prepared.paginated.images, **{code.key: code for code in codes}}
    people = workshop.client.participants if workshop.client else ()
    return KitMaterial(
        kit,
        prepared.paper_brand,
        prepared.paper,
        prepared.logos,
        images,
        prepared.document,
        prepared.workbook.sheets,
        sheet_of(prepared.document, prepared.paper, large=prepared.large is not None),
        people,
        secret_texts(workshop),
        open_texts(workshop),
    )


def write_kit(given: KitMaterial) -> Iterator[Finished]:
    """All files of the kit, one after the other.

    LeapdeckError where a character can't be drawn, or a participant would read a facilitator's note.
    """
    from leapdeck.paper.kit import certificate_sheets, flyer_sheets, summary_sheets, tent_sheets

    kit, setting = given.kit, (given.brand, given.paper, given.logos)
    papers = {
        "sign-in": flyer_sheets(kit.sign_in, *setting),
        "name-tents": tent_sheets(kit.tents, *setting),
        "certificates": certificate_sheets(kit.certificates, *setting),
        "feedback": flyer_sheets(kit.feedback, *setting),
        "follow-up": summary_sheets(kit.follow_up, *setting),
    }
    yield from (_written(f"kit-{name}", sheets, given) for name, sheets in papers.items())
    yield from _workbooks(given)


def _workbooks(given: KitMaterial) -> Iterator[Finished]:
    """The workbook for each participant: the same pages, with the name on the cover."""
    from leapdeck.paper.paginating import cover_page

    if given.document.cover is None:
        return
    taken: Counter[str] = Counter()
    for person in given.people:
        named = replace(given.document, cover=replace(given.document.cover, who=person.name))
        front = replace(given.workbook, pages=cover_page(named, given.sheet, given.brand, given.logos))
        sheets = replace(given.workbook, pages=(*drawable(front, given.brand).pages, *given.workbook.pages[1:]))
        name = slug(person.name) or "participant"
        taken[name] += 1
        yield _painted(f"handout-{name}{f'-{taken[name]}' if taken[name] > 1 else ''}", sheets, given)


def _written(part: str, sheets: Sheets, given: KitMaterial) -> Finished:
    from leapdeck.paper.sparing import inked

    return _painted(part, replace(drawable(sheets, given.brand), pages=inked(sheets.pages, given.brand)), given)


def _painted(part: str, sheets: Sheets, given: KitMaterial) -> Finished:
    from leapdeck.pdf import write_sheets

    made = Finished(write_sheets(sheets, given.brand, given.images), len(sheets.pages), part)
    return for_participants(made, f"the kit ({part})", given.secret, given.open)
