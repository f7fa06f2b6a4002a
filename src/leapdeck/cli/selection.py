"""What the options of a verb choose."""

from __future__ import annotations

from msgspec import Struct


class Selection(Struct, frozen=True):
    """Which workshops are meant, for whom, in which brand and how; names are as they were typed."""

    outlines: tuple[str, ...]
    clients: tuple[str, ...] = ()
    all_clients: bool = False
    brand: str = ""
    paper: str | None = None
    settings: tuple[str, ...] = ()
    icc: str = ""
    large_print: bool = False
    ink_saver: bool = False
    without_optional: bool = False
    safe_fonts: bool = False
    template: str = ""
