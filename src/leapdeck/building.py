"""From an outline to finished files in memory: every stage once, in order; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Picture, load_image
from leapdeck.brand.loading import load_brand_layer
from leapdeck.brand.model import Brand
from leapdeck.brand.palette import Mended
from leapdeck.brand.resolve import resolve
from leapdeck.compose import Composed, compose
from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.layouts.refilling import refilled
from leapdeck.narrate import narrate
from leapdeck.outline import load
from leapdeck.outline.model import Section, Workshop
from leapdeck.paper import Paginated, paginate
from leapdeck.parallel import in_parallel
from leapdeck.places import DEFAULT_BRAND, find_brand
from leapdeck.scene import Deck

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
    """A kind of file: its suffix, what writes it, how many slides or pages it has."""

    suffix: str
    write: Callable[[Prepared], bytes]
    pages: Callable[[Prepared], int]


def build(job: Job) -> Built:
    """Build the files of a job, all of them or none; LeapdeckError with every finding where one is an error."""
    prepared = prepare(job)
    _stop_on_errors(prepared.diagnostics)
    data = in_parallel([lambda kind=kind: KINDS[kind].write(prepared) for kind in job.kinds])  # type: ignore[misc]  # bound early
    client = job.client.stem if job.client else ""
    stem = "-".join(part for part in (client, prepared.workshop.name) if part)
    files = tuple(
        File(kind, f"{stem}-{kind}{KINDS[kind].suffix}", made, KINDS[kind].pages(prepared), prepared.minutes)
        for kind, made in zip(job.kinds, data, strict=True)
    )
    return Built(prepared.workshop.name, client, client or prepared.workshop.name, files, prepared.diagnostics)


def check(job: Job) -> tuple[Diagnostic, ...]:
    """Everything that `build` would say, without writing a file."""
    try:
        return prepare(job).diagnostics
    except LeapdeckError as error:
        return error.diagnostics


def prepare(job: Job) -> Prepared:
    """Read, compose and paginate; LeapdeckError where the outline or the brand can't be read."""
    brand, remarks = _brand(job)
    loaded = load(job.outline, client=job.client, settings=job.settings)
    workshop = loaded.workshop
    pictures, logos = _pictures(workshop), _logos(brand)
    composed = compose(workshop, brand, pictures, logos)
    document = narrate(workshop, brand, composed.numbers, composed.plan, composed.contact)
    paginated = paginate(document, brand, job.paper or brand.paper, {**pictures, **composed.images}, logos)
    composed = replace(composed, deck=refilled(composed.deck, _page_references(paginated), brand))
    return Prepared(workshop, brand, composed, paginated, (*remarks, *loaded.findings, *composed.findings, *paginated.findings))


def _page_references(paginated: Paginated) -> dict[str, str]:
    return {f"page:{id}": label for id, label in paginated.pages.items()}


def _stop_on_errors(diagnostics: tuple[Diagnostic, ...]) -> None:
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise LeapdeckError(diagnostics)


def _brand(job: Job) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """The brand over the complete one, and what had to be changed in it."""
    base = load_brand_layer(find_brand(DEFAULT_BRAND, Path("/")))
    resolved = resolve(base, load_brand_layer(job.brand) if job.brand else None)
    file = str(job.brand or DEFAULT_BRAND)
    return resolved.brand, tuple(_mended(change, file) for change in resolved.mended)


def _mended(change: Mended, file: str) -> Diagnostic:
    message = f"the color {change.role} {change.given} has a contrast of {change.ratio}:1 with {change.against}; {change.used} is used"
    return Diagnostic("mended-color", message, "warning", Position(file), f"write {change.used} in the brand file, or choose another color")


def _pictures(workshop: Workshop) -> dict[str, Picture]:
    """The outline's pictures, each read once."""
    images = [image for section in workshop.sections if isinstance(section, Section) for slide in section.slides for image in slide.pictures()]
    return {key: load_image(Path(path)) for key, path in dict.fromkeys((image.key, image.path) for image in images)}


def _logos(brand: Brand) -> dict[str, Picture]:
    given = {"color": brand.logo.color, "white": brand.logo.white, "mono": brand.logo.mono}
    return {kind: load_image(Path(path)) for kind, path in given.items() if path}


def _write_deck(prepared: Prepared) -> bytes:
    from leapdeck.powerpoint import write_deck

    return write_deck(prepared.deck, prepared.brand, prepared.composed.images)


def _write_handout(prepared: Prepared) -> bytes:
    from leapdeck.pdf import write_sheets

    return write_sheets(prepared.paginated.sheets, prepared.brand, prepared.paginated.images)


def _write_slides(prepared: Prepared) -> bytes:
    from leapdeck.pdf import write_slides

    return write_slides(prepared.deck, prepared.brand, prepared.composed.images)


def _slides(prepared: Prepared) -> int:
    return len(prepared.deck.scenes)


def _pages(prepared: Prepared) -> int:
    return len(prepared.paginated.sheets.pages)


KINDS: dict[str, Kind] = {
    "deck": Kind(".pptx", _write_deck, _slides),
    "handout": Kind(".pdf", _write_handout, _pages),
    "slides": Kind(".pdf", _write_slides, _slides),
}
"""What can be built, by the name that `--only` gives it."""
