"""Inline markup to runs: `**bold**`, `*italic*`, `[text](https:…)`, `__gap__`, `{{variable}}`; all else is plain text.

markdown-it-py decides what is markup (CommonMark's rules of emphasis); its tokens keep the marker, which tells
`__gap__` from `**bold**`. Variables go in after the Markdown is read, so that a value is never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

VARIABLE = re.compile(r"\{\{\s*([A-Za-z_][\w-]*)\s*\}\}")
DOT = " \u00b7 "
"""Stands between short facts in one line."""
WIDE_DOT = "  \u00b7  "
LINK_SCHEMES = ("https:", "mailto:", "tel:")
_MARKUP = re.compile(r"[*_\[\\]")
_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_BLOCK_MARKUP = re.compile(r"^\s*([-+*]|\d+[.)])\s", re.MULTILINE)


class Run(Struct, frozen=True, gc=False):
    """Characters of one look.

    `gap` marks an answer (shown on slides, a rule on participants' paper); `blank` is such a rule, its length in
    points, with no text, and `asks` what is asked there; `ref` names what a late-bound number stands for, its `text`
    being the widest it may become; `color` overrides the text role's color with another role of the palette.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    gap: bool = False
    blank: float = 0.0
    ref: str = ""
    color: str = ""
    asks: str = ""


class Passage(Struct, frozen=True):
    """A paragraph (`level` -1) or a list item (`level` from 0; `number` 0 in a bulleted list) of flowing text."""

    runs: tuple[Run, ...]
    level: int = -1
    number: int = 0


def inline(text: str, variables: Mapping[str, str] | None = None) -> tuple[Run, ...]:
    """Read one paragraph of markup into runs; line breaks join. Variables not in `variables` stay as they stand."""
    runs = _read(text)
    return tuple(_filled(run, variables) for run in runs) if variables and "{{" in text else runs


def passages(text: str, variables: Mapping[str, str] | None = None) -> tuple[Passage, ...]:
    """Read flowing text: blank lines part paragraphs, `- ` and `1. ` begin list items, nested ones a level deeper."""
    return tuple(
        Passage(tuple(_filled(run, variables or {}) for run in passage.runs), passage.level, passage.number)
        for passage in _read_passages(text)
    )


def plain(text: str, variables: Mapping[str, str] | None = None) -> str:
    """The words alone, with no markup."""
    return words(inline(text, variables))


def words(runs: tuple[Run, ...]) -> str:
    """The characters of all runs."""
    return "".join(run.text for run in runs)


def dotted(facts: Iterable[str]) -> str:
    """Facts in one line with dots between, those left out that are empty."""
    return DOT.join(fact for fact in facts if fact)


def dotted_runs(facts: Iterable[tuple[Run, ...]], dot: str = DOT) -> tuple[Run, ...]:
    """The same for facts that are runs; `dot` stands between."""
    given = [fact for fact in facts if fact]
    return tuple(run for number, fact in enumerate(given) for run in (((Run(dot),) if number else ()) + fact))


def heard(runs: tuple[Run, ...]) -> str:
    """The words for somebody who only hears them: a rule to write on is a pause."""
    return "".join("…" if run.blank else run.text for run in runs).strip()


def _filled(run: Run, variables: Mapping[str, str] | None) -> Run:
    if not variables or "{{" not in run.text:
        return run
    return replace(run, text=VARIABLE.sub(lambda m: variables.get(m[1], m[0]), run.text))


@lru_cache(4096)
def _read(text: str) -> tuple[Run, ...]:
    if not _MARKUP.search(text):
        return (Run(_LINE_BREAK.sub(" ", text)),) if text else ()
    tokens = _parser().parseInline(text)
    return _runs(tokens[0].children or [])


@lru_cache(1024)
def _read_passages(text: str) -> tuple[Passage, ...]:
    if not _BLOCK_MARKUP.search(text):
        parts = (part.strip() for part in re.split(r"\n\s*\n", text))
        return tuple(Passage(_read(part)) for part in parts if part)
    return tuple(_walk(_block_parser().parse(text)))


def _walk(tokens: list[Token]) -> list[Passage]:
    found: list[Passage] = []
    lists: list[int] = []  # the next number of each open list, 0 where it has bullets
    fresh = False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(int(token.attrGet("start") or 1) if token.type.startswith("ordered") else 0)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            fresh = True
        elif token.type == "inline":
            found.append(Passage(_runs(token.children or []), len(lists) - 1, lists[-1] if lists and fresh else 0))
            if fresh and lists and lists[-1]:
                lists[-1] += 1
            fresh = False
    return found


def _runs(tokens: list[Token]) -> tuple[Run, ...]:
    runs: list[Run] = []
    state = Run("")
    for token in tokens:
        state = _state_after(state, token)
        text = " " if token.type in ("softbreak", "hardbreak") else token.content
        if text and token.type in ("text", "softbreak", "hardbreak"):
            _append(runs, replace(state, text=text))
    return tuple(runs)


def _state_after(state: Run, token: Token) -> Run:
    if token.type == "strong_open":
        return replace(state, gap=True) if token.markup == "__" else replace(state, bold=True)
    if token.type == "strong_close":
        return replace(state, gap=False) if token.markup == "__" else replace(state, bold=False)
    if token.type in ("em_open", "em_close"):
        return replace(state, italic=token.type == "em_open")
    if token.type in ("link_open", "link_close"):
        return replace(state, link=str(token.attrGet("href") or ""))
    return state


def _append(runs: list[Run], run: Run) -> None:
    if runs and replace(runs[-1], text="") == replace(run, text=""):
        run = replace(run, text=runs.pop().text + run.text)
    runs.append(run)


@lru_cache(1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "newline", "escape", "balance_pairs"])
    parser.validateLink = lambda url: url.lower().startswith(LINK_SCHEMES)  # type: ignore[method-assign]  # the documented way to narrow links
    return parser


@lru_cache(1)
def _block_parser() -> MarkdownIt:
    return _parser().enable("list")
