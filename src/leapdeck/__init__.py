"""leapdeck: a workshop outline becomes a PowerPoint deck, a workbook and a facilitator's guide in one brand.

`build` does all of it. The stages below it are public too: `leapdeck.outline.load`, `leapdeck.compose.compose`,
`leapdeck.narrate.narrate`, `leapdeck.paper.paginate`, and the writers in `leapdeck.powerpoint` and `leapdeck.pdf`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from leapdeck.building import Built, Options

__version__ = "0.1.0"


def build(
    outline: str | Path,
    client: str | Path | None = None,
    *,
    only: Sequence[str] = (),
    out: str | Path | None = None,
    brand: str = "",
    paper: str = "",
    icc: str | Path | None = None,
    options: Options | None = None,
    template: str | Path | None = None,
) -> Built:
    """Build a workshop, and write its files where `out` names a folder.

    `outline`, `client` and `brand` are paths, or names that `leapdeck list` shows; `only` are kinds of files (deck,
    handout and guide unless named); `paper` is "a4" or "letter", the brand's own unless named; `icc` is a print shop's color
    profile, for the press edition; `options` are `leapdeck.building.Options`, as those of the command line; `template` is a
    PowerPoint file in whose look the deck is built. Raises LeapdeckError with every finding where one of them is an error,
    and writes nothing then. A file that was changed since it was built, or is open, is not overwritten: the new one stands
    beside it, which the diagnostics tell.
    """
    from pathlib import Path

    from msgspec.structs import replace

    from leapdeck.building import DEFAULT_KINDS, Job, Options, deliver_built
    from leapdeck.building import build as run
    from leapdeck.diagnostics import LeapdeckError
    from leapdeck.places import find_brand, find_client, find_outline

    here = Path.cwd()
    path = find_outline(str(outline), here)
    job = Job(
        path,
        find_client(str(client), path, here) if client else None,
        find_brand(brand, here) if brand else None,
        tuple(only) or DEFAULT_KINDS,
        paper,
        icc=Path(icc) if icc else None,
        options=options or Options(),
        template=Path(template) if template else None,
    )
    built = run(job)
    if out is None:
        return built
    written = deliver_built(built, Path(out))
    findings = tuple(finding for one in written for finding in one.findings)
    if any(one.path is None for one in written):
        raise LeapdeckError(findings)
    return replace(built, diagnostics=(*built.diagnostics, *findings))
