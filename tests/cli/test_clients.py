"""Clients at the command line: a file to begin with, what it changes, whose words stay out of whose files."""

from __future__ import annotations

import io
import json
import os
import shutil
import unicodedata
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result
from PIL import Image
from pptx import Presentation

from leapdeck.cli.verbs import leapdeck
from leapdeck.places import shipped
from works import EVERY_KIND

NORD = """\
leapdeck: 1
client: {name: Post & Söhne Nord, aliases: [Nordpost], private: [Project Kestrel], colors: {accent: "#0B6E4F"}}
vars: {organization: Nordpost}
workshops:
  every-kind:
    event: {date: 2026-12-03, place: Rotterdam}
    changes:
      - drop: words
      - {set: lists, title: Lists keep the depot in order, minutes: 8}
      - after: think
        add: [{id: night, kind: question, title: At night, question: Who is called first?}]
      - {move: path, before: rate}
"""
SUED = """\
leapdeck: 1
client: {name: "Café \\"Süd\\""}
workshops: {every-kind: {}}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the workshop of every kind and two clients with awkward names."""
    shutil.copytree(EVERY_KIND.parent, tmp_path / "outlines")
    (tmp_path / "outlines" / "clients").mkdir(exist_ok=True)
    (tmp_path / "outlines" / "clients" / "nord.yaml").write_text(NORD, "utf-8")
    (tmp_path / "outlines" / "clients" / "sued.yaml").write_text(SUED, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, typed: str = "") -> Result:
    """Run a command as it is typed."""
    return CliRunner().invoke(leapdeck, arguments, input=typed)


def everything_in(path: Path) -> str:
    """All that a finished file holds, unpacked."""
    if path.suffix == ".pdf":
        return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path))
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
        return "".join(name + file.read(name).decode("utf-8", "replace") for name in file.namelist())


def test_two_clients_know_nothing_of_each_other(desk: Path) -> None:
    """Built together, neither client's files hold a word of the other's."""
    assert run("build", "every-kind", "--all-clients").exit_code == 0
    for client, others in (("nord", ("Süd", "sued")), ("sued", ("Nord", "Söhne", "Kestrel", "Rotterdam"))):
        for file in (desk / "dist" / client).glob("*.p*"):
            assert not [word for word in others if word in everything_in(file)]
    assert "Post &amp; Söhne Nord" in everything_in(desk / "dist" / "nord" / "nord-every-kind-deck.pptx")


ALDER = """\
leapdeck: 1
client: {name: 'Alder & Söhne "Nord"', aliases: [Alder], private: [Vorhaben Kranich], logo: alder.png, colors: {accent: "#0B6E4F"}}
vars: {organization: Alder}
workshops: {every-kind: {event: {place: Halle Drei}}}
"""
LAKE = """\
leapdeck: 1
client: {name: 'Alder Lake ‹Ōsaka›', aliases: ["Lake’s"], private: [Vorhaben Reiher], logo: lake.png, colors: {accent: "#8A1538"}}
vars: {organization: Alder Lake}
workshops: {every-kind: {event: {place: Café Übersee}}}
"""


def laid_bare(path: Path) -> bytes:
    """A finished file, unzipped or with all streams unpacked, and its strings in plain UTF-8 too."""
    if path.suffix != ".pdf":
        return _unzipped(path.read_bytes())
    found = [page.get_textpage().get_text_bounded().encode() for page in pypdfium2.PdfDocument(path)]
    with pikepdf.open(path) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                found.append(item.read_raw_bytes() if "/DCTDecode" in str(item.get("/Filter")) else item.read_bytes())
            found += _strings(item)
    return b"\n".join((path.read_bytes(), *found))


def _unzipped(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return b"\n".join(name.encode() + (_unzipped(part) if part[:4] == b"PK\x03\x04" else part) for name, part in parts.items())


def _strings(item: Any) -> Iterator[bytes]:
    if isinstance(item, pikepdf.String):
        yield str(item).encode()
    elif isinstance(item, pikepdf.Array):
        yield from (text for part in item if not getattr(part, "is_indirect", False) for text in _strings(part))
    elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        parts = (item[key] for key in item.keys())  # noqa: SIM118  # it is no mapping
        yield from (text for part in parts if not getattr(part, "is_indirect", False) for text in _strings(part))


def written_as(word: str) -> set[bytes]:
    """The bytes that a word may be in a file."""
    norms = [unicodedata.normalize(norm, word) for norm in ("NFC", "NFD")]
    forms = {form for text in norms for form in (text, escape(text), text.upper(), text.lower())}
    return {form.encode(coding, "replace") for form in forms for coding in ("utf-8", "utf-16-be", "utf-16-le")}


def mark(color: str, path: Path) -> bytes:
    """A logo, written down."""
    picture = Image.new("RGB", (600, 200), "white")
    picture.paste(color, (40, 40, 300, 160))
    picture.save(path)
    return path.read_bytes()


@pytest.mark.parametrize("together", [True, False])
def test_not_a_byte_of_a_client_is_in_anothers_files(desk: Path, together: bool) -> None:
    """Names with umlauts, ampersands and quotes, one holding the other's: neither is in the other's files, unpacked to the last byte."""
    clients = desk / "outlines" / "clients"
    shutil.rmtree(clients)
    clients.mkdir()
    (clients / "alder.yaml").write_text(ALDER, "utf-8")
    (clients / "lake.yaml").write_text(LAKE, "utf-8")
    logos = {"alder": mark("#0B6E4F", clients / "alder.png"), "lake": mark("#8A1538", clients / "lake.png")}
    calls = [("--all-clients",)] if together else [("--client", "lake"), ("--client", "alder")]
    for options in calls:
        result = run("build", "every-kind", *options, "--only", "deck,handout,slides,guide")
        assert result.exit_code == 0, result.output
    foreign = {
        "alder": ("Alder Lake", "Ōsaka", "Lake’s", "Reiher", "Übersee"),
        "lake": ("Alder & Söhne", "Söhne", "Nord", "Kranich", "Halle Drei"),
    }
    for client, words in foreign.items():
        other = logos["lake" if client == "alder" else "alder"]
        files = sorted((desk / "dist" / client).glob("*.p*"))
        assert len(files) == 4
        for file in files:
            bare = laid_bare(file)
            assert not [word for word in words for form in written_as(word) if form in bare or form in file.name.encode()]
            assert other not in bare
            assert b"Alder" in bare


def test_what_comes_back_from_a_client_is_searched(desk: Path) -> None:
    """A finished file with another client's words or logo, or a path, is told of; one with its own client's alone is fine."""
    assert run("build", "every-kind", "--client", "nord", "--only", "deck,handout").exit_code == 0
    deck = desk / "dist" / "nord" / "nord-every-kind-deck.pptx"
    fine = run("check", "--released", str(deck), str(deck.with_name("nord-every-kind-handout.pdf")))
    assert (fine.exit_code, fine.output.strip()) == (0, "Nothing that isn't its reader's.")
    for_another = run("check", "--released", str(deck), "--client", "sued")
    assert for_another.exit_code == 1
    assert "“Project Kestrel”" not in for_another.output
    assert "“Post & Söhne Nord” stands in slides 1–3" in for_another.output
    opened = Presentation(str(deck))
    opened.slides[1].shapes.title.text_frame.text = "As at Café Süd, see C:\\Users\\ann\\deck.pptx"
    opened.save(str(deck))
    told = json.loads(run("check", "--released", str(deck), "--format", "json").output)["diagnostics"]
    assert {finding["file"] for finding in told} == {str(deck)}
    assert [finding["code"] for finding in told if "slide 2" in finding["message"]] == ["leak", "leak"]


def test_a_file_that_cannot_be_searched_is_not_released(desk: Path) -> None:
    """A damaged file, and one that isn't there, are errors; two readers of one file are a slip."""
    (desk / "bad.pptx").write_bytes(b"nothing")
    result = run("check", "--released", "bad.pptx", "missing.pdf")
    assert result.exit_code == 1
    assert "bad.pptx can't be searched" in result.output
    assert "can't read missing.pdf" in result.output
    assert run("check", "--released", "bad.pptx", "--client", "nord", "--client", "sued").exit_code == 2


def test_a_file_that_would_take_forever_is_not_released(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms within forms, ten in each: two kilobytes that take days are told of, and the next file is searched all the same."""
    monkeypatch.setattr("leapdeck.cli.releasing.PATIENCE", 0.5)
    document = pikepdf.new()
    form = document.make_stream(b"BT ET")
    for _ in range(12):
        names = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        form = document.make_stream(b"/X Do " * 10, Subtype=pikepdf.Name.Form, BBox=[0, 0, 600, 800], Resources=names)
    page = document.add_blank_page()
    page.Resources, page.Contents = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form)), document.make_stream(b"/X Do")
    document.save(desk / "busy.pdf")
    (desk / "bad.pptx").write_bytes(b"nothing")
    result = run("check", "--released", "busy.pdf", "bad.pptx")
    assert result.exit_code == 1
    assert "busy.pdf can't be searched: it takes longer" in result.output
    assert "bad.pptx can't be searched: it is damaged" in result.output


def test_a_leak_stops_the_file(desk: Path) -> None:
    """An outline that names a client isn't built for another; check says so too, and the message says where the name stands."""
    path = desk / "outlines" / "every-kind.yaml"
    path.write_text(path.read_text("utf-8").replace("Coffee stands outside", "Project Kestrel stands outside"), "utf-8")
    for verb in ("check", "build"):
        result = run(verb, "every-kind", "--client", "sued")
        assert result.exit_code == 1
        assert "Project Kestrel" in result.output
        assert "slide 3" in result.output
    assert not (desk / "dist" / "sued").exists()


def test_a_name_of_signs_only_is_told_once(desk: Path) -> None:
    """Nobody can look for it; the warning names its line, and is told once however many files are built."""
    (desk / "outlines" / "clients" / "signs.yaml").write_text('client:\n  name: Signs\n  aliases: ["&!", Signe]\n', "utf-8")
    told = json.loads(run("build", "every-kind", "--all-clients", "--only", "deck,handout", "--format", "json").stdout)["diagnostics"]
    (found,) = [finding for finding in told if "“&!”" in finding["message"]]
    assert (found["severity"], found["line"], "aliases" in found["hint"]) == ("warning", 3, True)


def test_a_clients_broken_file_is_no_other_clients_trouble(desk: Path) -> None:
    """A file of another client that can't be read is a warning."""
    (desk / "outlines" / "clients" / "broken.yaml").write_text("client: [\n", "utf-8")
    result = run("build", "every-kind", "--client", "sued")
    assert result.exit_code == 0
    assert "broken.yaml" in result.output


@pytest.mark.usefixtures("desk")
def test_diff_tells_what_a_client_gets() -> None:
    """Dropped, added, moved, reworded and retimed, each under its id; minutes at the end."""
    result = run("diff", "every-kind", "--client", "nord")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert "dropped   words: I knew what to do all year and found out why in December." in lines
    assert "added     night: At night" in lines
    assert "moved     path: From list to purpose" in lines
    assert "retimed   lists: 8 min instead of 5 min" in lines
    assert "reworded  lists, title: Lists keep the [-week-] {+depot+} in order" in lines
    assert lines[-1] == "120 minutes"


@pytest.mark.usefixtures("desk")
def test_diff_as_json_is_one_object() -> None:
    """A program gets the same."""
    told = json.loads(run("diff", "every-kind", "--client", "nord", "--format", "json").output)
    assert {difference["what"] for difference in told["differences"]} == {"dropped", "added", "moved", "retimed", "reworded"}


@pytest.mark.usefixtures("desk")
def test_a_client_without_changes_gets_what_everybody_gets() -> None:
    """Merging nothing changes nothing."""
    assert run("diff", "every-kind", "--client", "sued").output.startswith("Nothing:")


@pytest.mark.parametrize("typed", ["Acme & Söhne\n\n#0B6E4F\n2026-12-03\n", 'X: "y"\n\n\n\n'])
def test_a_new_client_can_be_built_at_once(desk: Path, typed: str) -> None:
    """What new-client asks is written down, and builds as it stands; a file that is there is left alone."""
    assert run("new-client", "acme", "--workshop", "every-kind", typed=typed).exit_code == 0
    assert run("build", "every-kind", "--client", "acme", "--only", "deck").exit_code == 0
    assert json.dumps(typed.partition("\n")[0], ensure_ascii=False) in (desk / "outlines" / "clients" / "acme.yaml").read_text("utf-8")
    assert run("new-client", "acme", typed=typed).exit_code == 1


def test_a_new_client_is_asked_again_until_it_can_be_built(desk: Path) -> None:
    """A color that is none, a day that is none and a picture that isn't there are asked for again; a logo is put beside the file."""
    mark("#0B6E4F", desk / "our mark.png")
    typed = "Acme\nnone.png\nour mark.png\ngreen\n0b6e4f\n3.12.2026\n2026-12-03\n"
    asked = run("new-client", "acme", "--workshop", "every-kind", typed=typed)
    assert asked.exit_code == 0, asked.output
    assert "there is no picture none.png" in asked.output
    assert "a color is # and six digits" in asked.output
    assert "a date is year, month and day" in asked.output
    text = (desk / "outlines" / "clients" / "acme.yaml").read_text("utf-8")
    assert [word for word in ('logo: "our mark.png"', '"#0B6E4F"', '"2026-12-03"') if word not in text] == []
    assert run("build", "every-kind", "--client", "acme", "--only", "deck").exit_code == 0
    assert run("new-client", "other", "--client", "O", "--color", "red", "--logo", "", "--date", "").exit_code == 2


def test_a_mended_color_is_told_where_it_stands(desk: Path) -> None:
    """A client's color that can't be read is found in the client's file, at its line."""
    path = desk / "outlines" / "clients" / "sued.yaml"
    path.write_text(SUED.replace("client: {", "client:\n  {colors: {accent: '#FFEE55'}, "), "utf-8")
    told = json.loads(run("build", "every-kind", "--client", "sued", "--only", "deck", "--format", "json").output)["diagnostics"]
    (finding,) = [finding for finding in told if finding["code"] == "mended-color" and "accent" in finding["message"]]
    assert (Path(finding["file"]).name, finding["line"], finding["column"]) == ("sued.yaml", 3, 21)
    assert "in the client file" in finding["hint"]


def test_white_label_shows_nothing_of_the_coach(desk: Path) -> None:
    """With `lead: white-label` neither name nor number of the brand is in any file."""
    path = desk / "outlines" / "clients" / "sued.yaml"
    path.write_text(SUED + "lead: white-label\ncontact: {phone: +44 20 7946 0000}\n", "utf-8")
    assert run("build", "every-kind", "--client", "sued").exit_code == 0
    for file in (desk / "dist" / "sued").glob("*.p*"):
        text = everything_in(file)
        assert "LEAP" not in text
        assert "212-4903" not in text
    assert "7946 0000" in everything_in(desk / "dist" / "sued" / "sued-every-kind-handout.pdf")


@pytest.mark.parametrize("outline", sorted(path.stem for path in shipped("outlines").glob("*.yaml")))
def test_the_shipped_workshops_name_no_coach(desk: Path, outline: str) -> None:
    """In a white-label version of what ships, deck and guide hold no word of whose brand leapdeck comes with."""
    path = desk / "outlines" / "clients" / "plain.yaml"
    path.write_text("leapdeck: 1\nclient: {name: Plain}\nlead: white-label\n", "utf-8")
    assert run("build", outline, "--client", "plain", "--only", "deck,guide").exit_code == 0
    for file in (desk / "dist" / "plain").glob("*.p*"):
        assert "LEAP" not in everything_in(file)


def test_a_file_hidden_by_another_is_searched_for_too(desk: Path) -> None:
    """Of two files with one name, whatever their endings' case, each client's words are kept out of others' files."""
    (desk / "outlines" / "clients" / "sued.yml").write_text("leapdeck: 1\nclient: {name: Zed, aliases: [Nothing left]}\n")
    (desk / "outlines" / "clients" / "quill.YML").write_text("leapdeck: 1\nclient: {name: Quill, aliases: [Coffee stands]}\n")
    result = run("build", "every-kind", "--client", "nord", "--only", "deck")
    assert result.exit_code == 1
    assert "“Coffee stands” stands" in result.output
    (desk / "outlines" / "clients" / "quill.YML").unlink()
    assert "“Nothing left” stands" in run("build", "every-kind", "--client", "nord", "--only", "deck").output


@pytest.mark.parametrize(
    "said", ["aliases: Nordpost}", "private: [[Nordpost]]}", "alias: [Nordpost]}", "logo: none.png}", "}\nparticipants: none.csv"]
)
def test_mistakes_in_anothers_file_are_told(desk: Path, said: str) -> None:
    """Whoever builds for one client learns that another's file doesn't say all that must be kept out."""
    name = "{name: Zed" + ("" if said.startswith("}") else ", ")
    (desk / "outlines" / "clients" / "zed.yaml").write_text(f"leapdeck: 1\nclient: {name}{said}\n")
    result = run("build", "every-kind", "--client", "sued", "--only", "deck")
    assert result.exit_code == 0
    assert "zed.yaml has mistakes" in result.output


def test_ones_own_client_goes_before_an_example(desk: Path) -> None:
    """A client file of one's own hides the example of that name, and `--all-clients` builds for nobody who was made up."""
    own = desk / "outlines" / "clients" / "tarnwick-freight.yaml"
    own.write_text("leapdeck: 1\nclient: {name: My Own Freight}\nworkshops: {managing-vs-leading: {}}\n")
    assert run("build", "managing-vs-leading", "--client", "tarnwick-freight", "--only", "runsheet").exit_code == 0
    (sheet,) = (desk / "dist").rglob("*-runsheet.pdf")
    assert "My Own Freight" in everything_in(sheet)
    assert run("build", "managing-vs-leading", "--all-clients", "--only", "runsheet").exit_code == 0
    assert [folder.name for folder in (desk / "dist").iterdir()] == ["tarnwick-freight"]


def test_a_new_client_is_for_the_newest_outline(desk: Path) -> None:
    """Without --workshop the file is for the outline that was saved last; without a date there is room for one in its braces."""
    (desk / "outlines" / "late.yaml").write_text(
        "leapdeck: 1\ntitle: Late\nsections: [{title: One, slides: [{kind: statement, text: A}]}]\n"
    )
    os.utime(desk / "outlines" / "every-kind.yaml", (1, 1))
    told = run("new-client", "two words", typed="Acme\n\n\n\n").output
    assert "leapdeck build late --client 'two words'" in told
    path = desk / "outlines" / "clients" / "two words.yaml"
    path.write_text(path.read_text("utf-8").replace("event: {}", "event: {date: 2026-12-03}", 1))
    assert run("build", "late", "--client", "two words", "--only", "deck").exit_code == 0
    assert run("new-client", "x", "--workshop", "nope", typed="\n\n\n\n").exit_code == 1
