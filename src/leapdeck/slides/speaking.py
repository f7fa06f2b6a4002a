"""Speaker notes: what only the facilitator reads, as paragraphs with their labels."""

from __future__ import annotations

from msgspec.structs import asdict

from leapdeck.layouts.stage import Stage
from leapdeck.richtext import Run, passages
from leapdeck.scene import Note
from leapdeck.slides.base import Notes


def speaker_notes(stage: Stage, notes: Notes, answers: tuple[str, ...] = ()) -> tuple[Note, ...]:
    """What to say first and without a label, then the rest under theirs, then the answers."""
    found = list(_paragraphs(stage, notes.say))
    for key, text in asdict(notes).items():
        if key != "say" and text:
            found += (_heading(stage, f"note-{key}"), *_paragraphs(stage, text))
    if answers:
        found += (_heading(stage, "answer"), *(Note((Run(answer),)) for answer in answers))
    return tuple(found)


def _heading(stage: Stage, key: str) -> Note:
    return Note((Run(stage.word(key)),), heading=True)


def _paragraphs(stage: Stage, text: str) -> tuple[Note, ...]:
    return tuple(Note(part.runs, False, part.level, part.number) for part in passages(text, stage.variables))
