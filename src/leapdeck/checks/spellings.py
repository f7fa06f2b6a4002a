"""How a name is written elsewhere than in its client's file: in one word, without its accents, its legal form or its "and"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from leapdeck.checks.words import Doubt, Spelled, folded

LEAST_LETTERS = 6
"""A shorter name that is written in another way is too much like other words."""
LEAST_JOINED = 8
"""Letters: a shorter name in one word is too much like other words even in an address."""
_AND = ("and", "und", "et", "en", "och", "og", "y", "e")
_SIGN = re.compile(r"(?<=\w)\s*[&+]\s*(?=\w)")
_FORM = re.compile(
    r"ab|ag|aps|asa?|bv|cic|co|company|corp(?:oration)?|eg|ev|foundation|gbr|g?gmbh|group|holdings?|inc|incorporated|kft|kg|kgaa|ll[cp]"
    r"|limited|ltd|nv|oyj?|pllc|plc|pty|pvt|sa|sarl|sas|sca|se|sl|spa|srls?|ug|zrt"
)
"""Legal forms, which a name loses as soon as it is spoken."""
_BARE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ɪ": "i", "ʀ": "r", "ʏ": "y", "ɢ": "g"}
    | dict(zip("ᴀʙᴄᴅᴇғʜᴊᴋʟᴍɴᴏᴘꜱᴛᴜᴠᴡᴢ", "abcdefhjklmnopstuvwz", strict=True))
)
"""Letters that are no other letter with an accent, and small capitals."""
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def spellings(phrase: str) -> Iterable[Spelled]:
    """The ways to write a name; and how likely each stands somewhere by chance."""
    words = folded(phrase)
    plain = {form for whole in (words, *_connected(phrase, words)) for form in (whole, *_without_forms(whole))}
    forms = plain if phrase.isascii() else {again for form in plain for again in (form, written_out(form), bare(form))}
    given = {words, written_out(words)} - ({bare(words)} - {words})
    found: dict[tuple[str, ...], Doubt] = {}
    for form in forms:
        for spelled, doubt in _spelled(form, is_given=form in given):
            found[spelled] = min(doubt, found.get(spelled, 2))
    return found.items()


def _spelled(words: tuple[str, ...], *, is_given: bool) -> Iterator[Spelled]:
    """A form of a name with its words apart, in one, and with an s at its end."""
    count, joined = len(words), "".join(words)
    long = len(joined) >= LEAST_LETTERS
    if is_given or count > 1 or long:
        yield words, 0 if is_given or count > 1 else 2
    if long and joined.isalpha():
        yield (*words[:-1], f"{words[-1]}s"), 2
    if long and count > 1:
        yield (joined,), 0 if count > 2 else 1 if len(joined) >= LEAST_JOINED else 2
    if long and count == 3:
        yield (words[0] + words[1], words[2]), 0
        yield (words[0], words[1] + words[2]), 0


def _connected(phrase: str, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The name with words for its sign, or with the sign for its word, which is none when a text is searched."""
    if sum(map(len, words)) < LEAST_LETTERS:
        return
    if "&" in phrase or "+" in phrase:
        yield from (folded(_SIGN.sub(f" {word} ", phrase)) for word in _AND)
    elif len(words) > 2 and not set(words[1:-1]).isdisjoint(_AND):
        yield (words[0], *(word for word in words[1:-1] if word not in _AND), words[-1])


def _without_forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The name less its legal forms, from the last one on: Nord Group Ltd, Nord Group, Nord; and less its article."""
    end = len(words)
    while True:
        yield words[1:end] if words and words[0] == "the" and end > 2 else words[:end]
        if end < 2 or not _FORM.fullmatch(words[end - 1]):
            return
        end -= 1


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words less their accents."""
    return tuple(word if word.isascii() else _bare(word) for word in words)


def written_out(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words less their accents, an umlaut as the two letters that stand for it."""
    return tuple(word if word.isascii() else _bare(word.translate(_WRITTEN_OUT)) for word in words)


@lru_cache(4096)
def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.translate(_BARE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
