"""Lists of participants, as spreadsheets save them, and as people break them."""

from __future__ import annotations

from pathlib import Path

import pytest

from leapdeck.outline.participants import MOST, Listed, read_participants
from trials import SMALL, Desk

BOTH = [("Ada Lovelace", "Engines"), ("Ann Lee", "")]


def read(folder: Path, data: str | bytes) -> Listed:
    """A list's people and findings."""
    path = folder / "people.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_participants(path)


@pytest.mark.parametrize(
    "data",
    [
        "name,organization\nAda Lovelace,Engines\nAnn Lee,\n",
        "\ufeffName;Organization\r\nAda Lovelace;Engines\r\nAnn Lee;\r\n",
        "\n\nORGANISATION\tNAME\nEngines\tAda Lovelace\n\t\n\tAnn Lee\n",
        'name;organization;mail\n"Ada  Lovelace"; Engines;a@example.com\n\n;;\nAnn Lee\n',
    ],
    ids=["commas", "as Excel in Europe", "tabs, other order", "quotes, more columns, empty lines"],
)
def test_lists_are_read_as_they_come(data: str, tmp_path: Path) -> None:
    """With a mark or without, whatever parts the columns, in any order; empty lines are nobody."""
    listed = read(tmp_path, data)
    assert listed.findings == ()
    assert [(person.name, person.organization) for person in listed.people] == BOTH


def test_a_name_may_hold_a_separator(tmp_path: Path) -> None:
    """In quotes it is part of the name; the line is that in which the name begins."""
    people = read(tmp_path, 'name,organization\n"Lovelace, Ada",Engines\n"Lee,\nAnn",x\nBo,y\n').people
    assert [(person.name, person.position.line) for person in people] == [("Lovelace, Ada", 2), ("Lee, Ann", 3), ("Bo", 5)]


@pytest.mark.parametrize(
    ("data", "line", "code", "words"),
    [
        ("Ada Lovelace;Engines\n", 1, "missing-key", "names no column “name”"),
        ("", 1, "missing-key", "names no column “name”"),
        ("name,organization\nAda,x\n,Engines\n", 3, "missing-key", "this line has no name"),
        ("name,organization\nLovelace, Ada,Engines\n", 2, "uneven-rows", "there are 3 cells here, and 2 columns"),
        ('name\nAda\n"Ann\nBo\n', 3, "unclosed", "a quotation mark of this line"),
        ('name\n"Ada" Lovelace\n', 2, "unclosed", "a quotation mark of this line"),
        (f"name\n{'A' * 101}\n", 2, "too-long", "has 101 characters, and the most is 100"),
        ("name\nA\x07da\n", 2, "control-character", "an invisible character"),
        ("name\n" + "Ada\n" * (MOST + 1), MOST + 2, "too-large", "more than 2,000 participants"),
        ("name\nJörg\n".encode("cp1252"), 0, "encoding", "isn't written in UTF-8"),
    ],
)
def test_faults_are_told_with_their_line(data: str | bytes, line: int, code: str, words: str, tmp_path: Path) -> None:
    """What is wrong, where, and what to do about it."""
    (finding,) = read(tmp_path, data).findings
    assert (finding.position.line, finding.code) == (line, code)
    assert words in finding.message
    assert finding.hint
    assert finding.position.file.endswith("people.csv")


def test_as_many_come_as_are_listed(desk: Desk) -> None:
    """Where nobody says how many people come, the list does."""
    desk.put("people.csv", "name\nAda\nBo\n")
    client = "client: {name: Acme}\nparticipants: people.csv\nworkshops: {trial: {event: {place: Lyon}}}\n"
    assert desk.load(SMALL, client).workshop.event.participants == 2
    assert desk.load(SMALL, client.replace("place: Lyon", "participants: 30")).workshop.event.participants == 30
