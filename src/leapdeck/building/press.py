"""What the press edition is printed by: the color profile that the print shop named."""

from __future__ import annotations

from leapdeck.building.jobs import Job
from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.imagery.header import BadImage
from leapdeck.imagery.inks import Profile, look_at_profile

PRESS = "press"
_MESSAGE = "without a color profile the colors of the press edition come from a plain formula, and may look dull or too dark on paper"
_HINT = "ask the print shop for the ICC profile of its press and paper, and name that file: --icc FILE"


def profile_of(job: Job) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    """The profile that a job names, if it can be used, and what there is to say about it."""
    if job.icc is None:
        return None, (Diagnostic("no-profile", _MESSAGE, "warning", hint=_HINT),) if PRESS in job.kinds else ()
    position = Position(str(job.icc))
    try:
        return look_at_profile(job.icc.read_bytes()), ()
    except BadImage as error:
        return None, (error.at(position),)
    except OSError as error:
        return None, (Diagnostic("unreadable-file", f"can't read {job.icc.name}: {error.strerror or error}", position=position),)
