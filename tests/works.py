"""Finished work that many tests look at: built once a process, and never changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from leapdeck.blocks import Document
from leapdeck.brand.model import Brand
from leapdeck.building import Job, Options, Prepared, brand_of, build, prepare
from leapdeck.narrate.moments import Story
from leapdeck.paper import paginate
from leapdeck.scene import Page

TESTS = Path(__file__).parent
EVERY_KIND = TESTS / "examples" / "every-kind.yaml"
SHORT_DAY = TESTS / "examples" / "short-day.yaml"
"""A workshop for the facilitator's papers: a gap, a quiz, a break, what may be cut, what is hidden, what to bring."""
NO_TIMES = TESTS / "examples" / "no-times.yaml"
"""A workshop without any time, with long titles and long notes."""
OUTLINES = sorted((TESTS.parent / "outlines").glob("*.yaml"))
LOUD = TESTS / "brands" / "loud.yaml"

USUAL = Options()


@lru_cache
def made(
    outline: Path = EVERY_KIND,
    kind: str = "deck",
    paper: str = "letter",
    brand: Path | None = None,
    options: Options = USUAL,
    icc: Path | None = None,
) -> bytes:
    """The bytes of one finished file."""
    job = Job(outline, brand=brand, kinds=(kind,), paper=paper, icc=icc, options=options)
    return next(file.data for file in build(job).files if file.kind == kind)


@lru_cache
def prepared(outline: Path = EVERY_KIND, paper: str = "letter", brand: Path | None = None, options: Options = USUAL) -> Prepared:
    """A workshop composed and paginated."""
    job = Job(outline, brand=brand, paper=paper, options=options)
    return prepare(job, brand_of(job)[0])


@lru_cache
def story(outline: Path = SHORT_DAY, paper: str = "letter", brand: Path | None = None) -> Story:
    """What the facilitator's papers are told from."""
    ready = prepared(outline, paper, brand)
    composed = ready.composed
    return Story(ready.workshop, ready.brand, ready.deck, composed.numbers, composed.plan, composed.contact, ready.paginated.pages)


def laid_out(document: Document, paper: str = "letter", brand_file: Path | None = None) -> tuple[Page, ...]:
    """A document's pages."""
    return paginate(document, brand(brand_file), paper, {}).sheets.pages


@lru_cache
def brand(path: Path | None = None) -> Brand:
    """The brand `leap`, or another over it."""
    return brand_of(Job(EVERY_KIND, brand=path))[0]
