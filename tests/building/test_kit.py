"""The kit's files, as who prints and mails them finds them: for a list of names, and without one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import page
import pypdfium2
import pytest

from leapdeck.building import Built, Job, Options, build, deliver_built
from leapdeck.diagnostics import LeapdeckError
from leapdeck.locales import words
from leapdeck.writing import deliver
from pdfs import bookmarks, links
from works import EVERY_KIND, LOUD

PAPERS = ("sign-in", "name-tents", "certificates", "feedback", "follow-up")
FEEDBACK = "https://example.com/feedback/acme"
CLIENT = f"""\
leapdeck: 1
client: {{name: Acme Works}}
feedback: {FEEDBACK}
participants: people.csv
workshops:
  trial: {{event: {{date: 2026-12-03, place: Lyon, participants: 9}}}}
"""
PEOPLE = """\
Name;Organisation
Łukasz Wiśniewski;Acme Works

"Lovelace, Ada";Analytical Engines
Ann Lee;
Ann Lee;Acme Works
"""
OUTLINE = """\
leapdeck: 1
title: Two jobs
language: LANGUAGE
start: "09:00"
objectives: [Tell one job from the other]
sections:
  - title: What runs the work
    minutes: 40
    summary: Systems, and who keeps them.
    notes: Nobody but the facilitator ever reads this sentence.
    slides:
      - {kind: points, title: Systems, points: [A __checklist__ for strangers]}
      - {kind: takeaways, title: To take along, points: [Both jobs are yours, "Say __why__ first"]}
"""


def kit(folder: Path, *, client: str = CLIENT, people: str = PEOPLE, language: str = "en-US", brand: Path | None = None) -> Built:
    """The kit of a small workshop, for a client where there is one."""
    outline = folder / "trial.yaml"
    outline.write_text(OUTLINE.replace("LANGUAGE", language), "utf-8")
    (folder / "people.csv").write_text(people, "utf-8")
    path = folder / "clients" / "acme.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(client, "utf-8")
    (folder / "clients" / "people.csv").write_text(people, "utf-8")
    return build(Job(outline, path if client else None, brand, ("kit",), "a4" if brand else "letter"))


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """For a client whose participants are known."""
    return kit(tmp_path_factory.mktemp("named"))


@lru_cache
def nameless(brand: Path | None = None, paper: str = "letter") -> Built:
    """For nobody in particular."""
    return build(Job(EVERY_KIND, None, brand, ("kit",), paper))


def data(built: Built, part: str) -> bytes:
    """The bytes of the file whose name ends so."""
    (found,) = [file.data for file in built.files if file.name.endswith(f"-{part}.pdf")]
    return found


def pages(file: bytes) -> list[str]:
    """The words of each page."""
    with pypdfium2.PdfDocument(file) as document:
        return [sheet.get_textpage().get_text_bounded() for sheet in document]


def test_a_kit_has_a_file_for_each_paper_and_participant(named: Built) -> None:
    """Papers are named after what they are, workbooks after whose they are, equal names counted."""
    papers = [f"acme-trial-kit-{paper}.pdf" for paper in PAPERS]
    people = ["lukasz-wisniewski", "lovelace-ada", "ann-lee", "ann-lee-2"]
    assert [file.name for file in named.files] == [*papers, *(f"acme-trial-handout-{name}.pdf" for name in people)]
    assert {file.kind for file in named.files} == {"kit"}
    assert not [finding for finding in named.diagnostics if finding.severity != "note"]


def test_without_a_list_there_is_room_for_names() -> None:
    """Twelve tents and certificates without a name, no workbooks; the sign-in sheet's lines are counted."""
    built = nameless()
    assert [file.name.partition("-kit-")[2] for file in built.files] == [f"{paper}.pdf" for paper in PAPERS]
    assert [file.pages for file in built.files] == [1, 12, 12, 1, 1]
    assert "\n12" in pages(data(built, "sign-in"))[0].replace("\r", "")
    assert len(set(pages(data(built, "certificates")))) == 1


def test_as_many_as_are_expected(tmp_path: Path) -> None:
    """Without a list the event's number of participants counts."""
    built = kit(tmp_path, client=CLIENT.replace("participants: people.csv\n", ""))
    assert [file.pages for file in built.files if "tents" in file.name or "certificates" in file.name] == [9, 9]


def test_the_sign_in_sheet_lists_everybody(named: Built) -> None:
    """Names and organizations in the list's order, under headings."""
    (text,) = pages(data(named, "sign-in"))
    found = [text.index(word) for word in ("Signature", "Łukasz Wiśniewski", "Lovelace, Ada", "Analytical Engines", "Ann Lee")]
    assert found == sorted(found)
    assert "December 3, 2026" in text


def test_a_longer_list_goes_on_overleaf(tmp_path: Path) -> None:
    """Eighteen names share a page, forty take two, with the headings on both."""
    for count, sheets in ((18, 1), (40, 2)):
        found = pages(data(kit(tmp_path, people="name\n" + "".join(f"Person {n}\n" for n in range(count))), "sign-in"))
        assert len(found) == sheets
        assert all("Signature" in text for text in found)


def test_each_tent_has_its_name_on_both_sides(named: Built) -> None:
    """Each sheet has one name twice, once above the fold and upside down; the copy isn't read."""
    file = data(named, "name-tents")
    assert [text.count(name) for text, name in zip(pages(file), ("Wiśniewski", "Lovelace", "Ann Lee", "Ann Lee"), strict=True)] == [2] * 4
    assert bookmarks(file) == ["Łukasz Wiśniewski → 1", "Lovelace, Ada → 2", "Ann Lee → 3", "Ann Lee → 4"]
    with pypdfium2.PdfDocument(file) as document:
        width, height = document[0].get_size()
        assert width > height
        shown = document[0].get_textpage()
        count = shown.count_chars()
        boxes = [shown.get_charbox(at) for at in range(count) if shown.get_text_range(at, 1) == "Ł"]
        lower, upper = sorted(boxes, key=lambda box: box[1])
        assert lower[3] < height / 2 < upper[1]
        turned = (width - lower[2], height - lower[3], width - lower[0], height - lower[1])
        assert upper == pytest.approx(turned, abs=0.1)


def test_certificates_say_who_took_part_in_what(named: Built) -> None:
    """Name, workshop, date, place, minutes, and a line for the coach; no line for the date where it is known."""
    first, *rest = pages(data(named, "certificates"))
    for said in ("Łukasz Wiśniewski", "Two jobs", "December 3, 2026", "Lyon", "40 minutes", "LEAP Coaching"):
        assert said in first
    assert words("en")["certificate-date"] not in first
    assert words("en")["certificate-date"] in pages(data(nameless(), "certificates"))[0]
    assert len(rest) == 3


def test_feedback_is_asked_on_one_page(named: Built) -> None:
    """Statements and questions; the address as a code and in letters, where the client has one."""
    (text,) = pages(data(named, "feedback"))
    assert words("en")["feedback-useful"] in text
    assert words("en")["feedback-better"] in text
    assert FEEDBACK in text
    assert (1, FEEDBACK, FEEDBACK) in links(data(named, "feedback"))
    assert not links(data(nameless(), "feedback"))


def test_the_summary_looks_back_on_one_page(named: Built) -> None:
    """Objectives, sections with their line, takeaways, the coach's number."""
    (text,) = pages(data(named, "follow-up"))
    for said in (
        "Tell one job from the other",
        "What runs the work",
        "Systems, and who keeps them.",
        "Both jobs are yours",
        "(847) 212-4903",
    ):
        assert said in text


def test_a_workbook_bears_its_owners_name(named: Built) -> None:
    """The cover has the name on its line; all other pages are everybody's."""
    own, other = pages(data(named, "handout-lovelace-ada")), pages(data(named, "handout-ann-lee"))
    assert "Lovelace, Ada" in own[0]
    assert own[1:] == other[1:]


def test_nothing_of_the_facilitators_is_in_the_kit(named: Built) -> None:
    """No note and no gap's word stands in any file."""
    for file in named.files:
        text = " ".join(pages(file.data))
        assert "checklist" not in text
        assert "why" not in text
        assert "facilitator ever reads" not in text


@pytest.mark.parametrize(("brand", "paper"), [(None, "letter"), (LOUD, "a4")])
def test_papers_pass_pdf_ua(brand: Path | None, paper: str, tmp_path: Path) -> None:
    """All papers break no rule of PDF/UA-1, in both brands, on both papers."""
    for file in nameless(brand, paper).files:
        path = tmp_path / file.name
        path.write_bytes(file.data)
        report = page.validate_pdf(str(path), profile="ua1")
        assert report.is_compliant, report


def test_named_papers_pass_pdf_ua(named: Built, tmp_path: Path) -> None:
    """With names, upside down ones too, and a code to scan."""
    for file in named.files[:-3]:
        path = tmp_path / file.name
        path.write_bytes(file.data)
        report = page.validate_pdf(str(path), profile="ua1")
        assert report.is_compliant, report


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt-BR", "nl", "it", "pl"])
def test_papers_are_in_the_workshops_language(language: str, tmp_path: Path) -> None:
    """Every paper has its name in the language, and feedback and summary keep to one page."""
    built = kit(tmp_path, language=language, people="name\nAda\n")
    own = words(language)
    assert [file.pages for file in built.files[:5]] == [1] * 5
    for paper, key in zip(PAPERS, ("sign-in", "kit-of", "certificate", "feedback", "follow-up"), strict=True):
        text = pages(data(built, f"kit-{paper}"))[0]
        assert key == "kit-of" or own[key].upper() in text


def test_a_name_that_no_font_has_stops_the_kit(tmp_path: Path) -> None:
    """The message names the character, and the line of the list."""
    with pytest.raises(LeapdeckError) as stopped:
        kit(tmp_path, people="name\nAda\n\n日野\n")
    found = [finding for finding in stopped.value.diagnostics if finding.code == "no-glyph"]
    assert [(finding.position.line, finding.severity) for finding in found] == [(4, "error")] * 2
    assert "“日”" in found[0].message
    assert found[0].position.file.endswith("people.csv")


def test_another_clients_participants_are_told(tmp_path: Path) -> None:
    """A name from one client's list in another's file is a leak."""
    kit(tmp_path)
    rival = tmp_path / "clients" / "rival.yaml"
    rival.write_text("leapdeck: 1\nclient: {name: Rival}\nworkshops: {trial: {event: {place: With Łukasz Wiśniewski}}}\n", "utf-8")
    with pytest.raises(LeapdeckError) as stopped:
        build(Job(tmp_path / "trial.yaml", rival, kinds=("handout",)))
    assert {finding.code for finding in stopped.value.diagnostics if finding.severity == "error"} == {"leak"}


def test_workbooks_with_names_follow_large_print(named: Built, tmp_path: Path) -> None:
    """They have as many pages as the large workbook, its name at their end and the name on a cover of the same size."""
    kit(tmp_path)
    large = Options(large_print=True)
    made = build(Job(tmp_path / "trial.yaml", tmp_path / "clients" / "acme.yaml", kinds=("handout", "kit"), options=large))
    usual = {file.name for file in named.files}
    workbooks = {file.name: file for file in made.files if "handout" in file.name}
    assert {file.name for file in made.files} - workbooks.keys() < usual
    assert {name.replace("-large-print", "") for name in workbooks} - usual == {"acme-trial-handout.pdf"}
    whole = workbooks.pop("acme-trial-handout-large-print.pdf")
    assert all(one.pages == whole.pages for one in workbooks.values())
    (ada,) = (pypdfium2.PdfDocument(file.data) for name, file in workbooks.items() if "ada" in name)
    assert ada[0].get_size() == pypdfium2.PdfDocument(whole.data)[0].get_size()
    assert "Lovelace, Ada" in ada[0].get_textpage().get_text_bounded()
    (series,) = made.series
    assert series.holds(next(iter(workbooks)))
    assert not series.holds("acme-trial-handout-large-print.pdf")


def test_twice_the_same(named: Built, tmp_path: Path) -> None:
    """The same list gives the same bytes."""
    again = kit(tmp_path)
    assert [file.data for file in again.files] == [file.data for file in named.files]


def test_a_workbook_of_somebody_who_is_off_the_list_is_told(tmp_path: Path) -> None:
    """It stays, as it may be another group's, and is named; one in another look and one that was changed by hand are no concern."""
    deliver_built(kit(tmp_path), tmp_path / "out")
    folder = tmp_path / "out" / "acme"
    (folder / "acme-trial-handout-ann-lee-2.pdf").write_bytes(b"changed")
    deliver(folder, {"acme-trial-handout-large-print.pdf": b"1", "acme-trial-handout-ann-lee-ink-saver.pdf": b"1"})
    again = deliver_built(kit(tmp_path, people='Name\n"Lovelace, Ada"\n'), tmp_path / "out")
    (finding,) = (finding for one in again for finding in one.findings)
    assert (finding.code, finding.severity) == ("earlier-file", "warning")
    assert finding.message.partition(": written")[0] == "acme-trial-handout-ann-lee.pdf, acme-trial-handout-lukasz-wisniewski.pdf"
    assert (folder / "acme-trial-handout-ann-lee.pdf").exists()
