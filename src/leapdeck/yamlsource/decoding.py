"""Bytes to text: what is refused before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leapdeck.diagnostics import Diagnostic, Position

SIZE_LIMIT = 1_000_000
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = "save it with the encoding UTF-8"
_PLAIN = "write it in a text editor, and save it as plain text; in TextEdit choose Format › Make Plain Text first"
_NO_TEXTS = (
    (b"{\\rtf", "rich text (RTF)"),
    (b"PK\x03\x04", "a document of Word, PowerPoint or the like"),
    (b"\xd0\xcf\x11\xe0", "a document of Word, PowerPoint or the like"),
    (b"%PDF-", "a PDF"),
)
"""How files begin that somebody took for plain text."""


def refused(data: bytes, file: str) -> Diagnostic | None:
    """What is said of a file that nobody tries to read: too long, or no plain text."""
    kind = next((kind for begin, kind in _NO_TEXTS if data.startswith(begin)), "")
    if kind:
        return Diagnostic("encoding", f"this file is {kind}, and no plain text", position=Position(file), hint=_PLAIN)
    if len(data) > SIZE_LIMIT:
        message = f"the file has {len(data) / 1e6:.1f} MB; at most {SIZE_LIMIT // 1_000_000} MB are read"
        return Diagnostic("too-large", message, position=Position(file), hint="part it into several files")
    if not data.startswith(_UTF_16) and data.count(0) > len(data) // 4:
        return Diagnostic("encoding", "this file isn't written in UTF-8", position=Position(file), hint=_SAVE_AS)
    return None


def text_of(data: bytes) -> str:
    """A file's characters as they are likely to be meant, its line breaks as line feeds."""
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(data: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    """The file's characters, those that can't be read as spaces, and what there was of that."""
    text, found = text_of(data), list(_foreign(data, file))
    return (CONTROL.sub(" ", text), [*found, *_control_characters(text, file)]) if CONTROL.search(text) else (text, found)


def _foreign(data: bytes, file: str) -> Iterator[Diagnostic]:
    """That a file isn't UTF-8, and where it shows."""
    if data.startswith(_UTF_16):
        message = "this file is written in UTF-16; leapdeck reads UTF-8"
        yield Diagnostic("encoding", message, position=Position(file, 1, 1), hint=_SAVE_AS)
        return
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield _foreign_byte(data, error, file)


def _foreign_byte(data: bytes, error: UnicodeDecodeError, file: str) -> Diagnostic:
    before = data[: error.start]
    line, byte = before.count(b"\n") + 1, data[error.start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    guess = bytes([byte]).decode("cp1252", "replace")
    message = f"this file isn't UTF-8: byte 0x{byte:02X} (“{guess}” if it was saved as Windows-1252)"
    return Diagnostic("encoding", message, position=Position(file, line, column), hint=_SAVE_AS)


def _control_characters(text: str, file: str) -> Iterator[Diagnostic]:
    for number, line in enumerate(text.split("\n"), 1):
        if found := CONTROL.search(line):
            yield control_character(found[0], Position(file, number, found.start() + 1))


def control_character(sign: str, position: Position) -> Diagnostic:
    """The finding about one of them."""
    message = f"an invisible control character (U+{ord(sign):04X}) stands here"
    return Diagnostic("control-character", message, position=position, hint="delete it, and type a space or a new line instead")
