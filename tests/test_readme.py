"""What the README shows is so."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from leapdeck.brand.loading import load_brand_layer
from leapdeck.building import KINDS as FILES
from leapdeck.building.kinds import accompanied
from leapdeck.cli.report import findings_text
from leapdeck.cli.verbs import VERBS
from leapdeck.diagnostics import LeapdeckError
from leapdeck.outline import load
from leapdeck.slides import KINDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
OUTLINE, CLIENT, BRAND = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def test_the_outline_can_be_built(tmp_path: Path) -> None:
    """The example is read without a finding."""
    path = tmp_path / "night-shift.yaml"
    path.write_text(OUTLINE, "utf-8")
    assert load(path).findings == ()


def test_the_mistake_is_told_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its quotes the text gives the message that the README quotes, character by character."""
    monkeypatch.chdir(tmp_path)
    Path("outlines").mkdir()
    path = Path("outlines/night-shift.yaml")
    path.write_text(re.sub(r'"(Questions that begin with: .*)"', r"\1", OUTLINE), "utf-8")
    with pytest.raises(LeapdeckError) as caught:
        load(path)
    assert f"```\n{click.unstyle(findings_text(caught.value.diagnostics))}\n```" in README


def test_the_client_can_be_built_for(tmp_path: Path) -> None:
    """The example of a client file changes the example of an outline without a finding, but for the logo that isn't there."""
    (tmp_path / "night-shift.yaml").write_text(OUTLINE, "utf-8")
    (tmp_path / "northwind.yaml").write_text(re.sub(r"(?m)^  logo:.*\n", "", CLIENT), "utf-8")
    assert load(tmp_path / "night-shift.yaml", client=tmp_path / "northwind.yaml").findings == ()


def test_the_brand_can_be_read(tmp_path: Path) -> None:
    """The example of a brand is one, but for the picture of its logo."""
    (tmp_path / "brand.yaml").write_text(BRAND.replace("color: logo.png, ", ""), "utf-8")
    assert load_brand_layer(tmp_path / "brand.yaml") is not None


def test_the_tables_are_whole() -> None:
    """Every slide kind, every verb and every kind of file has its row, and there is no other."""
    files = README.partition("## Kinds of files")[2].partition("\n## ")[0]
    assert {name for row in re.findall(r"(?m)^\| (`.*?`) \|", files) for name in re.findall(r"`([a-z][a-z0-9-]*)`", row)} == {
        name for name in FILES if name not in accompanied(("press",))[1:]
    }
    assert sorted(re.findall(r"(?m)^\| `([a-z]+)` \|", README.partition("## Slide kinds")[2].partition("\n## ")[0])) == sorted(KINDS)
    assert sorted(re.findall(r"(?m)^\| `leapdeck ([a-z-]+)", README)) == sorted(VERBS)


def test_what_it_points_to_is_there() -> None:
    """Pictures and files that it links to stand in the project."""
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert linked
    assert [name for name in linked if not (ROOT / name).is_file() and "…" not in name] == []
