"""Fixed words ("Exercise", "Workbook p. 7") as data, one file a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import yaml

from leapdeck.locales.times import pattern_of

FALLBACK = "en"


@lru_cache(16)
def words(language: str) -> dict[str, str]:
    """The fixed words of a language (BCP 47; the part before the first hyphen counts), English where leapdeck has none.

    Among them stands how clock times are written, which a region may do in its own way.
    """
    file = _FOLDER / f"{base(language)}.yaml"
    text = (file if file.is_file() else _FOLDER / f"{FALLBACK}.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    said = {key: str(value) for key, value in yaml.load(text, loader).items()}  # noqa: S506  # both loaders are the safe ones
    return {**said, "clock": pattern_of(language)}


def base(language: str) -> str:
    """A language without its region: "de" for "de-AT"."""
    return language.partition("-")[0].lower()


def known(language: str) -> bool:
    """Whether there are fixed words in a language."""
    return (_FOLDER / f"{base(language)}.yaml").is_file()


def languages() -> tuple[str, ...]:
    """The languages that there are fixed words in."""
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in _FOLDER.iterdir() if entry.name.endswith(".yaml")))


def word(fixed: Mapping[str, str], key: str, **values: object) -> str:
    """A fixed word, its braces filled in; numbers as the language writes them."""
    said = {name: figure(value, fixed) if isinstance(value, float) else value for name, value in values.items()}
    return fixed[key].format(**said) if said else fixed[key]


def figure(value: float, fixed: Mapping[str, str]) -> str:
    """A number as a language writes it: "1,234.5" in English; a real minus sign."""
    marks = {",": fixed["thousands"], ".": fixed["decimal"], "-": "\u2212"}
    return "".join(marks.get(character, character) for character in f"{value:,.10g}")


def quoted(text: str, fixed: Mapping[str, str]) -> str:
    """A text between its language's quotation marks."""
    return f"{fixed['quote-open']}{text}{fixed['quote-close']}"


_FOLDER = resources.files("leapdeck.locales")
