"""All that a finished file says, to whoever looks: shown text, notes, alt text, properties, tags, pictures, names of parts.

What is searched here is the file's bytes, not what leapdeck meant to write, so that a slip of a writer is found too; and so
that a file can be searched that comes from elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from leapdeck.checks.finished.packages import package_pictures, package_texts
from leapdeck.checks.finished.pdfs import pdf_pictures, pdf_texts
from leapdeck.checks.finished.saying import PDF, Purse
from leapdeck.checks.finished.saying import Said as Said
from leapdeck.checks.finished.saying import Shown as Shown
from leapdeck.checks.finished.saying import Unreadable as Unreadable
from leapdeck.checks.finished.whereabouts import together as together


@lru_cache(1)  # a workbook is searched twice in a row: for answers, and for others' words
def said(data: bytes) -> tuple[Said, ...]:
    """Every text of a finished PowerPoint or PDF file; Unreadable where it is damaged, locked, neither, or would take too long."""
    return tuple(pdf_texts(data, Purse()) if _is_pdf(data) else package_texts(data, Purse()))


def said_about(data: bytes, wanted: Collection[bytes]) -> Iterator[Said]:
    """The texts of a file, less those of a package's parts in whose bytes nothing stands that is wanted."""
    return iter(said(data)) if _is_pdf(data) else package_texts(data, Purse(), wanted=wanted)


def shown(data: bytes) -> Iterator[Shown]:
    """Every picture of a finished PowerPoint or PDF file; Unreadable as for `said`."""
    return pdf_pictures(data) if _is_pdf(data) else package_pictures(data, Purse())


def _is_pdf(data: bytes) -> bool:
    return data[:1024].lstrip()[:5] == PDF
