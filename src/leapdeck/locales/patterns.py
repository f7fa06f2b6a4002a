"""Hyphenation patterns, read when they are asked for: to read all of the German ones first takes half a second."""

from __future__ import annotations

import re
from pathlib import Path

from pyphen import HyphDict, ignored

_DIGITS = b"0123456789"
_PARTS = re.compile(r"(\d?)(\D?)")


class _Lines(dict[str, tuple[int, tuple[int, ...]]]):
    """Patterns by their letters: where the first number stands, and the numbers."""

    def __init__(self, lines: dict[str, str]) -> None:
        super().__init__()
        self._lines = lines

    def get(self, letters: str, default: object = None) -> tuple[int, tuple[int, ...]] | None:  # type: ignore[override]  # all that pyphen asks
        line = self._lines.get(letters)
        if line is None:
            return None
        return 0, tuple(int(number or 0) for number, _ in _PARTS.findall(line))


class Patterns(HyphDict):  # type: ignore[misc]  # pyphen comes without types
    """One of pyphen's dictionaries; how a word is parted is pyphen's doing."""

    def __init__(self, path: Path) -> None:
        """Take the lines of a dictionary as they are."""
        encoding = path.read_bytes().partition(b"\n")[0].decode().strip()
        lines = [line for line in path.read_text(encoding).split("\n")[1:] if line and "=" not in line and not line.startswith(ignored)]
        letters = "\n".join(lines).encode().translate(None, _DIGITS).decode().split("\n")  # six times as fast as on text
        self.patterns = _Lines(dict(zip(letters, lines, strict=True)))
        self.cache: dict[str, list[int]] = {}
        self.maxlen = max(map(len, letters))
