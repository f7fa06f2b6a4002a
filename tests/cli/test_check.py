"""`leapdeck check`: what a build would say, and no file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_nothing_to_mend(run: Run, here: Path) -> None:
    """Exit status 0, a short word, and nothing is written."""
    result = run("check", "talk")
    assert (result.exit_code, result.output) == (0, "Nothing to mend.\n")
    assert not (here / "dist").exists()


def test_it_says_what_a_build_says(run: Run, here: Path) -> None:
    """The same findings, and the same exit status, for a mistake and for a warning."""
    outline = here / "outlines" / "talk.yaml"
    good = outline.read_text()
    for text, status in ((good.replace("points:", "pionts:"), 1), (good.replace("sections:", "vars: {unused: x}\nsections:"), 0)):
        outline.write_text(text)
        checked, built = (run(verb, "talk", "--format", "json") for verb in ("check", "build"))
        assert (checked.exit_code, built.exit_code) == (status, status)
        assert json.loads(checked.stdout)["diagnostics"] == json.loads(built.stdout)["diagnostics"] != []
        assert json.loads(checked.stdout)["files"] == []


def test_strict_counts_warnings(run: Run, here: Path) -> None:
    """--strict makes a warning a failure."""
    outline = here / "outlines" / "talk.yaml"
    outline.write_text(outline.read_text().replace("sections:", "vars: {unused: x}\nsections:"))
    assert (run("check", "talk").exit_code, run("check", "talk", "--strict").exit_code) == (0, 1)


def test_everything_is_told_at_once(run: Run, here: Path) -> None:
    """A missing outline and a mistake in another are both told."""
    (here / "outlines" / "talk.yaml").write_text("leapdeck: 1\ntitel: x\n")
    found = json.loads(run("check", "nowhere", "talk", "--format", "json").stdout)["diagnostics"]
    assert {finding["code"] for finding in found} >= {"no-such-file", "unknown-key"}
