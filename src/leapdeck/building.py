"""From an outline to finished files in memory: every stage once, in order; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture, load_image
from leapdeck.brand.dressing import Moved, dressed, unbranded
from leapdeck.brand.loading import load_brand_layer
from leapdeck.brand.model import Brand
from leapdeck.brand.palette import Mended
from leapdeck.brand.resolve import resolve
from leapdeck.compose import Composed, compose
from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.gatekeeping import gatekeeper
from leapdeck.layouts.refilling import refilled
from leapdeck.narrate import narrate
from leapdeck.outline import load
from leapdeck.outline.audiences import open_texts, secret_texts
from leapdeck.outline.glyphs import missing
from leapdeck.outline.model import Section, Workshop
from leapdeck.outline.variables import completed
from leapdeck.paper import Paginated, paginate
from leapdeck.parallel import Apprentice
from leapdeck.places import DEFAULT_BRAND, find_brand
from leapdeck.scene import Deck, Sheets

DEFAULT_KINDS = ("deck", "handout")


class Job(Struct, frozen=True):
    """One workshop to be built, for one client or for none; `paper` "" is the brand's own, `settings` are `PATH=VALUE`."""

    outline: Path
    client: Path | None = None
    brand: Path | None = None
    kinds: tuple[str, ...] = DEFAULT_KINDS
    paper: str = ""
    settings: tuple[str, ...] = ()


class File(Struct, frozen=True):
    """A finished file: its name, its bytes, how many slides or pages it has, how many minutes they take."""

    kind: str
    name: str
    data: bytes
    pages: int
    minutes: float


class Built(Struct, frozen=True):
    """What a job made; `folder` is where it belongs below the output folder: the client's, or else the outline's."""

    outline: str
    client: str
    folder: str
    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]


class Prepared(Struct, frozen=True):
    """A workshop composed and paginated, its references filled in: all that the writers need."""

    workshop: Workshop
    brand: Brand
    composed: Composed
    paginated: Paginated
    diagnostics: tuple[Diagnostic, ...]

    @property
    def deck(self) -> Deck:
        """The slides."""
        return self.composed.deck

    @property
    def minutes(self) -> float:
        """How long the workshop takes."""
        return sum(row.minutes or 0.0 for row in self.composed.plan.rows)


class Kind(Struct, frozen=True):
    """A kind of file: its suffix, what its writer is given and what it does with that, how many slides or pages it has.

    `write` is a function of this module, so that a child process may do it; `get_ready` loads what it needs ahead of time.
    """

    suffix: str
    material: Callable[[Prepared], tuple[Any, ...]]
    write: Callable[..., bytes]
    pages: Callable[[Prepared], int]
    get_ready: Callable[[Brand], None]


def build(job: Job, *, side_by_side: bool = True) -> Built:
    """Build the files of a job, all of them or none; LeapdeckError with every finding where one is an error.

    `side_by_side`: write the files at the same time; several jobs are better done one to a core.
    """
    brand, remarks = brand_of(job)
    others = job.kinds[1:] if side_by_side else ()
    apprentices = {kind: Apprentice(partial(KINDS[kind].get_ready, brand)) for kind in others}
    try:
        prepared = prepare(job, brand)
        findings = (*remarks, *prepared.diagnostics)
        _stop_on_errors(findings)
        for kind, apprentice in apprentices.items():
            apprentice.set_to(KINDS[kind].write, *KINDS[kind].material(prepared))
        own = {kind: KINDS[kind].write(*KINDS[kind].material(prepared)) for kind in job.kinds if kind not in apprentices}
        data = {**own, **{kind: apprentice.result() for kind, apprentice in apprentices.items()}}
    finally:
        for apprentice in apprentices.values():
            apprentice.dismiss()
    return _gated(job, _built(job, prepared, data, findings), prepared)


def _gated(job: Job, built: Built, prepared: Prepared) -> Built:
    """The finished files, searched for what isn't their reader's; LeapdeckError where something is."""
    keeper = gatekeeper(job.outline, Path.cwd())
    if keeper.gate is None:
        return replace(built, diagnostics=(*built.diagnostics, *keeper.findings))
    client = prepared.workshop.client
    allow = client.allow if client else ()
    found = tuple(finding for file in built.files for finding in keeper.gate.findings(file.data, file.name, built.client, allow))
    everything = (*built.diagnostics, *keeper.findings, *found)
    _stop_on_errors(everything)
    return replace(built, diagnostics=everything)


def _built(job: Job, prepared: Prepared, data: Mapping[str, bytes], findings: tuple[Diagnostic, ...]) -> Built:
    client = job.client.stem if job.client else ""
    stem = "-".join(part for part in (client, prepared.workshop.name) if part)
    files = tuple(
        File(kind, f"{stem}-{kind}{KINDS[kind].suffix}", data[kind], KINDS[kind].pages(prepared), prepared.minutes) for kind in job.kinds
    )
    return Built(prepared.workshop.name, client, client or prepared.workshop.name, files, findings)


def check(job: Job) -> tuple[Diagnostic, ...]:
    """Everything that `build` would say, without writing a file."""
    try:
        brand, remarks = brand_of(job)
        return (*remarks, *prepare(job, brand).diagnostics)
    except LeapdeckError as error:
        return error.diagnostics


def prepare(job: Job, brand: Brand) -> Prepared:
    """Read, compose and paginate; LeapdeckError where the outline can't be read."""
    loaded = load(job.outline, client=job.client, settings=job.settings)
    brand, remarks = _dressed(brand, loaded.workshop)
    whole = completed(loaded.workshop, brand.contact)
    workshop = whole.workshop
    pictures, logos = _pictures(workshop), {**_logos(brand), **_client_logo(workshop)}
    composed = compose(workshop, brand, pictures, logos)
    document = narrate(workshop, brand, composed.numbers, composed.plan, composed.contact)
    paginated = paginate(document, brand, job.paper or brand.paper, {**pictures, **composed.images}, logos)
    composed = replace(composed, deck=refilled(composed.deck, _page_references(paginated), brand))
    findings = (*remarks, *loaded.findings, *whole.findings, *missing(workshop, brand), *composed.findings, *paginated.findings)
    return Prepared(workshop, brand, composed, paginated, findings)


def _page_references(paginated: Paginated) -> dict[str, str]:
    return {f"page:{id}": label for id, label in paginated.pages.items()}


def _stop_on_errors(diagnostics: tuple[Diagnostic, ...]) -> None:
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise LeapdeckError(diagnostics)


def brand_of(job: Job) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """The brand over the complete one, and what had to be changed in it."""
    base = load_brand_layer(find_brand(DEFAULT_BRAND, Path("/")))
    resolved = resolve(base, load_brand_layer(job.brand) if job.brand else None)
    file = str(job.brand or DEFAULT_BRAND)
    return resolved.brand, tuple(_mended(change, file) for change in resolved.mended)


def _dressed(brand: Brand, workshop: Workshop) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """The brand in the client's colors, or without a trace of itself where the client wants it so."""
    client = workshop.client
    if client is None:
        return brand, ()
    made = dressed(brand, client.colors)
    position = workshop.client_file
    moved = (Diagnostic("moved-color", _moved(change), "note", position) for change in made.moved)
    bare = unbranded(made.brand, client.name, workshop.contact) if client.lead == "white-label" else made.brand
    return bare, (*(_mended(change, position.file) for change in made.mended), *moved)


def _moved(change: Moved) -> str:
    return f"the brand's {change.role} {change.given} looks like the client's {change.near}; {change.used} is used in its place"


def _client_logo(workshop: Workshop) -> dict[str, Picture]:
    client = workshop.client
    return {"client": load_image(Path(client.logo.path))} if client and client.logo else {}


def _mended(change: Mended, file: str) -> Diagnostic:
    message = f"the color {change.role} {change.given} has a contrast of {change.ratio}:1 with {change.against}; {change.used} is used"
    return Diagnostic("mended-color", message, "warning", Position(file), f"write {change.used} in the brand file, or choose another color")


def _pictures(workshop: Workshop) -> dict[str, Picture]:
    """The outline's pictures, each read once."""
    images = [
        image for section in workshop.sections if isinstance(section, Section) for slide in section.slides for image in slide.pictures()
    ]
    return {key: load_image(Path(path)) for key, path in dict.fromkeys((image.key, image.path) for image in images)}


def _logos(brand: Brand) -> dict[str, Picture]:
    given = {"color": brand.logo.color, "white": brand.logo.white, "mono": brand.logo.mono}
    return {kind: load_image(Path(path)) for kind, path in given.items() if path}


def _deck_material(prepared: Prepared) -> tuple[Any, ...]:
    return prepared.deck, prepared.brand, prepared.composed.images


def _write_deck(deck: Deck, brand: Brand, images: dict[str, Picture]) -> bytes:
    from leapdeck.powerpoint import write_deck

    return write_deck(deck, brand, images)


def _write_slides(deck: Deck, brand: Brand, images: dict[str, Picture]) -> bytes:
    from leapdeck.pdf import write_slides

    return write_slides(deck, brand, images)


def _handout_material(prepared: Prepared) -> tuple[Any, ...]:
    workshop = prepared.workshop
    return prepared.paginated.sheets, prepared.brand, prepared.paginated.images, secret_texts(workshop), open_texts(workshop)


def _write_handout(sheets: Sheets, brand: Brand, images: dict[str, Picture], secret: tuple[str, ...], open_: tuple[str, ...]) -> bytes:
    """The workbook, searched for what its readers must not get."""
    from leapdeck.checks.answers import answers_given_away
    from leapdeck.pdf import write_sheets

    data = write_sheets(sheets, brand, images)
    _stop_on_errors(answers_given_away(data, "the workbook", secret, open_))
    return data


def _ready_for_deck(_brand: Brand) -> None:
    import leapdeck.powerpoint  # noqa: F401  # loading it is the point


def _ready_for_pdf(brand: Brand) -> None:
    import pypdfium2  # noqa: F401  # loading it is the point

    from leapdeck.pdf import load_fonts

    load_fonts(brand)


def _slides(prepared: Prepared) -> int:
    return len(prepared.deck.scenes)


def _pages(prepared: Prepared) -> int:
    return len(prepared.paginated.sheets.pages)


KINDS: dict[str, Kind] = {
    "deck": Kind(".pptx", _deck_material, _write_deck, _slides, _ready_for_deck),
    "handout": Kind(".pdf", _handout_material, _write_handout, _pages, _ready_for_pdf),
    "slides": Kind(".pdf", _deck_material, _write_slides, _slides, _ready_for_pdf),
}
"""What can be built, by the name that `--only` gives it."""
