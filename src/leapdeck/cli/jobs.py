"""From what was typed to jobs: every outline for every client that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.building import DEFAULT_KINDS, Job, Options
from leapdeck.cli.selection import Selection
from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.gatekeeping import clients_as_of
from leapdeck.places import clients_of, find_brand, find_client, find_outline, find_template

_NAMING = "under workshops: a client's file names what is built for it; --client builds for one that doesn't"


class Jobs(Struct, frozen=True):
    """What is to be built, and what couldn't be found."""

    jobs: tuple[Job, ...]
    findings: tuple[Diagnostic, ...]


def find_jobs(selection: Selection, here: Path, kinds: tuple[str, ...] = DEFAULT_KINDS) -> Jobs:
    """The jobs of a selection, each once; what isn't there is told, and doesn't hide the rest."""
    found: list[Job] = []
    options = Options(selection.large_print, selection.ink_saver, selection.without_optional, selection.safe_fonts)
    icc = here / selection.icc if selection.icc else None
    missing: list[Diagnostic] = []
    brand = template = None
    try:
        brand = find_brand(selection.brand, here) if selection.brand else None
        template = find_template(selection.template, here) if selection.template else None
    except LeapdeckError as error:
        missing += error.diagnostics
    for name in selection.outlines:
        try:
            outline = find_outline(name, here)
            clients = tuple(_clients(selection, outline, here))
        except LeapdeckError as error:
            missing += error.diagnostics
            continue
        usual = Job(outline, None, brand, kinds, selection.paper or "", selection.settings, icc=icc, options=options, template=template)
        usual = replace(usual, clients_as_of=clients_as_of(outline, here))
        found += [replace(usual, client=client) for client in clients]
    jobs = tuple(dict.fromkeys(found))
    if selection.all_clients and not jobs and not missing:
        missing.append(Diagnostic("no-client", "no client's file names any of these workshops", "warning", hint=_NAMING))
    lacks = (selection.brand and brand is None) or (selection.template and template is None)
    nameless = tuple(_no_names(jobs))
    return Jobs(() if lacks or nameless else jobs, (*missing, *_same_names(jobs), *nameless))


def _clients(selection: Selection, outline: Path, here: Path) -> Iterator[Path | None]:
    """For whom an outline is built; None is nobody in particular."""
    for name in selection.clients:
        yield find_client(name, outline, here)
    if selection.all_clients:
        yield from (path for path in clients_of(outline, here) if _names(path, outline))
    if not selection.clients and not selection.all_clients:
        yield None


def _names(client: Path, outline: Path) -> bool:
    """Whether a client's file names a workshop; one that can't be read may, and is told with the reason when it is built."""
    from leapdeck.yamlsource import read
    from leapdeck.yamlsource.tree import get

    root = read(client).root
    return root is None or get(get(root, "workshops"), outline.stem) is not None


def _same_names(jobs: tuple[Job, ...]) -> Iterator[Diagnostic]:
    """Jobs whose files would overwrite each other."""
    first: dict[tuple[str, str], Job] = {}
    for job in jobs:
        other = first.setdefault((job.client.stem if job.client else "", job.outline.stem), job)
        if other is not job:
            file, earlier = (job.outline, other.outline) if job.outline != other.outline else (job.client, other.client)
            message = f"{file} and {earlier} would be written to the same files"
            yield Diagnostic("same-name", message, position=Position(str(file)), hint="rename one, or build it into another folder with -o")


def _no_names(jobs: tuple[Job, ...]) -> Iterator[Diagnostic]:
    """Files whose names are those of a folder or of the one above it (`..yaml`, `...yaml`): what is built must stay below its own."""
    files = dict.fromkeys(path for job in jobs for path in (job.client, job.outline) if path)
    for file in files:
        if not file.stem.strip("."):
            message = f"{file} has no name that a folder can have"
            yield Diagnostic("no-name", message, position=Position(str(file)), hint="rename it, as workshop.yaml")
