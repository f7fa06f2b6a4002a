"""The leak gate: nobody else's names, no paths, no tool's left-overs in a finished file."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from leapdeck.checks.finished import Said, Shown, said, said_about, shown, together
from leapdeck.checks.foreign import Foreign, Owner, Reader, foreign, reader_of
from leapdeck.checks.pixels import Look, Looks, look
from leapdeck.checks.spellings import spellings
from leapdeck.checks.words import BETWEEN, Phrases
from leapdeck.diagnostics import Diagnostic, Position, Severity

_FOLDERS = ("Users", "Volumes", "tmp", "var", "mnt", "srv", "usr")
_WORDS = ("home", "root", "private", "work", "opt")
"""Folders whose names are words too: "work/life balance" is no path, so that these need another folder below the first."""
PATH = re.compile(
    rf"file:/|(?<!\w)[A-Za-z]:(?:\\|/(?!/))\w|(?<![\w\\])\\\\[\w.-]+\\\w|(?<![\w.:/])~/\w"
    rf"|(?<![\w.:/])/(?:(?:{'|'.join(_FOLDERS)})/|(?:{'|'.join(_WORDS)})/[^\s/]+/)\w"
)
"""Where a path of somebody's computer begins: of a drive, of a server, of a system's or a person's folder."""
LEFT_OVERS = ("python-pptx", "Steve Canny", "PowerPoint Presentation", "ReportLab", "(anonymous)", "(unspecified)", "untitled")
_HINTS = tuple(hint.encode() for hint in ("file:/", ":\\", "\\\\", "~/", *(f"/{folder}/" for folder in (*_FOLDERS, *_WORDS)), *LEFT_OVERS))
"""What the bytes of a part hold that has a path or a left-over in it."""
REMEMBERED = 2_000
"""Pictures whose looks are remembered: clients' files have most of them in common."""


COMMON = 3
"""A value of a variable that so many clients have ("Rotterdam") tells of none of them."""
LEAST_LETTERS = 3
"""An alias or a private word with fewer stands in anybody's files by chance."""


class Known(Struct, frozen=True):
    """A client whose words must not turn up in another's files: names, words of its own, values of its variables, its logo.

    `allow` are words that are no leak in its own files.
    """

    id: str
    names: tuple[str, ...]
    private: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    logo: Look | None = None
    allow: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All phrases that may stand in its files."""
        return (*self.names, *self.private, *self.values, *self.allow)


class _Leak(Struct, frozen=True):
    """A finding less its places, which stand between the two halves of its message."""

    code: str
    before: str
    after: str = ""
    severity: Severity = "error"
    hint: str = "take it out"


_Hit = tuple[_Leak, str]
"""A leak, and one place where it stands."""


class Gate:
    """All known clients, indexed once, to search any number of files for those who are not their reader."""

    def __init__(self, clients: Iterable[Known]) -> None:
        """Index the clients' words and logos."""
        known = tuple(clients)
        names = ((word, Owner(client.id, loose=False)) for client in known for word in client.names[:1])
        others = ((word, Owner(client.id, _is_common(word))) for client in known for word in (*client.names[1:], *client.private))
        shared = Counter(value for client in known for value in set(client.values))
        values = (
            (value, Owner(client.id, loose=True, value=True)) for client in known for value in client.values if shared[value] < COMMON
        )
        self._phrases = Phrases((*names, *others, *values), spellings)
        self._logos = Looks((client.logo, client.id) for client in known if client.logo)
        self._clients = {client.id: client for client in known}
        self._seen: dict[bytes, Look | None] = {}
        self._last: tuple[tuple[str, tuple[str, ...]], Reader] | None = None

    def findings(self, data: bytes, name: str, reader: str = "", allow: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
        """What a file named `name` gives away that isn't its reader's; `allow` are words that are no leak.

        Unreadable where the file can't be searched.
        """
        who = self._reader(reader, tuple(allow))
        texts = said(data) if self._clients else said_about(data, _HINTS)
        places: dict[_Leak, list[str]] = {}
        for leak, where in self._hits(data, who, (Said("the file's name", name, "name"), *texts)):
            places.setdefault(leak, []).append(where)
        return tuple(
            Diagnostic(leak.code, f"{leak.before}{together(where)}{leak.after}", leak.severity, Position(name), leak.hint)
            for leak, where in places.items()
        )

    def _reader(self, reader: str, allow: tuple[str, ...]) -> Reader:
        """Who a file is for; kept for the next one, as a reader's list may have thousands of names."""
        if self._last is None or self._last[0] != (reader, allow):
            client = self._clients.get(reader)
            self._last = (reader, allow), reader_of(reader, (*(client.words if client else ()), *allow))
        return self._last[1]

    def _hits(self, data: bytes, reader: Reader, texts: Iterable[Said]) -> Iterator[_Hit]:
        for text in texts:
            others = (_leak(found, reader) for found in foreign(text, self._phrases, reader)) if self._phrases else ()
            left = _left_behind(text.text, is_attribute=text.kind == "attribute")
            yield from ((leak, text.where) for leak in (*others, *left))
        if self._logos:
            yield from self._pictured(data, reader)

    def _pictured(self, data: bytes, reader: Reader) -> Iterator[_Hit]:
        """Other clients' logos."""
        for picture in shown(data):
            seen = self._look(picture)
            owners = set(self._logos.owners(seen)) if seen else set()
            if owners and reader.id not in owners:
                yield _Leak("leak", f"the logo of the client {min(owners)} is in "), picture.where

    def _look(self, picture: Shown) -> Look | None:
        key = hashlib.sha256(picture.data).digest()
        if key not in self._seen:
            if len(self._seen) >= REMEMBERED:
                self._seen.clear()
            try:
                self._seen[key] = look(picture.draw())
            except (OSError, ValueError, SyntaxError, RuntimeError):  # a drawing of lines, or a picture that nobody can look at
                self._seen[key] = None
        return self._seen[key]


def _leak(found: Foreign, reader: Reader) -> _Leak:
    phrase, owner = found.phrase, found.owner.id
    severity: Severity = "error"
    what, hint = f"that is the client {owner}'s", f"take it out, or write allow: [{phrase}] in the client file if it is meant"
    if found.owner.value:
        severity, what, hint = "warning", f"a variable of the client {owner} has that value", "look whether it is meant"
    elif found.owner.loose:
        severity, what, hint = "warning", f"that is an alias of the client {owner}, too short to tell much", "look whether it is meant"
    elif found.near:
        severity, what = "warning", f"“{' '.join(found.words)}” may be the client {owner}'s"
        hint = f"look whether it is meant; allow: [{phrase}] in the client file says that it is"
    elif any(_holds(own, found.words) for own in reader.phrases):
        severity, what = "warning", f"that is the client {owner}'s, and part of this client's own name or words"
        hint = f"look whether it is meant; allow: [{phrase}] in the client file says that it is"
    elif not reader.id:
        hint = f"take it out of the outline; a word shared by chance is better a longer one under aliases: in the client file of {owner}"
    return _Leak("leak", f"“{phrase}” stands in ", f": {what}", severity, hint)


def _is_common(word: str) -> bool:
    """Whether an alias is next to nothing: figures alone, or fewer than three letters."""
    return sum(character.isalpha() for character in word) < LEAST_LETTERS


def _holds(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(phrase[start : start + len(words)] == words for start in range(len(phrase) - len(words) + 1))


@lru_cache(512)  # clients' files have most of their texts in common
def _left_behind(text: str, *, is_attribute: bool) -> tuple[_Leak, ...]:
    """Paths of somebody's computer, and what tools write of themselves."""
    return (*_paths(text), *_of_tools(text, is_attribute=is_attribute))


def _paths(text: str) -> Iterator[_Leak]:
    if found := PATH.search(text):
        shown_ = text[max(0, found.start() - 10) : found.end() + 30].replace(BETWEEN, " ")
        yield _Leak("leak", "a path of a computer stands in ", f": “{shown_}”")


def _of_tools(text: str, *, is_attribute: bool) -> Iterator[_Leak]:
    for left in LEFT_OVERS:
        if left in text and (is_attribute or left in text.split(BETWEEN)):
            yield _Leak("left-over", f"“{left}” stands in ", ": a tool wrote that", hint="")
