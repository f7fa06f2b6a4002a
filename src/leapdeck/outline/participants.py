"""Who takes part: a client's list of names, a CSV file as spreadsheets save it."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.outline.model import Participant

MOST = 2_000
LONGEST = 100
"""Characters of a name or an organization."""
COLUMNS = ("name", "organization")
_SEPARATORS = ",;\t"
_EXPORT = "save it as “CSV UTF-8” in your spreadsheet"


class Listed(Struct, frozen=True):
    """The participants of a list, in order, and what is wrong with it."""

    people: tuple[Participant, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def read_participants(path: Path) -> Listed:
    """Read a list: UTF-8 with or without its mark; columns parted by commas, semicolons or tabs, named in the first line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return _refused(path, "unreadable-file", f"the list can't be read: {error.strerror or error}", "look whether it is still there")
    except UnicodeDecodeError:
        return _refused(path, "encoding", "the list isn't written in UTF-8", _EXPORT)
    rows = _Rows(path, text)
    return Listed(tuple(rows.people()), tuple(rows.findings))


def _refused(path: Path, code: str, message: str, hint: str) -> Listed:
    return Listed(findings=(Diagnostic(code, message, position=Position(str(path)), hint=hint),))


class _Rows:
    """The rows of one list, and what is found on the way."""

    def __init__(self, path: Path, text: str) -> None:
        self.findings: list[Diagnostic] = []
        self._file = str(path)
        self._lines = text.splitlines(keepends=True)
        self._line = 1

    def people(self) -> Iterator[Participant]:
        """Every row with a name in it; nobody where the columns have no names."""
        rows = self._rows()
        heads = [cell.casefold().replace("organisation", "organization") for cell in next(rows, [])]
        if "name" not in heads:
            self._report("missing-key", "the first line names no column “name”", f"begin with: {';'.join(COLUMNS)}")
            return
        places = {head: heads.index(head) for head in COLUMNS if head in heads}
        for count, row in enumerate(rows, 1):
            if count > MOST:
                self._report("too-large", f"there are more than {MOST:,} participants", "make a list for each group")
                return
            if person := self._person(row, places, len(heads)):
                yield person

    def _person(self, row: list[str], places: dict[str, int], width: int) -> Participant | None:
        if any(row[width:]):
            found = f"there are {len(row)} cells here, and {width} columns"
            self._report("uneven-rows", found, 'put a name that holds a separator into quotes: "Curie, Marie"')
            return None
        said = {head: row[place] for head, place in places.items() if place < len(row)}
        if not said.get("name"):
            self._report("missing-key", "this line has no name", "write the name, or delete the line")
            return None
        for text in said.values():
            self._check(text)
        return Participant(said["name"], said.get("organization", ""), Position(self._file, self._line, 1))

    def _check(self, text: str) -> None:
        if len(text) > LONGEST:
            self._report("too-long", f"“{text[:30]}…” has {len(text)} characters, and the most is {LONGEST}", "shorten it")
        elif any(unicodedata.category(character) == "Cc" for character in text):
            self._report("control-character", "there is an invisible character in this line", "type the name again")

    def _rows(self) -> Iterator[list[str]]:
        """The rows that hold anything, their cells without space around them."""
        reader = csv.reader(self._lines, delimiter=self._separator(), skipinitialspace=True, strict=True)
        try:
            for row in reader:
                cells = [" ".join(cell.split()) for cell in row]
                if any(cells):
                    yield cells
                self._line = reader.line_num + 1
        except csv.Error:
            self._report("unclosed", "a quotation mark of this line isn't closed where its cell ends", 'write "name" or name')

    def _separator(self) -> str:
        head = next((line for line in self._lines if line.strip()), "")
        return max(_SEPARATORS, key=head.count)

    def _report(self, code: str, message: str, hint: str) -> None:
        self.findings.append(Diagnostic(code, message, position=Position(self._file, self._line, 1), hint=hint))
