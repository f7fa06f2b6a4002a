"""Clock times as a language writes them: "13:30", "1:30 PM"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

PATTERNS = {
    "de": "HH:mm",
    "de-DE": "HH:mm",
    "en": "h:mm a|am|pm",
    "en-AU": "h:mm a|am|pm",
    "en-CA": "h:mm a|a.m.|p.m.",
    "en-GB": "HH:mm",
    "en-US": "h:mm a|AM|PM",
    "es": "H:mm",
    "es-ES": "H:mm",
    "fr": "HH:mm",
    "fr-FR": "HH:mm",
    "it": "HH:mm",
    "it-IT": "HH:mm",
    "nl": "HH:mm",
    "nl-NL": "HH:mm",
    "pl": "HH:mm",
    "pl-PL": "HH:mm",
    "pt": "HH:mm",
    "pt-BR": "HH:mm",
    "pt-PT": "HH:mm",
}
"""The short times of the languages in use, by the Unicode locale data (UTS 35, part 4), then what stands before and after noon.

Babel, which has those of all others, takes longer to load than all words together.
"""
_PART = re.compile(r"HH|H|hh|h|mm|a|'([^']*)'")
_BOUND = str.maketrans({" ": "\u00a0", "\u202f": "\u00a0"})
"""A time is never parted; the narrow space that some languages have is missing in many a font."""


def clock(minutes: float | None, fixed: Mapping[str, str]) -> str:
    """Minutes from midnight as a clock time, by the pattern among a language's fixed words; nothing for None."""
    if minutes is None:
        return ""
    pattern, *halves = fixed["clock"].split("|")
    hours, rest = divmod(round(minutes) % (24 * 60), 60)
    twelve = hours % 12 or 12
    values = {"HH": f"{hours:02d}", "H": f"{hours}", "hh": f"{twelve:02d}", "h": f"{twelve}", "mm": f"{rest:02d}"}
    values["a"] = halves[hours // 12] if halves else ""
    return _PART.sub(lambda part: values.get(part[0], part[1] or ""), pattern).translate(_BOUND)


@lru_cache(16)
def pattern_of(language: str) -> str:
    """How a language (BCP 47) writes clock times: a pattern, and where it has one the marks of both halves of the day."""
    return PATTERNS.get(language) or _patterned(language)


def _patterned(language: str) -> str:
    from leapdeck.locales.dates import locale_of

    locale: Locale = locale_of(language)
    pattern = str(locale.time_formats["short"].pattern)
    halves = locale.day_periods["format"]["abbreviated"]
    return f"{pattern}|{halves['am']}|{halves['pm']}" if "a" in re.sub("'[^']*'", "", pattern) else pattern
