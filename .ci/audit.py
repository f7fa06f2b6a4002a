"""Judge finished files: decks by Microsoft's rules and by leapdeck's own lint, PDFs by the rules of PDF/UA-1.

Booklets and press editions are for the printer and claim nothing; they must only be sound.

Usage: python .ci/audit.py FOLDER [--tagged]
With --tagged: only print the PDFs that everybody must be able to read, a zero byte after each, for other judges.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import page
import pikepdf
from openxml_audit import OpenXmlValidator

from leapdeck.checks.package import lint

FOR_THE_PRINTER = re.compile(r"-(booklet|press)(-large-print)?(-ink-saver)?\.pdf$")


def deck_faults(path: Path) -> Iterator[str]:
    """What is wrong with a deck."""
    yield from (f"openxml-audit: {error}" for error in OpenXmlValidator().validate(str(path)).errors)
    yield from (f"lint: {finding.message} [{finding.code}]" for finding in lint(path.read_bytes()))


def pdf_faults(path: Path) -> Iterator[str]:
    """What keeps a PDF from being PDF/UA-1, or one for the printer from being sound."""
    if FOR_THE_PRINTER.search(path.name):
        with pikepdf.open(path) as pdf:
            yield from (f"syntax: {fault}" for fault in pdf.check_pdf_syntax())
        return
    report = page.validate_pdf(str(path), profile="ua1")
    if not report.is_compliant:
        yield f"page-validation: {report}"


JUDGES = {".pptx": deck_faults, ".pdf": pdf_faults}


def main() -> int:
    """Judge all files below a folder; 1 where there is a fault or no file."""
    paths = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.suffix in JUDGES)
    if "--tagged" in sys.argv[2:]:
        print(*(path for path in paths if path.suffix == ".pdf" and not FOR_THE_PRINTER.search(path.name)), sep="\0", end="\0")
        return 0
    faults = [f"{path}: {fault}" for path in paths for fault in JUDGES[path.suffix](path)]
    print("\n".join(faults) or f"{len(paths)} files without a fault")
    return int(bool(faults) or not paths)


if __name__ == "__main__":
    sys.exit(main())
