"""Where something stands in a file, in the words of those who open it: one line, however many places there are."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERED = re.compile(r"(.*\b(?:slide|page|chart)) (\d+)")


def together(places: Iterable[str]) -> str:
    """Places as one phrase: "slides 1–4 and 7, the notes of slide 3, layouts and masters"; those with numbers first."""
    numbers: dict[str, list[int]] = {}
    others: list[str] = []
    for place in dict.fromkeys(places):
        if found := _NUMBERED.fullmatch(place):
            numbers.setdefault(found[1], []).append(int(found[2]))
        else:
            others.append(place)
    return ", ".join((*(_listed(noun, sorted(found)) for noun, found in numbers.items()), *others))


def _listed(noun: str, numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"{noun} {numbers[0]}"
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [word for run in runs for word in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))]
    return f"{noun}s {', '.join(shown[:-1])}{' and ' * (len(shown) > 1)}{shown[-1]}"
