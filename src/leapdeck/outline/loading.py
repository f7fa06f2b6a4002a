"""The one loader: an outline, what it uses, a client's changes and the command line's settings become a Workshop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.outline.converting import converted
from leapdeck.outline.ids import named
from leapdeck.outline.model import Workshop
from leapdeck.outline.pictures import Pictures
from leapdeck.yamlsource import read


class Loaded(Struct, frozen=True):
    """A workshop and what was found beside errors: warnings and notes."""

    workshop: Workshop
    findings: tuple[Diagnostic, ...]


def load(path: Path, *, client: Path | None = None, settings: Sequence[str] = ()) -> Loaded:
    """Read an outline, for a client if one is given; `settings` are texts as `title=Our way`.

    LeapdeckError with everything that was found where any of it is an error.
    """
    source = read(path)
    findings = list(source.diagnostics)
    if source.root is None:
        raise LeapdeckError(tuple(findings))
    given = named(source.root)
    source = replace(source, root=given.root)
    pictures = Pictures(path.parent)
    made = converted(source, path.stem, pictures)
    findings += [*given.findings, *made.findings]
    if made.workshop is None or any(finding.severity == "error" for finding in findings):
        raise LeapdeckError(_in_order(findings, str(path)))
    workshop = replace(made.workshop, images=tuple(pictures.found.values()))
    return Loaded(workshop, _in_order(findings, str(path)))


def _in_order(findings: list[Diagnostic], main: str) -> tuple[Diagnostic, ...]:
    """As a reader meets them: the outline's own first, each file from top to bottom."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda d: (d.position.file != main, d.position.file, d.position.line, d.position.column)))
