"""The group: help, usage errors, and how a verb ends that can't do its work."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import leapdeck
from leapdeck.cli.verbs import VERBS

Run = Callable[..., Result]


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m leapdeck` in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(Path(leapdeck.__file__).parents[1]), **environment}
    return subprocess.run([sys.executable, "-m", "leapdeck", *arguments], check=False, capture_output=True, env=env)


def test_help_names_every_verb(run: Run) -> None:
    """Each verb has its line, none of them cut off."""
    result = run("--help")
    assert result.exit_code == 0
    lines = [line.split() for line in result.output.split("Commands:\n")[1].splitlines()]
    assert [line[0] for line in lines] == list(VERBS)
    assert all(line[-1].endswith(".") and not line[-1].endswith("...") for line in lines)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(run: Run, verb: str) -> None:
    """`leapdeck VERB --help` tells what it does and with which options."""
    result = run(verb, "--help")
    assert (result.exit_code, result.output.startswith(f"Usage: leapdeck {verb}")) == (0, True)


def test_help_loads_nothing_heavy() -> None:
    """A start costs click and the verbs alone: no reader, no writer, no model."""
    code = "import sys; sys.argv = ['leapdeck', '--help']; from leapdeck.__main__ import main\ntry: main()\nfinally: print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(Path(leapdeck.__file__).parents[1])}
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=env, text=True).stdout.split()
    assert "leapdeck.cli.preview" in loaded
    heavy = {
        "msgspec",
        "difflib",
        "yaml",
        "reportlab",
        "pptx",
        "PIL",
        "uharfbuzz",
        "markdown_it",
        "pikepdf",
        "leapdeck.building",
        "leapdeck.slides",
    }
    assert not heavy & {*loaded}


def test_the_version_is_told(run: Run) -> None:
    """--version prints the package's own."""
    assert run("--version").output == f"leapdeck {leapdeck.__version__}\n"


def test_a_mistyped_verb_is_wrong_usage(run: Run) -> None:
    """Exit status 2, and the nearest verb is named."""
    result = run("biuld", "talk")
    assert (result.exit_code, "did you mean build?" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build",), "Missing argument 'OUTLINE...'"),
        (("build", "talk", "--paper", "a3"), "'a3' is not one of 'a4', 'letter'"),
        (("build", "talk", "--set", "title"), "isn't PATH=VALUE"),
        (("build", "talk", "-o", ""), "it names no folder"),
        (("build", "talk", "--only", "workbook"), "did you mean handout?"),
        (("new", ".yaml"), "give it a name"),
        (("new-client", ""), "give it a name"),
        (("new-client", "x/.."), "give it a name"),
        (("preview", "talk", "-o", " "), "it names no folder"),
        (("build", "talk", "--jobs", "0"), "0 is not in the range"),
        (("schema", "slide"), "'slide' is not one of"),
        (("new", "x", "--length", "5000"), "5000 is not in the range"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], words: str) -> None:
    """Exit status 2 and what is wrong, before any work is done."""
    result = run(*arguments)
    assert (result.exit_code, words in result.output) == (2, True)


def test_a_console_of_few_characters_is_enough() -> None:
    """What a console can't show is spelled out; nothing stops for it."""
    done = process("build", "--help", PYTHONIOENCODING="latin-1")
    assert (done.returncode, b"title=\\u2026" in done.stdout, done.stderr) == (0, True, b"")


def test_nobody_reading_on_is_no_fault() -> None:
    """A pipe that is closed at its other end ends the work without a traceback."""
    env = {**os.environ, "PYTHONPATH": str(Path(leapdeck.__file__).parents[1])}
    command = f"{sys.executable} -m leapdeck schema | head -n 1"
    done = subprocess.run(["bash", "-c", command], check=False, capture_output=True, env=env)
    assert (done.stdout, done.stderr) == (b"{\n", b"")
