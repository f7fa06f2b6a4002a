"""leapdeck's own lint of PowerPoint files: what schemas can't say, and PowerPoint repairs or drops."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from leapdeck.checks.opened import Opened, open_package
from leapdeck.checks.package import slides, whole
from leapdeck.diagnostics import Diagnostic

Rule = Callable[[Opened], Iterator[str]]

RULES: tuple[Rule, ...] = (
    whole.names,
    whole.content_types,
    whole.well_formed,
    whole.targets,
    whole.orphans,
    whole.declared,
    whole.needed,
    whole.slides_listed,
    whole.masters,
    whole.contents,
    whole.left_overs,
    slides.shape_ids,
    slides.placeholders,
    slides.tables,
    slides.paragraphs,
    slides.animations,
    slides.links,
    slides.charts,
    slides.titles,
    slides.alternatives,
    slides.languages,
    slides.theme_only,
    slides.inherits,
)


def lint(data: bytes) -> tuple[Diagnostic, ...]:
    """What is wrong with a .pptx, each fault once."""
    try:
        package = open_package(data)
    except (zipfile.BadZipFile, ET.ParseError) as error:
        return (Diagnostic("package", f"this is no PowerPoint file: {error}"),)
    return tuple(Diagnostic("package", fault) for rule in RULES for fault in dict.fromkeys(rule(package)))
