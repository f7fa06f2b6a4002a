"""From an outline to finished files in memory: every stage once, in order; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace

from leapdeck.building.branding import brand_of as brand_of
from leapdeck.building.delivering import deliver_built as deliver_built
from leapdeck.building.jobs import DEFAULT_KINDS as DEFAULT_KINDS
from leapdeck.building.jobs import Built as Built
from leapdeck.building.jobs import File as File
from leapdeck.building.jobs import Job as Job
from leapdeck.building.jobs import Options as Options
from leapdeck.building.kinds import KINDS as KINDS
from leapdeck.building.kinds import accompanied, series_of
from leapdeck.building.preparing import Prepared as Prepared
from leapdeck.building.preparing import prepare as prepare
from leapdeck.building.searching import Searched, keeper_of, name_of, searched, to_search
from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.parallel import Apprentice


def build(job: Job, *, side_by_side: bool = True) -> Built:
    """Build the files of a job, all of them or none; LeapdeckError with every finding where one is an error.

    `side_by_side`: write the files at the same time; several jobs are better done one to a core.
    """
    job = replace(job, kinds=accompanied(job.kinds))
    brand, remarks = brand_of(job)
    others = (job.kinds[1:] or job.kinds) if side_by_side else ()  # a file alone: its tools are got ready beside the work
    apprentices = {kind: Apprentice[Searched](partial(KINDS[kind].get_ready, brand)) for kind in others}
    try:
        prepared = prepare(job, brand)
        findings = (*remarks, *prepared.diagnostics)
        _stop_on_errors(findings)
        for kind, apprentice in apprentices.items():
            apprentice.set_to(searched, *to_search(job, kind, prepared))
        own = {kind: searched(*to_search(job, kind, prepared)) for kind in job.kinds if kind not in apprentices}
        finished = {**own, **{kind: apprentice.result() for kind, apprentice in apprentices.items()}}
    finally:
        for apprentice in apprentices.values():
            apprentice.dismiss()
    everything = (*findings, *keeper_of(job).findings, *(finding for kind in job.kinds for finding in finished[kind][1]))
    _stop_on_errors(everything)
    name, client = prepared.workshop.name, job.client.stem if job.client else ""
    series = series_of(job.kinds, prepared.stem, job.options)
    sources = tuple(filter(None, (job.outline, job.client)))
    return Built(name, client, client or name, _files(job, prepared, finished), everything, series, sources)


def check(job: Job) -> tuple[Diagnostic, ...]:
    """Everything that `build` would say, as it finds leaks only in what is finished: it builds, and nothing is written."""
    try:
        return build(job).diagnostics
    except LeapdeckError as error:
        return error.diagnostics


def _files(job: Job, prepared: Prepared, finished: Mapping[str, Searched]) -> tuple[File, ...]:
    return tuple(
        File(kind, name_of(job, kind, prepared.stem, one), one.data, one.pages, prepared.minutes)
        for kind in job.kinds
        for one in finished[kind][0]
    )


def _stop_on_errors(diagnostics: tuple[Diagnostic, ...]) -> None:
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise LeapdeckError(diagnostics)
