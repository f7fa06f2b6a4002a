"""What a part in XML, or in another language with tags, says: its texts, and the values of its attributes."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from leapdeck.checks.words import BETWEEN

_BETWEEN_TAGS = re.compile(r">\s+<(?!/(?:\w+:)?t>)")
_INLINE = re.compile(
    r"<[^<>]*/>|</?(?:\w+:)?(?:r|t|rPr|fld|proofErr|ins|hyperlink|hlinkClick|hlinkMouseOver|smartTag|tspan|span|a|ln|uLn|uFill|solidFill"
    r"|gradFill|gsLst|gs|effectLst|outerShdw|glow|highlight|(?:srgb|scheme|sys|prst|scrgb|hsl)Clr|extLst|ext)(?:\s[^<>]*)?>"
)
"""Tags that a word may run across: programs part a text into runs wherever they like, and say how each of them looks."""
_BREAK = re.compile(r"</?(?:\w+:)?(?:br|tab|cr)(?:\s[^<>]*)?/?>")
_MARKS = ("<!--", "-->", "<![CDATA[", "]]>")
"""Where comments and plain texts begin and end: what stands in them is said too."""
_TAG = re.compile(r"<[/?!]?[\w:][^<>]*>")
_ORDERS = re.compile(r"<[?!](?!xml |--|\[)([^<>]*)>?")
"""Instructions and declarations, which have words of their own."""
_NAMES = re.compile(r"<([A-Za-z_][\w:.-]*)")
_GAPS = re.compile(rf"{BETWEEN}[\s{BETWEEN}]*")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_MEASURES = re.compile(r"[\d.,;:#%\s-]*|rId\d+")
"""Values of attributes that are no words."""
_DATA = re.compile(r"data:[\w/+.-]*;base64,([A-Za-z0-9+/=\s]{16,})")
_CODINGS = rb"iso-?8859-|windows-|cp|utf-?|us-ascii|latin|koi8|big5|euc|gb|shift"
_CODING = re.compile(rb"""encoding\s*=\s*["']((?:%b)[\w-]*)["']""" % _CODINGS, re.IGNORECASE)


@lru_cache(256)  # clients' decks have their layouts in common
def markup(content: bytes, *, has_own_names: bool = False) -> tuple[str, str]:
    """A part's texts, runs joined, and the values of its attributes; the names of its elements too where they are anybody's."""
    xml = decoded(content)
    values = dict.fromkeys(value for pair in _VALUE.findall(xml) for value in pair if value and not _MEASURES.fullmatch(value))
    if "<!" in xml or xml.count("<?") > 1:
        values |= dict.fromkeys(_ORDERS.findall(xml))
    if has_own_names:
        values |= dict.fromkeys(_NAMES.findall(xml))
    for mark in _MARKS:
        xml = xml.replace(mark, "<x>") if mark in xml else xml
    text = _INLINE.sub("", _BREAK.sub(" ", _BETWEEN_TAGS.sub("><", xml)))
    return unescape(_GAPS.sub(BETWEEN, _TAG.sub(BETWEEN, text))), unescape(BETWEEN.join(values))


def data_within(content: bytes) -> Iterator[bytes]:
    """Files that are written as letters within an attribute, as drawings have their pictures."""
    if b";base64," in content:
        for found in _DATA.finditer(decoded(content)):
            letters = re.sub(r"\s|=", "", found[1])
            yield b64decode(letters + "A" * (-len(letters) % 4))


def decoded(content: bytes) -> str:
    """XML as text: UTF-16, with its mark or without, what it says of itself, or UTF-8."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    if content[1:2] == b"\0" or content[:1] == b"\0":
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be", "replace")
    coding = _CODING.search(content, 0, 200)
    try:
        return content.decode(coding[1].decode() if coding else "utf-8-sig", "replace").removeprefix("\ufeff")
    except LookupError:
        return content.decode("utf-8", "replace")
