"""`leapdeck build --only press`: the master and its ticket, and what is said about color profiles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from click.testing import Result

from profiles import NAME, press_profile

Run = Callable[..., Result]
CLIENT = "leapdeck: 1\nclient: {name: Northwind}\nworkshops:\n  talk:\n    event: {date: 2026-12-03, participants: 24}\n"


@pytest.fixture
def icc(here: Path) -> str:
    """A profile beside the outlines."""
    (here / "press.icc").write_bytes(press_profile())
    return "press.icc"


def ticket(here: Path, name: str = "talk/talk") -> str:
    """What the ticket says."""
    with pypdfium2.PdfDocument(here / "dist" / f"{name}-press-ticket.pdf") as pdf:
        assert len(pdf) == 1
        return " ".join(pdf[0].get_textpage().get_text_bounded().split())


def test_a_master_and_its_ticket(run: Run, here: Path, icc: str) -> None:
    """Asked for a press edition one gets both, without a warning; the ticket names the file, its pages, its profile, whom to ask."""
    result = run("build", "talk", "--only", "press", "--icc", icc, "--strict", "--paper", "a4")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (here / "dist" / "talk").glob("*.pdf")) == ["talk-press-ticket.pdf", "talk-press.pdf"]
    with pypdfium2.PdfDocument(here / "dist" / "talk" / "talk-press.pdf") as pdf:
        count = len(pdf)
    said = ticket(here)
    for part in ("talk-press.pdf", f"{count} pages on {count // 2} leaves", "210 × 297 mm", "3 mm", NAME, f"{count // 4} sheets of A3"):
        assert part in said
    assert "LEAP Coaching · (847) 212-4903" in said
    assert "one for each participant" in said
    assert "Needed" not in said


def test_copies_are_counted_from_the_participants(run: Run, here: Path, icc: str) -> None:
    """One each and one in ten to spare; and by when, where the day is known."""
    (here / "outlines" / "clients").mkdir()
    (here / "outlines" / "clients" / "northwind.yaml").write_text(CLIENT)
    result = run("build", "talk", "--client", "northwind", "--only", "press", "--icc", icc, "--paper", "letter")
    assert result.exit_code == 0, result.output
    said = ticket(here, "northwind/northwind-talk")
    for part in ("northwind-talk-press.pdf", "27: 24 participants, 3 to spare", "8.5 × 11 in", "11 × 17 in", "before December 3, 2026"):
        assert part in said


def test_large_print_can_be_bound(run: Run, here: Path, icc: str) -> None:
    """Booklet and press edition are there in large print too, beside the usual ones; the ticket names the file that goes with it."""
    assert run("build", "talk", "--only", "booklet,press", "--icc", icc).exit_code == 0
    assert run("build", "talk", "--only", "booklet,press", "--icc", icc, "--large-print").exit_code == 0
    names = {path.name.removesuffix(".pdf") for path in (here / "dist" / "talk").glob("*.pdf")}
    usual = {"talk-booklet", "talk-press", "talk-press-ticket"}
    assert names == usual | {f"{name}-large-print" for name in usual}
    assert "talk-press.pdf" in ticket(here)
    with pypdfium2.PdfDocument(here / "dist" / "talk" / "talk-press-ticket-large-print.pdf") as pdf:
        assert "talk-press-large-print.pdf" in pdf[0].get_textpage().get_text_bounded()


def test_without_a_profile_there_is_a_warning(run: Run, here: Path) -> None:
    """The file is made by a formula; the message and the ticket say so, and where a profile comes from."""
    result = run("build", "talk", "--only", "press")
    assert result.exit_code == 0
    assert "[no-profile]" in result.output
    assert "--icc FILE" in result.output
    assert "plain formula" in ticket(here)
    assert "no-profile" not in run("build", "talk", "--only", "handout,booklet").output


def test_a_profile_that_cannot_be_used_stops_the_build(run: Run, here: Path) -> None:
    """A missing file, and one that is no profile, each told with its name."""
    (here / "notes.txt").write_text("no profile")
    for name, code in (("there.icc", "unreadable-file"), ("notes.txt", "unfit-profile")):
        result = run("build", "talk", "--only", "press", "--icc", name)
        assert (result.exit_code, f"[{code}]" in result.output, name in result.output) == (1, True, True)
    assert not (here / "dist").exists()


@pytest.mark.parametrize("kind", ["press", "booklet"])
def test_what_goes_to_the_printer_is_searched_for_other_clients(run: Run, here: Path, kind: str) -> None:
    """A name that is another client's stops the file."""
    folder = here / "outlines" / "clients"
    folder.mkdir()
    (folder / "northwind.yaml").write_text("leapdeck: 1\nclient: {name: Northwind}\n")
    path = here / "outlines" / "talk.yaml"
    path.write_text(path.read_text().replace("A reason moves people", "Northwind moves people"))
    result = run("build", "talk", "--only", kind)
    assert result.exit_code == 1
    assert "[leak]" in result.output
    assert "page " in result.output
    assert not (here / "dist").exists()
