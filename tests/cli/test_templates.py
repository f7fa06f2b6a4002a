"""A client's own template on the command line and in client files."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from templates import template

Run = Callable[..., Result]
CLIENT = """\
leapdeck: 1
client: {name: Acme}
template: acme.potx
"""


@pytest.fixture
def client(here: Path) -> Path:
    """A client's file, with its template beside it."""
    folder = here / "outlines" / "clients"
    folder.mkdir()
    (folder / "acme.potx").write_bytes(template("german-untyped"))
    path = folder / "acme.yaml"
    path.write_text(CLIENT)
    return path


def findings(result: Result) -> list[dict[str, Any]]:
    """The errors of an outcome that was told as JSON."""
    return [finding for finding in json.loads(result.stdout)["diagnostics"] if finding["severity"] == "error"]


def layouts(path: Path) -> dict[str, str]:
    """The layout of each slide of a deck, by the slide's title."""
    deck = Presentation(io.BytesIO(path.read_bytes()))
    return {slide.shapes.title.text: slide.slide_layout.name for slide in deck.slides}


def test_a_template_that_is_named_dresses_the_deck(run: Run, here: Path) -> None:
    """`--template` builds in its look; the files have their usual names."""
    (here / "look.pptx").write_bytes(template("python-pptx"))
    result = run("build", "talk", "--template", "look.pptx")
    assert result.exit_code == 0, result.output
    assert layouts(here / "dist" / "talk" / "talk-deck.pptx")["Say why before you say how"] == "Title and Content"
    assert "no file of Calibri" in result.output


@pytest.mark.usefixtures("client")
def test_a_client_has_its_own(run: Run, here: Path) -> None:
    """`template:` in the client file; everybody else's deck is as it was."""
    assert run("build", "talk", "--client", "acme").exit_code == 0
    assert layouts(here / "dist" / "acme" / "acme-talk-deck.pptx")["Say why before you say how"] == "Titel und Inhalt"
    assert run("build", "talk").exit_code == 0
    assert layouts(here / "dist" / "talk" / "talk-deck.pptx")["Say why before you say how"].startswith("Points")


def test_a_layout_can_be_chosen_for_a_kind_and_for_a_slide(run: Run, here: Path, client: Path) -> None:
    """`layouts:` in the client file overrules what leapdeck finds; `template-layout:` on a slide overrules that."""
    client.write_text(CLIENT + "layouts: {points: Nur Titel, section: Titelfolie}\n")
    run("build", "talk", "--client", "acme")
    deck = here / "dist" / "acme" / "acme-talk-deck.pptx"
    assert layouts(deck)["Say why before you say how"] == "Nur Titel"
    assert layouts(deck)["First things"] == "Titelfolie"
    outline = here / "outlines" / "talk.yaml"
    outline.write_text(outline.read_text().replace("id: say-why", "id: say-why\n        template-layout: Vergleich"))
    run("build", "talk", "--client", "acme")
    assert layouts(deck)["Say why before you say how"] == "Vergleich"


def test_a_layout_that_there_is_not_is_told_where_it_is_asked_for(run: Run, here: Path, client: Path) -> None:
    """The line of the client file and the line of the outline, each with the name that is nearest."""
    client.write_text(CLIENT + "layouts: {points: Nur Title}\n")
    outline = here / "outlines" / "talk.yaml"
    outline.write_text(outline.read_text().replace("id: say-why", "id: say-why\n        template-layout: Vergleiche"))
    found = findings(run("check", "talk", "--client", "acme", "--format", "json"))
    assert [(f["code"], Path(f["file"]).name, f["line"], f["column"]) for f in found] == [
        ("unknown-layout", "acme.yaml", 4, 19),
        ("unknown-layout", "talk.yaml", 10, 26),
    ]
    assert found[0]["hint"].startswith("did you mean Nur Titel? It has: Titelfolie, ")
    assert found[1]["hint"].startswith("did you mean Vergleich?")


def test_a_kind_that_there_is_not_is_told(run: Run, client: Path) -> None:
    """`layouts:` knows the kinds of slides, the made ones included."""
    client.write_text(CLIENT + "layouts: {pionts: Nur Titel, agenda: Nur Titel}\n")
    (found,) = findings(run("check", "talk", "--client", "acme", "--format", "json"))
    assert (found["code"], found["line"], found["hint"][:20]) == ("unknown-kind", 4, "did you mean points?")


def test_a_client_file_names_its_template_where_it_is_wrong(run: Run, client: Path) -> None:
    """A template that is no PowerPoint file is told at the line that names it."""
    (client.parent / "acme.potx").write_text("no PowerPoint")
    (found,) = findings(run("build", "talk", "--client", "acme", "--format", "json"))
    assert (found["code"], Path(found["file"]).name, found["line"]) == ("bad-template", "acme.yaml", 3)


def test_check_tells_which_layout_serves_what(run: Run, client: Path) -> None:
    """A line for each kind, with the reason; the client file's choice counts as one."""
    client.write_text(CLIENT + "layouts: {quote: Titelfolie}\n")
    rows = run("check", "talk", "--client", "acme").output.splitlines()
    table = [row.split("  ") for row in rows[rows.index(next(row for row in rows if row.startswith("kind"))) :]]
    found = {row[0]: [cell.strip() for cell in row[1:] if cell.strip()] for row in table}
    assert found["takeaways"] == ["Titel und Inhalt", "name, signature"]
    assert found["agenda"] == ["Nur Titel", "composed on title only (name, signature)"]
    assert found["quote"] == ["Titelfolie", "mapped"]
    told = json.loads(run("check", "talk", "--client", "acme", "--format", "json").stdout)
    assert {"kind": "quote", "layout": "Titelfolie", "why": "mapped"} in told["layouts"]


def test_a_template_can_be_looked_at_without_an_outline(run: Run, client: Path) -> None:
    """`check --template FILE` is enough; without either there is nothing to check."""
    result = run("check", "--template", str(client.parent / "acme.potx"))
    assert (result.exit_code, result.output.splitlines()[1].split()[:2]) == (0, ["title", "Titelfolie"])
    assert run("check").exit_code == 2


def test_a_template_that_is_not_there_stops_the_build(run: Run, here: Path) -> None:
    """The nearest file is offered, and nothing is written."""
    (here / "look.potx").write_bytes(template("office"))
    result = run("build", "talk", "--template", "lok.potx")
    assert (result.exit_code, "did you mean look.potx?" in result.output) == (1, True)
    assert not (here / "dist").exists()


def test_the_workbook_takes_the_templates_colors(run: Run, here: Path) -> None:
    """Its cover stands in the theme's second dark color, as the deck's heads do."""
    import pypdfium2

    (here / "look.potx").write_bytes(template("office"))
    run("build", "talk", "--only", "handout", "--template", "look.potx")
    page = pypdfium2.PdfDocument((here / "dist" / "talk" / "talk-handout.pdf").read_bytes())[0]
    assert page.render(scale=0.2).to_pil().convert("RGB").getpixel((30, 3)) == (0x00, 0x4B, 0x5A)


def test_pictures_of_slides_show_the_templates_ground(run: Run, here: Path) -> None:
    """A preview of a dark template is dark."""
    from PIL import Image

    (here / "look.potx").write_bytes(template("dark"))
    result = run("preview", "talk", "--template", "look.potx")
    assert result.exit_code == 0, result.output
    picture = Image.open(next((here / "dist").rglob("*slides*01.png")))
    assert picture.convert("RGB").getpixel((5, 5)) == (0x0E, 0x17, 0x26)


def test_the_guide_shows_slides_in_the_templates_colors(run: Run, here: Path) -> None:
    """Pictures of dark slides are dark on the guide's white paper, whose own text keeps its colors; it stays PDF/UA-1."""
    import page
    import pypdfium2

    (here / "look.potx").write_bytes(template("dark"))
    assert run("build", "talk", "--only", "guide", "--template", "look.potx").exit_code == 0
    path = here / "dist" / "talk" / "talk-guide.pdf"
    assert page.validate_pdf(str(path), profile="ua1").is_compliant
    document = pypdfium2.PdfDocument(path.read_bytes())
    pictures = [document[number].render(scale=0.5).to_pil().convert("RGB") for number in range(len(document))]
    colors = {color for picture in pictures for _, color in picture.getcolors(1 << 20) or ()}
    assert {(0x0E, 0x17, 0x26), (0xFF, 0xFF, 0xFF)} <= colors


def test_a_template_with_what_nobody_can_look_into_stops_the_deck(run: Run, here: Path) -> None:
    """An archive on its master goes into the deck, so that the deck can't be searched: no file, and no traceback."""
    opened = Presentation(io.BytesIO(template("python-pptx")))
    name, kind = PackURI("/ppt/embeddings/oleObject1.bin"), "application/vnd.openxmlformats-officedocument.oleObject"
    archive = Part(name, kind, opened.part.package, b"7z\xbc\xaf'\x1c")
    opened.slide_master.part.relate_to(archive, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject")
    opened.save(str(here / "look.pptx"))
    (here / "outlines" / "clients").mkdir(exist_ok=True)
    (here / "outlines" / "clients" / "acme.yaml").write_text("client: {name: Acme Works}\n")
    result = run("build", "talk", "--template", "look.pptx", "--only", "deck")
    assert (result.exit_code, "can't be searched" in result.output) == (1, True), result.output
    assert not (here / "dist").exists()
