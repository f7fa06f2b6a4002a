"""The language of an outline, and whether leapdeck's own words are in it."""

from __future__ import annotations

from collections.abc import Iterator

from leapdeck.diagnostics import Diagnostic
from leapdeck.locales import known, languages
from leapdeck.outline.model import Workshop


def spoken(workshop: Workshop) -> Iterator[Diagnostic]:
    """A warning where the fixed words ("Contents", "Exercise") aren't in the workshop's language."""
    if not known(workshop.language):
        message = f"leapdeck's own words (“Contents”, “Exercise”) aren't there in the language {workshop.language}; they are English"
        hint = f"languages that are there: {', '.join(languages())}"
        yield Diagnostic("unknown-language", message, "warning", workshop.where(("language",)), hint)
