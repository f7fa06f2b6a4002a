"""Whatever is typed, the answer is a workshop or findings, and never a traceback."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leapdeck.diagnostics import CODES, LeapdeckError
from leapdeck.outline import load
from leapdeck.outline.plan import schedule
from leapdeck.yamlsource import parse
from trials import CONTRACT

OUTLINE = (CONTRACT / "kitchen-sink.yaml").read_text("utf-8")
CLIENT = (CONTRACT / "clients" / "northwind.yaml").read_text("utf-8")
SPOTS = (
    *("- ", ": ", " #", "#", "\t", "\n", "  ", "'", '"', "{", "}", "[", "]", "{{x}}", "{{", "**", "*x", "&x", "!x"),
    *("|", ">", "?", "%", "@", "`", "---", "...", "\x00", "\u2028", "\ufeff", "\u00a0", "é", "😀", "use: kitchen-sink#basics"),
    *("nan", "-1", "1e999", "0x10", "null", "~", "true", "no", "2026-13-45", "99:99"),
    *("id: basics", "kind: ", "points", "image: ../x.png", "<img>", "](javascript:", "x" * 6000),
)
PATHS = ("title", "minutes", "slides.rails.points", "sections.basics", "vars.x", "event", "sections", "x", "a.b.c.d", "")
Edit = tuple[int, int, str]
PUT = st.sampled_from(SPOTS) | st.text(max_size=5)
EDITS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 30), PUT), min_size=1, max_size=4)
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def edited(text: str, edits: list[Edit]) -> str:
    """A text with some characters gone and others in their place."""
    for start, gone, put in edits:
        at = start % len(text)
        text = text[:at] + put + text[at + gone :]
    return text


def answered(outline: Path, client: Path | None = None, changes: tuple[str, ...] = ()) -> None:
    """Load, and plan what could be loaded; every finding must be presentable."""
    try:
        loaded = load(outline, client=client, settings=changes)
        findings = (*loaded.findings, *schedule(loaded.workshop)[1])
    except LeapdeckError as error:
        findings = error.diagnostics
        assert any(finding.severity == "error" for finding in findings)
    for finding in findings:
        assert finding.code in CODES
        assert finding.message
        assert finding.position.file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the contract's pictures and outline in it."""
    for name in ("kitchen-sink.yaml", "two-jobs.png", "clients/northwind.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((CONTRACT / name).read_bytes())
    return tmp_path


@FEW
@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_random_bytes_are_read(data: bytes) -> None:
    """Any bytes give a tree or a finding, in sensible places."""
    source = parse(data, "t")
    assert source.root is not None or source.diagnostics
    for finding in source.diagnostics:
        assert finding.position.line >= 0
        assert finding.position.column >= 0


@FEW
@given(edits=EDITS)
def test_mutated_outlines_are_answered(folder: Path, edits: list[Edit]) -> None:
    """An outline that somebody's cat walked over is loaded or answered."""
    outline = folder / "trial.yaml"
    outline.write_bytes(edited(OUTLINE, edits).encode("utf-8", "surrogatepass"))
    answered(outline)


@FEW
@given(edits=EDITS)
def test_mutated_client_files_are_answered(folder: Path, edits: list[Edit]) -> None:
    """The same for a client's file."""
    client = folder / "clients" / "northwind.yaml"
    client.write_bytes(edited(CLIENT, edits).encode("utf-8", "surrogatepass"))
    answered(folder / "kitchen-sink.yaml", client)


@FEW
@given(path=st.sampled_from(PATHS), value=st.text(max_size=40))
def test_any_setting_is_answered(folder: Path, path: str, value: str) -> None:
    """The same for what is typed behind --set."""
    answered(folder / "kitchen-sink.yaml", changes=(f"{path}={value}",))


PLAIN: tuple[object, ...] = (None, "", "x", "5", -1, 2.5, True, 10**400)
ODD: tuple[object, ...] = (*PLAIN, [], {}, [[]], [{}], [None], {"x": {"y": []}}, list("abcd"), {"text": "a"}, {"": "a"})


@FEW
@given(seed=st.integers(0, 2**32))
def test_outlines_with_odd_values_are_answered(folder: Path, seed: int) -> None:
    """Values of the wrong kind, in any place of an outline and a client's file, are answered."""
    outline, client = folder / "kitchen-sink.yaml", folder / "clients" / "northwind.yaml"
    chance = Random(seed)
    for path, text in ((outline, OUTLINE), (client, CLIENT)):
        data = parse(text.encode(), "t").data()
        for _ in range(chance.randint(0, 3)):
            put_somewhere(data, deepcopy(chance.choice(ODD)), chance)
        path.write_text(json.dumps(data), "utf-8")
    answered(outline)
    answered(outline, client)


def put_somewhere(data: object, odd: object, chance: Random) -> None:
    """Put a value in some place of a tree, instead of another or beside it."""
    while isinstance(data, dict | list) and data:
        key = chance.choice(list(data) if isinstance(data, dict) else list(range(len(data))))
        below = data[key]
        if not isinstance(below, dict | list) or not below or chance.random() < 0.2:
            data[key if chance.random() < 0.8 or isinstance(data, list) else "odd"] = odd  # type: ignore[index]  # as above
            return
        data = below
