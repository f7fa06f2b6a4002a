"""What an Office file says: every part of its package, and packages within it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from functools import lru_cache, partial
from html import unescape
from typing import TYPE_CHECKING

from leapdeck.checks.finished.metadata import words_of_picture
from leapdeck.checks.finished.saying import PDF, Said, Shown, Unreadable
from leapdeck.checks.words import BETWEEN

if TYPE_CHECKING:
    from PIL.Image import Image

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp")
PART_LIMIT = 200_000_000
"""Bytes that a part may unpack to, and all parts together."""
DEEPEST = 4
"""Packages within packages that are looked into."""
_ZIP = b"PK\x03\x04"
_LOOKS = re.compile(r"<((?:\w+:)?rPr)\b(?:[^>]*/>|[^>]*>.*?</\1>)", re.DOTALL)
_BETWEEN_TAGS = re.compile(r">\s+<(?!/(?:\w+:)?t>)")
_INLINE = re.compile(r"</?(?:\w+:)?(?:r|t|fld|proofErr|ins|hyperlink|smartTag)(?:\s[^>]*)?/?>")
"""Tags that a word may run across: programs part a text into runs wherever they like."""
_BREAK = re.compile(r"<(?:\w+:)?(?:br|tab|cr)(?:\s[^>]*)?/?>")
_COMMENT = re.compile(r"<!--(.*?)-->|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_GAPS = re.compile(f"(?:\\s*{BETWEEN}\\s*)+")
_ATTRIBUTE = re.compile(r"""[\w:.-]+\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MEASURES = re.compile(r"[\d.,;:#%\s-]*|rId\d+")
"""Values of attributes that are no words."""


def package_texts(data: bytes, before: str = "", depth: int = 0, wanted: Collection[bytes] = (b"",)) -> Iterator[Said]:
    """The texts of a package's parts, `before` in front of where they stand; Unreadable where it is none.

    Parts in whose bytes nothing stands that is `wanted` are left out, but for packages within it.
    """
    names = []
    for name, content in _parts(data):
        names.append(name)
        if content.startswith(_ZIP) or any(hint in content for hint in wanted):
            yield from _part(name, content, before + part_name(name), depth)
    yield Said(f"{before}the names of the file's parts", BETWEEN.join(names), "name")


def package_pictures(data: bytes, before: str = "", depth: int = 0) -> Iterator[Shown]:
    """The pictures of a package, those of packages within it too; Unreadable where it is none."""
    for name, content in _parts(data):
        where = before + part_name(name)
        if name.lower().endswith(PICTURES):
            yield Shown(where, content, partial(_drawn, content))
        elif content.startswith(_ZIP) and depth < DEEPEST:
            yield from package_pictures(content, f"{where}, ", depth + 1)
        elif content.startswith(PDF):
            from leapdeck.checks.finished.pdfs import pdf_pictures

            yield from pdf_pictures(content, f"{where}, ")


def _part(name: str, content: bytes, where: str, depth: int) -> Iterator[Said]:
    if content.startswith(_ZIP):
        if depth >= DEEPEST:
            raise Unreadable("packages lie within packages in it, deeper than is searched")
        yield from package_texts(content, f"{where}, ", depth + 1)
    elif content.startswith(PDF):
        from leapdeck.checks.finished.pdfs import pdf_texts

        yield from pdf_texts(content, f"{where}, ")
    elif _is_markup(name, content):
        text, attributes = _markup(content)
        yield Said(where, text)
        yield Said(where, attributes, "attribute")
    elif words := words_of_picture(content):
        yield Said(f"{where}, beside the picture" if name.lower().endswith(PICTURES) else where, words, "attribute")


def _is_markup(name: str, content: bytes) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml", ".svg", ".txt", ".html")) or content.lstrip()[:1] == b"<"


@lru_cache(256)  # clients' decks have their layouts in common
def _markup(content: bytes) -> tuple[str, str]:
    """A part's texts, runs joined, and the values of its attributes."""
    xml = _decoded(content)
    values = dict.fromkeys(value for pair in _ATTRIBUTE.findall(xml) for value in pair if not _MEASURES.fullmatch(value))
    bare = _COMMENT.sub(lambda found: f"<x>{found[1] or found[2] or ''}<x>", xml)
    bare = _INLINE.sub("", _BREAK.sub(" ", _LOOKS.sub("", _BETWEEN_TAGS.sub("><", bare))))
    return unescape(_GAPS.sub(BETWEEN, _TAG.sub(BETWEEN, bare))), unescape(BETWEEN.join(values))


def _decoded(content: bytes) -> str:
    """XML as text: UTF-16 with its mark, or UTF-8."""
    return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(info.file_size for info in package.infolist()) > PART_LIMIT:
                raise Unreadable("it unpacks to more than is searched")
            if package.comment:
                yield "the package's comment", b"<x>" + package.comment
            yield from ((info.filename, package.read(info)) for info in package.infolist())
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable("it is damaged, locked with a password, or no PowerPoint or PDF file") from error


def _drawn(content: bytes) -> Image:
    from PIL import Image

    try:
        return Image.open(io.BytesIO(content))
    except Image.DecompressionBombError as error:
        raise Unreadable("a picture in it is larger than is looked at") from error


_DESIGN = "layouts and masters"
_FOLDERS = {
    "slides": "slide {}",
    "notesSlides": "the notes of slide {}",
    "charts": "chart {}",
    "slideLayouts": _DESIGN,
    "slideMasters": _DESIGN,
    "notesMasters": _DESIGN,
    "handoutMasters": _DESIGN,
    "theme": "the theme",
    "comments": "comments",
}
"""Folders of ppt/ and what those who open a deck call their parts."""
_PARTS = (
    (re.compile(r"docProps/.*"), "the file's properties"),
    (re.compile(r"customXml/.*"), "hidden data"),
    (re.compile(r"ppt/embeddings/.*"), "the data of charts"),
    (re.compile(r"ppt/(?:_rels/)?presentation\.xml(?:\.rels)?"), "the names of sections"),
)


def part_name(path: str) -> str:
    """A part of a package in the words of those who open it: "slide 3", "the notes of slide 3", "layouts and masters", "hidden data"."""
    if found := re.fullmatch(r"ppt/(\w+)/(?:_rels/)?[A-Za-z]+(\d+)\.xml(?:\.rels)?", path):
        return _FOLDERS.get(found[1], found[1] + " {}").format(found[2])
    return next((name for pattern, name in _PARTS if pattern.fullmatch(path)), path)
