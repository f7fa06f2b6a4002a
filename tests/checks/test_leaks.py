"""The leak gate over finished files."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile
import zlib

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from leapdeck.checks.finished import Unreadable
from leapdeck.checks.leaks import Gate, Known
from leapdeck.checks.pixels import Look, Looks, look
from leapdeck.checks.words import Phrases, folded


def package(**parts: str | bytes) -> bytes:
    """A zip whose parts are named by keywords, `__` for a slash and `_` before the suffix for a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in parts.items():
            head, _, suffix = name.replace("__", "/").rpartition("_")
            file.writestr(f"{head}.{suffix}", content)
    return buffer.getvalue()


def slide(*runs: str) -> bytes:
    """A package with one slide of one paragraph."""
    return package(ppt__slides__slide1_xml="<a:p>" + "".join(f"<a:r><a:t>{run}</a:t></a:r>" for run in runs) + "</a:p>")


def logo(color: str, size: int = 64, fmt: str = "PNG") -> bytes:
    """A picture of two fields, one in a color."""
    picture = Image.new("RGB", (size, size), "white")
    picture.paste(color, (0, 0, size // 2, size))
    buffer = io.BytesIO()
    picture.save(buffer, fmt)
    return buffer.getvalue()


def seen(data: bytes) -> Look | None:
    """How a picture looks."""
    return look(Image.open(io.BytesIO(data)))


ACME = Known("acme", ("Acme & Söhne", "Post"), ("Project Kestrel",), ("the north depot",), seen(logo("#cc0000")))
BOLT = Known("bolt", ("Acme & Söhne Nord",))
LATIN = "<a:latin typeface='x'/>"
GATE = Gate([ACME, BOLT])


@pytest.mark.parametrize("text", ["Acme &amp; Söhne", "ACME &amp; SÖHNE", "for acme, söhne"])
def test_a_name_is_found_whatever_its_case_and_its_signs(text: str) -> None:
    """Another client's name is found in a slide, escaped or shouted."""
    (found,) = GATE.findings(slide(text), "x-deck.pptx", reader="other")
    assert (found.code, found.severity) == ("leak", "error")
    assert "slide 1" in found.message


def test_a_name_parted_over_runs_is_found() -> None:
    """Runs of one paragraph are read as one text."""
    assert GATE.findings(slide("Project Kes", "trel"), "x.pptx", reader="other")


def test_a_client_may_read_its_own_name() -> None:
    """What is the reader's own is no leak."""
    assert not GATE.findings(slide("Acme &amp; Söhne, Project Kestrel"), "acme-deck.pptx", reader="acme")


def test_a_name_inside_the_readers_own_name_is_its_own() -> None:
    """A client whose name holds another's may read it; where the other's stands alone it is pointed at, unless allow says it is meant."""
    assert not GATE.findings(slide("Welcome to Acme &amp; Söhne Nord"), "bolt.pptx", reader="bolt")
    alone = slide("Acme &amp; Söhne, and Acme &amp; Söhne Nord")
    assert [found.severity for found in GATE.findings(alone, "bolt.pptx", reader="bolt")] == ["warning"]
    assert not GATE.findings(alone, "bolt.pptx", reader="bolt", allow=["Acme & Söhne"])
    assert {found.severity for found in GATE.findings(slide("Acme &amp; Söhne Nord"), "acme.pptx", reader="acme")} == {"error"}


def test_words_are_matched_whole() -> None:
    """An alias inside a longer word is no leak."""
    assert not GATE.findings(slide("Postpone the poster"), "x.pptx", reader="other")
    assert GATE.findings(slide("by post"), "x.pptx", reader="other")


def test_another_clients_variable_is_a_warning() -> None:
    """A variable's value may stand elsewhere by chance, so it is only pointed at."""
    (found,) = GATE.findings(slide("Meet at the north depot."), "x.pptx", reader="other")
    assert found.severity == "warning"


def test_a_name_of_a_letter_or_two_is_only_pointed_at() -> None:
    """Figures and single letters stand in anybody's files, so that an alias such as 3 or X stops nobody's build."""
    gate = Gate([Known("acme", ("Acme", "3", "X"))])
    assert [(one.code, one.severity) for one in gate.findings(slide("slide 3 of the x axis"), "deck.pptx")] == [("leak", "warning")] * 2
    (strict,) = gate.findings(slide("as at Acme"), "deck.pptx")
    assert (strict.severity, "aliases: in the client file of acme" in strict.hint) == ("error", True)


def test_a_word_is_told_once_with_its_places() -> None:
    """Slides by their numbers, the rest in sum; a name within a longer one and a variable of that name add nothing."""
    gate = Gate([Known("acme", ("Acme", "Acme Works", "ACME"), values=("Acme", "the depot"))])
    words = "<a:p><a:t>For Acme Works at the depot</a:t></a:p>"
    deck = {f"ppt__slides__slide{n}_xml": words for n in (1, 2, 3, 7)}
    deck |= {f"ppt__{part}_xml": "<a:t>Acme Works</a:t>" for part in ("slideLayouts__slideLayout2", "slideMasters__slideMaster1")}
    found = gate.findings(package(**deck, customXml__item1_xml="<x>Acme Works</x>", docProps__core_xml="<x>Acme</x>"), "x.pptx")
    assert [(finding.severity, finding.message) for finding in found] == [
        ("error", "“Acme Works” stands in slides 1–3 and 7, layouts and masters, hidden data: that is the client acme's"),
        ("warning", "“the depot” stands in slides 1–3 and 7: a variable of the client acme has that value"),
        ("error", "“Acme” stands in the file's properties: that is the client acme's"),
    ]


def test_attributes_names_and_embedded_workbooks_are_searched() -> None:
    """Alt text, part names and the workbook of a chart are looked into."""
    workbook = package(xl__sharedStrings_xml="<si><t>Project Kestrel</t></si>")
    for data in (
        package(ppt__slides__slide1_xml='<p:pic descr="Project Kestrel"/>'),
        package(ppt__media__project_kestrel_xml=""),
        package(ppt__embeddings__book1_xlsx=workbook),
    ):
        assert GATE.findings(data, "x.pptx", reader="other")


def test_a_logo_is_known_by_its_pixels() -> None:
    """A logo saved anew, larger and as a JPEG, is still that client's; another picture isn't."""
    assert GATE.findings(package(ppt__media__image7_jpg=logo("#cc0000", 256, "JPEG")), "x.pptx", reader="other")
    assert not GATE.findings(package(ppt__media__image7_png=logo("#0000cc")), "x.pptx", reader="other")


@pytest.mark.parametrize("gate", [GATE, Gate([])])
@pytest.mark.parametrize(
    "text",
    [
        "/home/ann/clients",
        "D:\\work\\ann",
        "\\\\server\\share",
        "file:///Users/ann/x.png",
        "see /Volumes/Ann",
        "C:/Users/ann",
        "~/clients/acme",
    ],
)
def test_paths_of_a_computer_are_found(gate: Gate, text: str) -> None:
    """A path tells whose computer built the file, whether or not any client is known."""
    assert gate.findings(slide(text), "x.pptx")


@pytest.mark.parametrize("gate", [GATE, Gate([])])
def test_what_a_tool_wrote_of_itself_is_found(gate: Gate) -> None:
    """A tool's name among the properties is a left-over; the same word in a sentence isn't."""
    (found,) = gate.findings(package(docProps__core_xml="<dc:creator>Steve Canny</dc:creator>"), "x.pptx")
    assert found.code == "left-over"
    assert not gate.findings(slide("He left it untitled"), "x.pptx")


def test_addresses_and_fractions_are_no_paths() -> None:
    """Web addresses and slashes between words are left alone."""
    assert not GATE.findings(
        slide("https://example.com/home/page and/or 3/4, work/life balance, the /work/life question, /home/visit"), "x.pptx"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Müller & Söhne", unicodedata.normalize("NFD", "bei Müller &amp; Söhne")),
        ("Straße 7", "STRASSE 7"),
        ("O'Brien “Café”", "O’Brien &quot;CAFÉ&quot;"),
        ("Łódź Works", "łódź works"),
        ("Post", "Post’s new depot"),
        ("Softley", "Soft\u00adley"),
        ("A&B", "a &#38; b"),
    ],
)
def test_awkward_names_are_found(name: str, text: str) -> None:
    """Composed or not, whatever the case, the quotes and the hyphens that nobody sees."""
    gate = Gate([Known("other", (name,))])
    assert gate.findings(slide(text), "x.pptx")
    assert not gate.findings(slide("Nothing of the kind"), "x.pptx")


@pytest.mark.parametrize(
    "data",
    [
        package(ppt__slides__slide1_xml="<a:t>Project</a:t><a:br/><a:t>Kestrel</a:t>"),
        package(ppt__slides__slide1_xml=f"<a:r><a:rPr b='1'>{LATIN}</a:rPr><a:t>Project Kes</a:t></a:r>\n<a:r><a:t>trel</a:t></a:r>"),
        package(ppt__slides__slide1_xml="<p:sld><!-- Project Kestrel --></p:sld>"),
        package(ppt__slides__slide1_xml="<p:pic descr='Project Kestrel'/>"),
        package(ppt__slides__slide1_xml="<?xml version='1.0'?><a:t>Project Kestrel</a:t>".encode("utf-16")),
        package(docProps__app_xml="<Company>Project Kestrel</Company><Manager>Ann</Manager>"),
        package(ppt__media__one_bin=b"\x00\x01Project Kestrel\x00"),
        package(ppt__embeddings__deck_bin=package(ppt__slides__slide1_xml="<a:t>Project Kestrel</a:t>")),
    ],
)
def test_no_corner_of_a_package_is_left_out(data: bytes) -> None:
    """Over runs and line breaks, in comments, in either kind of quotes, in properties, in what nobody knows, in packages within."""
    assert GATE.findings(data, "x.pptx", reader="other")


def cells(*texts: str) -> bytes:
    """A package with one slide whose table has one row."""
    return package(ppt__slides__slide1_xml="".join(f"<a:tc><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:tc>" for text in texts))


def test_a_name_is_found_over_two_texts() -> None:
    """A name of several words that reaches from a cell, a paragraph or a box into the next is read as its readers do."""
    assert GATE.findings(cells("Project", "Kestrel is next"), "x.pptx", reader="other")
    boxes = "<p:sp><a:p><a:t>for Project</a:t></a:p></p:sp><p:sp><p:nvPr descr='x'/><a:p><a:t/></a:p><a:p><a:t>Kestrel</a:t></a:p></p:sp>"
    assert GATE.findings(package(ppt__slides__slide1_xml=boxes), "x.pptx", reader="other")


def test_the_joint_of_two_texts_makes_no_name() -> None:
    """One word in two cells, letters that head columns, a variable's value, texts that nobody sees side by side: all that is chance."""
    gate = Gate([Known("acme", ("Post", "A & B", "Kestrel"), values=("the north depot",))])
    assert not gate.findings(cells("Po", "st", "A", "B", "Kes", "trel", "the north", "depot"), "x.pptx")
    hidden = package(ppt__slides__slide1_xml="<p:sp name='Project'/><p:sp name='Kestrel'/>")
    assert not GATE.findings(hidden, "x.pptx", reader="other")


def described(fmt: str) -> bytes:
    """A picture whose file says whose it is."""
    picture, buffer = Image.new("RGB", (8, 8)), io.BytesIO()
    if fmt == "PNG":
        info = PngInfo()
        info.add_itxt("Description", "for Project Kestrel", zip=True)
        picture.save(buffer, fmt, pnginfo=info)
    else:
        exif = Image.Exif()
        exif[0x010E] = "for Project Kestrel"
        picture.save(buffer, fmt, exif=exif)
    return buffer.getvalue()


@pytest.mark.parametrize("fmt", ["PNG", "JPEG", "WEBP"])
def test_what_a_pictures_file_says_is_searched(fmt: str) -> None:
    """Descriptions and comments that a picture carries go out with it."""
    found = GATE.findings(package(**{f"ppt__media__image1_{fmt.lower()}": described(fmt)}), "x.pptx", reader="other")
    assert "beside the picture" in found[0].message


def pdf(*, packed: bool = False, **said: str) -> bytes:
    """A PDF of one empty page with texts in its corners."""
    document = pikepdf.new()
    page = document.add_blank_page()
    if "title" in said:
        document.docinfo["/Title"] = said["title"]
    if "properties" in said:
        with document.open_metadata() as properties:
            properties["dc:description"] = said["properties"]
    if "bookmark" in said:
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(said["bookmark"], 0))
    if "field" in said:
        looks = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Widget, "/FT": pikepdf.Name.Tx, "/T": "a", "/V": said["field"]}
        fields = pikepdf.Array([document.make_indirect(pikepdf.Dictionary({**looks, "/Rect": [0, 0, 9, 9]}))])
        page.Annots, document.Root.AcroForm = fields, pikepdf.Dictionary(Fields=fields)
    if "spoken" in said:
        coded = said["spoken"].encode("utf-16-be").hex()
        page.Contents = document.make_stream(f"/Span <</ActualText <FEFF{coded}>>> BDC EMC".encode())
    if "attached" in said:
        document.attachments["notes.txt"] = said["attached"].encode()
    buffer = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    document.save(buffer, object_stream_mode=mode, compress_streams=packed)
    return buffer.getvalue()


@pytest.mark.parametrize("packed", [True, False])
def test_however_deep_a_streams_dictionary_is(packed: bool) -> None:
    """Of a drawing with resources of its own, what it says is read, and the noise of its packed bytes isn't."""
    document = pikepdf.new()
    page = document.add_blank_page()
    state = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(G0=pikepdf.Dictionary(ca=1, Deep=pikepdf.Dictionary(er=1))))
    said = b"/Span <</ActualText (Acme & S\xf6hne)>> BDC EMC"
    form = document.make_stream(said, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9], Resources=state)
    noise = document.make_stream(b"\xf7)(h\xb7%8W ~/home/somebody", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9], Resources=state)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=form, B=noise))
    buffer = io.BytesIO()
    document.save(buffer, compress_streams=packed)
    assert [finding.message.partition(" stands")[0] for finding in GATE.findings(buffer.getvalue(), "x.pdf", reader="other")] == [
        "“Acme & Söhne”"
    ]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("where", ["title", "properties", "bookmark", "field", "spoken", "attached"])
def test_no_corner_of_a_pdf_is_left_out(where: str, packed: bool) -> None:
    """Properties, bookmarks, fields, replacement texts, attachments; packed or not, and with parentheses in them."""
    data = pdf(packed=packed, **{where: "(for (our) Acme & Söhne)"})
    (found,) = {finding.message.partition(" stands")[0] for finding in GATE.findings(data, "x.pdf", reader="other")}
    assert found == "“Acme & Söhne”"
    assert not GATE.findings(data, "x.pdf", reader="acme")


def test_a_logo_in_a_pdf_is_known_by_its_pixels() -> None:
    """A logo on a page, drawn at another size and packed anew, is still that client's."""
    buffer = io.BytesIO()
    Image.open(io.BytesIO(logo("#cc0000", 200))).save(buffer, "PDF")
    assert [finding.message for finding in GATE.findings(buffer.getvalue(), "x.pdf", reader="other")] == [
        "the logo of the client acme is in page 1"
    ]
    assert not GATE.findings(buffer.getvalue(), "x.pdf", reader="acme")


def drawn(number: int, size: tuple[int, int] = (240, 80)) -> Image.Image:
    """One of many logos: some bars on clear ground, as no other has them."""
    noise = random.Random(number)
    picture = Image.new("RGBA", (240, 80), (255, 255, 255, 0))
    for _ in range(6):
        x, y = noise.randrange(0, 200), noise.randrange(0, 60)
        picture.paste(tuple(noise.randrange(200) for _ in range(3)), (x, y, x + noise.randrange(10, 40), y + noise.randrange(5, 20)))
    return picture.resize(size)


def test_many_logos_are_told_apart() -> None:
    """Two hundred logos, each saved small and badly, are known as their own client's and as nobody else's."""
    seen_by = {number: look(drawn(number)) for number in range(200)}
    looks = Looks((known, str(number)) for number, known in seen_by.items() if known)
    for number in range(200):
        buffer = io.BytesIO()
        flat = Image.new("RGB", (150, 50), "white")
        flat.paste(small := drawn(number, (150, 50)), mask=small)
        flat.save(buffer, "JPEG", quality=60)
        again = seen(buffer.getvalue())
        assert again
        assert set(looks.owners(again)) == {str(number)}


def test_a_blank_picture_is_nobodys() -> None:
    """A plain field isn't a logo, whoever's logo shows nothing on white."""
    assert look(Image.new("RGB", (30, 30), "#cc0000")) is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut off", b"%PDF-1.7 cut off"])
def test_what_cannot_be_searched_is_told(data: bytes) -> None:
    """A damaged file is no clean file."""
    with pytest.raises(Unreadable):
        GATE.findings(data, "x.pptx")


def test_a_damaged_part_is_told() -> None:
    """Nor is one of which a page, or a part's bytes, can't be read."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("slide1.xml", b"Acme and others" * 50)
    packed = buffer.getvalue()
    at = packed.index(b"slide1.xml") + len(b"slide1.xml")
    buffer = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.Root.Pages.Kids[0] = document.make_indirect(pikepdf.Array([]))
    document.save(buffer)
    for data in (packed[:at] + b"\xff" * 8 + packed[at + 8 :], buffer.getvalue()):
        with pytest.raises(Unreadable):
            GATE.findings(data, "x.pptx", reader="other")


def test_a_locked_file_is_told() -> None:
    """Nor is one with a password."""
    buffer = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(buffer, encryption=pikepdf.Encryption(owner="x", user=""))
    with pytest.raises(Unreadable, match="password"):
        GATE.findings(buffer.getvalue(), "x.pdf")


def test_clients_with_one_beginning_cost_no_more() -> None:
    """A thousand names that begin alike are one tree: a text is walked through once."""
    words = folded(" ".join(["Client number"] * 50 + ["Client number 17"]))
    phrases = Phrases((f"Client number {n}", n) for n in range(1000))
    assert [(found.owner, found.start) for found in phrases.found_in(words)] == [(17, 100)]


def test_what_is_too_deep_or_too_large_to_look_at_is_told() -> None:
    """Packages within packages without end, and a picture that unpacks to more than is looked at, don't pass as searched."""
    nested = b"Acme"
    for _ in range(8):
        nested = package(xl__inner_xlsx=nested)
    huge = bytearray(logo("#cc0000"))
    huge[16:24] = (30_000).to_bytes(4, "big") * 2
    huge[29:33] = zlib.crc32(bytes(huge[12:29])).to_bytes(4, "big")
    for data in (nested, package(ppt__media__image1_png=bytes(huge))):
        with pytest.raises(Unreadable):
            GATE.findings(data, "x.pptx", reader="other")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Trust", "Rank gets it done, trust keeps it going", ()),
        ("Trust", "Ask the people at Trust for their list", ("warning",)),
        ("The Team", "Then the team decides", ()),
        ("The Team", "We did this with The Team last year", ("error",)),
        ("Systems", "Systems run the work", ("warning",)),
        ("Work Group Ltd", "Work Group asked for it", ("error",)),
        ("Work Group Ltd", "then work group by group", ()),
        ("the team", "Then the team decides", ("warning",)),
        ("Rheinwerk", "as rheinwerk did", ("error",)),
        ("Trust Rheinwerk", "as trust rheinwerk did", ("error",)),
    ],
)
def test_everyday_words_are_no_names_by_chance(name: str, text: str, told: tuple[str, ...]) -> None:
    """A name of words that every workshop has counts where it is written as a name; one such word alone is asked about, not refused."""
    assert tuple(finding.severity for finding in Gate([Known("other", (name,))]).findings(slide(text), "x.pptx")) == told


def test_a_name_that_runs_into_the_readers_own_is_asked_about() -> None:
    """Words that end in the reader's own name may be chance; a name that holds the reader's own is none."""
    gate = Gate(
        [Known("other", ("People First",)), Known("reader", ("First Rheinwerk",)), Known("third", ("Nordlicht First Rheinwerk Bau",))]
    )
    assert [finding.severity for finding in gate.findings(slide("for People First Rheinwerk"), "x.pptx", "reader")] == ["warning"]
    assert [finding.severity for finding in gate.findings(slide("Nordlicht First Rheinwerk Bau"), "x.pptx", "reader")] == ["error"]


def test_a_value_that_many_clients_have_tells_of_none() -> None:
    """A town in the variables of two clients is asked about, one of three isn't."""
    for count, told in ((2, 1), (3, 0)):
        gate = Gate([Known(f"c{n}", (f"Rheinwerk {n}",), values=("Rotterdam",)) for n in range(count)])
        assert bool(gate.findings(slide("in Rotterdam"), "x.pptx")) is bool(told)
