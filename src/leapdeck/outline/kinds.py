"""What is said of a slide whose kind is missing or isn't known."""

from __future__ import annotations

from typing import Any

from msgspec.structs import fields

from leapdeck.outline.ids import RESERVED
from leapdeck.slides import KINDS
from leapdeck.slides.base import Fault, Slide
from leapdeck.yamlsource.guessing import listed, nearest

_MEANT = {
    "actions": "plan",
    "activity": "exercise",
    "bullets": "points",
    "comparison": "compare",
    "diagram": "chart",
    "discussion": "question",
    "graph": "chart",
    "image": "picture",
    "list": "points",
    "photo": "picture",
    "poll": "quiz",
    "process": "steps",
    "rating": "scale",
    "summary": "takeaways",
    "task": "exercise",
    "text": "statement",
    "versus": "compare",
}
"""What else people call a kind → what it is called here."""
_MADE = dict.fromkeys(RESERVED, "leapdeck makes this slide by itself; made: in the outline gives it other words")
_MADE["section"] = "leapdeck makes this slide by itself, from a section's title: and summary:"


def kind_unknown(kind: Any) -> Fault:
    """The fault of a kind that there is none of."""
    if not isinstance(kind, str | None):
        return Fault(("kind",), "wrong-type", "the slide's kind must be one word", f"write kind: with one of {listed(_slide_kinds())}")
    name = kind or ""
    near = "" if name in _MADE else nearest(name, list(KINDS)) or _MEANT.get(name.lower(), "")
    hint = f"did you mean {near}?" if near else _MADE.get(name, f"it is {listed(_slide_kinds())}")
    return Fault(("kind",), "unknown-kind", f"there is no slide kind {name}" if name else "the slide's kind is missing", hint)


def kind_missing(data: dict[str, Any]) -> Fault:
    """The fault of a slide that doesn't say its kind, with the one that its keys speak for."""
    guess = guessed_kind(data)
    hint = f"add kind: {guess}" if guess else f"add kind: with one of {listed(_slide_kinds())}"
    return Fault((), "missing-key", "the slide's kind is missing", hint)


def guessed_kind(data: dict[str, Any]) -> str:
    """The kind that has most of a slide's own keys, "" where none has any."""
    common = {field.encode_name for field in fields(Slide)}
    own = set(data) - common
    scores = {kind: len(own & {field.encode_name for field in fields(model)}) for kind, model in KINDS.items()}
    best = max(scores, key=lambda kind: (scores[kind], -len(fields(KINDS[kind]))))
    return best if scores[best] else ""


def _slide_kinds() -> list[str]:
    return [kind for kind in KINDS if kind != "break"]
