"""What is to be built, and what was."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic

DEFAULT_KINDS = ("deck", "handout", "guide")


class Options(Struct, frozen=True):
    """How a workshop is built beside what is usual.

    `large_print` sets the workbook in 14 points, `ink_saver` paper without filled grounds, `without_optional` leaves out what
    the outline marks so, and `safe_fonts` writes into the deck fonts that every computer has.
    """

    large_print: bool = False
    ink_saver: bool = False
    without_optional: bool = False
    safe_fonts: bool = False


class Job(Struct, frozen=True):
    """One workshop to be built, for one client or for none; `paper` "" is the brand's own, `settings` are `PATH=VALUE`.

    `here` is the folder one works in, the current one where it is None: clients that are known are looked for there too.
    `clients_as_of` says in which state these were when the job was one of many, "" where they are to be looked through.
    `icc` is the color profile that the press edition is printed by.
    `template` is a PowerPoint file in whose look the deck is built, in place of the one that the client's file names.
    """

    outline: Path
    client: Path | None = None
    brand: Path | None = None
    kinds: tuple[str, ...] = DEFAULT_KINDS
    paper: str = ""
    settings: tuple[str, ...] = ()
    here: Path | None = None
    clients_as_of: str = ""
    icc: Path | None = None
    options: Options = Options()
    template: Path | None = None


class File(Struct, frozen=True):
    """A finished file: its name, its bytes, how many slides or pages it has, how many minutes they take."""

    kind: str
    name: str
    data: bytes
    pages: int
    minutes: float


class Series(Struct, frozen=True):
    """Files of which a kind makes one for each participant: how their names begin and end, around the participant's.

    `others` are ends of what stands between in files of other kinds and looks.
    """

    kind: str
    begin: str
    end: str
    others: tuple[str, ...]

    def holds(self, name: str) -> bool:
        """Whether a file is one of them."""
        who = name[len(self.begin) : -len(self.end)]
        return (
            bool(who) and name.startswith(self.begin) and name.endswith(self.end) and "." not in who and not f"-{who}".endswith(self.others)
        )


class Built(Struct, frozen=True):
    """What a job made; `folder` is where it belongs below the output folder: the client's, or else the outline's.

    `series` are those of its files that are one for each participant; `sources` are the outline's and the client's
    file.
    """

    outline: str
    client: str
    folder: str
    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]
    series: tuple[Series, ...] = ()
    sources: tuple[Path, ...] = ()
