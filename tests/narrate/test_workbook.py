"""What participants read: the workshop's words without notes, gaps' words and answers."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from msgspec import Struct

from leapdeck.blocks import Document
from leapdeck.building import Job, brand_of, prepare
from leapdeck.checks.finished import said
from leapdeck.narrate import narrate
from leapdeck.outline.audiences import open_texts, secret_texts
from leapdeck.outline.model import Section
from leapdeck.richtext import Run
from leapdeck.scene import TextBox
from leapdeck.slides import KINDS
from leapdeck.slides.reading import Audience
from trials import SMALL, Desk
from works import EVERY_KIND, OUTLINES, made, prepared


def runs(value: object) -> list[Run]:
    """All runs in a document."""
    if isinstance(value, Run):
        return [value]
    if isinstance(value, tuple):
        return [run for item in value for run in runs(item)]
    return [run for name in value.__struct_fields__ for run in runs(getattr(value, name))] if isinstance(value, Struct) else []


def document(outline: Path, audience: Audience = "participant") -> Document:
    """A workshop, narrated."""
    ready = prepared(outline)
    composed = ready.composed
    return narrate(ready.workshop, ready.brand, composed.numbers, composed.plan, composed.contact, audience)


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
def test_participants_blocks_hold_no_gap_words(outline: Path) -> None:
    """Where a gap was there is a rule; no run of a participant's document is a gap."""
    found = runs(document(outline))
    assert not [run for run in found if run.gap]
    told = [run for run in runs(document(outline, "facilitator")) if run.gap]
    assert len([run for run in found if run.blank]) == len(told) - (outline is EVERY_KIND)  # one stands in a column that is left open


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
def test_the_finished_workbook_holds_no_note(outline: Path) -> None:
    """No note of five words and more stands in the text of the finished file, unless participants read it anyway."""
    pdf = pypdfium2.PdfDocument(made(outline, "handout"))
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
    public = " ".join(open_texts(prepared(outline).workshop))
    for note in secret_texts(prepared(outline).workshop):
        words = " ".join(note.split())
        if len(words.split()) >= 5 and words not in public:
            assert words not in text


def test_the_workbook_has_the_rule_and_not_the_word() -> None:
    """The word of a gap is not in the file of the workshop that hides it."""
    pdf = pypdfium2.PdfDocument(made(EVERY_KIND, "handout"))
    text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "check it" not in text
    assert "what for" not in text


def test_every_kind_stands_in_the_workbook_but_breaks_and_what_is_kept_off() -> None:
    """Each slide that is on paper has its place there, under its id; a break has none."""
    ready = prepared()
    slides = [slide for section in ready.workshop.sections if isinstance(section, Section) for slide in section.slides]
    assert {slide.kind for slide in slides} | {"break"} == set(KINDS)
    assert {slide.id for slide in slides if slide.on_paper} <= set(ready.paginated.pages)
    assert "spare" not in ready.paginated.pages
    assert "pause" not in ready.paginated.pages


def test_the_cover_says_what_the_title_slide_says(tmp_path: Path) -> None:
    """A client's words for the title slide stand on the workbook's cover and in the files' properties, with the client's name."""
    desk = Desk(tmp_path)
    client = "leapdeck: 1\nclient: {name: Acme}\nworkshops: {trial: {changes: [{set: title, title: Our trial, text: For us alone}]}}\n"
    outline = desk.put("trial.yaml", SMALL)
    job = Job(outline, desk.put("acme.yaml", client))
    made = prepare(job, brand_of(job)[0])
    cover = [item for item in made.paginated.sheets.pages[0].items if isinstance(item, TextBox)]
    said = {"".join(span.text for line in box.lines for span in line.spans) for box in cover}
    assert {"Our trial", "For us alone"} <= said
    assert made.deck.properties.title == "Our trial \u2013 Acme"


@pytest.mark.parametrize("kind", ["handout", "fillable", "slides-3up"])
def test_no_gap_word_is_heard_or_names_a_field(kind: str, tmp_path: Path) -> None:
    """The word of a gap in a chart's title or a question's is in no alternative text and no field's name."""
    outline = Desk(tmp_path).put(
        "gaps.yaml",
        """\
        leapdeck: 1
        title: Trial
        sections:
          - title: Part
            slides:
              - {kind: question, title: What __zebras__ do, question: And you?}
              - {kind: chart, title: How __okapis__ grow, chart: bar, labels: [One, Two], series: {Of these: [1, 2]}}
        """,
    )
    said_ = " ".join(one.text for one in said(made(outline, kind))).casefold()
    assert "how … grow" in said_
    assert not [word for word in ("zebras", "okapis") if word in said_]
