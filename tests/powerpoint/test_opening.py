"""Files that are no templates: told apart, at the place that names them, before anything of them is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from leapdeck.building import Job, build
from leapdeck.diagnostics import LeapdeckError, Position
from leapdeck.powerpoint.corporate.reading import open_and_read
from templates import template, zipped
from works import EVERY_KIND, made

WHERE = Position("clients/acme.yaml", 4, 11)


def told(data: bytes) -> str:
    """What is said of a file that is no template."""
    with pytest.raises(LeapdeckError) as caught:
        open_and_read(data, "acme.potx", WHERE)
    (finding,) = caught.value.diagnostics
    assert (finding.code, finding.position) == ("bad-template", WHERE)
    assert finding.hint
    return finding.message.removeprefix("the template acme.potx ")


def changed(name: str, data: bytes) -> bytes:
    """A template with a part of other content."""
    with zipfile.ZipFile(io.BytesIO(template("office"))) as file:
        return zipped({part: file.read(part) for part in file.namelist()} | {name: data})


def bomb() -> bytes:
    """A small file that unpacks to a gigabyte, as its list of contents says."""
    data = bytearray(changed("ppt/media/image1.png", b"\0" * 1000))
    at = data.rindex(b"ppt/media/image1.png") - 46
    data[at + 24 : at + 28] = (1_000_000_000).to_bytes(4, "little")
    return bytes(data)


def locked() -> bytes:
    """What Office makes of a file with a password: an old compound file that holds the new one."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1000


def themeless() -> bytes:
    """A master's relationships, its theme's leading nowhere."""
    with zipfile.ZipFile(io.BytesIO(template("office"))) as file:
        return file.read("ppt/slideMasters/_rels/slideMaster1.xml.rels").replace(b"theme1.xml", b"theme77.xml")


CASES = {
    "text": (b"leapdeck: 1\n", "is no PowerPoint file"),
    "empty": (b"", "is no PowerPoint file"),
    "another-zip": (zipped({"word/document.xml": "<x/>"}), "is no PowerPoint file"),
    "cut-off": (template("office")[:3000], "is broken: a part of it can't be read"),
    "locked": (locked(), "is locked with a password"),
    "old": (b"\xd0\xcf\x11\xe0" + b"\0" * 2000, "is a file of PowerPoint 97–2003"),
    "bomb": (bomb(), "unpacks to more than any template holds"),
    "entities": (
        changed("ppt/theme/theme1.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        "holds a document type, which no PowerPoint file does",
    ),
    "no-xml": (changed("ppt/presentation.xml", b"<p:presentation"), "is broken: its presentation can't be read"),
    "empty-part": (changed("ppt/slideLayouts/slideLayout2.xml", b""), "is broken: a part of it can't be read"),
    "unknown-encoding": (
        changed("ppt/theme/theme1.xml", b'<?xml version="1.0" encoding="klingon"?><x/>'),
        "is broken: a part of it can't be read",
    ),
    "no-layouts": (changed("ppt/slideMasters/slideMaster1.xml", b"<x/>"), "has no layouts"),
    "no-theme": (changed("ppt/slideMasters/_rels/slideMaster1.xml.rels", themeless()), "is broken: a master has no theme"),
    "no-size": (
        changed("ppt/presentation.xml", b'<x:presentation xmlns:x="http://schemas.openxmlformats.org/presentationml/2006/main"/>'),
        "doesn't say how large its slides are",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_template_is_told(case: str) -> None:
    """Each kind of wrong file gets a sentence of its own, and what to do."""
    data, message = CASES[case]
    assert told(data) == message


@pytest.mark.parametrize("step", range(16))
def test_a_damaged_file_never_gives_a_traceback(step: int, tmp_path: Path) -> None:
    """A byte that is wrong somewhere in the file is an error, or makes no difference."""
    data = bytearray(made())
    data[step * len(data) // 16 + 7] ^= 0x5A
    path = tmp_path / "acme.potx"
    path.write_bytes(data)
    try:
        codes = {"ok": build(Job(EVERY_KIND, kinds=("deck",), template=path)).outline}
    except LeapdeckError as error:
        codes = {finding.code: finding.severity for finding in error.diagnostics if finding.severity == "error"}
    assert set(codes) <= {"ok", "bad-template", "overflow", "long-word"}
