"""Writing the file: small objects packed into compressed streams, where they take a quarter of the room (ISO 32000-1, 7.5.7)."""

from __future__ import annotations

import hashlib
import struct
import zlib

from reportlab.pdfbase import pdfdoc

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_EACH = 200
"""Objects in one packed stream: a reader unpacks all of them for the first."""
_FREE, _PLAIN, _PACKED = 0, 1, 2
"""Kinds of entries in the table of objects (table 18)."""


def packed(document: pdfdoc.PDFDocument, info: int, catalog: int) -> bytes:
    """All objects of a document as a file; the same objects give the same bytes.

    An object may make others while it is written, so the count is known at the end only.
    """
    plain: dict[int, bytes] = {}
    small: dict[int, bytes] = {}
    number = 1
    while number in document.numberToId:
        text = pdfdoc.format(document.idToObject[document.numberToId[number]], document, toplevel=1)
        (plain if text.endswith(b"endstream\n") else small)[number] = text.strip(b"\n")
        number += 1
    entries = {0: (_FREE, 0, 65535)}
    for first in range(0, len(small), _EACH):
        group = list(small)[first : first + _EACH]
        entries.update((member, (_PACKED, number, place)) for place, member in enumerate(group))
        plain[number] = _object_stream({member: small[member] for member in group})
        number += 1
    return _file(plain, entries, number, f"/Info {info} 0 R/Root {catalog} 0 R")


def _object_stream(group: dict[int, bytes]) -> bytes:
    places: list[str] = []
    at = 0
    for number, text in group.items():
        places.append(f"{number} {at}")
        at += len(text) + 1
    head = " ".join(places).encode() + b"\n"
    return _stream(f"/Type/ObjStm/N {len(group)}/First {len(head)}", head + b"\n".join(group.values()))


def _file(plain: dict[int, bytes], entries: dict[int, tuple[int, int, int]], table: int, trailer: str) -> bytes:
    """The file's parts one after the other, and at the end the table of where they are, an object too (7.5.8)."""
    parts, at = [HEAD], len(HEAD)
    for number, text in plain.items():
        part = b"%d 0 obj\n%b\nendobj\n" % (number, text)
        entries[number] = (_PLAIN, at, 0)
        parts.append(part)
        at += len(part)
    entries[table] = (_PLAIN, at, 0)
    rows = b"".join(struct.pack(">BIH", *entries[number]) for number in range(len(entries)))
    id = hashlib.md5(b"".join(parts), usedforsecurity=False).hexdigest()
    head = f"/Type/XRef/Size {len(entries)}/W[1 4 2]{trailer}/ID[<{id}><{id}>]"
    parts.append(b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, _stream(head, rows), at))
    return b"".join(parts)


def _stream(head: str, content: bytes) -> bytes:
    data = zlib.compress(content)
    return f"<<{head}/Filter/FlateDecode/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"
