"""What a client's layouts draw themselves, as marks that are painted behind slides where there is no PowerPoint to do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec.structs import replace

from leapdeck.brand.fonts import missing_glyphs
from leapdeck.brand.model import Brand
from leapdeck.layouts.corporate import Drawn, Letters, Look, Words
from leapdeck.layouts.fitting import box
from leapdeck.layouts.slots import Mark
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, Rule, Shape, TextBox


def looks_in(drawn: Iterable[Drawn]) -> Iterator[Look]:
    """How the words among some drawings look."""
    for item in drawn:
        if isinstance(item, Words):
            yield from (letters.look for paragraph in item.paragraphs for letters in paragraph)


def colors_in(drawn: Iterable[Drawn]) -> Iterator[str]:
    """The values of all colors that forms, lines and words are drawn in."""
    for item in drawn:
        match item:
            case Shape():
                yield from (color for color in (item.fill, item.stroke) if color)
            case Rule():
                yield item.color
            case Words():
                yield from (look.color for look in looks_in((item,)))


def marks_of(drawn: Iterable[Drawn], brand: Brand, styles: Mapping[Look, str]) -> tuple[Mark, ...]:
    """Drawings as marks, their words set; `styles` names the text role of each look.

    Words with a character that the face for them lacks are left out.
    """
    return tuple(mark for item in drawn for mark in (_lettered(item, brand, styles) if isinstance(item, Words) else (item,)))


def _lettered(words: Words, brand: Brand, styles: Mapping[Look, str]) -> Iterator[TextBox]:
    paragraphs = tuple(made for paragraph in words.paragraphs for made in _paragraphs(paragraph, styles))
    if not any(_lacks(paragraph, brand) for paragraph in paragraphs):
        yield replace(box(paragraphs, words.rect, brand, anchor=words.anchor), role="decoration")


def _paragraphs(letters: Iterable[Letters], styles: Mapping[Look, str]) -> Iterator[Paragraph]:
    """A paragraph, or several where its lines are broken by hand; each is as large as its first letters."""
    for broken, stretches in groupby(letters, key=lambda one: one.text == "\n"):
        if not broken:
            line = tuple(stretches)
            first = line[0].look
            runs = tuple(Run(one.text, one.look.bold, one.look.italic != first.italic, color=one.look.color) for one in line)
            yield Paragraph(runs, styles[first], first.size, align=first.align)


def _lacks(paragraph: Paragraph, brand: Brand) -> bool:
    role = brand.roles[paragraph.style]
    files = brand.families[role.family].files
    return any(missing_glyphs(files[""], run.text.upper() if role.caps else run.text) for run in paragraph.runs)
