"""From a job to everything that the writers need: read, composed, paginated, each once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture, images_of, load_image
from leapdeck.blocks import Document
from leapdeck.brand.color import luminance
from leapdeck.brand.dressing import in_fallbacks
from leapdeck.brand.model import Brand
from leapdeck.brand.sparing import sparing
from leapdeck.building.branding import dressed_for
from leapdeck.building.jobs import Job, Options
from leapdeck.building.press import profile_of
from leapdeck.building.templates import Worn, template_for
from leapdeck.checks.glyphs import undrawable
from leapdeck.compose import Composed, compose
from leapdeck.diagnostics import Diagnostic
from leapdeck.imagery.inks import Profile
from leapdeck.layouts.logos import Logos
from leapdeck.layouts.refilling import refilled
from leapdeck.narrate import narrate
from leapdeck.outline import load
from leapdeck.outline.glyphs import missing, missing_in_names
from leapdeck.outline.model import Workshop
from leapdeck.outline.optional import without_optional
from leapdeck.outline.variables import completed
from leapdeck.paper import Paginated, paginate
from leapdeck.paper.sparing import with_other_marks
from leapdeck.scene import Deck

READABLE = 4.5
"""The least contrast of a mark with its ground (WCAG 2.2, 1.4.3)."""
WHITISH = 0.8
"""The luminance from which a mark has nearly no contrast with white."""


class Prepared(Struct, frozen=True):
    """A workshop composed and paginated, its references filled in: all that the writers need.

    Paper and deck may wear the brand in another way than slides on a screen. `large` is the workbook in large print.
    """

    workshop: Workshop
    brand: Brand
    composed: Composed
    paginated: Paginated
    diagnostics: tuple[Diagnostic, ...]
    document: Document
    paper: str
    logos: Logos
    paper_brand: Brand
    paper_deck: Deck
    deck_brand: Brand
    large: Paginated | None = None
    profile: Profile | None = None
    worn: Worn | None = None
    options: Options = Options()

    @property
    def slide_brand(self) -> Brand:
        """The brand that slides wear: a client's template's, where there is one."""
        return self.worn.tailored.slides if self.worn else self.brand

    @property
    def workbook(self) -> Paginated:
        """The workbook as it was asked for."""
        return self.large or self.paginated

    @property
    def deck(self) -> Deck:
        """The slides."""
        return self.composed.deck

    @property
    def stem(self) -> str:
        """What the names of the files begin with: the client's and the outline's."""
        client = self.workshop.client
        return "-".join(part for part in (client.id if client else "", self.workshop.name) if part)

    @property
    def minutes(self) -> float:
        """How long the workshop takes."""
        return sum(row.minutes or 0.0 for row in self.composed.plan.rows)


def prepare(job: Job, brand: Brand) -> Prepared:
    """Read, compose and paginate; LeapdeckError where the outline can't be read."""
    loaded = load(job.outline, client=job.client, settings=job.settings)
    brand, remarks = dressed_for(brand, loaded.workshop)
    options = job.options
    brand = replace(brand, language=loaded.workshop.language)
    whole = completed(without_optional(loaded.workshop) if options.without_optional else loaded.workshop, brand.contact)
    workshop = whole.workshop
    worn, told = template_for(job, workshop, brand)
    slides, brand = (worn.tailored.slides, worn.tailored.paper) if worn else (brand, brand)
    on_paper = sparing(brand) if options.ink_saver else brand
    pictures, logos = images_of(workshop), _logos(brand, workshop)
    composed = compose(workshop, slides, pictures, logos, worn.tailored.design if worn else None)
    document = narrate(workshop, brand, composed.numbers, composed.plan, composed.contact)
    paper, marks = job.paper or brand.paper, _logos(on_paper, workshop)
    laid_out = partial(paginate, document, on_paper, paper, {**pictures, **composed.images}, marks)
    paginated = laid_out()
    large = laid_out(large_of=paginated) if options.large_print else None
    composed = replace(composed, deck=refilled(composed.deck, _page_references(paginated), slides))
    profile, said = profile_of(job)
    people = workshop.client.participants if workshop.client else ()
    unread = (*missing(workshop, brand), *missing_in_names(people, brand), *_undrawable(composed, slides, paginated, brand, workshop))
    colored = told if worn else remarks  # a template's colors take the place of the client's
    findings = (*colored, *loaded.findings, *whole.findings, *unread, *composed.findings, *paginated.findings, *said)
    return Prepared(
        workshop=workshop,
        brand=brand,
        composed=composed,
        paginated=paginated,
        diagnostics=findings,
        document=document,
        paper=paper,
        logos=marks,
        paper_brand=on_paper,
        paper_deck=_on_white(composed.deck, logos, marks) if options.ink_saver else composed.deck,
        deck_brand=slides if worn else in_fallbacks(brand) if options.safe_fonts else brand,
        large=large,
        profile=profile,
        worn=worn,
        options=options,
    )


def _undrawable(composed: Composed, slides: Brand, paginated: Paginated, paper: Brand, workshop: Workshop) -> Iterator[Diagnostic]:
    """The characters that the faces of slides or of pages lack; where both are the same faces, each is told once."""
    shown = tuple(chain.from_iterable(scene.items for scene in composed.deck.scenes))
    pages = tuple(chain.from_iterable(page.items for page in paginated.sheets.pages))
    if slides is paper:
        yield from undrawable((*shown, *pages), paper, workshop.where)
    else:
        yield from dict.fromkeys((*undrawable(shown, slides, workshop.where), *undrawable(pages, paper, workshop.where)))


def _on_white(deck: Deck, logos: Logos, marks: Logos) -> Deck:
    return with_other_marks(deck, {logos.brand.key: marks.brand.key}) if logos.brand and marks.brand else deck


def _page_references(paginated: Paginated) -> dict[str, str]:
    return {f"page:{id}": label for id, label in paginated.pages.items()}


def _logos(brand: Brand, workshop: Workshop) -> Logos:
    """The marks of the brand and of the client."""
    white, color = (load_image(Path(path)) if path else None for path in (brand.logo.white, brand.logo.color))
    client = workshop.client
    if client is None:
        return Logos(white, color)
    given = load_image(Path(client.logo.path)) if client.logo else None
    if given and brand.sparing and _vanishes(given):
        given = None
    return Logos(white, color, given, client.name, client.lead, given is None or not _stands_out(given, brand))


def _vanishes(mark: Picture) -> bool:
    """Whether a mark that was drawn for dark grounds can't be told from white paper."""
    from leapdeck.imagery.raster import lightness

    return lightness(mark.data) >= WHITISH


def _stands_out(mark: Picture, brand: Brand) -> bool:
    """Whether a mark can be seen on the brand's dark ground without a plate behind it."""
    from leapdeck.imagery.raster import lightness

    return (lightness(mark.data) + 0.05) / (luminance(brand.palette["primary"]) + 0.05) >= READABLE
