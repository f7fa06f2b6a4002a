"""What the options of a verb choose."""

from __future__ import annotations

from msgspec import Struct


class Selection(Struct, frozen=True):
    """Which workshops are meant, for whom, and in which brand; names are as they were typed."""

    outlines: tuple[str, ...]
    clients: tuple[str, ...] = ()
    all_clients: bool = False
    brand: str = ""
    paper: str | None = None
    settings: tuple[str, ...] = ()
    icc: str = ""
