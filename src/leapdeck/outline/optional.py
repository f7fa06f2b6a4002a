"""The short version of a workshop: without what its outline marks as optional."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.outline.model import Entry, Section, Workshop
from leapdeck.outline.plan import schedule
from leapdeck.timeplan import Plan


def without_optional(workshop: Workshop) -> Workshop:
    """The workshop without optional sections, breaks and slides; LeapdeckError where nothing would be left.

    A section gives back the minutes of its slides that go, so that those that stay keep theirs.
    """
    plan, _ = schedule(workshop)
    kept = tuple(_kept(entry, plan) for entry in workshop.sections if not entry.optional)
    if not kept:
        message = "every section is optional: without them nothing is left"
        hint = "take optional: true from those that must stay, or build without --without-optional"
        raise LeapdeckError((Diagnostic("nothing-left", message, position=workshop.where(("sections",)), hint=hint),))
    return replace(workshop, sections=kept)


def _kept(entry: Entry, plan: Plan) -> Entry:
    if not isinstance(entry, Section):
        return entry
    stay = tuple(slide for slide in entry.slides if not slide.optional)
    given_back = sum(plan.slides.get(slide.id, 0.0) for slide in entry.slides if slide.optional)
    minutes = None if entry.minutes is None else max(0.0, entry.minutes - given_back)
    return replace(entry, slides=stay, minutes=minutes)
