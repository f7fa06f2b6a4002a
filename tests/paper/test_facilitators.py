"""The facilitator's papers and slides on paper, page by page: what stays together, what fits, where things stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from leapdeck.blocks import Document, RunSheet
from leapdeck.narrate.cards import narrate_cards
from leapdeck.narrate.guide import narrate_guide
from leapdeck.narrate.miniatures import narrate_slides
from leapdeck.narrate.moments import Story
from leapdeck.narrate.runsheet import narrate_run_sheet
from leapdeck.paper.turns import LAST
from leapdeck.scene import Inset, Page, Rule, Table, TextBox
from leapdeck.units import MM
from works import EVERY_KIND, LOUD, NO_TIMES, OUTLINES, laid_out, story

WORKSHOPS = [
    pytest.param(outline, paper, brand, id=f"{outline.stem}-{paper}-{'loud' if brand else 'leap'}")
    for outline in (EVERY_KIND, NO_TIMES, *OUTLINES)
    for paper, brand in (("letter", None), ("a4", None), ("a4", LOUD))
    if outline is EVERY_KIND or not brand
]
TELLERS: tuple[Callable[[Story], Document], ...] = (
    narrate_guide,
    narrate_run_sheet,
    narrate_cards,
    *(partial(narrate_slides, each=each) for each in (2, 3, 6)),
)


def pages(
    tell: Callable[[Story], Document], outline: Path = EVERY_KIND, paper: str = "letter", brand: Path | None = None
) -> tuple[Page, ...]:
    """A workshop's pages of one kind."""
    return laid_out(tell(story(outline, paper, brand)), paper, brand)


def read(page: Page) -> list[TextBox]:
    """A page's texts that are read."""
    return [item for item in page.items if isinstance(item, TextBox) and item.role == "body"]


def text(box: TextBox) -> str:
    """A text's words."""
    return " ".join("".join(span.text for span in line.spans) for line in box.lines)


@pytest.mark.parametrize(("outline", "paper", "brand"), WORKSHOPS)
def test_nothing_sticks_out(outline: Path, paper: str, brand: Path | None) -> None:
    """On all kinds of pages every line lies inside its box, every box and picture ten points inside the sheet."""
    for tell in TELLERS:
        for page in pages(tell, outline, paper, brand):
            for box in (item for item in page.items if isinstance(item, TextBox | Inset)):
                assert box.rect.x >= 9.9
                assert box.rect.right <= page.size.width - 9.9
                for line in box.lines if isinstance(box, TextBox) else ():
                    assert line.spans[-1].x + line.spans[-1].width <= box.rect.width + 0.1
                    assert box.rect.y + line.baseline <= min(box.rect.bottom + 0.1, page.size.height - 20)


@pytest.mark.parametrize(("outline", "paper", "brand"), WORKSHOPS)
def test_the_day_stands_on_one_page(outline: Path, paper: str, brand: Path | None) -> None:
    """From the lunch talk to the full day; its type is never smaller than nine points."""
    (page,) = pages(narrate_run_sheet, outline, paper, brand)
    sizes = {
        span.size
        for item in page.items
        if isinstance(item, Table)
        for row in item.rows
        for cell in row
        for line in cell.text.lines
        for span in line.spans
    }
    assert min(sizes) >= 9


@pytest.mark.parametrize(("outline", "paper", "brand"), WORKSHOPS)
def test_a_label_is_never_left_behind(outline: Path, paper: str, brand: Path | None) -> None:
    """Below each label and each title of a row stands on the same page what it heads."""
    for page in pages(narrate_guide, outline, paper, brand)[3:-1]:
        boxes = read(page)
        for box in boxes:
            if box.paragraphs[0].style == "p-cue":
                assert any(other.rect.y > box.rect.y and other.rect.x == box.rect.x for other in boxes), text(box)
            if box.paragraphs[0].tag == "H3":
                assert any(item.rect.bottom > box.rect.bottom for item in page.items if isinstance(item, Inset)) or len(boxes) > 1


@pytest.mark.parametrize(("outline", "paper", "brand"), WORKSHOPS)
def test_a_row_that_goes_on_is_named_again(outline: Path, paper: str, brand: Path | None) -> None:
    """The first thing on such a page says which slide it belongs to, is read by nobody, and at least a few lines follow."""
    for page in pages(narrate_guide, outline, paper, brand)[3:-1]:
        names = [item for item in page.items if isinstance(item, TextBox) and item.role == "decoration" and "(continued)" in text(item)]
        if not names:
            continue
        rows = sorted(
            item.rect.y for item in page.items if isinstance(item, Rule) and item.color == "primary" and item.rect.y > names[0].rect.y
        )
        notes = [box.rect.y for box in read(page) if text(box) == "Notes"]
        below = min([*rows, *notes, page.size.height - 64])
        lines = [box for box in read(page) if names[0].rect.y < box.rect.y < below]
        assert max(box.rect.bottom for box in lines) - min(box.rect.y for box in lines) > LAST / 2


def test_a_picture_takes_a_third_of_the_width() -> None:
    """At the left of its row, with the slide's proportions, its time below it."""
    for page in pages(narrate_guide)[3:-1]:
        for item in (item for item in page.items if isinstance(item, Inset)):
            assert item.rect.width == pytest.approx((page.size.width - 42 * MM) / 3)
            assert item.rect.height == pytest.approx(item.rect.width * 9 / 16)


def test_cards_are_quarters_of_the_sheet() -> None:
    """Four on a page, each text inside its own quarter, on both papers; A6 on A4."""
    for paper in ("a4", "letter"):
        for page in pages(narrate_cards, paper=paper):
            wide, high = page.size.width / 2, page.size.height / 2
            for box in read(page):
                assert int(box.rect.x // wide) == int((box.rect.right - 0.01) // wide)
                assert int(box.rect.y // high) == int((box.rect.bottom - 0.01) // high)
            keywords = [box for box in read(page) if box.paragraphs[0].style == "p-card"]
            assert len(keywords) <= 4
            assert all(box.paragraphs[0].size >= 20 for box in keywords)
            marks = [item for item in page.items if isinstance(item, Rule) and item.width == 0.5]
            assert {round(mark.rect.x if mark.rect.width == 0 else mark.rect.y) for mark in marks} == {round(wide), round(high)}


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES])
def test_cards_are_of_one_size(outline: Path) -> None:
    """The words of all cards, but for one in ten that is too long, which are smaller; never so small that a hand's length is too far."""
    found = [box for page in pages(narrate_cards, outline) for box in read(page) if box.paragraphs[0].style == "p-card"]
    sizes = [box.paragraphs[0].size for box in found]
    common = max(set(sizes), key=sizes.count)
    assert max(sizes) == common >= 28
    assert sum(size != common for size in sizes) <= len(sizes) / 10
    assert min(sizes) >= 20


def test_a_card_gives_no_short_word_a_line_of_its_own() -> None:
    """What would break into three lines with a stray word between is set a step smaller, in two."""
    cards = {text(box).replace("\u00a0", " "): box for page in pages(narrate_cards) for box in read(page)}
    corridor = next(box for said, box in cards.items() if said.startswith("Two doors"))
    assert (len(corridor.lines), corridor.paragraphs[0].size) == (2, 36)


@pytest.mark.parametrize("each", [2, 3, 6])
def test_slides_stand_in_a_grid(each: int) -> None:
    """So many to a page, each beside or below the one before it, all of one size; the head comes again on every page."""
    found = pages(partial(narrate_slides, each=each))
    grids = [[item for item in page.items if isinstance(item, Inset)] for page in found]
    assert all(len(grid) == each for grid in grids[:-1])
    assert len({(round(item.rect.width, 3), round(item.rect.height, 3)) for grid in grids for item in grid}) == 1
    for grid in grids:
        assert all((after.rect.y, after.rect.x) > (before.rect.y, before.rect.x) for before, after in pairwise(grid))
    assert all(any(isinstance(item, TextBox) and text(item) == "A day with every kind" for item in page.items) for page in found)


def test_lines_stand_beside_three_slides() -> None:
    """Eight millimetres apart, as in the workbook."""
    page = pages(partial(narrate_slides, each=3))[0]
    rules = sorted({item.rect.y for item in page.items if isinstance(item, Rule)})
    assert len(rules) >= 15
    assert sum(after - before == pytest.approx(8 * MM) for before, after in pairwise(rules)) >= 12


def test_a_running_head_leaves_room_for_both_its_ends() -> None:
    """A long part's title is cut between words, so that it doesn't run into what the document is."""
    heads = [
        [box for box in page.items if isinstance(box, TextBox) and box.role == "header"] for page in pages(narrate_guide, NO_TIMES)[4:-1]
    ]
    assert any(len(pair) == 2 and text(pair[1]).endswith("\u2026") for pair in heads)
    for pair in heads:
        ends = sorted((box.lines[0].spans[0].x, box.lines[0].spans[-1].x + box.lines[0].spans[-1].width) for box in pair)
        assert all(before[1] + 12 < after[0] for before, after in pairwise(ends))
        assert all(len(box.lines) == 1 for box in pair)


def test_without_times_nothing_stands_in_for_them() -> None:
    """The run sheet has no columns for them, and a card is named by its slide."""
    (page,) = pages(narrate_run_sheet, NO_TIMES)
    head = next(item for item in page.items if isinstance(item, Table) and item.header)
    assert [text(cell.text) for cell in head.rows[0]] == ["What", "Slides", "Workbook"]
    cards = pages(narrate_cards, NO_TIMES)[-1]
    assert "Slide 7" in [text(box) for box in read(cards)]


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_a_shortened_run_sheet_says_so(outline: Path) -> None:
    """Where slides have no line, a small line below the table says that they are left out; else nothing does."""
    (page,) = pages(narrate_run_sheet, outline)
    rows = [row for item in page.items if isinstance(item, Table) and not item.header for row in item.rows]
    (block,) = narrate_run_sheet(story(outline)).body
    assert isinstance(block, RunSheet)
    said = [item for item in page.items if isinstance(item, TextBox) and text(item).startswith("Short slides are left out")]
    assert len(said) == (len(rows) < len(block.versions[1]))
    assert all(item.rect.y > table.rect.bottom for item in said for table in page.items if isinstance(table, Table))


def test_no_word_of_the_run_sheet_is_cut(tmp_path: Path) -> None:
    """However many ways of working together a slide has, what happens keeps its words whole, in any language."""
    outline = tmp_path / "noc.yaml"
    outline.write_text(
        "leapdeck: 1\ntitle: Nocna zmiana\nlanguage: pl\nstart: '21:00'\nminutes: 60\n"
        "sections:\n  - title: Otwarcie\n    minutes: 60\n    slides:\n"
        "      - {kind: question, title: Kto decyduje o trzeciej, question: Kto, minutes: 20, grouping: [alone, pairs, groups, plenary]}\n"
    )
    (page,) = pages(narrate_run_sheet, outline)
    tables = [item for item in page.items if isinstance(item, Table)]
    whole = [cell.text for table in tables for row in table.rows for cell in row]
    said = [" ".join("".join(span.text for span in line.spans).strip() for line in box.lines) for box in whole]
    assert "Otwarcie" in said
    assert "Kto decyduje o trzeciej" in said
