"""Brand files: read whole, or with every fault at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from leapdeck.brand.color import contrast, luminance
from leapdeck.brand.loading import font_problem, load_brand_layer
from leapdeck.brand.resolve import resolve
from leapdeck.building import Job, brand_of
from leapdeck.diagnostics import LeapdeckError
from leapdeck.places import find_brand
from trials import CONTRACT
from works import EVERY_KIND


def test_the_default_brand_loads_without_a_word() -> None:
    """The brand that ships is complete: fonts, logos, contact, all colors."""
    layer = load_brand_layer(find_brand("leap", Path("/")))
    assert layer.findings == ()
    brand = resolve(layer).brand
    assert (brand.name, brand.contact.phone) == ("LEAP Coaching", "(847) 212-4903")
    assert all(Path(path).is_file() for path in (brand.logo.color, brand.logo.white, brand.logo.mono))
    assert {len(family.files) for family in brand.families.values()} == {4}


def test_a_brand_lies_over_the_default_one() -> None:
    """What a brand names is its own, what it leaves out the default's; no address of another brand fills a hole."""
    base = load_brand_layer(find_brand("leap", Path("/")))
    brand = resolve(base, load_brand_layer(CONTRACT / "brand.yaml")).brand
    assert (brand.palette["primary"], brand.palette["on-dark"]) == ("#31215A", "#FFFFFF")
    assert (brand.contact.phone, brand.contact.web) == ("+1 555 010 0199", "https://example.com")


def test_faults_come_from_top_to_bottom(tmp_path: Path) -> None:
    """A brand's faults are told together, in the order of its lines."""
    path = tmp_path / "brand.yaml"
    path.write_text("leapdeck: 1\nname: X\ncolors: {ink: red}\npaper: a5\nlogos: {}\n")
    with pytest.raises(LeapdeckError) as caught:
        load_brand_layer(path)
    assert [(d.code, d.position.line) for d in caught.value.diagnostics] == [("wrong-value", 3), ("unknown-value", 4), ("unknown-key", 5)]


def test_font_packages_hold_fit_fonts() -> None:
    """The fonts that leapdeck depends on pass its own test."""
    brand = resolve(load_brand_layer(find_brand("leap", Path("/")))).brand
    assert [font_problem(Path(file)) for family in brand.families.values() for file in family.files.values()] == [""] * 8


def test_a_dark_paper_has_dark_panels(tmp_path: Path) -> None:
    """A brand that names a dark paper alone gets panels and hairlines made of it, and its light ink stays as it is."""
    path = tmp_path / "brand.yaml"
    path.write_text('leapdeck: 1\nname: Night\ncolors: {paper: "#101010", ink: "#EEEEEE", primary: "#9FC5FF"}\n')
    palette = resolve(load_brand_layer(find_brand("leap", Path("/"))), load_brand_layer(path)).brand.palette
    assert palette["ink"] == "#EEEEEE"
    assert luminance(palette["mist"]) < 0.05
    assert contrast(palette["ink"], palette["mist"]) > 7


def test_colors_that_no_mending_helps_are_an_error(tmp_path: Path) -> None:
    """Dark paper and light panels leave no ink that can be read on both: the build says which."""
    path = tmp_path / "brand.yaml"
    path.write_text('leapdeck: 1\nname: Night\ncolors: {paper: "#101010", mist: "#F4F1EB", ink: "#EEEEEE"}\n')
    codes = {finding.code for finding in brand_of(Job(EVERY_KIND, brand=path))[1] if finding.severity == "error"}
    assert codes == {"unreadable"}
