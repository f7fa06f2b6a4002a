"""The workbook in other looks: large print, and little ink; what must stay the same, by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageStat

from leapdeck.brand.color import contrast, gray
from leapdeck.brand.palette import TINTS
from leapdeck.building import Options
from leapdeck.layouts.design import own_design
from leapdeck.narrate.guide import narrate_guide
from leapdeck.scene import Page, Picture, Primitive, Rule, Shape, Table, TextBox
from leapdeck.units import MM, Rect
from works import EVERY_KIND, LOUD, OUTLINES, laid_out, made, prepared, story

LARGE, SPARING = Options(large_print=True), Options(ink_saver=True)
CASES = [
    pytest.param(outline, paper, brand, id=f"{outline.stem}-{paper}")
    for outline in (EVERY_KIND, *OUTLINES)
    for paper, brand in (("a4", None), ("letter", LOUD))
]
GROUNDS = ("paper", "")
MARK = 8.0
"""Points: a form so thin is no ground."""


def large_pages(outline: Path = EVERY_KIND, paper: str = "letter", brand: Path | None = None) -> tuple[Page, ...]:
    """A workshop's pages in large print."""
    large = prepared(outline, paper, brand, LARGE).large
    assert large
    return large.sheets.pages


def sparing_pages(outline: Path = EVERY_KIND, paper: str = "letter", brand: Path | None = None) -> tuple[Page, ...]:
    """A workshop's pages with little ink."""
    return prepared(outline, paper, brand, SPARING).paginated.sheets.pages


def boxes(page: Page) -> Iterator[TextBox]:
    """A page's texts, those of its tables too, at their places on the page."""
    for item in page.items:
        if isinstance(item, TextBox):
            yield item
        elif isinstance(item, Table):
            yield from (cell.text for row in item.rows for cell in row)


def ticks(page: Page) -> list[Shape]:
    """Circles and boxes to tick."""
    return [item for item in page.items if isinstance(item, Shape) and item.role == "tick"]


def marks(pages: Iterable[Page]) -> set[str]:
    """The pictures of logos."""
    return {item.image for page in pages for item in page.items if isinstance(item, Picture) and item.role == "logo"}


def foot(page: Page) -> str:
    """What stands at a page's foot."""
    footers = [box for box in boxes(page) if box.role == "footer"]
    return " ".join("".join(span.text for span in line.spans) for box in footers for line in box.lines).replace("\u00a0", " ")


@pytest.mark.parametrize(("outline", "paper", "brand"), CASES)
def test_large_print_keeps_to_its_sheet(outline: Path, paper: str, brand: Path | None) -> None:
    """The paper is the usual one; every line lies in its box, every box ten points from the sheet's edges."""
    normal = prepared(outline, paper, brand).paginated.sheets.pages[0].size
    for page in large_pages(outline, paper, brand):
        assert (page.size.width, page.size.height) == pytest.approx((normal.width, normal.height))
        for box in (item for item in page.items if isinstance(item, TextBox)):
            assert box.rect.x >= 9.9
            assert box.rect.right <= page.size.width - 9.9
            assert all(line.spans[-1].x + line.spans[-1].width <= box.rect.width + 0.1 for line in box.lines)
            assert all(box.rect.y + line.baseline <= page.size.height - 20 for line in box.lines)


def test_large_print_is_large() -> None:
    """Running text is set in 14 points, nothing in less than 12; lines are 9 mm apart, circles larger, gaps longer."""
    normal, large = prepared().paginated.sheets.pages, large_pages()
    sizes = {round(p.size, 1) for page in large for box in boxes(page) for p in box.paragraphs if p.style == "p-body"}
    assert sizes == {14.0}
    assert min(span.size for page in large for box in boxes(page) for line in box.lines for span in line.spans if span.text) >= 11.9
    rules = [rule.rect.y for rule in large[5].items if isinstance(rule, Rule)]
    assert {round(b - a, 2) for a, b in pairwise(rules)} >= {round(9 * MM, 2)}
    before, after = ({round(tick.rect.width, 2) for page in pages for tick in ticks(page)} for pages in (normal, large))
    assert after == {round(width * 14 / 10.5, 2) for width in before}


@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
def test_large_print_says_which_page_it_is(outline: Path) -> None:
    """The page with a slide's heading names, at its foot, the page that the slides give for it."""
    work = prepared(outline, options=LARGE)
    for page in large_pages(outline)[1:-1]:
        said = foot(page).partition("= p. ")[2].split()[0]
        first, _, last = said.partition("\u2013")
        there = range(int(first), int(last or first) + 1)
        assert all(int(work.paginated.pages[id]) in there for id, _ in page.anchors if id in work.paginated.pages)
        assert page.label in foot(page).split()
    assert work.paginated.pages == prepared(outline).paginated.pages


@pytest.mark.parametrize(("outline", "paper", "brand"), CASES)
def test_little_ink_fills_no_ground(outline: Path, paper: str, brand: Path | None) -> None:
    """No form but thin marks is filled, no text and no cell has a ground; the white mark has given way to the dark one."""
    work = prepared(outline, paper, brand, SPARING)
    for page in sparing_pages(outline, paper, brand):
        for item in page.items:
            if isinstance(item, Shape):
                assert item.fill in GROUNDS or min(item.rect.width, item.rect.height) <= MARK
            if isinstance(item, TextBox):
                assert item.fill in GROUNDS
            if isinstance(item, Table):
                assert not [cell for row in item.rows for cell in row if cell.fill]
    shown = marks(sparing_pages(outline, paper, brand))
    assert not shown & marks(prepared(outline, paper, brand).paginated.sheets.pages)
    assert shown <= set(work.paginated.images)


@pytest.mark.parametrize(("outline", "paper", "brand"), CASES)
def test_little_ink_moves_nothing(outline: Path, paper: str, brand: Path | None) -> None:
    """Every word stands where it stood."""
    normal = prepared(outline, paper, brand).paginated.sheets.pages
    for page, before in zip(sparing_pages(outline, paper, brand), normal, strict=True):
        assert [(box.rect, box.lines) for box in boxes(page)] == [(box.rect, box.lines) for box in boxes(before)]


def test_little_ink_can_be_read() -> None:
    """All text is grey or black, and has a contrast of at least 4.5 with white paper."""
    palette = prepared(options=SPARING).paper_brand.palette
    used = {span.color for page in sparing_pages() for box in boxes(page) for line in box.lines for span in line.spans}
    assert used >= {"ink", "on-dark", "muted", "accent"}
    for role in used:
        red, green, blue = (palette[role][at : at + 2] for at in (1, 3, 5))
        assert red == green == blue
        assert contrast(palette[role], "#FFFFFF") >= 4.5


def grounded(items: Iterable[Primitive], ground: str) -> Iterator[tuple[TextBox, str]]:
    """Texts that are read, and what each of them stands on: its own ground, its cell's, or the last form that lies under it."""
    below: list[tuple[Rect, str]] = []
    for item in items:
        if isinstance(item, Shape) and item.fill and item.alpha == 1:
            below.append((item.rect, item.fill))
        elif isinstance(item, TextBox) and item.role != "decoration":
            yield item, item.fill or under(item.rect, below, ground)
        elif isinstance(item, Table):
            behind = under(item.rect, below, ground)
            yield from ((cell.text, cell.fill or behind) for row in item.rows for cell in row)


def under(rect: Rect, below: list[tuple[Rect, str]], ground: str) -> str:
    """The uppermost form on which a rectangle's left edge lies."""
    x, y = rect.x + 1, rect.y + rect.height / 2
    return next((fill for form, fill in reversed(below) if form.x <= x <= form.right and form.y <= y <= form.bottom), ground)


def printed(outline: Path, brand: Path | None) -> Iterator[tuple[Iterable[Primitive], str]]:
    """What stands on the pages of workbook and guide, and on slides, with its ground."""
    work = prepared(outline, brand=brand)
    pages = (*work.paginated.sheets.pages, *laid_out(narrate_guide(story(outline, brand=brand)), brand_file=brand))
    yield from ((page.items, "paper") for page in pages)
    for scene in work.deck.scenes:
        layout = own_design().layout(scene.layout, "", "")
        yield (*layout.marks, *scene.items), layout.ground


@pytest.mark.parametrize("brand", [None, LOUD], ids=["leap", "loud"])
@pytest.mark.parametrize("outline", [EVERY_KIND, *OUTLINES], ids=lambda path: path.stem)
def test_gray_print_can_be_read(outline: Path, brand: Path | None) -> None:
    """In gray print, texts of workbook, guide and slides have a contrast of 4.5 or more with what they stand on; ornaments needn't."""
    palette = prepared(outline, brand=brand).brand.palette
    pairs = {
        (span.color, ground)
        for items, under_all in printed(outline, brand)
        for box, ground in grounded(items, under_all)
        for line in box.lines
        for span in line.spans
        if span.text.strip() and span.color not in TINTS
    }
    assert len(pairs) > 10
    found = {pair: contrast(*(gray(palette[role]) for role in pair)) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 4.5} == {}


def ink(data: bytes) -> float:
    """How much of the paper is black, as a grey picture of all pages has it."""
    with pypdfium2.PdfDocument(data) as pdf:
        greys = [ImageStat.Stat(page.render(scale=1, grayscale=True).to_pil()).mean[0] for page in pdf]
    return 1 - sum(greys) / len(greys) / 255


@pytest.mark.parametrize("kind", ["handout", "fillable"])
@pytest.mark.parametrize("outline", [EVERY_KIND, OUTLINES[-1]], ids=lambda path: path.stem)
def test_little_ink_is_less_than_half(outline: Path, kind: str) -> None:
    """A workbook takes well under 60 % of the ink."""
    assert ink(made(outline, kind, options=SPARING)) < 0.5 * ink(made(outline, kind))


@pytest.mark.parametrize("kind", ["guide", "slides-2up"])
def test_slides_on_paper_take_little_ink_too(kind: str) -> None:
    """The facilitator's guide and slides on paper show them without their grounds."""
    assert ink(made(kind=kind, options=SPARING)) < 0.6 * ink(made(kind=kind))


def test_the_deck_stays_as_it_is() -> None:
    """What changes paper changes no slide."""
    assert made(options=Options(large_print=True, ink_saver=True)) == made()
