"""The workshops follow an article in thought, never in words: no eight of its words in a row stand anywhere.

`article-runs.txt` holds a short hash of each run of eight words of the article, so that this can be held without it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNS = Path(__file__).with_name("article-runs.txt")
RUN = 8
PREFIX = 12
FOLDERS = ("src", "outlines", "assets", "tests", "docs", ".ci", ".github")
SUFFIXES = {".py", ".pyi", ".yaml", ".yml", ".md", ".rst", ".txt", ".toml", ".json", ".html", ".css", ".js", ".svg", ".xml", ".csv", ""}


def words(text: str) -> list[str]:
    """The words of a text in small letters; an apostrophe is part of its word, all other signs part words."""
    return re.findall(r"[a-z0-9]+", re.sub("['\u2019]", "", text.lower()))


def fingerprint(run: list[str]) -> str:
    """The first characters of a run's SHA-256."""
    return hashlib.sha256(" ".join(run).encode()).hexdigest()[:PREFIX]


def borrowed(text: str, known: frozenset[str]) -> list[str]:
    """The runs of a text that are known, in order."""
    found = words(text)
    runs = (found[start : start + RUN] for start in range(len(found) - RUN + 1))
    return [" ".join(run) for run in runs if fingerprint(run) in known]


def project_files() -> Iterator[Path]:
    """Every text file of the project that people or machines read, but not the hashes themselves."""
    yield from sorted(file for file in ROOT.iterdir() if file.is_file() and file.suffix in SUFFIXES)
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and file.suffix in SUFFIXES and file != RUNS and "__pycache__" not in file.parts:
                yield file


@pytest.fixture(scope="module")
def article() -> frozenset[str]:
    """The hashes of the article's runs."""
    return frozenset(RUNS.read_text(encoding="ascii").split())


def test_the_list_of_runs_is_whole(article: frozenset[str]) -> None:
    """The list holds some hundreds of hashes of one length, each of them once."""
    lines = RUNS.read_text(encoding="ascii").split()
    assert len(lines) == len(article) > 600
    assert all(re.fullmatch(rf"[0-9a-f]{{{PREFIX}}}", line) for line in lines)


def test_a_borrowed_run_is_found_whatever_its_dress() -> None:
    """Case, signs, markup and line breaks don't hide a run; seven words of it are no run."""
    sentence = "Somebody's dog ran off with the blue hat today"
    known = frozenset({fingerprint(words(sentence)[1:])})
    assert borrowed("  # Somebody\u2019s **dog** ran\n  # off, with: THE \u201cblue\u201d hat \u2013 today!", known) == [
        "dog ran off with the blue hat today"
    ]
    assert borrowed("dog ran off with the blue hat", known) == []


def test_no_file_borrows_from_the_article(article: frozenset[str]) -> None:
    """No file of the project holds a run of eight words of the article."""
    files = list(project_files())
    assert any(file.name == "managing-vs-leading.yaml" for file in files)
    found = {
        str(file.relative_to(ROOT)): runs
        for file in files
        if (runs := borrowed(file.read_text(encoding="utf-8", errors="replace"), article))
    }
    assert found == {}
