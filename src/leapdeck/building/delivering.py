"""From finished files in memory to files on the disk, past what people changed there by hand."""

from __future__ import annotations

from pathlib import Path

from leapdeck.building.jobs import Built
from leapdeck.writing import Written, deliver


def deliver_built(built: Built, out: Path, *, force: bool = False) -> tuple[Written, ...]:
    """Write what a job made into its folder below `out`; LeapdeckError where nothing can be written there."""
    return deliver(out / built.folder, {file.name: file.data for file in built.files}, force=force, changes=_changes)


def _changes(data: bytes) -> tuple[str, ...] | None:
    from leapdeck.checks.handwork import changed_by_hand  # hardly ever asked

    return changed_by_hand(data)
