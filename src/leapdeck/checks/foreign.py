"""Other clients' words in a text, but for those that are part of the reader's own, or of something that is told anyway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.checks.finished import Said
from leapdeck.checks.spellings import LEAST_LETTERS, spellings
from leapdeck.checks.words import Doubt, Found, Phrases, Places

if TYPE_CHECKING:
    from leapdeck.checks.readings import Reading

LEAST_PARTED = 8
"""Letters: a shorter name that reaches from one text into the next ("A" and "B" over two columns) is there by chance."""


class Owner(Struct, frozen=True):
    """Whose a phrase is; one that is `loose` may stand elsewhere by chance: a variable's `value`, or an alias of a letter or two."""

    id: str
    loose: bool
    value: bool = False


class Reader(Struct, frozen=True):
    """Who a file is for: its id, and the phrases that may stand in it."""

    id: str
    own: Phrases[None]
    phrases: tuple[tuple[str, ...], ...]


class Foreign(Struct, frozen=True):
    """Another client's phrase, the words in which it is written, and whether they may be something else."""

    phrase: str
    owner: Owner
    near: bool
    words: tuple[str, ...]


def reader_of(id_: str, free: tuple[str, ...]) -> Reader:
    """A reader by its id and all words that are no leak in its files."""
    return Reader(id_, Phrases(((word, None) for word in free), spellings), tuple(words for word in free for words, _ in spellings(word)))


def foreign(text: Said, phrases: Phrases[Owner], reader: Reader) -> Iterator[Foreign]:
    """Other clients' phrases in any way that a text can be read; one that is surely there isn't doubtful elsewhere in it."""
    from leapdeck.checks.readings import readings  # where no other client is known, nothing is read twice

    is_text = text.kind == "text"
    ways = readings(text.text, is_markup=not is_text)
    found = dict.fromkeys(one for way in ways for one in (*_whole(way, phrases, reader, text), *_within(way, phrases, reader)))
    sure = {(one.phrase, one.owner) for one in found if not one.near}
    yield from _told(text, (one for one in found if not one.near or (one.phrase, one.owner) not in sure))


def _told(text: Said, found: Iterable[Foreign]) -> Iterator[Foreign]:
    """Finds less everyday words that aren't written as a name is; one alone, which may begin a sentence, or small ones are doubtful."""
    from leapdeck.checks.everyday import is_everyday, written_as_a_name

    for one in found:
        if not is_everyday(one.words):
            yield one
        elif written_as_a_name(one.phrase, one.words, text.text):
            yield replace(one, near=one.near or len(one.words) == 1 or one.phrase.islower())


def _whole(reading: Reading, phrases: Phrases[Owner], reader: Reader, text: Said) -> Iterator[Foreign]:
    """Phrases that are whole words of a text."""
    words = reading.words
    finds = [replace(found, doubt=_doubt(found, reading)) for found in phrases.found_in(words) if found.owner.id != reader.id]
    finds = [found for found in finds if _counts(found, reading, text)]
    own = tuple(reader.own.found_in(words)) if finds else ()
    for found in _uncovered(finds, own):
        doubtful = found.doubt > 0 or any(_overlap(found, one) for one in own)
        yield Foreign(found.phrase, found.owner, doubtful, words[found.start : found.end])


def _overlap(found: Found[Owner], own: Found[None]) -> bool:
    """Whether a find begins or ends within a phrase of the reader's and reaches beyond it: "people First", before First Step's name."""
    return found.start < own.start < found.end < own.end or own.start < found.start < own.end < found.end


def _within(reading: Reading, phrases: Phrases[Owner], reader: Reader) -> Iterator[Foreign]:
    """Phrases that are part of a long word of an address."""
    for word in reading.long:
        finds = [found for found in phrases.inside(word) if found.owner.id != reader.id and not found.owner.value]
        for found in _uncovered(finds, reader.own.inside(word)) if finds else ():
            yield Foreign(found.phrase, found.owner, found.doubt > 0, (word,))


def _doubt(found: Found[Owner], reading: Reading) -> Doubt:
    if reading.address and found.doubt == 1:
        return 0
    return 2 if reading.bare and found.end - found.start == 1 else found.doubt


def _counts(found: Found[Owner], reading: Reading, text: Said) -> bool:
    """Whether it isn't chance, and isn't told by another reading."""
    words = reading.words[found.start : found.end]
    letters = sum(map(len, words))
    if found.parted and (text.kind != "text" or found.doubt or found.owner.loose or letters <= LEAST_PARTED):
        return False
    given = (reading.accented or reading.words)[found.start : found.end]
    if reading.accented and (words == given or (len(words) == 1 and letters < LEAST_LETTERS)):
        return False
    return not found.doubt or reading.address or _is_capital(given[0], text.text)


def _is_capital(word: str, text: str) -> bool:
    """Whether a word stands in a text as a name does; a common word has no capital."""
    return not word.isascii() or word.capitalize() in text or word.upper() in text


def _uncovered(finds: list[Found[Owner]], own: Iterable[Found[None]]) -> Iterator[Found[Owner]]:
    """Finds that are neither part of the reader's own phrases nor of another find that says it all."""
    mine = Places(own)
    there = Places(found for found in finds if not any(mine.holding(found)))
    for number, found in enumerate(there.finds):
        if not any(_covers(other, found, earlier=n < number) for n, other in there.holding(found) if n != number):
            yield found


def _covers(other: Found[Owner], found: Found[Owner], *, earlier: bool) -> bool:
    """Whether another find that holds this one says all that it would: it is of the same client, and no less strict."""
    if other.owner == found.owner and other.doubt == found.doubt and (other.start, other.end) == (found.start, found.end):
        return earlier
    is_doubtful = found.owner.loose or found.doubt
    return not other.owner.loose and not other.doubt and (bool(is_doubtful) or other.owner.id == found.owner.id)
