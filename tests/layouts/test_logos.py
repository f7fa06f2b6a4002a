"""Marks on title slides: whose stands first, on which ground, and whether it has pixels enough."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from leapdeck.building import Job, Options, brand_of, prepare
from leapdeck.scene import Picture, Scene, Shape, TextBox
from trials import SMALL


def title_slide(folder: Path, ink: str, ground: str, lead: str = "coach", width: int = 900) -> tuple[Scene, list[str]]:
    """The title slide for a client whose logo is a disc on a ground, and the codes of what was found."""
    picture = Image.new("RGBA", (width, width // 3), ground)
    ImageDraw.Draw(picture).ellipse((10, 10, width - 10, width // 3 - 10), fill=ink)
    picture.save(folder / "disc.png")
    (folder / "trial.yaml").write_text(SMALL)
    (folder / "acme.yaml").write_text(
        f"leapdeck: 1\nclient: {{name: Acme Disc, logo: disc.png}}\nlead: {lead}\nworkshops: {{trial: {{}}}}\n"
    )
    job = Job(folder / "trial.yaml", folder / "acme.yaml")
    made = prepare(job, brand_of(job)[0])
    return made.deck.scenes[0], [finding.code for finding in made.diagnostics]


def logo(scene: Scene, alt: str) -> Picture:
    """The mark with an alternative text."""
    return next(item for item in scene.items if isinstance(item, Picture) and item.alt == alt)


def plates(scene: Scene) -> list[Shape]:
    """The light plates on a slide."""
    return [item for item in scene.items if isinstance(item, Shape) and item.fill == "paper"]


@pytest.mark.parametrize(("ink", "ground", "plated"), [("#102040", "#00000000", 1), ("white", "#00000000", 0), ("#102040", "white", 1)])
def test_a_mark_that_would_vanish_stands_on_a_plate(tmp_path: Path, ink: str, ground: str, plated: int) -> None:
    """A dark logo, or one with a ground of its own, gets a light plate with clear space; a light one needs none."""
    scene, _ = title_slide(tmp_path, ink, ground)
    mark = logo(scene, "Acme Disc")
    assert mark.rect.width / mark.rect.height == pytest.approx(3, rel=0.01)
    assert len(plates(scene)) == plated
    for plate in plates(scene):
        assert mark.rect.x - plate.rect.x >= mark.rect.height / 6
        assert mark.rect.y - plate.rect.y >= mark.rect.height / 6


def test_who_leads_stands_first(tmp_path: Path) -> None:
    """The coach's mark is at the left unless the client's leads; a white label shows the client's alone."""
    coach, _ = title_slide(tmp_path, "white", "#00000000")
    client, _ = title_slide(tmp_path, "white", "#00000000", "client")
    alone, _ = title_slide(tmp_path, "white", "#00000000", "white-label")
    assert logo(coach, "LEAP Coaching").rect.x < logo(coach, "Acme Disc").rect.x
    assert logo(client, "Acme Disc").rect.x < logo(client, "LEAP Coaching").rect.x
    assert logo(alone, "Acme Disc").rect.x == logo(client, "Acme Disc").rect.x
    assert not [item for item in alone.items if isinstance(item, TextBox) and "LEAP" in repr(item)]
    assert len([item for item in alone.items if isinstance(item, Picture)]) == 1


@pytest.mark.parametrize(("ink", "shown"), [("#102040", True), ("white", False)])
def test_no_white_mark_is_printed_on_white(tmp_path: Path, ink: str, shown: bool) -> None:
    """With little ink grounds are white: a mark for dark grounds alone is left out, any other stands on the cover."""
    title_slide(tmp_path, ink, "#00000000")
    job = Job(tmp_path / "trial.yaml", tmp_path / "acme.yaml", options=Options(ink_saver=True))
    cover = prepare(job, brand_of(job)[0]).paginated.sheets.pages[0]
    assert ("Acme Disc" in [item.alt for item in cover.items if isinstance(item, Picture)]) == shown


@pytest.mark.parametrize(("width", "codes"), [(180, ["coarse-logo"]), (220, [])])
def test_a_coarse_logo_is_told(tmp_path: Path, width: int, codes: list[str]) -> None:
    """A logo with fewer than 150 dots to an inch at its printed size is a warning."""
    assert title_slide(tmp_path, "black", "white", width=width)[1] == codes


def test_a_brand_with_one_logo_shows_it_everywhere(tmp_path: Path) -> None:
    """A brand that has no logo for dark grounds shows its colored one there, on a plate."""
    Image.new("RGBA", (600, 200), "#31215A").save(tmp_path / "own.png")
    (tmp_path / "brand.yaml").write_text("leapdeck: 1\nname: Own\nlogo: {color: own.png, alt: Own mark}\n")
    (tmp_path / "trial.yaml").write_text(SMALL)
    job = Job(tmp_path / "trial.yaml", brand=tmp_path / "brand.yaml")
    scene = prepare(job, brand_of(job)[0]).deck.scenes[0]
    assert logo(scene, "Own mark").rect.y > plates(scene)[0].rect.y


def test_without_a_telephone_the_mail_address_is_set_large(tmp_path: Path) -> None:
    """A contact slide has something to look at: where no number is known, mail stands in its place, and not twice."""
    (tmp_path / "trial.yaml").write_text(SMALL)
    (tmp_path / "acme.yaml").write_text("leapdeck: 1\nclient: {name: Acme}\nlead: white-label\ncontact: {email: hello@acme.example}\n")
    job = Job(tmp_path / "trial.yaml", tmp_path / "acme.yaml")
    boxes = [item for item in prepare(job, brand_of(job)[0]).deck.scenes[-1].items if isinstance(item, TextBox)]
    mail = [box for box in boxes if any(run.text == "hello@acme.example" for paragraph in box.paragraphs for run in paragraph.runs)]
    assert [(box.slot, box.paragraphs[0].size >= 32) for box in mail] == [("phone", True)]
