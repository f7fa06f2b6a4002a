"""What a client's version of a workshop has that others haven't: dropped, added, moved, reworded, retimed."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from leapdeck.outline.model import Entry, Section, Workshop
from leapdeck.outline.plan import schedule
from leapdeck.richtext import plain
from leapdeck.slides.base import Slide

What = Literal["dropped", "added", "moved", "reworded", "retimed"]


class Piece(Struct, frozen=True):
    """A stretch of words that both versions have, or only one of them."""

    text: str
    state: Literal["same", "old", "new"]


class Difference(Struct, frozen=True):
    """One thing that differs: what happened to which section or slide, where in it, and how.

    `words` are the pieces of a text that was reworded; `before` and `after` are minutes, of what was retimed.
    """

    what: What
    id: str
    title: str
    key: str = ""
    words: tuple[Piece, ...] = ()
    before: float | None = None
    after: float | None = None


class Comparison(Struct, frozen=True):
    """All differences in the order of the client's version, and both versions' minutes."""

    differences: tuple[Difference, ...]
    before: float
    after: float


def compare(usual: Workshop, client: Workshop) -> Comparison:
    """What a client's version changes of the usual one."""
    old, new = _entries(usual), _entries(client)
    found = [
        *(Difference("dropped", id, _title(entry, usual), before=entry.minutes) for id, entry in old.items() if id not in new),
        *(difference for id, entry in new.items() for difference in _of(id, entry, old, usual, client)),
        *_moved(old, new, client),
    ]
    return Comparison(tuple(found), _total(usual), _total(client))


def _of(id: str, entry: Entry | Slide, old: dict[str, Entry | Slide], usual: Workshop, client: Workshop) -> Iterator[Difference]:
    if id not in old:
        yield Difference("added", id, _title(entry, client), after=entry.minutes)
        return
    before, after = old[id].minutes, entry.minutes
    if before != after:
        yield Difference("retimed", id, _title(entry, client), before=before, after=after)
    texts = dict(_texts(old[id], usual))
    for key, text in _texts(entry, client):
        if text != texts.get(key, ""):
            yield Difference("reworded", id, _title(entry, client), key, words_changed(texts.get(key, ""), text))
    for key, text in texts.items():
        if key not in dict(_texts(entry, client)):
            yield Difference("reworded", id, _title(entry, client), key, (Piece(text, "old"),))


def _moved(old: dict[str, Entry | Slide], new: dict[str, Entry | Slide], client: Workshop) -> Iterator[Difference]:
    """What stands elsewhere among those that both versions have: the fewest that explain the new order."""
    before, after = [id for id in old if id in new], [id for id in new if id in old]
    kept = {
        before[block.a + n]
        for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        for n in range(block.size)
    }
    yield from (Difference("moved", id, _title(new[id], client)) for id in after if id not in kept)


def words_changed(old: str, new: str) -> tuple[Piece, ...]:
    """Two texts, word by word."""
    a, b = old.split(), new.split()
    pieces: list[Piece] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(" ".join(a[a1:a2]), "same"))
            continue
        pieces += (Piece(" ".join(part), state) for part, state in ((a[a1:a2], "old"), (b[b1:b2], "new")) if part)  # type: ignore[arg-type]  # the two words
    return tuple(pieces)


def _entries(workshop: Workshop) -> dict[str, Entry | Slide]:
    """Sections, their slides and breaks by id, in order."""
    found: dict[str, Entry | Slide] = {}
    for entry in workshop.sections:
        found[entry.id] = entry
        found |= {slide.id: slide for slide in entry.slides} if isinstance(entry, Section) else {}
    return found


def _title(entry: Entry | Slide, workshop: Workshop) -> str:
    return plain(entry.title or getattr(entry, "text", "") or entry.id, workshop.vars)


def _total(workshop: Workshop) -> float:
    plan, _ = schedule(workshop)
    return sum(row.minutes or 0.0 for row in plan.rows)


def _texts(value: object, workshop: Workshop, key: str = "") -> Iterator[tuple[str, str]]:
    """The texts of an entry by where they stand in it ("points.0.text"), variables filled in; slides of a section left out."""
    if isinstance(value, str):
        if value:
            yield key, plain(value, workshop.vars)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, workshop, f"{key}.{number + 1}")
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in ("at", "id", "slides", "path", "key"):
                yield from _texts(getattr(value, name), workshop, f"{key}.{name}".lstrip("."))
