"""Every broken file in this folder is answered with the findings that its first lines name: those, and no others.

A file begins with a sentence on what is wrong with it. `# client` and `# brand` say what it is, if no outline;
`# stage: compose` that its faults are found when slides are laid out; `# expect: 7:11 code "words of the message"`
what is found, at which line and column, and in which file where it is another one.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import Struct

from leapdeck.assets import images_of
from leapdeck.brand.loading import load_brand_layer
from leapdeck.brand.model import Brand
from leapdeck.brand.resolve import resolve
from leapdeck.compose import compose
from leapdeck.diagnostics import CODES, Diagnostic, LeapdeckError
from leapdeck.outline import load
from leapdeck.outline.glyphs import missing
from leapdeck.outline.variables import completed

HERE = Path(__file__).parent
NOT_TRIALS = ("whole.yaml", "plain-brand.yaml")
TRIALS = sorted(path.name for path in HERE.glob("*.yaml") if path.name not in NOT_TRIALS)
EXPECT = re.compile(r'# expect: (?:(\S+?):)?(\d+):(\d+) ([\w-]+)(?: \((\w+)\))? "(.*)"')


class Expected(Struct, frozen=True):
    """A finding that a file announces."""

    file: str
    line: int
    column: int
    code: str
    severity: str
    words: str


def expected(path: Path) -> list[Expected]:
    """The findings that a file's first lines name."""
    found = (EXPECT.fullmatch(line) for line in path.read_text("utf-8", "replace").splitlines() if line.startswith("# expect:"))
    return [Expected(m[1] or path.name, int(m[2]), int(m[3]), m[4], m[5] or "error", m[6]) for m in found if m]


def announced(path: Path) -> int:
    """How many lines announce a finding."""
    return sum(line.startswith("# expect:") for line in path.read_text("utf-8", "replace").splitlines())


def found(path: Path, brand: Brand) -> tuple[Diagnostic, ...]:
    """What leapdeck says of a file."""
    head = path.read_text("utf-8", "replace")
    try:
        if "\n# brand\n" in head:
            return load_brand_layer(path).findings
        is_client = "\n# client\n" in head
        loaded = load(path.with_name("whole.yaml") if is_client else path, client=path if is_client else None)
        if "\n# stage: compose\n" not in head:
            return loaded.findings
        whole = completed(loaded.workshop, brand.contact)
        composed = compose(whole.workshop, brand, images_of(whole.workshop))
        return tuple(dict.fromkeys((*loaded.findings, *whole.findings, *composed.findings, *missing(whole.workshop, brand))))
    except LeapdeckError as error:
        return error.diagnostics


@pytest.fixture(scope="session")
def brand(broken: Path) -> Brand:
    """A complete brand without pictures."""
    return resolve(load_brand_layer(broken / "plain-brand.yaml")).brand


@pytest.mark.parametrize("name", TRIALS)
def test_file_is_answered_as_it_announces(name: str, broken: Path, brand: Brand) -> None:
    """Each announced finding is made, at its place and with its words, and nothing else is said."""
    path = broken / name
    wanted = expected(path)
    assert len(wanted) == announced(path)
    said = found(path, brand)
    for finding in said:
        assert finding.code in CODES
        assert "Traceback" not in finding.message
    places = [(Path(d.position.file).relative_to(broken).as_posix(), d.position.line, d.position.column, d.code, d.severity) for d in said]
    assert sorted(places) == sorted((e.file, e.line, e.column, e.code, e.severity) for e in wanted)
    for expectation in wanted:
        same = [d for d in said if (d.position.line, d.position.column, d.code) == (expectation.line, expectation.column, expectation.code)]
        assert any(expectation.words in d.message for d in same), [d.message for d in same]


def test_there_are_enough_of_them() -> None:
    """The folder holds more than forty broken files, each with a sentence on top."""
    assert len(TRIALS) > 40
    for name in TRIALS:
        assert (HERE / name).read_text("utf-8", "replace").startswith("# ")
