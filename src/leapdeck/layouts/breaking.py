"""Breaking paragraphs into lines: greedy, after spaces, hyphens and dashes, as PowerPoint and LibreOffice do; on paper within words."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from leapdeck.locales.hyphenating import Parting
from leapdeck.richtext import Run

Measure = Callable[[Run, str], float]
"""How wide some characters of a run are, in points."""

LONG = 120
"""Characters: no line of a slide or a page is longer, but at the smallest sizes."""
_BREAKS = re.compile(r"[\S\u00a0]+[^\S\u00a0]*|[^\S\u00a0]+")
_PARTABLE = re.compile(r"([^\w]*(?:[^\W\d_]{1,2}['\u2019])?)([^\W\d_]+)(\W*)")
"""A word of letters alone, with what stands around it and, in front, what an apostrophe has shortened."""
_DASHES = "-\u2010\u2013\u2014"
_AFTER_DASH = re.compile(rf"(?<=[^\W_][{_DASHES}])(?=\w)")

SOFT_HYPHEN = "\u00ad"
"""What ends a line whose last word goes on in the next; it is drawn as a hyphen, and is none to who searches the text."""
MOST_HYPHENS = 2
"""So many lines in a row may end with a hyphen."""
ZONE = 0.12
"""Share of a line: where a whole word leaves less room than that, it isn't parted."""


class Piece(Struct, frozen=True, gc=False):
    """Characters of one run that stay together."""

    run: Run
    text: str


class Word(Struct, frozen=True):
    """What may not be broken: pieces of one or more runs, how wide they are in points with the spaces at their end, and by what measure."""

    pieces: tuple[Piece, ...]
    advance: float
    measure: Measure

    def fits(self, room: float) -> bool:
        """Whether it holds in some points, its spaces hanging outside; without them it is measured only where it matters."""
        return self.advance <= room or self.advance - self._hanging() <= room

    def _hanging(self) -> float:
        tail = self.pieces[-1]
        bare = tail.text.rstrip(" \t\n")
        return 0.0 if bare == tail.text else self.measure(tail.run, tail.text) - (self.measure(tail.run, bare) if bare else 0.0)


class Broken(Struct, frozen=True):
    """A paragraph in lines; `forced` are the words that were wider than a whole line and had to be cut."""

    lines: tuple[tuple[Piece, ...], ...]
    forced: tuple[str, ...]


def break_lines(runs: tuple[Run, ...], width: float, measure: Measure, parting: Parting | None = None) -> Broken:
    """Set runs into lines of at most `width` points; trailing spaces hang outside.

    `parting` says where long words may be parted; a line that ends so ends with a SOFT_HYPHEN.
    """
    if _in_one_line(runs, width, measure):
        return Broken((tuple(Piece(run, run.text) for run in runs),), ())
    words = _words(runs, measure)
    lines = _Lines(width)
    forced: list[str] = []
    for number, word in enumerate(words):
        rest = lines.hyphenated(word, measure, parting, last=number == len(words) - 1) if parting else word
        for part in _fitting(rest, width, measure, forced):
            lines.take(part)
    return Broken(tuple(_joined(line) for line in lines.done), tuple(forced))


class _Lines:
    """Lines being filled, each as wide as the next, and the room that the last one has left."""

    def __init__(self, width: float) -> None:
        self.done: list[list[Piece]] = [[]]
        self._width = self._room = width
        self._hyphens = 0

    def take(self, word: Word) -> None:
        """Add a word, on a new line where the last one is full."""
        if self.done[-1] and not word.fits(self._room + 1e-6):
            self._turn()
            self._hyphens = 0
        self.done[-1] += word.pieces
        self._room -= word.advance

    def hyphenated(self, word: Word, measure: Measure, parting: Parting, *, last: bool) -> Word:
        """Fill the line with the beginning of a word that it can't hold, and give the rest: never thrice in a row, never at the end.

        A word that no line holds is parted whatever that looks like.
        """
        while not word.fits(self._room + 1e-6):
            too_wide = not word.fits(self._width)
            if not too_wide and (last or self._hyphens == MOST_HYPHENS or self._room < self._width * ZONE):
                return word
            parted = _parted(word, self._room, measure, parting)
            if parted is None:
                return word
            self.done[-1] += parted[0].pieces
            self._turn()
            self._hyphens += 1
            word = parted[1]
        return word

    def _turn(self) -> None:
        self.done.append([])
        self._room = self._width


def _parted(word: Word, room: float, measure: Measure, parting: Parting) -> tuple[Word, Word] | None:
    """The longest beginning of a word that fits, with its hyphen, and the rest."""
    piece = word.pieces[0]
    found = _PARTABLE.fullmatch(piece.text)
    if len(word.pieces) > 1 or found is None or piece.run.ref or piece.run.link:
        return None
    for at in reversed(parting(found[2])):
        cut = found.start(2) + at
        head = piece.text[:cut]
        width = measure(piece.run, head + "-")
        if width <= room:
            return Word((Piece(piece.run, head + SOFT_HYPHEN),), width, measure), _word([Piece(piece.run, piece.text[cut:])], measure)
    return None


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
            if (open_word and not token[0].isspace()) or (words and (token.isspace() or token[0] == "\u00a0")):
                words[-1].append(Piece(run, token))
            else:
                words.append([Piece(run, token)])
            open_word = not (token[-1].isspace() and token[-1] != "\u00a0") and not _ends_with_dash(token)
    return [_word(pieces, measure) for pieces in words]


def _ends_with_dash(token: str) -> bool:
    return token[-1] in _DASHES and token[-2:-1].isalnum()


def _tokens(text: str) -> list[str]:
    tokens: list[str] = _BREAKS.findall(text)
    if not any(dash in text for dash in _DASHES):
        return tokens
    return [part for token in tokens for part in _AFTER_DASH.split(token) if part]


def _word(pieces: list[Piece], measure: Measure) -> Word:
    return Word(tuple(pieces), sum(_wide(piece, measure) for piece in pieces), measure)


def _wide(piece: Piece, measure: Measure) -> float:
    return piece.run.blank or measure(piece.run, piece.text)


def _fitting(word: Word, width: float, measure: Measure, forced: list[str]) -> list[Word]:
    """The word, or where it is wider than a whole line, its characters in line-wide parts."""
    if word.fits(width) or all(len(piece.text) < 2 for piece in word.pieces):
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
