"""The JSON Schemas: those that ship are current, take what leapdeck takes, and refuse the plainest mistakes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from yaml.nodes import MappingNode, Node, ScalarNode

from leapdeck.outline.schema import NAMES, Name, json_schema, schema_text
from leapdeck.slides import KINDS
from leapdeck.yamlsource import parse
from trials import CONTRACT, SMALL

ROOT = Path(__file__).parents[2]
FILES: list[tuple[Name, Path]] = [
    ("outline", CONTRACT / "kitchen-sink.yaml"),
    ("client", CONTRACT / "clients" / "northwind.yaml"),
    ("brand", CONTRACT / "brand.yaml"),
    ("brand", ROOT / "assets" / "brands" / "leap" / "brand.yaml"),
    *(("outline", path) for path in sorted((ROOT / "outlines").glob("*.yaml"))),
    *(("client", path) for path in sorted((ROOT / "outlines" / "clients").glob("*.yaml"))),
]
SHORT_FORMS = (
    "handout: false",
    "handout: only",
    "handout: {lines: 3}",
    "notes: Say this",
    "notes: {ask: Why?}",
    "materials: [pens, {what: cards, per: pair}]",
)
INTEGER, FLOAT = re.compile(r"[-+]?\d+"), re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?")


def typed(node: Node) -> Any:
    """A node as an editor reads it, which guesses types by YAML 1.2."""
    if isinstance(node, MappingNode):
        return {key.value: typed(value) for key, value in node.value}
    if not isinstance(node, ScalarNode):
        return [typed(item) for item in node.value]
    return node.value if node.style else guessed(node.value)


def guessed(text: str) -> Any:
    """A text without quotes as YAML 1.2 reads it (its core schema)."""
    words = {"": None, "~": None, "null": None, "true": True, "false": False}
    if text in words:
        return words[text]
    return int(text) if INTEGER.fullmatch(text) else float(text) if FLOAT.fullmatch(text) else text


def problems(name: Name, text: str) -> list[str]:
    """What the schema has against a file."""
    root = parse(text.encode(), "trial.yaml").root
    assert root is not None
    return [error.message for error in jsonschema.Draft202012Validator(json_schema(name)).iter_errors(typed(root))]


@pytest.mark.parametrize("name", NAMES)
def test_shipped_schemas_are_current(name: Name) -> None:
    """The files beside the outlines are what the models make, and are themselves sound."""
    assert (ROOT / "outlines" / "schema" / f"{name}.json").read_text("utf-8") == schema_text(name)
    jsonschema.Draft202012Validator.check_schema(json_schema(name))


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: getattr(value, "stem", value))
def test_sound_files_are_taken(name: Name, path: Path) -> None:
    """Every file that ships or that the contract shows passes its schema."""
    assert problems(name, path.read_text("utf-8")) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "break"])
def test_every_kinds_example_is_taken(kind: str) -> None:
    """The example of each kind passes; with a key that there isn't, it doesn't."""
    module = __import__(KINDS[kind].__module__, fromlist=["EXAMPLE"])
    slide = "".join(f"        {line}\n" for line in module.EXAMPLE.splitlines()).replace("        ", "      - ", 1)
    text = f"leapdeck: 1\ntitle: Trial\nsections:\n  - title: One\n    slides:\n{slide}"
    assert problems("outline", text) == []
    assert problems("outline", text + "        nonsense: 1\n") != []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("kind: points", "kind: pionts"),
        ("minutes: 60", "minutes: an hour"),
        ("title: Trial", "titel: Trial"),
        ("points: [First, Second]", "points: First"),
    ],
)
def test_mistakes_are_marked(right: str, wrong: str) -> None:
    """An editor marks what leapdeck would refuse."""
    assert problems("outline", SMALL) == []
    assert problems("outline", SMALL.replace(right, wrong)) != []


@pytest.mark.parametrize("form", SHORT_FORMS)
def test_short_forms_are_taken(form: str) -> None:
    """Editors take the short forms as well as the long ones."""
    assert problems("outline", SMALL.replace("text: One idea", f"text: One idea, {form}")) == []
