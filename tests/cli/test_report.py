"""Findings and files, told to a person or to a program."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from leapdeck.cli.report import BuiltFile, Report, as_json, as_text, counted, findings_text, once
from leapdeck.diagnostics import Diagnostic, Position

DECK = BuiltFile("talk", None, "deck", "dist/talk/talk-deck.pptx", 12, 45.0, "ab12")
BOOK = BuiltFile("talk", "northwind", "handout", "dist/northwind/northwind-talk-handout.pdf", 8, 45.5, "cd34")
ODD = Diagnostic("unknown-key", "there is no key pionts", "error", Position("talk.yaml", 3, 7), "did you mean points?")
SLOW = Diagnostic("long", "this is long", "warning")


def plain(findings: list[Diagnostic]) -> str:
    """The findings as a pipe gets them."""
    return click.unstyle(findings_text(findings))


def test_a_finding_shows_place_line_column_and_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The place is one that editors can jump to, the line stands below it with a mark under its column, then the hint."""
    monkeypatch.chdir(tmp_path)
    Path("talk.yaml").write_text("a: 1\nb:\n      pionts: [x]\n")
    assert plain([ODD]) == (
        "talk.yaml:3:7: error: there is no key pionts [unknown-key]\n"
        "    3 │       pionts: [x]\n"
        "      │       ^\n"
        "    hint: did you mean points?"
    )


def test_a_finding_without_a_place() -> None:
    """What is about no file in particular is said by leapdeck itself."""
    assert plain([SLOW]) == "leapdeck: warning: this is long [long]"


@pytest.mark.parametrize("position", [Position("gone.yaml", 3, 7), Position("talk.yaml", 99, 1)])
def test_a_line_that_is_not_there_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, position: Position) -> None:
    """A file that is gone or shorter by now costs the line, not the finding."""
    monkeypatch.chdir(tmp_path)
    Path("talk.yaml").write_text("a: 1\n")
    assert plain([Diagnostic("x", "odd", position=position)]) == f"{position.file}:{position.line}:{position.column}: error: odd [x]"


def test_a_long_line_is_cut_around_its_column(tmp_path: Path) -> None:
    """Of a line that fills several rows only the part around the column is shown, and the mark stays under it."""
    path = tmp_path / "talk.yaml"
    path.write_text("x" * 300 + "HERE" + "y" * 300)
    _, excerpt, mark = plain([Diagnostic("x", "odd", position=Position(str(path), 1, 301))]).split("\n")
    assert excerpt.startswith("    1 │ …x")
    assert excerpt.endswith("y…")
    assert len(excerpt) < 125
    assert excerpt[mark.index("^") :].startswith("HERE")


def test_nothing_in_a_file_steers_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and marks that turn the writing around are shown as dots, in the line, the message and the hint."""
    path = tmp_path / "talk.yaml"
    path.write_text("a: \x1b[2Jgone\u202e\n")
    text = plain([Diagnostic("x", "odd \x1b[31m", position=Position(str(path), 1, 1), hint="write \x07")])
    assert text.isprintable() or set(text) - {"\n"} == {c for c in text if c.isprintable()}
    assert "a: ·[2Jgone·" in text


def test_every_line_of_a_hint_is_set_in() -> None:
    """A hint of several lines keeps them."""
    assert plain([Diagnostic("x", "odd", hint="write:\n- 'a: b'")]).split("\n")[1:] == ["    hint: write:", "          - 'a: b'"]


def test_a_path_is_told_from_the_folder_one_works_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An absolute path below it is shortened, another one stays whole."""
    monkeypatch.chdir(tmp_path)
    inside, outside = Position(str(tmp_path / "a.yaml")), Position(str(tmp_path.parent / "b.yaml"))
    assert plain([Diagnostic("x", "odd", position=inside)]).startswith("a.yaml: error")
    assert plain([Diagnostic("x", "odd", position=outside)]).startswith(f"{tmp_path.parent / 'b.yaml'}: error")


def test_the_table_has_a_row_for_each_file() -> None:
    """File, slides or pages and minutes, in columns; whole minutes without a decimal point."""
    lines = click.unstyle(as_text(Report((DECK, BOOK), ()), "")).split("\n")
    assert [line.split() for line in lines] == [
        ["file", "slides", "or", "pages", "minutes"],
        [str(Path(DECK.path)), "12", "45"],
        [str(Path(BOOK.path)), "8", "45.5"],
    ]
    assert len({line.rindex(end) + len(end) for line, end in zip(lines, ("minutes", "45", "45.5"), strict=True)}) == 1


def test_a_report_ends_with_the_count() -> None:
    """Findings first, then what was built or that nothing was, then how many findings there are of each severity."""
    assert click.unstyle(as_text(Report((), (ODD, SLOW, SLOW)), "Nothing was built.")).split("\n\n")[1:] == [
        "Nothing was built.",
        "1 error, 2 warnings",
    ]
    assert counted([SLOW]) == "1 warning"


def test_json_has_exactly_the_promised_keys() -> None:
    """One object: files and diagnostics, flat, with null for no client."""
    assert json.loads(as_json(Report((DECK,), (ODD,)))) == {
        "files": [
            {
                "outline": "talk",
                "client": None,
                "kind": "deck",
                "path": "dist/talk/talk-deck.pptx",
                "pages": 12,
                "minutes": 45,
                "sha256": "ab12",
            }
        ],
        "diagnostics": [
            {
                "code": "unknown-key",
                "severity": "error",
                "file": "talk.yaml",
                "line": 3,
                "column": 7,
                "message": "there is no key pionts",
                "hint": "did you mean points?",
            }
        ],
    }


def test_a_finding_is_told_once() -> None:
    """Twenty clients of one outline don't repeat its warnings; the order stays."""
    assert once([SLOW, ODD, SLOW]) == (SLOW, ODD)


@pytest.mark.parametrize(
    ("findings", "strict", "stops"), [((), True, False), ((SLOW,), False, False), ((SLOW,), True, True), ((SLOW, ODD), False, True)]
)
def test_errors_stop_and_warnings_only_when_strict(findings: tuple[Diagnostic, ...], strict: bool, stops: bool) -> None:
    """What decides the exit status."""
    assert Report((), findings).stops(strict=strict) is stops
