"""Breaking paragraphs into lines: greedy, after spaces, hyphens and dashes, as PowerPoint and LibreOffice do."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from leapdeck.richtext import Run

Measure = Callable[[Run, str], float]
"""How wide some characters of a run are, in points."""

LONG = 120
"""Characters: no line of a slide or a page is longer, but at the smallest sizes."""
_BREAKS = re.compile(r"(?:\S|\u00a0)+[^\S\u00a0]*|[^\S\u00a0]+")
_AFTER_DASH = re.compile(r"(?<=[^\W_][\-\u2010\u2013\u2014])(?=\w)")


class Piece(Struct, frozen=True, gc=False):
    """Characters of one run that stay together."""

    run: Run
    text: str


class Word(Struct, frozen=True):
    """What may not be broken: pieces of one or more runs; `width` without and `advance` with the spaces after it, in points."""

    pieces: tuple[Piece, ...]
    width: float
    advance: float


class Broken(Struct, frozen=True):
    """A paragraph in lines; `forced` are the words that were wider than a whole line and had to be cut."""

    lines: tuple[tuple[Piece, ...], ...]
    forced: tuple[str, ...]


def break_lines(runs: tuple[Run, ...], width: float, measure: Measure) -> Broken:
    """Set runs into lines of at most `width` points; trailing spaces hang outside."""
    if _in_one_line(runs, width, measure):
        return Broken((tuple(Piece(run, run.text) for run in runs),), ())
    lines: list[list[Piece]] = [[]]
    forced: list[str] = []
    room = width
    for word in _words(runs, measure):
        for part in _fitting(word, width, measure, forced):
            if lines[-1] and part.width > room + 1e-6:
                lines.append([])
                room = width
            lines[-1] += part.pieces
            room -= part.advance
    return Broken(tuple(_joined(line) for line in lines), tuple(forced))


def _in_one_line(runs: tuple[Run, ...], width: float, measure: Measure) -> bool:
    """Whether runs need no breaking; the start of a long text that is wider than the line already says that they do."""
    needed = 0.0
    for run in runs:
        if len(run.text) > LONG and needed + measure(run, run.text[:LONG]) > width + 1:
            return False
        needed += run.blank or measure(run, run.text)
    return needed <= width


def _words(runs: tuple[Run, ...], measure: Measure) -> list[Word]:
    words: list[list[Piece]] = []
    open_word = False
    for run in runs:
        if run.blank:
            words.append([Piece(run, "")])
            open_word = False
            continue
        for token in _tokens(run.text):
            if (open_word and not token[0].isspace()) or (words and token.isspace()):
                words[-1].append(Piece(run, token))
            else:
                words.append([Piece(run, token)])
            open_word = not (token[-1].isspace() and token[-1] != "\u00a0") and not _AFTER_DASH.search(token + "x")
    return [_word(pieces, measure) for pieces in words]


def _tokens(text: str) -> list[str]:
    return [part for token in _BREAKS.findall(text) for part in _AFTER_DASH.split(token) if part]


def _word(pieces: list[Piece], measure: Measure) -> Word:
    wide = [_wide(piece, measure) for piece in pieces]
    advance, tail = sum(wide), pieces[-1]
    bare = tail.text.rstrip(" \t\n")
    hanging = wide[-1] - (measure(tail.run, bare) if bare else 0.0) if bare != tail.text else 0.0
    return Word(tuple(pieces), advance - hanging, advance)


def _wide(piece: Piece, measure: Measure) -> float:
    return piece.run.blank or measure(piece.run, piece.text)


def _fitting(word: Word, width: float, measure: Measure, forced: list[str]) -> list[Word]:
    """The word, or where it is wider than a whole line, its characters in line-wide parts."""
    if word.width <= width or all(len(piece.text) < 2 for piece in word.pieces):
        return [word]
    forced.append("".join(piece.text for piece in word.pieces).strip())
    parts: list[Word] = []
    current: list[Piece] = []
    used = 0.0
    for piece in word.pieces:
        for character in piece.text:
            wide = measure(piece.run, character)
            if current and used + wide > width and not character.isspace():
                parts.append(_word(list(_joined(current)), measure))
                current, used = [], 0.0
            current.append(Piece(piece.run, character))
            used += wide
    return [*parts, _word(list(_joined(current)), measure)]


def _joined(line: list[Piece]) -> tuple[Piece, ...]:
    """Neighbors of one run as one piece."""
    joined: list[Piece] = []
    for piece in line:
        if joined and joined[-1].run is piece.run and not piece.run.blank:
            joined[-1] = Piece(piece.run, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)
