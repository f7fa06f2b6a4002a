"""From an outline to finished files in memory: every stage once, in order; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from leapdeck.building.branding import brand_of as brand_of
from leapdeck.building.delivering import deliver_built as deliver_built
from leapdeck.building.finishing import Files, Finished
from leapdeck.building.jobs import DEFAULT_KINDS as DEFAULT_KINDS
from leapdeck.building.jobs import Built as Built
from leapdeck.building.jobs import File as File
from leapdeck.building.jobs import Job as Job
from leapdeck.building.jobs import Options as Options
from leapdeck.building.kinds import KINDS as KINDS
from leapdeck.building.kinds import accompanied
from leapdeck.building.preparing import Prepared as Prepared
from leapdeck.building.preparing import prepare as prepare
from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.gatekeeping import gatekeeper
from leapdeck.parallel import Apprentice


def build(job: Job, *, side_by_side: bool = True) -> Built:
    """Build the files of a job, all of them or none; LeapdeckError with every finding where one is an error.

    `side_by_side`: write the files at the same time; several jobs are better done one to a core.
    """
    job = replace(job, kinds=accompanied(job.kinds))
    brand, remarks = brand_of(job)
    others = job.kinds[1:] if side_by_side else ()
    apprentices = {kind: Apprentice[Files](partial(KINDS[kind].get_ready, brand)) for kind in others}
    try:
        prepared = prepare(job, brand)
        findings = (*remarks, *prepared.diagnostics)
        _stop_on_errors(findings)
        for kind, apprentice in apprentices.items():
            apprentice.set_to(KINDS[kind].write, *KINDS[kind].material(prepared))
        own = {kind: KINDS[kind].write(*KINDS[kind].material(prepared)) for kind in job.kinds if kind not in apprentices}
        finished = {**own, **{kind: apprentice.result() for kind, apprentice in apprentices.items()}}
    finally:
        for apprentice in apprentices.values():
            apprentice.dismiss()
    return _gated(job, _built(job, prepared, finished, findings), prepared)


def check(job: Job) -> tuple[Diagnostic, ...]:
    """Everything that `build` would say, without writing a file."""
    try:
        brand, remarks = brand_of(job)
        return (*remarks, *prepare(job, brand).diagnostics)
    except LeapdeckError as error:
        return error.diagnostics


def _gated(job: Job, built: Built, prepared: Prepared) -> Built:
    """The finished files, searched for what isn't their reader's; LeapdeckError where something is."""
    keeper = gatekeeper(job.outline, job.here or Path.cwd())
    if keeper.gate is None:
        return replace(built, diagnostics=(*built.diagnostics, *keeper.findings))
    client = prepared.workshop.client
    allow = client.allow if client else ()
    found = tuple(finding for file in built.files for finding in keeper.gate.findings(file.data, file.name, built.client, allow))
    everything = (*built.diagnostics, *keeper.findings, *found)
    _stop_on_errors(everything)
    return replace(built, diagnostics=everything)


def _built(job: Job, prepared: Prepared, finished: Mapping[str, Files], findings: tuple[Diagnostic, ...]) -> Built:
    client = job.client.stem if job.client else ""
    names = {kind: KINDS[kind].look(job.options) + KINDS[kind].suffix for kind in job.kinds}
    files = tuple(
        File(kind, f"{prepared.stem}-{one.part or kind}{names[kind]}", one.data, one.pages, prepared.minutes)
        for kind in job.kinds
        for one in _each(finished[kind])
    )
    return Built(prepared.workshop.name, client, client or prepared.workshop.name, files, findings)


def _each(made: Files) -> tuple[Finished, ...]:
    """The files of a kind."""
    return made if isinstance(made, tuple) else (made,)


def _stop_on_errors(diagnostics: tuple[Diagnostic, ...]) -> None:
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise LeapdeckError(diagnostics)
