"""Dates as a language writes them."""

from __future__ import annotations

from datetime import date

from leapdeck.locales import words


def date_text(day: str, language: str) -> str:
    """A day given as 2026-12-03 in the words of a language (BCP 47); ValueError where there is no such day."""
    given = date.fromisoformat(day)
    known = words(language)
    pattern = known.get(f"date-{language.rpartition('-')[2].upper()}", known["date"])
    return pattern.format(day=given.day, month=known["months"].split()[given.month - 1], year=given.year)
