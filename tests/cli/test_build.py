"""`leapdeck build`: what is written where, and how it ends."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import Result
from pptx import Presentation

import leapdeck

Run = Callable[..., Result]

CLIENT = "leapdeck: 1\nclient: {name: Northwind}\n"


def files(folder: Path) -> list[str]:
    """All files below a folder, hidden ones left out."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def told(result: Result) -> dict[str, Any]:
    """What a program reads."""
    return dict(json.loads(result.stdout))


def codes(result: Result) -> list[str]:
    """The codes of the findings, of a JSON outcome."""
    return [finding["code"] for finding in told(result)["diagnostics"]]


def change(path: Path, old: str, new: str) -> None:
    """Edit a file as a person does."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_deck_workbook_and_guide(run: Run, here: Path) -> None:
    """All three are written into a folder of the outline's name, and the table names them."""
    result = run("build", "talk")
    assert result.exit_code == 0, result.output
    assert files(here / "dist") == ["talk/talk-deck.pptx", "talk/talk-guide.pdf", "talk/talk-handout.pdf"]
    assert [line.split()[0] for line in result.output.splitlines()] == [
        "file",
        str(Path("dist/talk/talk-deck.pptx")),
        str(Path("dist/talk/talk-handout.pdf")),
        str(Path("dist/talk/talk-guide.pdf")),
    ]


def test_a_code_that_holds_too_much_is_told(run: Run, here: Path) -> None:
    """An address too long for any QR code is a finding, and nothing is built."""
    path = here / "outlines" / "talk.yaml"
    path.write_text(path.read_text() + f'contact: {{qr: "https://x.com/{"x" * 3000}"}}\n')
    result = run("build", "talk", "--only", "deck")
    assert result.exit_code == 1
    assert "a QR code can't hold so much" in result.output


def test_every_only_counts(run: Run, here: Path) -> None:
    """Kinds may be named in one --only or in several: none that was asked for is left out."""
    result = run("build", "talk", "--only", "deck,deck", "--only", "handout")
    assert result.exit_code == 0, result.output
    assert files(here / "dist") == ["talk/talk-deck.pptx", "talk/talk-handout.pdf"]


def test_one_that_ships_is_built_in_any_folder(run: Run, here: Path) -> None:
    """Its name is enough."""
    assert run("build", "managing-vs-leading", "--only", "deck").exit_code == 0
    assert files(here / "dist") == ["managing-vs-leading/managing-vs-leading-deck.pptx"]


def test_an_outline_named_without_its_ending_is_pointed_at(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder outlines a bare name finds nothing, and the file that is meant is told; by its path as well."""
    elsewhere = run("build", "outlines/talk")
    monkeypatch.chdir(here / "outlines")
    inside = run("build", "talk")
    assert (inside.exit_code, "did you mean ./talk.yaml?" in inside.output) == (1, True)
    assert (elsewhere.exit_code, "did you mean outlines/talk.yaml?" in elsewhere.output) == (1, True)


def test_another_folder_and_other_kinds(run: Run, here: Path) -> None:
    """-o says where, --only says what; a kind that is named twice is built once."""
    run("build", "outlines/talk.yaml", "-o", "out/deep", "--only", "slides,DECK,slides")
    assert files(here / "out") == ["deep/talk/talk-deck.pptx", "deep/talk/talk-slides.pdf"]


def test_a_mistyped_kind_is_wrong_usage(run: Run, here: Path) -> None:
    """Exit status 2, the nearest kind and all the others, and nothing is built."""
    result = run("build", "talk", "--only", "dek")
    assert (result.exit_code, "did you mean deck?" in result.output, (here / "dist").exists()) == (2, True, False)
    assert run("build", "talk", "--only", ",").exit_code == 2
    odd = run("build", "talk", "--only", "zzz")
    assert (odd.exit_code, "there is no kind 'zzz'. There are: deck" in odd.output) == (2, True)


def test_the_json_tells_what_is_on_disk(run: Run, here: Path) -> None:
    """Path, digest, slides or pages, and minutes of each file; no client is null."""
    outcome = told(run("build", "talk", "--format", "json"))
    assert outcome["diagnostics"] == []
    assert [file["kind"] for file in outcome["files"]] == ["deck", "handout", "guide"]
    for file in outcome["files"]:
        data = (here / file["path"]).read_bytes()
        assert (file["sha256"], file["minutes"], file["client"], file["outline"]) == (hashlib.sha256(data).hexdigest(), 30, None, "talk")
    deck, handout, guide = outcome["files"]
    slides = [name for name in zipfile.ZipFile(here / deck["path"]).namelist() if name.startswith("ppt/slides/slide")]
    assert deck["pages"] == len(slides)
    for paper in (handout, guide):
        with pikepdf.open(here / paper["path"]) as pdf:
            assert paper["pages"] == len(pdf.pages)


def test_a_mistake_stops_it_with_its_line(run: Run, here: Path) -> None:
    """Exit status 1, file, line and column of the mistake, and nothing is written."""
    change(here / "outlines" / "talk.yaml", "points:", "pionts:")
    result = run("build", "talk")
    assert result.exit_code == 1
    assert f"{Path('outlines/talk.yaml')}:11:9: error: " in result.output
    assert "points" in result.output.split("hint: ")[1]
    assert "Nothing was built." in result.output
    assert not (here / "dist").exists()


@pytest.mark.parametrize("name", ["", ".", "folder.yaml", "x" * 400, "../" + "x" * 400 + ".yaml", "a\x01b", "\udcff"])
def test_odd_names_are_told(run: Run, here: Path, name: str) -> None:
    """Nothing that can be typed for an outline gives more than a finding."""
    (here / "folder.yaml").mkdir()
    result = run("build", name, "--format", "json")
    assert (result.exit_code, codes(result)) == (1, ["no-such-file"])


def test_one_bad_outline_does_not_stop_another(run: Run, here: Path) -> None:
    """What can be built is built; the exit status tells that not everything was."""
    result = run("build", "tolk", "talk", "--format", "json")
    assert (result.exit_code, codes(result)) == (1, ["no-such-file"])
    assert "talk" in told(result)["diagnostics"][0]["hint"]
    assert files(here / "dist") == ["talk/talk-deck.pptx", "talk/talk-guide.pdf", "talk/talk-handout.pdf"]


def test_warnings_are_told_and_stop_only_a_strict_build(run: Run, here: Path) -> None:
    """A variable that nothing uses is a warning: exit status 0, or with --strict 1 and no file."""
    change(here / "outlines" / "talk.yaml", "minutes: 30\nsections", "minutes: 30\nvars: {unused: x}\nsections")
    strict = run("build", "talk", "--strict", "--format", "json")
    assert (strict.exit_code, told(strict)["files"], (here / "dist").exists()) == (1, [], False)
    result = run("build", "talk", "--format", "json")
    assert (result.exit_code, codes(result), len(told(result)["files"])) == (0, codes(strict), 3)
    assert told(result)["diagnostics"][0]["severity"] == "warning"


def test_a_deck_changed_by_hand_is_kept(run: Run, here: Path) -> None:
    """The new one stands beside it, the workbook is replaced, and --force takes the name back."""
    run("build", "talk")
    deck = here / "dist" / "talk" / "talk-deck.pptx"
    deck.write_bytes(b"by hand")
    change(here / "outlines" / "talk.yaml", "A talk", "Another talk")
    result = run("build", "talk", "--format", "json")
    assert (result.exit_code, codes(result)) == (0, ["changed-file"])
    assert [Path(file["path"]).name for file in told(result)["files"]] == ["talk-deck.new.pptx", "talk-handout.pdf", "talk-guide.pdf"]
    assert deck.read_bytes() == b"by hand"
    assert codes(run("build", "talk", "--force", "--format", "json")) == []
    assert zipfile.is_zipfile(deck)


def test_a_deck_that_was_edited_in_powerpoint_is_kept_and_told(run: Run, here: Path) -> None:
    """The edited deck stays, and the message lists slide by slide what was changed; one that was only saved is replaced."""
    run("build", "talk")
    deck = here / "dist" / "talk" / "talk-deck.pptx"
    opened = Presentation(str(deck))
    opened.save(str(deck))
    change(here / "outlines" / "talk.yaml", "A talk", "Our talk")
    assert codes(run("build", "talk", "--format", "json")) == []
    opened = Presentation(str(deck))
    opened.slides[0].shapes.title.text_frame.text = "My talk"
    opened.save(str(deck))
    mine = deck.read_bytes()
    change(here / "outlines" / "talk.yaml", "Our talk", "Their talk")
    (finding,) = told(run("build", "talk", "--format", "json"))["diagnostics"]
    assert (finding["code"], finding["severity"]) == ("changed-file", "warning")
    assert finding["hint"].splitlines()[0] == "slide 1 “My talk”: text: “Our talk” → “My talk”"
    assert deck.read_bytes() == mine
    assert codes(run("build", "talk", "--force", "--format", "json")) == []


def test_a_place_that_cannot_be_written_is_told(run: Run, here: Path) -> None:
    """A file in the way of the folder: exit status 1, no traceback."""
    (here / "dist").write_text("mine")
    result = run("build", "talk", "--format", "json")
    assert (result.exit_code, codes(result)) == (1, ["unwritable"])
    assert (here / "dist").read_text() == "mine"


def test_a_setting_replaces_a_value(run: Run, here: Path) -> None:
    """--set reaches the slides, and one that reaches nothing is an error."""
    assert run("build", "talk", "--only", "deck", "--set", "title=Set from outside").exit_code == 0
    with zipfile.ZipFile(here / "dist" / "talk" / "talk-deck.pptx") as deck:
        assert b"Set from outside" in deck.read("ppt/slides/slide1.xml")
    assert run("build", "talk", "--set", "titel=x").exit_code == 1


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_workbook_is_on_the_paper_asked_for(run: Run, here: Path, paper: str, width: int) -> None:
    """A4 or Letter, in points."""
    run("build", "talk", "--only", "handout", "--paper", paper)
    with pikepdf.open(here / "dist" / "talk" / "talk-handout.pdf") as pdf:
        assert round(float(pdf.pages[0].mediabox[2])) == width


def test_another_brand(run: Run, here: Path) -> None:
    """A brand of one's own is found by its name; one that isn't there stops everything."""
    brand = here / "assets" / "brands" / "mine"
    brand.mkdir(parents=True)
    (brand / "brand.yaml").write_text("leapdeck: 1\nname: Mine\ncontact: {organization: Somebody Else}\n")
    assert run("build", "talk", "--only", "deck", "--brand", "mine").exit_code == 0
    with zipfile.ZipFile(here / "dist" / "talk" / "talk-deck.pptx") as deck:
        assert b"Somebody Else" in b"".join(deck.read(name) for name in deck.namelist())
    result = run("build", "talk", "--brand", "mien", "--format", "json")
    assert (result.exit_code, codes(result), told(result)["files"]) == (1, ["no-such-file"], [])


def test_a_client_s_own_version(run: Run, here: Path) -> None:
    """Its files stand in a folder of the client's name, which their names begin with."""
    (here / "outlines" / "clients").mkdir()
    (here / "outlines" / "clients" / "northwind.yaml").write_text(CLIENT + "workshops: {talk: {event: {place: Town hall}}}\n")
    outcome = told(run("build", "talk", "--client", "northwind", "--only", "deck", "--format", "json"))
    assert files(here / "dist") == ["northwind/northwind-talk-deck.pptx"]
    assert [(file["client"], file["outline"]) for file in outcome["files"]] == [("northwind", "talk")]


def test_all_clients_are_those_that_name_the_workshop(run: Run, here: Path) -> None:
    """A client whose file doesn't name it gets none of it; several builds at once give what one after the other does."""
    folder = here / "outlines" / "clients"
    folder.mkdir()
    for name in ("a", "b", "c"):
        workshops = f"workshops: {{talk: {{event: {{place: Room {name}}}}}}}\n"
        (folder / f"{name}.yaml").write_text(f"leapdeck: 1\nclient: {{name: Client {name}}}\n{workshops}")
    (folder / "other.yaml").write_text(CLIENT + "workshops: {another: {}}\n")
    command = ("build", "talk", "--all-clients", "--format", "json")
    outcomes = [told(run(*command, "--jobs", jobs, "-o", f"out{jobs}")) for jobs in ("1", "2")]
    assert [[file["client"] for file in outcome["files"]] for outcome in outcomes] == [["a"] * 3 + ["b"] * 3 + ["c"] * 3] * 2
    assert [file["sha256"] for file in outcomes[0]["files"]] == [file["sha256"] for file in outcomes[1]["files"]]
    assert files(here / "out1") == files(here / "out2")


def test_no_client_names_the_workshop(run: Run, here: Path) -> None:
    """Where --all-clients finds none, a warning says so instead of silence."""
    result = run("build", "talk", "--all-clients", "--format", "json")
    assert (result.exit_code, codes(result), (here / "dist").exists()) == (0, ["no-client"], False)


def test_two_outlines_of_one_name_are_refused(run: Run, here: Path) -> None:
    """Their files would overwrite each other, so none is written."""
    (here / "other").mkdir()
    (here / "other" / "talk.yaml").write_bytes((here / "outlines" / "talk.yaml").read_bytes())
    result = run("build", "talk", "other/talk.yaml", "talk", "--format", "json")
    assert (result.exit_code, codes(result), (here / "dist").exists()) == (1, ["same-name"], False)


def test_another_outline_of_the_same_name_built_later_is_told(run: Run, here: Path) -> None:
    """Two folders' outlines of one name, built one after the other into the same files, don't change places without a word."""
    (here / "mine").mkdir()
    (here / "mine" / "talk.yaml").write_text((here / "outlines" / "talk.yaml").read_text().replace("A talk", "Mine"))
    said = [codes(run("build", name, "--only", "deck", "--format", "json")) for name in ("talk", "talk", "mine/talk.yaml")]
    assert said == [[], [], ["same-name"]]


@pytest.mark.parametrize("name", ["..yaml", "...yaml"])
def test_a_file_without_a_name_is_refused(run: Run, here: Path, name: str) -> None:
    """What is built from it would stand in the folder for all, or above it."""
    (here / name).write_bytes((here / "outlines" / "talk.yaml").read_bytes())
    result = run("build", name, "--format", "json")
    assert (result.exit_code, codes(result), (here / "dist").exists()) == (1, ["no-name"], False)


def test_a_setting_that_is_no_text_is_wrong_usage(run: Run) -> None:
    """Bytes that aren't UTF-8 reach Python as lone surrogates; they are refused before anything is read."""
    result = run("build", "talk", "--set", "title=\udcff")
    assert (result.exit_code, "no letter" in result.output) == (2, True)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems open files with programs of their own")
def test_what_was_built_is_opened(here: Path) -> None:
    """--open hands each file to the system; a system that can't is no fault."""
    opener = here / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$1" >> "{here}/opened"\n')
    opener.chmod(0o755)
    assert opening(here, f"{opener.parent}{os.pathsep}{os.environ['PATH']}") == (0, "")
    opened = set[str]()
    wanted = {"talk-deck.pptx", "talk-handout.pdf", "talk-guide.pdf"}
    while opened != wanted:  # the system opens them in its own time
        assert opened < wanted
        opened = {Path(line).name for line in (here / "opened").read_text().split()} if (here / "opened").exists() else set()
    status, complaint = opening(here, str(here))
    assert (status, complaint.count("open it yourself")) == (0, 3)


def opening(here: Path, path: str) -> tuple[int, str]:
    """`leapdeck build talk --open` where programs are looked for in `path`: its exit status and what it complained of."""
    environment = {**os.environ, "PYTHONPATH": str(Path(leapdeck.__file__).parents[1]), "PATH": path}
    command = [sys.executable, "-m", "leapdeck", "build", "talk", "--open"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=here, env=environment)
    return done.returncode, done.stderr


@pytest.mark.parametrize(("name", "meant"), [("talk.yaml", "talk"), ("outlines/tolk.yaml", "outlines/talk.yaml"), ("Talk", "talk")])
def test_a_near_name_can_be_typed_as_it_is_shown(run: Run, name: str, meant: str) -> None:
    """What the hint suggests for an outline that isn't there is found from the same folder."""
    assert f"did you mean {meant}?" in run("build", name).output
    assert run("build", meant, "--only", "deck").exit_code == 0


def test_a_file_of_another_sort_is_told_as_what_it_is(run: Run, here: Path) -> None:
    """A client's file isn't read as an outline full of mistakes, nor the other way round."""
    (here / "outlines" / "clients").mkdir()
    (here / "outlines" / "clients" / "acme.yaml").write_text(CLIENT)
    for arguments in (
        ("outlines/clients/acme.yaml",),
        ("talk", "--client", "outlines/talk.yaml"),
        ("talk", "--brand", "outlines/talk.yaml"),
    ):
        assert codes(run("build", *arguments, "--format", "json")) == ["other-file"]
