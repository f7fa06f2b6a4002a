"""Reading YAML: what is refused, where, and with which line instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from leapdeck.diagnostics import Position
from leapdeck.yamlsource import Source, parse, read
from leapdeck.yamlsource.decoding import SIZE_LIMIT
from leapdeck.yamlsource.reading import DEPTH_LIMIT


def said(source: Source) -> list[tuple[str, int, int]]:
    """Code, line and column of what reading found."""
    return [(d.code, d.position.line, d.position.column) for d in source.diagnostics]


def test_types_are_left_as_typed() -> None:
    """No value is taken for anything but a text; an empty one is None."""
    data = parse(b"a: no\nb: 12:30\nc: 1.10\nd: 2026-12-03\ne: 017\nf:\ng: [on, ~]\nh: |\n  two\n  lines\n", "t").data()
    assert data == {"a": "no", "b": "12:30", "c": "1.10", "d": "2026-12-03", "e": "017", "f": None, "g": ["on", "~"], "h": "two\nlines"}


def test_positions_count_from_one() -> None:
    """Values and keys are found at the line and column where they begin."""
    source = parse(b"a:\n  - b: c\n    d: [e, f]\n", "t.yaml")
    assert source.position(("a", 0, "d", 1)) == Position("t.yaml", 3, 12)
    assert source.key_position(("a", 0, "d")) == Position("t.yaml", 3, 5)
    assert source.position(("a", 0, "x", "y")) == Position("t.yaml", 2, 5)


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        ("title: Caf\xe9\n".encode("cp1252"), "encoding", 1, 11),
        ("title: x\n".encode("utf-16"), "encoding", 1, 1),
        (b"a: 1\nb: x\x00y\n", "control-character", 2, 5),
        (b'a: 1\nb: "x\\x07y"\n', "control-character", 2, 4),
        (b'"a\\0": 1\n', "control-character", 1, 1),
        (b"", "empty-file", 1, 1),
        (b"# nothing\n", "empty-file", 1, 1),
        (b"a: 1\n---\nb: 2\n", "two-documents", 2, 1),
        (b"a: 1\na: 2\n", "duplicate-key", 2, 1),
        (b"a: &x 1\nb: *x\n", "reference", 1, 4),
        (b"? [a, b]\n: c\n", "syntax", 1, 3),
        (b"a: " + b"[" * 30 + b"]" * 30, "too-deep", 1, DEPTH_LIMIT + 3),
        (b"[" * 5000, "too-deep", 1, DEPTH_LIMIT + 1),
        ("title: x\n".encode("utf-16-le"), "encoding", 0, 0),
        (b"{\\rtf1\\ansi leapdeck: 1}", "encoding", 0, 0),
        (b"PK\x03\x04 and much more", "encoding", 0, 0),
    ],
)
def test_what_is_refused(data: bytes, code: str, line: int, column: int) -> None:
    """Odd bytes, keys, references and depths are told with their place, and never raise."""
    assert said(parse(data, "t"))[0] == (code, line, column)


def test_large_files_are_not_parsed() -> None:
    """A file of more than a megabyte is refused before it is parsed."""
    assert said(parse(b"a: " + b"x" * SIZE_LIMIT, "t")) == [("too-large", 0, 0)]


def test_a_byte_order_mark_and_foreign_line_ends_do_no_harm() -> None:
    """Files as Windows editors write them are read, with the same columns."""
    source = parse("\ufefftitle: x\r\nminutes: 5\r\n".encode(), "t")
    assert source.data() == {"title": "x", "minutes": "5"}
    assert source.position(("minutes",)) == Position("t", 2, 10)


def test_several_slips_are_told_at_once() -> None:
    """Reading goes on behind a mended line, to the next one that needs it."""
    source = parse(b'points:\n  - *why* first\n  - fine\n  - {{name}} wins\nnotes: "Why" is it\n', "t")
    assert [(d.code, d.position.line) for d in source.diagnostics] == [("needs-quotes", 2), ("needs-quotes", 4), ("needs-quotes", 5)]
    assert source.data() == {"points": ["*why* first", "fine", "{{name}} wins"], "notes": '"Why" is it'}


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("- **Trust** first", '- "**Trust** first"'),
        ("- {{organization}} wins", '- "{{organization}} wins"'),
        ('- "Why" is the word', "- '\"Why\" is the word'"),
        ("- &c. and so on", '- "&c. and so on"'),
        ("- 50% @ home: yes: no", '- "50% @ home: yes: no"'),
        ("- 'tis late", '- "\'tis late"'),
        ("- [Plans, Budgets", "- [Plans, Budgets]"),
        ("- {a: [b, c}", "- {a: [b, c]}"),
        ("-  {accent: #B3261E}", '-  {accent: "#B3261E"}'),
        ("- [a #b, c]", '- ["a #b", c]'),
        ("- {a: We are #1 at it, b: c}", '- {a: "We are #1 at it", b: c}'),
        ('- {a: "one, #two", b: #3, c: d} # a comment', '- {a: "one, #two", b: "#3", c: d} # a comment'),
        ("- `code` here", '- "`code` here"'),
    ],
)
def test_the_mended_line_is_shown(line: str, mended: str) -> None:
    """The hint is the line as it should be, and that line reads without a fault."""
    found = parse(f"points:\n  {line}\n".encode(), "t").diagnostics
    assert [d.hint.removeprefix("write: ") for d in found] == [mended]
    assert parse(f"points:\n  {mended}\n".encode(), "t").diagnostics == ()


def test_tabs_get_the_spaces_that_fit() -> None:
    """A tab is replaced by as many spaces as the lines below need."""
    source = parse(b"a:\n  - b:\n\t  - kind: c\n        text: d\n", "t")
    assert said(source) == [("tab", 3, 1)]
    assert source.diagnostics[0].hint == "begin the line with 6 spaces and no tab: - kind: c"
    assert source.data() == {"a": [{"b": [{"kind": "c", "text": "d"}]}]}


def test_a_text_cut_by_a_comment_is_a_warning() -> None:
    """What a # takes from a text is told, unless it looks like a comment."""
    source = parse(b"a: Ask a #friend\nb: Room 4 # where we meet\nc: 5 #five\n", "t")
    assert [(d.code, d.severity, d.position.line) for d in source.diagnostics] == [("cut-text", "warning", 1)]


def test_a_cut_text_is_told_beside_other_faults() -> None:
    """What a # takes is told at its place too where another line, or the same one, had to be mended first."""
    source = parse(b'a: "Why" is it\nb: Ask a #friend\nc: [x, "y"]\nd: "Who" is #it\ne: one #two\n', "t")
    assert said(source) == [("needs-quotes", 1, 4), ("cut-text", 2, 10), ("needs-quotes", 4, 4), ("cut-text", 5, 8)]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file and a folder are findings, not exceptions."""
    assert [d.code for d in read(tmp_path / "nothing.yaml").diagnostics] == ["unreadable-file"]
    assert [d.code for d in read(tmp_path).diagnostics] == ["unreadable-file"]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("\u00a0\u00a0b: x", "delete it and type a usual space; write: b: x"),
        ("b\u200b: x", "delete it; write: b: x"),
        ("b:\u202fx", "delete it and type a usual space; write: b: x"),
        ("- {kind: x,\u00a0title\u200b:\u00a0y\u00a0z}", "delete it and type a usual space; write: - {kind: x, title: y\u00a0z}"),
        ("\u00a0", "delete it and type a usual space"),
    ],
)
def test_an_odd_space_is_told_with_the_line_as_it_should_be(line: str, hint: str) -> None:
    """What can't be seen is told with what to write."""
    found = next(finding for finding in parse(f"a:\n{line}\n".encode(), "t").diagnostics if finding.code == "odd-space")
    assert (found.code, found.position.line, found.hint) == ("odd-space", 2, hint)


@pytest.mark.parametrize(
    "text", ["a: |\n  \u00a0b\u00a0: c\n", "a: Attention\u00a0: c\n", "a:\n  - \u00a0b\n", "A\u00a0b: [1]\n", "a: b\u200bc\n"]
)
def test_odd_spaces_in_texts_are_left_alone(text: str) -> None:
    """A no-break space in a text, or in a name that somebody gave a row, is meant."""
    assert "odd-space" not in [finding.code for finding in parse(text.encode(), "t").diagnostics]
