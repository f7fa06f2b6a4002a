"""Finished work that many tests look at: built once a process, and never changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from leapdeck.brand.model import Brand
from leapdeck.building import Job, Options, Prepared, brand_of, build, prepare

TESTS = Path(__file__).parent
EVERY_KIND = TESTS / "examples" / "every-kind.yaml"
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
def brand(path: Path | None = None) -> Brand:
    """The brand `leap`, or another over it."""
    return brand_of(Job(EVERY_KIND, brand=path))[0]
