"""Pages made by hand: how each primitive stands in the file, and what goes on over several pages."""

from __future__ import annotations

import re

import pikepdf
import pytest
from msgspec.structs import replace

from leapdeck.layouts.fitting import box
from leapdeck.layouts.tables import PAGE_PADDING, CellText, set_table
from leapdeck.pdf import write_sheets
from leapdeck.richtext import Run
from leapdeck.scene import Chart, Inset, Page, Paragraph, Primitive, Properties, Rule, Shape, Sheets, TextBox, Wedge
from leapdeck.units import Rect, Size
from pdfs import bookmarks, drawn, links, opened, tree
from works import brand, prepared

SHEET = Size(400, 300)
HERE = Rect(40, 40, 200, 60)
ABOUT = Properties("Trial", "en-US", "Nobody")


def written(*pages: tuple[Primitive, ...], **more: tuple[tuple[object, ...], ...]) -> bytes:
    """A document of so many pages; `more` is what else its first page has."""
    first, *rest = (Page(SHEET, items, str(number)) for number, items in enumerate(pages, 1))
    return write_sheets(Sheets(ABOUT, (replace(first, **more), *rest)), brand(), {})


def text(*runs: Run, rect: Rect = HERE, key: str = "", link: str = "", role: str = "body", **looks: object) -> TextBox:
    """A box with one paragraph."""
    made = box((Paragraph(runs, "p-body", 10.5, **looks),), rect, brand(), role=role)  # type: ignore[arg-type]  # a paragraph's own words
    return replace(made, key=key, link=link)


def part(whole: TextBox, start: int, stop: int) -> TextBox:
    """Some lines of a box."""
    return replace(whole, lines=whole.lines[start:stop])


def structure(*pages: tuple[Primitive, ...]) -> list[str]:
    """The tree of a document without its indents and its root."""
    return [line.strip() for line in tree(written(*pages)).splitlines()[1:]]


def test_a_paragraph_over_two_pages_is_one() -> None:
    """Parts with one key share an element, with a space where the page ends."""
    whole = text(Run("One sentence that is long enough to need a second line and perhaps a third one to be whole."), key="p1")
    assert structure((part(whole, 0, 1),), (part(whole, 1, 9),)) == [
        "P",
        f"“{''.join(span.text for span in whole.lines[0].spans)} ”",
        f"“{' '.join(''.join(span.text for span in line.spans) for line in whole.lines[1:])} ”",
    ]


def test_a_list_goes_on_over_pages_and_ends_with_other_text() -> None:
    """Items that follow each other are one list, whatever decoration lies between; a paragraph, or counting anew, ends it."""
    items = [text(Run(word), bullet="number", number=n, indent=14, hang=14) for n, word in enumerate(("a", "b", "c"), 1)]
    found = structure((items[0], Rule(HERE)), (text(Run("2"), role="number"), items[1], items[2]), (items[0], text(Run("x")), items[1]))
    assert [line for line in found if line.startswith("L ")] == ["L listnumbering: Decimal"] * 3
    assert found.count("LI") == 5
    assert [line for line in found if line in ("“a”", "“b”", "“c”", "“x”")] == ["“a”", "“b”", "“c”", "“a”", "“x”", "“b”"]


def test_a_table_over_two_pages_is_one() -> None:
    """Its heading is read once; where it stands again it is an artifact."""
    head = tuple(CellText((Run(word),), "p-head", 10.5, "primary", header=True) for word in ("Who", "What"))
    rows = [tuple(CellText((Run(word),), "p-cell", 10.5) for word in words) for words in (("Ann", "asks"), ("Bob", "answers"))]
    first = set_table((head, rows[0]), (100, 100), 40, 40, PAGE_PADDING, brand())
    second = set_table((head, rows[1]), (100, 100), 40, 40, PAGE_PADDING, brand())
    keyed = replace(first, key="t", row_headers=True), replace(second, key="t", row_headers=True, repeated=True)
    data = written((keyed[0],), (keyed[1],))
    found = [line.strip() for line in tree(data).splitlines()[1:]]
    assert found.count("Table") == 1
    assert [line for line in found if line.startswith(("TH", "TR"))] == [
        "TR",
        "TH scope: Column",
        "TH scope: Column",
        "TR",
        "TH scope: Row",
        "TR",
        "TH scope: Row",
    ]
    assert drawn(data).artifacts == ["Who", "What"]


def test_cells_hold_lists_of_their_own() -> None:
    """A list in one cell doesn't go on in the next."""
    row = tuple(CellText((Run("x"),), "p-cell", 10.5) for _ in range(2))
    table = set_table((row,), (100, 100), 40, 40, PAGE_PADDING, brand())
    listed = text(Run("item"), bullet="square", indent=14, hang=14)
    cells = tuple(replace(cell, text=replace(listed, rect=cell.text.rect)) for cell in table.rows[0])
    found = structure((replace(table, rows=(cells,), header=0),))
    assert found.count("L listnumbering: Square") == 2


def test_a_gap_is_a_rule_that_says_so() -> None:
    """A gap stands in its sentence, with words in place of the rule."""
    found = structure((text(Run("Trust is "), Run("", gap=True, blank=60.0), Run(" work.")),))
    assert found == ["P", "“Trust is ”", "Span actualtext: a gap to fill in", "“”", "“ work.”"]


def test_links_go_only_where_they_may() -> None:
    """The web, mail, telephones and anchors of the document; anything else stays plain text."""
    addresses = (
        "https://example.com/a b?c=ü",
        "mailto:a@example.com",
        "tel:123",
        "#here",
        "#nowhere",
        "javascript:alert(1)",
        "file:///etc/passwd",
    )
    boxes = tuple(text(Run(f"to {number}", link=address), rect=Rect(40, 20 * number, 200, 20)) for number, address in enumerate(addresses))
    data = written(boxes, anchors=(("here", 100.0),))
    assert links(data) == [
        (1, "to 0", "https://example.com/a%20b?c=%C3%BC"),
        (1, "to 1", "mailto:a@example.com"),
        (1, "to 2", "tel:123"),
        (1, "to 3", "page 1"),
    ]
    assert tree(data).count("Link\n") == 4


def test_a_link_over_two_lines_is_one_element_with_two_areas() -> None:
    """Each line of a link can be touched, and it is read once."""
    data = written((text(Run("These linked words are long enough to need a second line of the box", link="https://example.com")),))
    assert len(links(data)) == 2
    assert tree(data).count("Link\n") == 1
    with opened(data) as pdf:
        first, second = (link.Rect for link in pdf.pages[0].Annots)
        assert float(first[1]) > float(second[1])


def test_a_linked_form_can_be_touched() -> None:
    """A form with a link has its area, whether it says something or not."""
    data = written((Shape(HERE, fill="accent", link="https://example.com"), Shape(HERE, fill="accent", alt="A door", link="tel:1")))
    assert links(data) == [(1, "https://example.com", "https://example.com"), (1, "A door", "tel:1")]
    assert "Figure alt: A door" in tree(data)


def test_forms_without_words_are_artifacts() -> None:
    """Forms, rules and decorative text are in no element."""
    data = written((Shape(HERE, fill="mist"), Rule(HERE), text(Run("ornament"), role="decoration"), text(Run("read me"))))
    assert tree(data) == "Document\n  P\n    “read me”\n"
    assert drawn(data).artifacts == ["ornament"]


def test_a_chart_is_one_figure() -> None:
    """Everything that a chart is drawn of belongs to one figure with its alternative text."""
    drawing = (
        Wedge(Rect(0, 0, 60, 60), 0, 120, "primary"),
        Wedge(Rect(0, 0, 60, 60), 120, 240, "accent"),
        text(Run("Half"), rect=Rect(70, 0, 60, 20)),
    )
    found = structure((Chart(HERE, "pie", ("a", "b"), (), "Two parts", drawing),))
    assert found == ["Figure alt: Two parts", "“Half”"]


def test_opacity_holds_for_each_form_alone() -> None:
    """Two forms of the same opacity are both as faint as they should be, and what follows is solid."""
    faint = Shape(HERE, fill="accent", alpha=0.25)
    with opened(written((faint, faint, Shape(HERE, fill="accent")))) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode()
        values = sorted(float(state[key]) for state in pdf.pages[0].Resources.ExtGState.values() for key in ("/ca", "/CA") if key in state)
    groups = re.findall(r"^q$(.*?)^Q$", content, re.DOTALL | re.MULTILINE)
    assert [group.count(" gs") for group in groups] == [1, 1]
    assert " gs" not in content.rpartition("\nQ\n")[2]
    assert values == [0.25, 0.25]


def test_tracking_ends_with_its_text() -> None:
    """Spaced capitals leave the next text as it is."""
    kicker = box((Paragraph((Run("PART ONE"),), "p-kicker", 9),), HERE, brand())
    shown = {words: width for words, _, width in drawn(written((kicker, text(Run("plain"))))).shown}
    assert shown["PART ONE"] == pytest.approx(kicker.lines[0].spans[0].width, abs=0.05)
    assert shown["plain"] == pytest.approx(text(Run("plain")).lines[0].spans[0].width, abs=0.05)


def test_bookmarks_close_up_where_a_level_is_left_out() -> None:
    """An entry of the third level right below one of the first stands in the second."""
    marks = ((0, "One", "here"), (2, "Deep", "here"), (1, "Next", "here"), (0, "Two", "here"))
    data = written((text(Run("x")),), anchors=(("here", 0.0),), bookmarks=marks)
    assert bookmarks(data) == ["One → 1", "  Deep → 1", "  Next → 1", "Two → 1"]


def test_characters_come_back_as_they_were_set() -> None:
    """Accents, signs and quotation marks read as written; spaces that hold words together read as spaces."""
    said = "Žluťoučký “kůň” – 5\u00a0€, naïve (a\\b)"
    assert structure((text(Run(said), rect=Rect(10, 10, 380, 40)),)) == ["P", f"“{said.replace(chr(0xA0), ' ')}”"]


def test_a_slide_in_small_is_drawn_once() -> None:
    """Two insets place one form, each a figure of its own; the form holds no marks and no links and names all that it needs."""
    work = prepared()
    scenes = tuple(scene for scene in work.deck.scenes if scene.id in ("title", "panels", "agenda"))
    insets = tuple(Inset(Rect(10, 10 + 40 * n, 64, 36), id, f"Small {n}") for n, id in enumerate(("title", "panels", "title")))
    sheets = Sheets(ABOUT, (Page(SHEET, insets, "1"),), replace(work.deck, scenes=scenes))
    data = write_sheets(sheets, work.brand, work.composed.images)
    assert [line.strip() for line in tree(data).splitlines() if "Figure" in line] == [f"Figure alt: Small {n}" for n in range(3)]
    assert links(data) == []
    with opened(data) as pdf:
        forms = {str(form.objgen): form for form in pdf.pages[0].Resources.XObject.values() if form.Subtype == pikepdf.Name.Form}
        assert len(forms) == 2
        assert pdf.pages[0].Contents.read_bytes().count(b" Do") == 3
        for form in forms.values():
            content = form.read_bytes().decode()
            assert not re.search(r"BDC|BMC|MCID", content)
            named = {*re.findall(r"/(\w+) (?:[\d.]+ Tf|gs|Do)", content)}
            assert named
            assert named <= {str(name)[1:] for kind in form.Resources.values() for name in kind}
