"""Whose brand a build wears: the one that was named, in the client's colors or without a trace of itself."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from leapdeck.brand.dressing import Moved, dressed, unbranded
from leapdeck.brand.loading import load_brand_layer
from leapdeck.brand.model import Brand
from leapdeck.brand.palette import Mended, failing
from leapdeck.brand.resolve import resolve
from leapdeck.building.jobs import Job
from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.outline.model import ClientInfo, Workshop
from leapdeck.places import DEFAULT_BRAND, find_brand, saved_at


def brand_of(job: Job) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """The brand over the complete one, and what had to be changed in it."""
    return _read(job.brand, saved_at(job.brand) if job.brand else 0)


@lru_cache(8)
def _read(path: Path | None, _when: int) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """A brand, read once for all clients, and again when its file was saved."""
    base = load_brand_layer(find_brand(DEFAULT_BRAND, Path("/")))
    resolved = resolve(base, load_brand_layer(path) if path else None)
    file = str(path or DEFAULT_BRAND)
    mended = (_mended(change, Position(file), "the brand file") for change in resolved.mended)
    return resolved.brand, (*mended, *_unreadable(resolved.brand, Position(file)))


def dressed_for(brand: Brand, workshop: Workshop) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """The brand in the client's colors, or without a trace of itself where the client wants it so."""
    client = workshop.client
    if client is None:
        return brand, ()
    made = dressed(brand, client.colors, leads=client.lead != "coach")
    position = workshop.client_file
    moved = (Diagnostic("moved-color", _moved(change), "note", client.colors_at.get(change.near, position)) for change in made.moved)
    bare = unbranded(made.brand, client.name, workshop.contact) if client.lead == "white-label" else made.brand
    mended = (_mended(change, client.colors_at.get(change.role, position), _where(change, client)) for change in made.mended)
    return bare, (*mended, *moved, *_unreadable(bare, position))


def _where(change: Mended, client: ClientInfo) -> str:
    """The file in which a color stands that had to be mended."""
    return "the client file" if change.role in client.colors else "the brand file"


def _unreadable(brand: Brand, position: Position) -> tuple[Diagnostic, ...]:
    """The pairs that no mending makes readable."""
    hint = "choose colors that are further apart; panels (mist) must be near to the paper"
    return tuple(
        Diagnostic("unreadable", f"{pair.text} can't be read on {pair.ground}, whatever is done to it", "error", position, hint)
        for pair in failing(brand.palette)
    )


def _moved(change: Moved) -> str:
    return f"the brand's {change.role} {change.given} looks like the client's {change.near}; {change.used} is used in its place"


def _mended(change: Mended, position: Position, where: str) -> Diagnostic:
    message = f"the color {change.role} {change.given} has a contrast of {change.ratio}:1 with {change.against}; {change.used} is used"
    return Diagnostic("mended-color", message, "warning", position, f"write {change.used} in {where}, or choose another color")
