"""The ways in which a client's name may stand in a text."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from html import escape

import pytest

from leapdeck.checks.leaks import Gate, Known
from leapdeck.checks.words import folded


def told(name: str, text: str, part: str = "ppt/slides/slide1.xml") -> list[str]:
    """How sure the gate is of a client's name in a slide's text."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(part, f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>")
    return [found.severity for found in Gate([Known("other", (name,))]).findings(buffer.getvalue(), "x.pptx")]


FULL = "Northern Light Logistics GmbH"
LIGHT = "Northern Light"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (FULL, "see northern-light-logistics.com"),
        (FULL, "see www.northernlightlogistics.com/about"),
        (FULL, "write to info@northernlightlogistics.example"),
        (FULL, "northernlightlogistics"),
        (FULL, "Northern Light Logistics"),
        (FULL, "NorthernLight Logistics"),
        (LIGHT, "NorthernLight"),
        (LIGHT, "the NorthernLight2027 plan"),
        (LIGHT, "#northern_light"),
        (LIGHT, "https://example.com/?q=northern%20light"),
        (LIGHT, "https://example.com/?q=northern%2520light"),
        (LIGHT, "https://example.com/northernlight"),
        (LIGHT, "ann@northernlightgroup.example"),
        (LIGHT, "N O R T H E R N  L I G H T"),
        (LIGHT, "northern\u00a0light"),
        (LIGHT, "north\u00adern\u200b l\u200dig\u2060ht"),
        (LIGHT, "Nor\u034fthern Li\ufe0fght"),
        (LIGHT, "northern\u2028light"),
        (LIGHT, "NORTHERN LIGHT™"),
        (LIGHT, "Northern Light¹"),
        (LIGHT, "𝐍𝐨𝐫𝐭𝐡𝐞𝐫𝐧 Ｌｉｇｈｔ"),
        (LIGHT, "ɴᴏʀᴛʜᴇʀɴ ʟɪɢʜᴛ"),
        ("Fluffy Office", "\ufb02u\ufb00y o\ufb03ce"),
        ("The Northern Light", "at Northern Light"),
        ("Müller & Söhne", "bei Mueller und Soehne"),
        ("Müller & Söhne", "Muller Sohne"),
        ("Müller & Söhne", "xn--mller-shne-kcb9d.example"),
        ("Müller & Söhne", "www.mueller-soehne.example"),
        ("Mueller", "Müller"),
        ("Marks and Spencer", "Marks & Spencer"),
        ("Marks & Spencer", "Marks and Spencer"),
        ("Marks & Spencer", "Marks &amp; Spencer"),
        ("Weiß AG", "WEISS AG"),
        ("İstanbul Lojistik", "ISTANBUL LOJISTIK"),
        ("Diyarbakır", "DİYARBAKIR"),
        ("O'Brien", "OʼBrien"),
        ("O’Brien", "O'BRIEN"),
        ("Société Générale", "Societe Generale"),
        ("Smørrebrød", unicodedata.normalize("NFD", "SMØRREBRØD")),
        ("東京電力", "東京電力の皆さん"),
        ("삼성전자", "삼성전자는"),
        ("Nordpost", "Nordpost2027"),
        ("Nordpost", "nordpost-2027.pptx"),
        ("3M Works", "3M works"),
    ],
)
def test_a_name_is_known_however_it_is_written(name: str, text: str) -> None:
    """In one word, in an address, escaped, without accents, legal form or "and", with signs that nobody sees: it stops the file."""
    assert told(name, text) == ["error"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (LIGHT, "Northernlight"),
        (LIGHT, "the Northern Lights"),
        ("Nordpost", "bei Nordposts Leuten"),
        ("Nordpost GmbH", "for Nordpost"),
        ("Müller", "at Muller"),
        ("Muller", "at Müller"),
        ("Nordpost", "https://nordpostgruppe.example"),
    ],
)
def test_what_may_be_chance_is_pointed_at(name: str, text: str) -> None:
    """Two words in one, a plural, a single word without its legal form or its accents: a warning."""
    assert told(name, text) == ["warning"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Schön", "Das ist schon gut."),
        ("Insight Ltd", "an insight that lasts"),
        ("Post AG", "Post it on the wall"),
        ("Light House", "a lighthouse"),
        ("A&B", "options A and B"),
        ("Nestlé", "to nestle among friends"),
        ("Northern", "Northernmost"),
        ("3M", "it is 3 m wide"),
        ("Delta", "www.deltaplan.example"),
    ],
)
def test_common_words_are_nobodys(name: str, text: str) -> None:
    """What another language or another sentence says by chance isn't told of."""
    assert told(name, text) == []


@pytest.mark.parametrize("part", ["ppt/slideLayouts/slideLayout1.xml", "ppt/notesSlides/_rels/notesSlide2.xml.rels", "docProps/app.xml"])
@pytest.mark.parametrize("name", ["Slide Layout", "Layout", "Notes Slide", "Doc Props"])
def test_the_formats_own_words_are_nobodys(name: str, part: str) -> None:
    """What PowerPoint calls the parts of its files is in every deck."""
    assert told(name, "x", part) == []


def test_marks_without_end_are_no_work() -> None:
    """A letter under a hundred thousand accents is read at once, with the words beside it."""
    assert folded("Nord" + "\u0301\u0316" * 100_000 + " Post")[-1] == "post"
