"""Which of a workshop's texts are the facilitator's alone, and which anybody may read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict

from leapdeck.outline.model import Section, Workshop
from leapdeck.richtext import plain
from leapdeck.slides.base import Notes

PRIVATE = ("notes", "cue", "at", "id")


def secret_texts(workshop: Workshop) -> tuple[str, ...]:
    """All notes, their markup read and their variables filled in."""
    made = workshop.made
    holders: list[Notes] = [made.title.notes, made.objectives.notes, made.agenda.notes, made.contact.notes]
    for entry in workshop.sections:
        holders.append(entry.notes)
        holders += (slide.notes for slide in entry.slides) if isinstance(entry, Section) else ()
    return tuple(plain(text, workshop.vars) for notes in holders for text in asdict(notes).values() if text)


def open_texts(workshop: Workshop) -> tuple[str, ...]:
    """All other texts of the outline, read as they are shown."""
    return tuple(plain(text, workshop.vars) for text in _texts((workshop.title, workshop.subtitle, workshop.objectives, workshop.sections)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in PRIVATE:
                yield from _texts(getattr(value, name))
