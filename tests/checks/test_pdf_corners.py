"""Every place in which a PDF that was worked on by hand can hold a name."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

from leapdeck.checks.finished import Unreadable, said
from leapdeck.checks.leaks import Gate, Known
from works import OUTLINES
from works import made as finished

NAME = "Söhne Light"
XMP = f"<x:xmpmeta><dc:title>{NAME}</dc:title></x:xmpmeta>".encode()
GATE = Gate([Known("other", (NAME,))])
BARE = "Soehne Light"
Put = Callable[[Pdf, pikepdf.Page], object]


def font() -> Dictionary:
    """A font that every program has."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def words(text: str = NAME, before: str = "") -> bytes:
    """Operators that show a text."""
    return f"BT {before} /F0 12 Tf 50 50 Td ({text}) Tj ET".encode("cp1252")


def drawn(document: Pdf, content: bytes, **more: Any) -> Stream:
    """A form of such operators."""
    resources = Dictionary(Font=Dictionary(F0=font()))
    return document.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 300, 300], Resources=resources, **more)


def shown(content: bytes, **more: Any) -> Put:
    """A page with operators of its own."""

    def put(document: Pdf, page: pikepdf.Page) -> None:
        page.Contents = document.make_stream(content)
        page.Resources = Dictionary({"/Font": Dictionary(F0=font())} | {f"/{key}": value for key, value in more.items()})

    return put


def noted(**keys: Any) -> Put:
    """A page with a note, a link or a field."""

    def put(document: Pdf, page: pikepdf.Page) -> None:
        note = document.make_indirect(Dictionary(Type=Name.Annot, Rect=[0, 0, 99, 99], **{"Subtype": Name.Text, **keys}))
        page.Annots = Array([note])
        if keys.get("Subtype") == Name.Widget:
            document.Root.AcroForm = Dictionary(Fields=[note])

    return put


def rooted(**keys: Any) -> Put:
    """Something in the catalog."""
    return within(lambda _: keys)


def within(make: Callable[[Pdf], dict[str, Any]]) -> Put:
    """Something in the catalog that is made for a document."""

    def put(document: Pdf, _: pikepdf.Page) -> None:
        for key, value in make(document).items():
            document.Root[f"/{key}"] = value

    return put


def field(**keys: Any) -> Put:
    """A form's field."""
    return noted(Subtype=Name.Widget, FT=Name.Tx, **keys)


def attached(data: bytes, name: str = "a.dat", description: str = "") -> Put:
    """A file that is attached."""

    def put(document: Pdf, _: pikepdf.Page) -> None:
        document.attachments[name] = pikepdf.AttachedFileSpec(document, data, description=description)

    return put


def told(key: str) -> Put:
    """An element of the structure."""
    return rooted(StructTreeRoot=Dictionary(Type=Name.StructTreeRoot, K=Dictionary({"/S": Name.Figure, key: String(NAME)})))


def outlined(document: Pdf, _: pikepdf.Page) -> None:
    """A bookmark."""
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))


def described(document: Pdf, _: pikepdf.Page) -> None:
    """XMP."""
    document.Root.Metadata = document.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)


def stamped(document: Pdf, page: pikepdf.Page) -> None:
    """A stamp that says nothing but by how it looks."""
    noted(Subtype=Name.Stamp, AP=Dictionary(N=drawn(document, words())))(document, page)


def hidden(document: Pdf, page: pikepdf.Page) -> None:
    """A stamp that is hidden."""
    noted(Subtype=Name.Stamp, F=2, AP=Dictionary(N=drawn(document, words())))(document, page)


def nested(document: Pdf, page: pikepdf.Page) -> None:
    """A text in a form in a form."""
    outer = document.make_stream(
        b"/In Do", Subtype=Name.Form, BBox=[0, 0, 300, 300], Resources=Dictionary(XObject=Dictionary(In=drawn(document, words())))
    )
    page.Contents, page.Resources = document.make_stream(b"/Out Do"), Dictionary(XObject=Dictionary(Out=outer))


def layered(document: Pdf, page: pikepdf.Page) -> None:
    """A text on a layer that is switched off."""
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name="x"))
    document.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer], Order=[layer]))
    shown(b"/OC /L BDC " + words() + b" EMC", Properties=Dictionary(L=layer))(document, page)


def tiled(document: Pdf, page: pikepdf.Page) -> None:
    """A pattern that is a text."""
    tile = drawn(document, words(), PatternType=1, PaintType=1, TilingType=1, XStep=99, YStep=99)
    del tile.Subtype, tile.Type
    shown(b"/Pattern cs /P scn 0 0 200 200 re f", Pattern=Dictionary(P=tile))(document, page)


def cropped(document: Pdf, page: pikepdf.Page) -> None:
    """A text outside of what is shown of a page."""
    shown(words())(document, page)
    page.CropBox = [200, 200, 400, 400]


def pictured(document: Pdf, page: pikepdf.Page) -> None:
    """A photograph that says whose it is."""
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "JPEG", comment=NAME.encode())
    photo = document.make_stream(buffer.getvalue(), Subtype=Name.Image, Filter=Name.DCTDecode, Width=8, Height=8)
    shown(b"/I Do", XObject=Dictionary(I=photo))(document, page)


def picture_described(document: Pdf, page: pikepdf.Page) -> None:
    """A picture with XMP of its own."""
    xmp = document.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    photo = document.make_stream(b"\0", Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray, Metadata=xmp)
    shown(b"/I Do", XObject=Dictionary(I=photo))(document, page)


def spot(document: Pdf, page: pikepdf.Page) -> None:
    """An ink that has a client's name."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0], C1=[1])
    shown(b"/S cs 1 scn 0 0 9 9 re f", ColorSpace=Dictionary(S=Array([Name.Separation, Name("/" + BARE), Name.DeviceGray, tint])))(
        document, page
    )


def lettered(document: Pdf, page: pikepdf.Page) -> None:
    """A font that has a client's name."""
    named = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+SoehneLight-Bold"))
    shown(b"", Font=Dictionary(F9=named))(document, page)


SCRIPT = f"app.alert('{NAME}');".encode()
DECK, INNER = io.BytesIO(), io.BytesIO()
with zipfile.ZipFile(DECK, "w") as _deck:
    _deck.writestr("ppt/slides/slide1.xml", f"<a:t>{NAME}</a:t>")
_inner = pikepdf.new()
shown(words())(_inner, _inner.add_blank_page())
_inner.save(INNER)
PLACES: dict[str, Put] = {
    "a page": shown(words()),
    "an unseen text": shown(words(before="3 Tr")),
    "a white text": shown(b"1 g " + words()),
    "a text in pieces": shown(b"BT /F0 12 Tf 50 50 Td [(S) 20 (\xf6h) -10 (ne) -300 (Light)] TJ ET"),
    "two lines": shown(b"BT /F0 12 Tf 50 50 Td (S\xf6hne) Tj 0 -14 Td (Light) Tj ET"),
    "a parted word": shown(b"BT /F0 12 Tf 50 50 Td (S\xf6h-) Tj 0 -14 Td (ne Light) Tj ET"),
    "a form in a form": nested,
    "a layer that is off": layered,
    "outside of the page": shown(words().replace(b"50 50 Td", b"-900 50 Td")),
    "outside of what is shown": cropped,
    "a replaced text": shown(f"/Span <</ActualText <FEFF{NAME.encode('utf-16-be').hex()}>>> BDC EMC".encode()),
    "the title": lambda document, _: document.docinfo.__setitem__("/Title", NAME),
    "a property's name": lambda document, _: document.docinfo.__setitem__("/" + BARE, "x"),
    "XMP": described,
    "a bookmark": outlined,
    "a field's name": field(T=NAME),
    "a field's tip": field(TU=NAME),
    "a field's value": field(T="a", V=NAME),
    "a field's first value": field(T="a", DV=NAME),
    "a field's choices": field(T="a", Opt=Array([String(NAME)])),
    "a field's rich text": lambda document, page: field(T="a", RV=document.make_stream(f"<body><p>{NAME}</p></body>".encode()))(
        document, page
    ),
    "a button's states": field(T="a", AS=Name("/SoehneLight")),
    "alt text": told("/Alt"),
    "spoken text": told("/ActualText"),
    "a written out abbreviation": told("/E"),
    "a tag's title": told("/T"),
    "a note": noted(Contents=NAME),
    "a note's author": noted(T=NAME),
    "a note's subject": noted(Subj=NAME),
    "a rich note": noted(RC=f"<body><p>{NAME}</p></body>"),
    "a link": noted(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://example.com/s%C3%B6hne%20light")),
    "a mail address": noted(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="mailto:ann@soehne-light.example")),
    "a link to a file": noted(Subtype=Name.Link, A=Dictionary(S=Name.GoToR, F="SoehneLight.pdf")),
    "a stamp": stamped,
    "a hidden stamp": hidden,
    "a layer's name": rooted(OCProperties=Dictionary(OCGs=[Dictionary(Type=Name.OCG, Name=NAME)])),
    "page labels": rooted(PageLabels=Dictionary(Nums=[0, Dictionary(P=NAME)])),
    "a place's name": rooted(Names=Dictionary(Dests=Dictionary(Names=[NAME, [0]]))),
    "a place's older name": rooted(Dests=Dictionary({"/" + BARE: Array([0])})),
    "a program": rooted(OpenAction=Dictionary(S=Name.JavaScript, JS=SCRIPT.decode())),
    "a long program": within(lambda document: {"OpenAction": Dictionary(S=Name.JavaScript, JS=document.make_stream(SCRIPT))}),
    "a form in XML": within(lambda document: {"AcroForm": Dictionary(XFA=document.make_stream(XMP))}),
    "another program's data": rooted(PieceInfo=Dictionary(Illustrator=Dictionary(Private=Dictionary(Author=NAME)))),
    "a profile's owner": rooted(OutputIntents=Array([Dictionary(S=Name.GTS_PDFX, Info=NAME)])),
    "a signature": field(T="a", V=Dictionary(Type=Name.Sig, Reason=NAME)),
    "a font's name": lettered,
    "an ink's name": spot,
    "a photograph": pictured,
    "a picture's XMP": picture_described,
    "an attached text": attached(NAME.encode()),
    "an attached text in UTF-16": attached(NAME.encode("utf-16")),
    "an attached file's name": attached(b"x", name=f"{NAME}.txt"),
    "an attached file's description": attached(b"x", description=NAME),
    "an attached deck": attached(DECK.getvalue()),
    "an attached PDF": attached(INNER.getvalue()),
    "an attached picture": attached(XMP.join((b"II*\0\0\0\0\0", b"\0"))),
    "letters for bytes": within(lambda document: {"Metadata": coded(document, "ASCIIHexDecode", XMP.hex().encode() + b">")}),
    "signs for bytes": within(lambda document: {"Metadata": coded(document, "ASCII85Decode", base64.a85encode(XMP) + b"~>")}),
}


def coded(document: Pdf, name: str, content: bytes) -> Stream:
    """A description through a filter."""
    stream = document.make_stream(b"", Type=Name.Metadata, Subtype=Name.XML)
    stream.write(content, filter=Name("/" + name))
    return stream


def made(put: Put, *, tight: bool) -> bytes:
    """A PDF of one page with something in it."""
    document, buffer = pikepdf.new(), io.BytesIO()
    put(document, document.add_blank_page())
    mode = pikepdf.ObjectStreamMode.generate if tight else pikepdf.ObjectStreamMode.disable
    none = pikepdf.StreamDecodeLevel.none
    document.save(buffer, object_stream_mode=mode, compress_streams=tight, stream_decode_level=none, fix_metadata_version=False)
    return buffer.getvalue()


@pytest.mark.parametrize("tight", [True, False])
@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_found_wherever_it_stands(place: str, tight: bool) -> None:
    """One place, one find, packed or not."""
    found = GATE.findings(made(PLACES[place], tight=tight), "workbook.pdf")
    assert {finding.severity for finding in found} == {"error"}, found
    assert all("Light" in finding.message for finding in found)


def test_a_page_that_was_changed_is_searched_as_it_was() -> None:
    """What a later revision took off a page is still in the file."""
    first = made(shown(words()), tight=False)
    old = pikepdf.open(io.BytesIO(first))
    number = old.pages[0].obj.Contents.objgen[0]
    start, size = len(first), len(old.objects) + 1
    change = b"%d 0 obj\n<</Length 1>>\nstream\n \nendstream\nendobj\n" % number
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    root = old.trailer.Root.objgen[0]
    before = int(first.rsplit(b"startxref", 1)[1].split()[0])
    end = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, before, start + len(change))
    data = first + change + table + end
    with pikepdf.open(io.BytesIO(data)) as new:
        assert not new.pages[0].obj.Contents.read_bytes().strip()
    assert {finding.severity for finding in GATE.findings(data, "x.pdf")} == {"error"}


def test_a_pattern_of_letters_is_told() -> None:
    """What can't be searched is no clean file."""
    with pytest.raises(Unreadable, match="pattern"):
        GATE.findings(made(tiled, tight=True), "x.pdf")


def test_a_remark_between_objects_and_what_stands_around_is_searched() -> None:
    """What no program shows: a comment, words before the beginning and behind the end."""
    plain = made(shown(b""), tight=False)
    for data in (plain.replace(b"endobj\n", b"endobj\n% " + NAME.encode() + b"\n", 1), plain + NAME.encode()):
        assert GATE.findings(data, "x.pdf")


def test_a_stream_that_is_damaged_at_its_end_is_read_up_to_there() -> None:
    """A wrong sum behind packed words, as programs show them all the same."""
    stream = zlib.compress(XMP)[:-2] + b"xx"
    data = made(within(lambda document: {"Metadata": coded(document, "FlateDecode", stream)}), tight=False)
    assert GATE.findings(data, "x.pdf")


def test_texts_that_never_end_are_told() -> None:
    """A file that opens one text after the other takes no more than twenty looks."""
    with pytest.raises(Unreadable, match="never end"):
        GATE.findings(made(shown(b""), tight=False) + b"(a" * 1000, "x.pdf")


def test_a_stray_parenthesis_hides_nothing() -> None:
    """A comment with a parenthesis, as any binary one may have, before a title in UTF-16."""
    title = lambda document, _: document.docinfo.__setitem__("/Title", f"{NAME} ☺")  # noqa: E731  # one of the places
    data = made(title, tight=False)
    assert GATE.findings(data.replace(b"%\xbf", b"%(\xbf", 1), "x.pdf")


@pytest.mark.parametrize(("content", "name"), [(zlib.compress(b"(a) " * 11_000_000), "FlateDecode"), (XMP, "LZWDecode")])
def test_a_large_stream_is_told_and_a_filter_that_nobody_knows(content: bytes, name: str) -> None:
    """A file that unpacks without end, or is packed in another way, isn't passed as searched."""
    data = made(within(lambda document: {"Metadata": coded(document, name, content)}), tight=False)
    with pytest.raises(Unreadable):
        GATE.findings(data, "x.pdf")


@pytest.mark.parametrize("identity", [b"41187E2FCCA838F5FD3E3D112E8E6D80", b"206F32206F32206F32206F32206F3220"])
def test_a_files_own_digest_is_no_text(identity: bytes) -> None:
    """The bytes that tell a PDF from others are read by nobody, though they may look like a path or a short name."""
    data = re.sub(rb"/ID\[<\w{32}><\w{32}>\]", b"/ID[<%b><%b>]" % (identity, identity), finished(kind="handout"))
    assert identity in data
    assert Gate([Known("other", ("o2",))]).findings(data, "x.pdf") == ()


def test_the_end_of_a_parted_word_is_no_word() -> None:
    """A workbook that parts "morn-ing" at a line's end doesn't speak of ING, and what it parts is found whole."""
    data = finished(OUTLINES[-4], "handout", "letter")
    texts = [one.text for one in said(data)]
    gate = Gate([Known("other", ("ING",), private=("ment",))])
    assert gate.findings(data, "x.pdf") == ()
    assert not any("\ufffe" in text or "\x02" in text for text in texts)
