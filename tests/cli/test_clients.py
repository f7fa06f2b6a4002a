"""Clients at the command line: a file to begin with, what it changes, whose words stay out of whose files."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from leapdeck.cli.verbs import leapdeck
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


def test_a_leak_stops_the_file(desk: Path) -> None:
    """An outline that names a client isn't built for another, and the message says where the name stands."""
    path = desk / "outlines" / "every-kind.yaml"
    path.write_text(path.read_text("utf-8").replace("Coffee stands outside", "Project Kestrel stands outside"), "utf-8")
    result = run("build", "every-kind", "--client", "sued")
    assert result.exit_code == 1
    assert "Project Kestrel" in result.output
    assert "slide 3" in result.output
    assert not (desk / "dist" / "sued").exists()


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


@pytest.mark.parametrize("typed", ["Acme & Söhne\n#0B6E4F\n\n2026-12-03\n", 'X: "y"\n\n\n\n'])
def test_a_new_client_can_be_built_at_once(desk: Path, typed: str) -> None:
    """What new-client asks is written down, and builds as it stands; a file that is there is left alone."""
    assert run("new-client", "acme", "--workshop", "every-kind", typed=typed).exit_code == 0
    assert run("build", "every-kind", "--client", "acme", "--only", "deck").exit_code == 0
    assert json.dumps(typed.partition("\n")[0], ensure_ascii=False) in (desk / "outlines" / "clients" / "acme.yaml").read_text("utf-8")
    assert run("new-client", "acme", typed=typed).exit_code == 1


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
