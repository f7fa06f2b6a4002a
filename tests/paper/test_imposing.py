"""Booklets by number: which pages stand on which side, what fills them up, how far grounds reach."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from leapdeck.building import Options
from leapdeck.paper.binding import bound
from leapdeck.paper.bleeding import bled
from leapdeck.paper.imposing import imposed, order
from leapdeck.scene import Page, Rule, Shape, Sheets, TextBox
from leapdeck.units import MM, Insets, Rect, Size
from works import EVERY_KIND, prepared


def folded(count: int) -> list[int]:
    """The pages of a booklet as they are read: sheets laid into each other, front and back, folded."""
    sides = order(count)
    fronts, backs = sides[::2], sides[1::2]
    first = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second = [page for front, back in zip(reversed(fronts), reversed(backs), strict=True) for page in (back[1], front[0])]
    return first + second


def workbook(count: int) -> Sheets:
    """The first pages of a workbook and its last, so many together, with their own numbers."""
    pages = prepared(EVERY_KIND, "a4").paginated.sheets.pages
    return Sheets(prepared().document.properties, (*pages[: count - 1], pages[-1]))


def made_up(sheets: Sheets) -> tuple[Page, ...]:
    """The pages of a workbook that can be folded."""
    ready = prepared(EVERY_KIND, "a4")
    return bound(sheets, ready.document, ready.brand, ready.logos).pages


def words(page: Page) -> str:
    """All that a page says."""
    boxes = (item for item in page.items if isinstance(item, TextBox))
    return " ".join(span.text for box in boxes for line in box.lines for span in line.spans)


def test_sides_follow_the_fold() -> None:
    """The first sheet carries the cover and what goes around it; folded, the pages come in order."""
    assert order(8) == ((7, 0), (1, 6), (5, 2), (3, 4))
    for count in (4, 8, 12, 48):
        assert folded(count) == list(range(count))


def test_pages_that_cannot_be_folded_are_refused() -> None:
    """Six pages are one sheet and a half."""
    with pytest.raises(ValueError, match="four"):
        order(6)


@pytest.mark.parametrize("count", [5, 6, 7, 8])
def test_notes_pages_fill_up_to_four(count: int) -> None:
    """They stand before the contact page, say what they are, have ruled lines and the numbers that follow; the rest stays as it is."""
    sheets = workbook(count)
    pages = made_up(sheets)
    added = pages[count - 1 : -1]
    assert len(pages) == 8
    assert len(added) == 8 - count
    assert pages[: count - 1] == sheets.pages[:-1]
    assert [page.label for page in added] == [str(number) for number in range(count, 8)]
    for page in added:
        assert words(page).startswith("Notes ")
        assert words(page).endswith(f" {page.label}")
        rules = [item.rect for item in page.items if isinstance(item, Rule)]
        assert len(rules) > 20
        assert rules[1].y - rules[0].y == pytest.approx(8 * MM)
        assert rules[-1].y < page.size.height - 60
    assert words(pages[-1]) == words(sheets.pages[-1])


def test_notes_pages_are_in_large_print_where_the_rest_is() -> None:
    """A booklet of large print is filled up with headings and lines as large as those of the other pages."""
    ready = prepared(EVERY_KIND, "a4", options=Options(large_print=True))
    assert ready.large
    sheets = ready.large.sheets
    for count in (5, 6, 7):
        short = replace(sheets, pages=(*sheets.pages[: count - 1], sheets.pages[-1]))
        *_, notes, back = bound(short, ready.document, ready.brand, ready.logos, large=True).pages
        heading = next(item for item in notes.items if isinstance(item, TextBox))
        rules = [item.rect for item in notes.items if isinstance(item, Rule)]
        assert notes.size == back.size == sheets.pages[0].size
        assert heading.lines[0].spans[0].size == pytest.approx(28 * 14 / 10.5)
        assert rules[1].y - rules[0].y == pytest.approx(9 * MM)
        assert words(back) == words(sheets.pages[-1])


def test_the_contact_page_is_the_back_cover() -> None:
    """As a left page it has the left page's margins."""
    back = made_up(workbook(5))[-1]
    assert back.label == "8"
    first = next(item for item in back.items if isinstance(item, TextBox))
    assert first.rect.x == pytest.approx(18 * MM)


def test_a4_becomes_a5() -> None:
    """Two pages fill a sheet, at the root of a half of their size."""
    for side in imposed(made_up(workbook(8))):
        assert side.size.width == pytest.approx(297 * MM)
        assert side.size.height == pytest.approx(210 * MM)
        for n, place in enumerate(side.places):
            assert place.scale == pytest.approx(0.5**0.5, abs=0.001)
            assert place.x == pytest.approx(n * 297 / 2 * MM, abs=0.2)
            assert place.y == pytest.approx(0, abs=0.3)


def test_letter_becomes_half_a_letter() -> None:
    """A page stands in the middle of its half, and its grounds reach the half's edges."""
    ready = prepared(EVERY_KIND, "letter")
    sides = imposed(bound(ready.paginated.sheets, ready.document, ready.brand, ready.logos).pages)
    back, cover = sides[0].places
    assert cover.scale == pytest.approx(396 / 612)
    assert (cover.x, cover.y) == pytest.approx((396, (612 - 792 * 396 / 612) / 2))
    for place in (back, cover):
        ground = next(item for item in place.page.items if isinstance(item, Shape))
        assert place.y + ground.rect.y * place.scale == pytest.approx(0)
        assert place.room == Rect(0 if place is back else 396, 0, 396, 612)


def test_grounds_bleed_over_the_edges_that_they_touch() -> None:
    """A ground grows beyond each edge that it touches and nowhere else; circles and texts stay as they are."""
    size = Size(100, 200)
    rects = {
        Rect(0, 0, 100, 50): Rect(-8, -8, 116, 58),
        Rect(0, 10, 4, 190): Rect(-8, 10, 12, 198),
        Rect(10, 150, 80, 50): Rect(10, 150, 80, 58),
        Rect(1, 1, 98, 198): Rect(1, 1, 98, 198),
    }
    page = Page(size, tuple(Shape(rect, fill="primary") for rect in rects))
    assert [item.rect for item in bled(page, Insets(8, 8, 8, 8)).items] == list(rects.values())
    others = Page(size, (Shape(Rect(0, 0, 9, 9), "ellipse", fill="accent"), TextBox(Rect(0, 0, 100, 9)), Rule(Rect(0, 5, 100, 0))))
    assert bled(others, Insets(8, 8, 8, 8)) == others
