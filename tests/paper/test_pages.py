"""The workbook's pages, by number: where things stand, where pages break, what is on them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import languages
from leapdeck.building import Job, brand_of, prepare
from leapdeck.building.kit import kit_material
from leapdeck.locales import words
from leapdeck.paper.kit import flyer_sheets
from leapdeck.paper.sheet import INNER, OUTER
from leapdeck.scene import Page, Rule, Table, TextBox
from leapdeck.units import MM
from works import EVERY_KIND, LOUD, OUTLINES, prepared

CASES = [
    pytest.param(outline, paper, brand, id=f"{outline.stem}-{paper}-{'loud' if brand else 'leap'}")
    for outline in (EVERY_KIND, *OUTLINES)
    for paper, brand in (("a4", None), ("letter", LOUD))
]


def pages(outline: Path = EVERY_KIND, paper: str = "letter", brand: Path | None = None) -> tuple[Page, ...]:
    """A workshop's pages."""
    return prepared(outline, paper, brand).paginated.sheets.pages


def body(found: tuple[Page, ...]) -> tuple[Page, ...]:
    """Those between cover and closing page."""
    return found[1:-1]


def boxes(page: Page) -> list[TextBox]:
    """A page's texts that are read."""
    return [item for item in page.items if isinstance(item, TextBox) and item.role != "footer"]


def text(box: TextBox) -> str:
    """A text's words."""
    return " ".join("".join(span.text for span in line.spans) for line in box.lines)


def bottom(page: Page) -> float:
    """Where the last thing above the footer ends."""
    return max(item.rect.bottom for item in page.items if not (isinstance(item, TextBox) and item.role == "footer"))


@pytest.mark.parametrize(("outline", "paper", "brand"), CASES)
def test_nothing_sticks_out(outline: Path, paper: str, brand: Path | None) -> None:
    """Every line lies inside its box, every box inside the sheet, ten points from its edges, and the text ends above the footer."""
    for page in pages(outline, paper, brand):
        for box in (item for item in page.items if isinstance(item, TextBox)):
            assert box.rect.x >= 9.9
            assert box.rect.right <= page.size.width - 9.9
            for line in box.lines:
                assert line.spans[-1].x + line.spans[-1].width <= box.rect.width + 0.1, text(box)
                assert box.rect.y + line.baseline <= box.rect.bottom + 0.1, text(box)
    for page in body(pages(outline, paper, brand)):
        assert bottom(page) <= page.size.height - 60


@pytest.mark.parametrize(("outline", "paper", "brand"), CASES)
def test_a_heading_is_never_the_last_thing_on_a_page(outline: Path, paper: str, brand: Path | None) -> None:
    """Below a heading stands what it heads."""
    for page in body(pages(outline, paper, brand)):
        headings = [box for box in boxes(page) if box.paragraphs and box.paragraphs[0].tag in ("H2", "H3")]
        assert all(
            any(item.rect.y > heading.rect.y + 5 for item in page.items if not (isinstance(item, TextBox) and item.role == "footer"))
            for heading in headings
        )


@pytest.mark.parametrize(("outline", "paper", "brand"), CASES)
def test_no_line_stands_alone(outline: Path, paper: str, brand: Path | None) -> None:
    """A paragraph that goes over two pages has at least two lines on each."""
    lines: dict[str, dict[str, int]] = {}
    for page in body(pages(outline, paper, brand)):
        for box in boxes(page):
            if box.key:
                by_page = lines.setdefault(box.key, {})
                by_page[page.label] = by_page.get(page.label, 0) + len(box.lines)
    assert all(count >= 2 for by_page in lines.values() for count in by_page.values())


@pytest.mark.parametrize(("outline", "paper", "brand"), CASES)
def test_every_page_is_worth_its_paper(outline: Path, paper: str, brand: Path | None) -> None:
    """No page ends before a fifth of its height."""
    assert all(bottom(page) > page.size.height / 5 for page in body(pages(outline, paper, brand)))


def test_margins_are_mirrored() -> None:
    """The inner margin, for the holes, is at the left of odd pages and at the right of even ones."""
    for page in body(pages()):
        expected = INNER if int(page.label) % 2 else OUTER
        tables = [item for item in page.items if isinstance(item, Table)]
        assert all(table.rect.x == pytest.approx(expected) for table in tables)
        assert all(table.rect.right == pytest.approx(page.size.width - (INNER + OUTER - expected)) for table in tables)


def test_page_numbers_stand_at_the_outer_edge() -> None:
    """Odd pages have their number at the right, even ones at the left."""
    for page in body(pages()):
        number = next(item for item in page.items if isinstance(item, TextBox) and item.role == "footer" and text(item) == page.label)
        middle = number.rect.x + number.lines[0].spans[0].x
        assert (middle > page.size.width / 2) == bool(int(page.label) % 2)


def test_contents_give_the_pages_of_the_sections() -> None:
    """A line of the contents has its section's title, time, page and summary, and leads to where the section begins."""
    front = pages()[1]
    linked: dict[str, list[TextBox]] = {}
    for box in boxes(front):
        if box.link:
            linked.setdefault(box.link[1:], []).append(box)
    assert len(linked) == 3
    for anchor, (title, *rest) in linked.items():
        said = [text(box) for box in rest]
        page = next(page for page in pages() if page.label in said)
        assert anchor in [id for id, _ in page.anchors]
        assert text(title) in [text(box) for box in boxes(page)]
        assert any(" min" in words for words in said)


def test_contents_take_one_page() -> None:
    """Where a page has no room for what all sections are about, the contents do without."""
    day = next(outline for outline in OUTLINES if outline.stem == "leadership-day")
    links = [sum(bool(box.link) for box in boxes(page)) for page in pages(day, "a4")[1:3]]
    assert links[0] > 0
    assert links[1] == 0


def test_slides_are_where_the_deck_says() -> None:
    """The page given for a slide is the page that has its heading."""
    found = prepared().paginated
    for id, label in found.pages.items():
        page = next(page for page in found.sheets.pages if page.label == label)
        assert id in [anchor for anchor, _ in page.anchors]


def test_sections_begin_new_pages() -> None:
    """A section's band stands at the head of a page."""
    titles = ("Common ground", "Practice on your own week", "Take it along")
    tops = [box.rect.y for page in body(pages())[1:] for box in boxes(page) if text(box) in titles]
    assert tops == [58, 58, 58]


def test_ruled_lines_are_eight_millimetres_apart_and_together() -> None:
    """A question's lines stand on one page, as far apart as a hand needs."""
    page = next(page for page in body(pages()) if any(text(box) == "A minute of silence" for box in boxes(page)))
    question = next(box for box in boxes(page) if text(box).startswith("Which of your lists"))
    rules = sorted(item.rect.y for item in page.items if isinstance(item, Rule) and item.rect.y > question.rect.y)[:5]
    assert len(rules) == 5
    assert all(b - a == pytest.approx(8 * MM) for a, b in pairwise(rules))


@pytest.mark.parametrize("count", [15, 16, 17, 22, 23, 24, 25, 30, 60])
def test_no_ruled_line_stands_alone_overleaf(tmp_path: Path, count: int) -> None:
    """However many lines a question has, each page that they stand on has three of them or more."""
    outline = tmp_path / "lines.yaml"
    slide = f"{{kind: question, title: Think, question: Why?, handout: {{lines: {count}}}}}"
    outline.write_text(f"leapdeck: 1\ntitle: Lines\nsections:\n  - title: One\n    slides:\n      - {slide}\n")
    rules = [[item for item in page.items if isinstance(item, Rule) and item.asks and item.asks.says == "Why?"] for page in pages(outline)]
    found = [len(of_page) for of_page in rules if of_page]
    assert sum(found) == count
    assert min(found) >= 3


def test_gaps_are_long_enough_for_a_hand() -> None:
    """A gap is a rule of at least two centimetres, and longer for longer words."""
    blanks = [span.width for page in pages() for box in boxes(page) for line in box.lines for span in line.spans if span.blank]
    assert blanks
    assert min(blanks) >= 20 * MM - 0.01


def test_worksheets_fill_their_page() -> None:
    """A worksheet has at least the rows asked for, on one page, and goes on to the foot where nothing follows it."""
    page = next(page for page in body(pages()) if any(text(box) == "Sort last week" for box in boxes(page)))
    rows = [item for item in page.items if isinstance(item, Table) and not item.header]
    assert len(rows) >= 6
    assert page.size.height - bottom(page) < 64 + 26 + 1


def test_a_long_table_says_its_heading_again() -> None:
    """Where a table goes on to another page, its heading row stands above the rest, marked as repeated."""
    for outline in (EVERY_KIND, *OUTLINES):
        keys: dict[str, str] = {}
        for page in body(pages(outline)):
            for table in (item for item in page.items if isinstance(item, Table)):
                first = keys.setdefault(table.key, page.label)
                if table.header and first != page.label:
                    assert table.repeated


@pytest.mark.parametrize(("outline", "paper", "brand"), CASES)
def test_short_tables_and_scales_stand_on_one_page(outline: Path, paper: str, brand: Path | None) -> None:
    """A table, a worksheet or a rating scale that takes less than a third of a page isn't parted."""
    found = body(pages(outline, paper, brand))
    heights: dict[str, dict[str, float]] = {}
    for page in found:
        for table in (item for item in page.items if isinstance(item, Table)):
            by_page = heights.setdefault(table.key, {})
            by_page[page.label] = by_page.get(page.label, 0.0) + table.rect.height
    room = found[0].size.height - 124
    assert not [by_page for by_page in heights.values() if len(by_page) > 1 and sum(by_page.values()) < room / 3]


def test_a_worksheets_rows_grow_before_there_are_more_of_them(tmp_path: Path) -> None:
    """Four rows asked for become as many as fill the page, all of one height: high enough for two lines of a hand, and no higher."""
    outline = tmp_path / "sheet.yaml"
    outline.write_text(
        "leapdeck: 1\ntitle: T\nsections:\n  - title: One\n    slides:\n"
        "      - {kind: exercise, title: Do it, steps: [One], handout: {table: {columns: [What, When], rows: 4}}}\n"
    )
    page = body(pages(outline))[1]
    rows = [item for item in page.items if isinstance(item, Table) and not item.header]
    assert len({round(row.rect.height, 3) for row in rows}) == 1
    assert 40 < rows[0].rect.height <= 44
    assert rows[-1].rect.bottom == pytest.approx(page.size.height - 64)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_caption_stays_with_its_picture(paper: str) -> None:
    """No page of the contract's own example begins with a caption."""
    for page in body(pages(Path(__file__).parents[1] / "contract" / "kitchen-sink.yaml", paper, LOUD)):
        first = boxes(page)[0]
        assert [paragraph.style for paragraph in first.paragraphs] != ["p-small"], text(first)


def test_few_rows_are_for_sentences(tmp_path: Path) -> None:
    """Two rows stay two, high enough for several lines of a hand; what is left of the page is for notes."""
    outline = tmp_path / "sheet.yaml"
    outline.write_text(
        "leapdeck: 1\ntitle: T\nsections:\n  - title: One\n    slides:\n"
        "      - {kind: exercise, title: Do it, steps: [One], handout: {table: {columns: [Before, After], rows: 2}}}\n"
    )
    page = body(pages(outline))[1]
    rows = [item for item in page.items if isinstance(item, Table) and not item.header]
    assert [round(row.rect.height) for row in rows] == [150, 150]
    assert "Notes" in [text(box) for box in boxes(page)]


def test_rows_after_a_list_are_as_high_as_its_own() -> None:
    """The spare lines of the sign-in sheet, down to the page's foot, are as high as those with a number."""
    ready = prepared()
    material = kit_material(ready)
    (page,) = flyer_sheets(material.kit.sign_in, material.brand, "letter", material.logos).pages
    heights = {item.heights[0] for item in page.items if isinstance(item, Table) and not item.header}
    assert len(heights) == 1


def test_the_names_of_a_scales_ends_never_touch(tmp_path: Path) -> None:
    """Long ones take two lines each, in their half of the scale; a gap stays between them."""
    job = Job(languages.outline("pl", tmp_path))
    material = kit_material(prepare(job, brand_of(job)[0]))
    (page,) = flyer_sheets(material.kit.feedback, material.brand, "a4", material.logos).pages
    low, high = (box for box in boxes(page) if text(box) in (words("pl")["feedback-low"], words("pl")["feedback-high"]))
    assert [len(box.lines) for box in (low, high)] == [2, 2]
    assert high.rect.x - low.rect.right >= 8
