"""Faults of leapdeck's own: told as findings, so that what goes wrong with one version takes no other with it."""

from __future__ import annotations

import traceback
from pathlib import Path

from leapdeck.building import Job
from leapdeck.diagnostics import Diagnostic, Position


def whose(job: Job) -> str:
    """What a job makes, as a message names it."""
    return f"the version for {job.client.stem}" if job.client else job.outline.stem


def fault(job: Job, error: Exception) -> Diagnostic:
    """What there is to say where a job was stopped by an error that nobody foresaw."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    said = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")
    message = f"{whose(job)} wasn't made, by a fault of leapdeck's own: {said}{place}"
    alone = f"--client {job.client.stem} --traceback" if job.client else "--traceback"
    hint = f"run it again with {alone} to see where it arose, and send that to whoever looks after leapdeck"
    return Diagnostic("fault", message, position=Position(str(job.outline)), hint=hint)
