"""Two readings of a deck, and what differs between them in words for whoever changed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from leapdeck.checks.handwork.held import Box, Held, Page, Thing, alike

SHOWN = 60
"""Characters of a text that are shown."""
AROUND = 20
"""Characters that are shown before the first one that differs."""
_NAMES = {"text": "text", "picture": "picture", "table": "table", "chart": "chart", "line": "line", "group": "group", "object": "object"}

_WHOLE = {
    "theme": "the theme's colors or fonts were changed",
    "masters": "the slide master was changed",
    "layouts": "a layout was changed",
    "sections": "the sections were changed",
    "title": "the file's title was changed",
}
"""What holds for a whole deck, and how it is told that it differs."""

Pair = tuple[Thing | None, Thing | None]


def differences(built: Held, now: Held) -> tuple[str, ...]:
    """What differs in a deck from what was built, slide by slide; empty where nothing does."""
    before = _matched(built.pages, now.pages)
    numbers = {id(page): number for number, page in enumerate(built.pages, 1)}
    moved = _moved([numbers[id(old)] for old in before if old])
    found = [said for name, said in _WHOLE.items() if getattr(built.whole, name) != getattr(now.whole, name)]
    for number, (page, old) in enumerate(zip(now.pages, before, strict=True), 1):
        what = _counted(_of(old, page, moved, numbers)) if old else ["it was added"]
        if what:
            found.append(f"{_slide(number, page)}: {'; '.join(what)}")
    kept = {id(old) for old in before}
    found += (f"{_slide(numbers[id(old)], old)}: it was taken out" for old in built.pages if id(old) not in kept)
    return tuple(found)


def _slide(number: int, page: Page) -> str:
    return f"slide {number} “{_cut(page.title)}”" if page.title else f"slide {number}"


def _matched(built: Sequence[Page], now: Sequence[Page]) -> list[Page | None]:
    """For each slide the one that it was: the one of its id, or else one that holds the same."""
    by_id = {page.id: page for page in built}
    found = [by_id.pop(page.id, None) for page in now]
    left = list(by_id.values())
    for number, page in enumerate(now):
        if found[number] is None and (same := next((old for old in left if _same(old, page)), None)):
            found[number] = same
            left.remove(same)
    return found


def _same(old: Page, new: Page) -> bool:
    return bool(old.things) and [(thing.kind, thing.text) for thing in old.things] == [(thing.kind, thing.text) for thing in new.things]


def _moved(numbers: Sequence[int]) -> frozenset[int]:
    """Those that stand out of order: the fewest that explain it."""
    ordered = sorted(numbers)
    blocks = SequenceMatcher(None, ordered, numbers, autojunk=False).get_matching_blocks()
    return frozenset(numbers) - {ordered[block.a + n] for block in blocks for n in range(block.size)}


def _of(old: Page, new: Page, moved: frozenset[int], numbers: dict[int, int]) -> Iterator[str]:
    if numbers[id(old)] in moved:
        yield f"it was moved (it was slide {numbers[id(old)]})"
    if old.hidden != new.hidden:
        yield "it was hidden" if new.hidden else "it is no longer hidden"
    for before, after in _pairs(old.things, new.things):
        yield from _thing(before, after)
    if _restacked(old.things, new.things):
        yield "what stands in front was changed"
    if old.notes != new.notes:
        yield "its notes were changed"
    if old.look != new.look:
        yield "its layout or its background was changed"
    yield from _last(old, new)


def _last(old: Page, new: Page) -> Iterator[str]:
    """What people add last: transitions, animations, remarks."""
    if old.comes_in != new.comes_in:
        yield "a transition was added" if new.comes_in else "its transition was taken out"
    if old.effects != new.effects:
        yield "its animations were changed"
    if (more := new.comments - old.comments) > 0:
        yield "a comment was added" if more == 1 else f"{more} comments were added"
    elif more:
        yield "comments were taken out"


def _counted(sentences: Iterable[str]) -> list[str]:
    """What is to be said, each sentence once."""
    return [f"{said} ({times} times)" if times > 1 else said for said, times in Counter(sentences).items()]


def _restacked(old: Sequence[Thing], new: Sequence[Thing]) -> bool:
    """Whether the same things stand in another order."""
    before, after = ([(thing.kind, thing.name, thing.text) for thing in things] for things in (old, new))
    return before != after and sorted(before) == sorted(after)


def _pairs(old: Sequence[Thing], new: Sequence[Thing]) -> Iterator[Pair]:
    """What was which: the same, then what has the same name, then what is of the same kind, in order."""
    left, pairs = list(old), list[Pair]()
    open_ = list(new)
    for agree in (_equal, _named, _kin):
        for thing in list(open_):
            if before := next((one for one in left if agree(one, thing)), None):
                pairs.append((before, thing))
                left.remove(before)
                open_.remove(thing)
    yield from pairs
    yield from ((None, thing) for thing in open_)
    yield from ((thing, None) for thing in left)


def _equal(one: Thing, other: Thing) -> bool:
    return not any(_thing(one, other))


def _named(one: Thing, other: Thing) -> bool:
    return (one.kind, one.name) == (other.kind, other.name)


def _kin(one: Thing, other: Thing) -> bool:
    return one.kind == other.kind


def _thing(old: Thing | None, new: Thing | None) -> Iterator[str]:
    if old is None or new is None:
        thing, what = (new, "added") if new else (old, "taken out")
        if thing:
            yield f"a {_NAMES[thing.kind]} was {what}" + (f": “{_cut(thing.text)}”" if thing.text.strip() else "")
        return
    if old.kind != new.kind:
        yield f"a {_NAMES[old.kind]} became a {_NAMES[new.kind]}"
        return
    if old.text != new.text:
        yield _reworded(old.text, new.text, "" if old.kind == "text" else f"in a {_NAMES[old.kind]}")
    if not alike(old.box, new.box):
        yield _placed(old.box, new.box, "box" if old.kind == "text" else _NAMES[old.kind])
    if old.picture != new.picture:
        yield "a picture was replaced"
    if old.look != new.look and old.text == new.text:  # reworded text is set in other runs anyway
        yield f"the look of a {_NAMES[old.kind]} was changed"
    if old.alt != new.alt:
        yield f"the alternative text of a {_NAMES[old.kind]} was changed"
    if old.links != new.links and old.text == new.text:
        yield f"a link of a {_NAMES[old.kind]} was changed"


def _placed(old: Box, new: Box, what: str) -> str:
    sized = old and new and not alike(old[2:4], new[2:4])
    return f"a {what} was resized" if sized else f"a {what} was moved"


def _reworded(old: str, new: str, where: str) -> str:
    """The first lines that differ, or how many do."""
    before, after = old.split("\n"), new.split("\n")
    changed = [block for block in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if block[0] != "equal"]
    _, a1, a2, b1, b2 = changed[0]
    first, second = " ".join(before[a1:a2]), " ".join(after[b1:b2])
    start = max(0, _common(first, second) - AROUND)
    more = f", and {len(changed) - 1} more" if len(changed) > 1 else ""
    return f"text{f' {where}' * bool(where)}: “{_cut(first, start)}” → “{_cut(second, start)}”{more}"


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _cut(text: str, start: int = 0) -> str:
    text = " ".join(text.split()) if not start else text
    shown = text[start : start + SHOWN]
    return f"{'…' * bool(start)}{shown.strip()}{'…' * (len(text) > start + SHOWN)}"
