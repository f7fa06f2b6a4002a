"""From finished files in memory to files on the disk, past what people changed there by hand."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from leapdeck.building.jobs import Built, Series
from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.writing import TOLD, Origin, Written, deliver, untouched


def deliver_built(built: Built, out: Path, *, force: bool = False) -> tuple[Written, ...]:
    """Write what a job made into its folder below `out`; LeapdeckError where nothing can be written there.

    Participants' files of earlier builds that this one doesn't make are told with the first file of their kind, and left: they
    may be another group's.
    """
    folder = out / built.folder
    origin = Origin(built.sources) if built.sources else None
    written = deliver(folder, {file.name: file.data for file in built.files}, force=force, changes=_changes, origin=origin)
    told = {series.kind: _earlier(built, folder, series) for series in built.series}
    first = {file.kind: one.name for file, one in zip(reversed(built.files), reversed(written), strict=True)}
    found = {first[kind]: findings for kind, findings in told.items() if kind in first}
    return tuple(replace(one, findings=(*one.findings, *found.get(one.name, ()))) for one in written)


def _earlier(built: Built, folder: Path, series: Series) -> tuple[Diagnostic, ...]:
    """What an earlier build wrote for somebody who isn't on the list any more."""
    made = {file.name for file in built.files}
    left = [name for name in untouched(folder) if series.holds(name) and name not in made]
    if not left:
        return ()
    more = f" and {len(left) - TOLD} more" if len(left) > TOLD else ""
    message = f"{', '.join(left[:TOLD])}{more}: written earlier, for nobody who is on the list now"
    hint = "delete what must not go out with the rest"
    return (Diagnostic("earlier-file", message, "warning", Position(str(folder)), hint),)


def _changes(data: bytes) -> tuple[str, ...] | None:
    from leapdeck.checks.handwork import changed_by_hand  # hardly ever asked

    return changed_by_hand(data)
