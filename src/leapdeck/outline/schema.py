"""JSON Schemas for editors, made from the models: what may be written, short forms included."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal

import msgspec

from leapdeck.brand.model import BrandFile
from leapdeck.outline.client import ClientFile
from leapdeck.outline.model import Outline, Section, Words
from leapdeck.outline.using import KEYS
from leapdeck.slides import KINDS, base
from leapdeck.slides.columns import as_columns
from leapdeck.slides.steps import as_steps
from leapdeck.slides.table import as_rows

Name = Literal["outline", "client", "brand"]
NAMES: tuple[Name, ...] = ("outline", "client", "brand")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{name}"
_TEXT = {"type": ["string", "number", "boolean"]}
"""What an editor takes for a number is a text to leapdeck, where a text is expected."""
_Schema = dict[str, Any]


def json_schema(name: Name) -> _Schema:
    """The schema of outlines, client files or brand files."""
    made = {"outline": _outline, "client": _client, "brand": _brand}[name]()
    return {"$schema": DIALECT, "title": f"leapdeck: {name}", **made}


def schema_text(name: Name) -> str:
    """The schema as it is written into a file."""
    return json.dumps(json_schema(name), indent=1, ensure_ascii=False) + "\n"


def _outline() -> _Schema:
    definitions = _outline_definitions()
    top = definitions.pop("Outline")
    top["properties"]["sections"] = _sections()
    return {**top, "required": [*top["required"], "sections"], "$defs": definitions}


def _client() -> _Schema:
    own = _definitions((ClientFile,))
    shared = _outline_definitions()
    del shared["Outline"]
    own["ClientWorkshop"]["properties"]["changes"] = _changes()
    _use(own["ClientBlock"], "logo", {"type": "string"})
    top = own.pop("ClientFile")
    top["required"] = [key for key in top["required"] if key != "leapdeck"]
    return {**top, "$defs": {**shared, **own}}


def _brand() -> _Schema:
    definitions = _definitions((BrandFile,))
    return {**definitions.pop("BrandFile"), "$defs": definitions}


def _outline_definitions() -> dict[str, _Schema]:
    found = _definitions((Outline, Section, *KINDS.values()))
    found["Point"] = _point()
    found["Image"] = {"type": "string", "description": "A picture's file: beside this file, or in assets/"}
    models: tuple[type[Section | Words | base.Slide], ...] = (Section, Words, *KINDS.values())
    for model in models:
        for key, shape in model.shapes.items():
            _shorten(found[model.__name__]["properties"], key, shape)
    for kind, model in KINDS.items():
        found[model.__name__]["properties"] = {"kind": {"const": kind}, **found[model.__name__]["properties"]}
    found["Section"]["properties"]["slides"] = {"description": "The slides, in order", "type": "array", "items": _any_slide()}
    found["Use"] = _use_entry(found["Section"])
    return found


def _shorten(properties: dict[str, _Schema], key: str, shape: base.Shape) -> None:
    """Let a key take the short forms that its shape reads."""
    if key in properties:
        _use({"properties": properties}, key, _SHORT_FORMS[shape](_bare(properties[key])))


def _any_of(*forms: _Schema) -> _Schema:
    return {"anyOf": list(forms)}


def _items(form: Callable[[_Schema], _Schema]) -> Callable[[_Schema], _Schema]:
    return lambda full: {**full, "items": form(full["items"])}


_SHORT_FORMS: dict[base.Shape, Callable[[_Schema], _Schema]] = {
    base.as_notes: lambda full: _any_of(_TEXT, full),
    base.as_handout: lambda full: _any_of({"enum": [True, False, "only"]}, full),
    base.as_materials: _items(lambda full: _any_of(_TEXT, full)),
    base.as_list: lambda full: _any_of(full["items"], full),
    base.as_points: lambda full: full,
    as_columns: lambda full: full,
    as_steps: _items(lambda full: _any_of(_TEXT, full)),
    as_rows: _items(_items(lambda cell: _any_of(cell, {"type": "null"}))),
}
"""What a shape reads beside the full form."""


def _point() -> _Schema:
    below = {"type": "array", "items": {"$ref": _REF.format(name="Point")}}
    nested = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": below}
    return {"description": "A text, or a text with points below it", "anyOf": [_TEXT, nested]}


def _sections() -> _Schema:
    forms = _any_of(*({"$ref": _REF.format(name=name)} for name in ("Section", "Use", "BreakSlide")))
    return {"description": "Sections, used sections and breaks, in order", "type": "array", "minItems": 1, "items": forms}


def _any_slide() -> _Schema:
    """A slide of any kind but a break, which stands between sections; told by its kind, so that editors name the right keys."""
    models = {kind: model for kind, model in KINDS.items() if kind != "break"}
    branches = [
        {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"$ref": _REF.format(name=model.__name__)}}
        for kind, model in models.items()
    ]
    return {"type": "object", "properties": {"kind": {"enum": list(models)}}, "required": ["kind"], "allOf": branches}


def _use_entry(section: _Schema) -> _Schema:
    own = {
        "use": {"description": "A section of another outline, as outline#section-id", "type": "string", "pattern": "^[^#]+#[^#]+$"},
        "prefix": {"description": "What the ids of the used section begin with here", "type": "string"},
    }
    shared = {key: section["properties"][key] for key in KEYS if key in section["properties"]}
    return _object("A section of another outline", {**own, **shared}, ["use"])


def _changes() -> _Schema:
    id = {"description": "The id of a section or a slide", **_TEXT}
    whole = _any_of(_any_slide(), *({"$ref": _REF.format(name=name)} for name in ("Section", "Use", "BreakSlide")))
    added = _any_of({"type": "array", "items": whole, "minItems": 1}, whole)
    forms = [
        _object("Leave a section or slide out", {"drop": id}, ["drop"]),
        {**_object("Set keys of a section or slide", {"set": id}, ["set"]), "additionalProperties": True, "minProperties": 2},
        _object("Put another in its place", {"replace": id, "with": whole}, ["replace", "with"]),
        *(_object(f"Move it {side} another", {"move": id, side: id}, ["move", side]) for side in ("before", "after")),
        *(_object(f"Add {side} it", {side: id, "add": added}, [side, "add"]) for side in ("before", "after")),
    ]
    return {"description": "What is dropped, set, replaced, added and moved, in order", "type": "array", "items": _any_of(*forms)}


def _object(description: str, properties: dict[str, _Schema], required: list[str]) -> _Schema:
    return {"description": description, "type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _definitions(models: tuple[Any, ...]) -> dict[str, _Schema]:
    """The models and all they hold, in an editor's words."""
    _, found = msgspec.json.schema_components(models, ref_template=_REF)
    return {name: _plain(schema) for name, schema in found.items()}


def _plain(schema: Any) -> Any:
    """A schema without what only leapdeck needs: inner fields, class names, defaults, the second sentences of descriptions."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _plain(value) for key, value in schema.items() if key not in ("default", "properties", "title")}
    if "properties" in schema:
        kept["properties"] = {key: _plain(value) for key, value in schema["properties"].items() if key not in ("", "kind")}
    if isinstance(kept.get("description"), str):
        kept["description"] = kept["description"].split("\n\n")[0].split(". ")[0].replace("\n", " ").rstrip(".")
    if kept.get("type") == "string":
        kept |= _TEXT
    return kept


def _use(schema: _Schema, key: str, form: _Schema) -> None:
    """Give a key another form; its description stays."""
    described = {word: value for word, value in schema["properties"][key].items() if word == "description"}
    schema["properties"][key] = {**described, **form}


def _bare(schema: _Schema) -> _Schema:
    return {word: value for word, value in schema.items() if word != "description"}
