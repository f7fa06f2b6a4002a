"""The list of codes is whole: every code that is used anywhere stands in it, and nothing else does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from leapdeck.diagnostics import CODES

SOURCES = Path(__file__).parents[1] / "src" / "leapdeck"
CODE_AT = {"Diagnostic": 0, "BadImage": 0, "report": 0, "_report": 0, "Fault": 1, "_at": 2, "Mended": 2, "Slip": 4}
"""Calls that make a finding, and which of their arguments is its code."""


def codes_used() -> Iterator[tuple[str, str]]:
    """Each code that a source names where it makes a finding, and the source."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (argument := code_of(node)):
                texts = (part.value for part in ast.walk(argument) if isinstance(part, ast.Constant))
                yield from ((text, path.name) for text in texts if isinstance(text, str))


def code_of(call: ast.Call) -> ast.expr | None:
    """The argument of a call that is a finding's code."""
    function = call.func
    name = function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    if name not in CODE_AT:
        return None
    named = next((keyword.value for keyword in call.keywords if keyword.arg == "code"), None)
    return named or (call.args[CODE_AT[name]] if len(call.args) > CODE_AT[name] else None)


def test_every_code_is_listed_with_its_meaning() -> None:
    """No finding has a code that the list lacks, and each is explained in one sentence."""
    unlisted = {(code, source) for code, source in codes_used() if code not in CODES}
    assert not unlisted
    for code, meaning in CODES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
        assert re.fullmatch(r"[A-Z][^.]*(?:\.[^.\s][^.]*)*\.", meaning), meaning


def test_no_code_is_listed_in_vain() -> None:
    """Every listed code stands, as a word of its own, somewhere in the sources beside the list; which is in order."""
    sources = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py") if path.name != "diagnostics.py")
    assert [code for code in CODES if f'"{code}"' not in sources] == []
    assert list(CODES) == sorted(CODES)
