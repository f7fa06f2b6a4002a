"""The leak gate: nobody else's names, no paths, no tool's left-overs in a finished file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from leapdeck.checks.finished import Said, said, shown
from leapdeck.checks.pixels import fingerprint
from leapdeck.checks.words import Phrases, folded
from leapdeck.diagnostics import Diagnostic, Position

PATH = re.compile(r"(?:file:/|[A-Za-z]:\\\w|(?<![\w.:/])/(?:home|Users|root|tmp|var|private|mnt|work|opt)/\w)")
LEFT_OVERS = ("python-pptx", "Steve Canny", "PowerPoint Presentation", "ReportLab", "(anonymous)", "(unspecified)", "untitled")


class Known(Struct, frozen=True):
    """A client whose words must not turn up in another's files: names, words of its own, its logo's fingerprint."""

    id: str
    names: tuple[str, ...]
    private: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    logo: str = ""


class Gate:
    """All known clients, indexed once, to search any number of files for those who are not their reader."""

    def __init__(self, clients: Iterable[Known]) -> None:
        """Index the clients' words and logos."""
        known = tuple(clients)
        self._strict = Phrases((word, client.id) for client in known for word in (*client.names, *client.private))
        self._loose = Phrases((value, client.id) for client in known for value in client.values)
        self._logos = {client.logo: client.id for client in known if client.logo}
        self._own = {client.id: client for client in known}

    def findings(self, data: bytes, name: str, reader: str = "", allow: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
        """What a file named `name` gives away that isn't its reader's; `allow` are words that are no leak."""
        free = {folded(word) for word in allow} | self._words_of(reader)
        found: dict[tuple[str, str], Diagnostic] = {}
        for text in (Said("the file's name", name, "name"), *said(data)):
            for diagnostic in self._in_text(text, reader, free, name):
                found.setdefault((diagnostic.code, diagnostic.message), diagnostic)
        pictures = tuple(self._in_pictures(data, reader, name)) if self._logos else ()
        return (*found.values(), *pictures)

    def _words_of(self, reader: str) -> set[tuple[str, ...]]:
        client = self._own.get(reader)
        return {folded(word) for word in (*client.names, *client.private, *client.values)} if client else set()

    def _in_text(self, text: Said, reader: str, free: set[tuple[str, ...]], name: str) -> Iterator[Diagnostic]:
        for phrase, owner in self._strict.found_in(text.text):
            if owner != reader and folded(phrase) not in free:
                message = f"“{phrase}” stands in {text.where}: that is the client {owner}'s"
                hint = f"take it out, or write allow: [{phrase}] in the client file if it is meant"
                yield Diagnostic("leak", message, position=Position(name), hint=hint)
        for phrase, owner in self._loose.found_in(text.text):
            if owner != reader and folded(phrase) not in free:
                message = f"“{phrase}” stands in {text.where}: a variable of the client {owner} has that value"
                yield Diagnostic("leak", message, "warning", Position(name), "look whether it is meant")
        yield from _left_behind(text, name)

    def _in_pictures(self, data: bytes, reader: str, name: str) -> Iterator[Diagnostic]:
        for picture in shown(data):
            owner = self._logos.get(fingerprint(picture.data), reader)
            if owner != reader:
                yield Diagnostic(
                    "leak", f"the logo of the client {owner} is in {picture.where}", position=Position(name), hint="take it out"
                )


def _left_behind(text: Said, name: str) -> Iterator[Diagnostic]:
    """Paths of somebody's computer, and what tools write of themselves."""
    if found := PATH.search(text.text):
        shown_ = text.text[max(0, found.start() - 10) : found.end() + 30]
        yield Diagnostic("leak", f"a path of a computer stands in {text.where}: “{shown_}”", position=Position(name), hint="take it out")
    for left in LEFT_OVERS:
        if left == text.text or (left in text.text and text.kind == "attribute"):
            yield Diagnostic("leak", f"“{left}” stands in {text.where}: a tool wrote that", position=Position(name))
