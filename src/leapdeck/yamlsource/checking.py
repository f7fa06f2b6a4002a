"""Data against a model, value by value: every fault in it, where msgspec would stop at the first.

This is the slow way round, taken only when converting failed. Faults carry the path of the value; what to write
instead is guessed from what stands there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct, inspect

from leapdeck.diagnostics import Path
from leapdeck.yamlsource.guessing import listed, nearest
from leapdeck.yamlsource.quoting import quoted


class Fault(Struct, frozen=True):
    """What is wrong with the value at a path (with its key, where `at_key`), and what to write instead.

    `expected` names the kind of value that a misread one should have been: "text" or "list". `key` is the one that is missing, or
    that an unknown one is likely to mean.
    """

    path: Path
    code: str
    message: str
    hint: str = ""
    at_key: bool = False
    expected: str = ""
    key: str = ""


class Context(Struct, frozen=True):
    """What the messages about one value need: its name, the meta data of its type, whether it can be left out."""

    name: str = "this"
    extra: Mapping[str, Any] = {}
    required: bool = False


_Checker = Callable[[Any, Any, Path, Context], Iterator[Fault]]


def faults(data: Any, model: Any, path: Path = ()) -> tuple[Fault, ...]:
    """Everything in `data` that doesn't fit `model`; nothing where all of it does."""
    return tuple(_check(data, type_info(model), path, Context(_name(path))))


@lru_cache(256)
def type_info(model: Any) -> inspect.Type:
    """A model as msgspec reads it."""
    return inspect.type_info(model)


def _name(path: Path) -> str:
    """What a value is called in messages: its key, or "this" in a list."""
    return path[-1] if path and isinstance(path[-1], str) and path[-1] else "this"


def _check(data: Any, kind: Any, path: Path, context: Context) -> Iterator[Fault]:
    if isinstance(kind, inspect.Metadata):
        extra = {**context.extra, **(kind.extra or {})}
        yield from _check(data, kind.type, path, Context(context.name, extra, context.required))
        return
    checker = _CHECKERS.get(type(kind))
    if checker:
        yield from checker(data, kind, path, context)


def _union(data: Any, kind: inspect.UnionType, path: Path, context: Context) -> Iterator[Fault]:
    wanted = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
    if data is None and len(wanted) < len(kind.types):
        return
    found = [list(_check(data, option, path, context)) for option in wanted]
    if all(found):
        yield from min(found, key=len)


def _text(data: Any, kind: inspect.StrType, path: Path, context: Context) -> Iterator[Fault]:
    name, in_list = context.name, context.name == "this"
    if data is None:
        hint = 'write a text, or "" for none' if in_list and not kind.min_length else _without(context)
        yield Fault(path, "empty-value", f"{name} has no value", hint)
    elif not isinstance(data, str):
        hint = "write one text" if isinstance(data, list) else "put the text in quotes"
        yield Fault(path, "wrong-type", f"{name} must be a text, and YAML reads {_shape(data)} here", hint, expected="text")
    elif kind.min_length and len(data.strip()) < kind.min_length:
        yield Fault(path, "empty-value", f"{name} is empty", _without(context))
    elif kind.pattern and not re.search(kind.pattern, data):
        wanted = context.extra.get("wanted", "what is expected here")
        yield Fault(path, "wrong-value", f"{name}: “{_short(data)}” isn't {wanted}", str(context.extra.get("hint", "")))
    elif kind.max_length is not None and len(data) > kind.max_length:
        message = f"{name} has {len(data):,} characters; at most {kind.max_length:,} are read"
        yield Fault(path, "too-long", message, "shorten it, or part it")


def _without(context: Context) -> str:
    """What to do about a text that isn't there."""
    return (
        "write a text" if context.required else f"write a text, or {'delete the line' if context.name == 'this' else 'leave the key out'}"
    )


def _number(data: Any, kind: inspect.IntType | inspect.FloatType, path: Path, context: Context) -> Iterator[Fault]:
    whole = isinstance(kind, inspect.IntType)
    wanted = "a whole number" if whole else "a number"
    value = _as_number(data, whole=whole)
    if value is None:
        shown = f"“{_short(data)}”" if isinstance(data, str) else _shape(data)
        yield Fault(path, "wrong-type", f"{context.name} must be {wanted}, not {shown}", _number_hint(data, kind, context))
    elif (kind.ge is not None and value < kind.ge) or (kind.le is not None and value > kind.le):
        hint = str(context.extra.get("hint", f"write a number {_range(kind)}"))
        yield Fault(path, "out-of-range", f"{context.name} is {_short(data)}; it must be {_range(kind)}", hint)


def _as_number(data: Any, *, whole: bool) -> float | None:
    if not isinstance(data, str | int | float) or isinstance(data, bool):
        return None
    try:
        value = msgspec.convert(data, int if whole else float, strict=False)
    except msgspec.ValidationError:
        return None
    return value if isinstance(value, int) or math.isfinite(value) else None


def _range(kind: inspect.IntType | inspect.FloatType) -> str:
    if kind.ge is not None and kind.le is not None:
        return f"{kind.ge:g}" if kind.ge == kind.le else f"from {kind.ge:g} to {kind.le:g}"
    return f"{kind.ge:g} or more" if kind.ge is not None else f"{kind.le:g} or less"


def _number_hint(data: Any, kind: inspect.IntType | inspect.FloatType, context: Context) -> str:
    if hint := str(context.extra.get("hint", "")):
        return hint
    if not isinstance(data, str):
        return f"write: {context.name}: 5" if context.name != "this" else "write a number"
    if found := re.fullmatch(r"\s*(\d+)\s*(?::|h|hours?|hrs?)\s*(\d*)\s*(?:m|min|minutes?)?\s*", data, re.IGNORECASE):
        return f"write the minutes alone: {context.name}: {int(found[1]) * 60 + int(found[2] or 0)}" if context.name == "minutes" else ""
    if found := re.search(r"[-+]?\d+(?:[.,]\d+)?", data):
        number = found[0].replace(",", ".")
        number = f"{float(number):.0f}" if isinstance(kind, inspect.IntType) else number
        return f"write the number alone: {context.name}: {number}" if context.name != "this" else f"write the number alone: {number}"
    return f"write a number, as in {context.name}: 5" if context.name != "this" else "write a number"


def _truth(data: Any, _: Any, path: Path, context: Context) -> Iterator[Fault]:
    if isinstance(data, bool) or (isinstance(data, str) and data.lower() in ("true", "false", "1", "0")):
        return
    meant = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}.get(str(data).strip().lower(), "")
    hint = f"write: {context.name}: {meant}" if meant else "write true or false"
    shown = f"“{_short(data)}”" if isinstance(data, str) else _shape(data)
    yield Fault(path, "wrong-type", f"{context.name} must be true or false, not {shown}", hint)


def _choice(data: Any, kind: inspect.LiteralType, path: Path, context: Context) -> Iterator[Fault]:
    known = [str(value) for value in kind.values if value != ""]
    if data in kind.values or (isinstance(data, str) and data in known):
        return
    order = context.extra.get("order", known)
    shown = f"“{_short(data)}”" if isinstance(data, str) else _shape(data)
    near = nearest(data, known) if isinstance(data, str) else ""
    hint = f"did you mean {near}?" if near else f"write {listed(list(order))}"
    yield Fault(path, "unknown-value", f"{context.name} can't be {shown}; it is {listed(list(order))}", hint)


def _list(data: Any, kind: Any, path: Path, context: Context) -> Iterator[Fault]:
    fixed = getattr(kind, "item_types", None)
    if not isinstance(data, list):
        name = context.name
        yield Fault(
            path, "wrong-type", f"{name} must be a list, not {_shape(data)}", _list_hint(data, name, len(fixed or ())), expected="list"
        )
        return
    least, most = (len(fixed), len(fixed)) if fixed else (kind.min_length, kind.max_length)
    for number, item in enumerate(data):
        if not fixed or number < len(fixed):
            yield from _check(item, fixed[number] if fixed else kind.item_type, (*path, number), Context())
    yield from _counted(len(data), least, most, path, context)


def _list_hint(data: Any, name: str, count: int) -> str:
    if isinstance(data, str) and data.startswith("-"):
        return "a dash needs a space after it: - One"
    if isinstance(data, str):
        parts = data.split(",") if count else [data]
        more = ", …" * (count - len(parts))
        return f"write: {f'{name}: ' if name != 'this' else ''}[{_short(data)}{more}]"
    return "write one line for each, beginning with a dash"


def _counted(count: int, least: int | None, most: int | None, path: Path, context: Context) -> Iterator[Fault]:
    if least == most is not None and count != least:
        yield Fault(path, "wrong-count", f"{context.name} has {_things(count)}; {least} are needed here", _count_hint(count, least))
    elif least and count < least:
        few = "is empty" if not count else f"has {_things(count)}; at least {least} are needed"
        hint = "add what is missing" if context.required else "add what is missing, or leave it out"
        yield Fault(path, "wrong-count", f"{context.name} {few}", hint)
    elif most is not None and count > most:
        yield Fault(path, "wrong-count", f"{context.name} has {_things(count)}; at most {most} are possible", "drop some, or part them")


def _count_hint(count: int, wanted: int | None) -> str:
    return "a text that holds a comma needs quotes" if wanted and count > wanted else "add what is missing"


def _things(count: int) -> str:
    return f"{count} item" if count == 1 else f"{count} items"


def _mapping(data: Any, kind: inspect.DictType, path: Path, context: Context) -> Iterator[Fault]:
    if not isinstance(data, dict):
        message = f"{context.name} must be keys with values, not {_shape(data)}"
        name = _short(data) if isinstance(data, str) and not set(data) & _SIGNS else "name"
        value = "{}" if isinstance(kind.value_type, inspect.UnionType) else "value"
        yield Fault(path, "wrong-type", message, f"write: {context.name}: {{{name}: {value}}}")
        return
    for key, value in data.items():
        yield from _check(value, kind.value_type, (*path, key), Context(key, context.extra))
    yield from _counted(len(data), kind.min_length, kind.max_length, path, context)


def _struct(data: Any, kind: inspect.StructType, path: Path, context: Context) -> Iterator[Fault]:
    if isinstance(data, kind.cls):
        return
    writable = [*(field.encode_name for field in kind.fields if _can_be_written(field.encode_name)), *getattr(kind.cls, "beside", ())]
    if not isinstance(data, dict):
        yield from _no_mapping(data, kind, writable, path, context)
        return
    fields = {field.encode_name: field for field in kind.fields}
    for key, value in data.items():
        if key in fields and key:
            yield from _check(value, fields[key].type, (*path, key), Context(key, required=fields[key].required))
        elif _can_be_written(key) and key != kind.tag_field and kind.forbid_unknown_fields:
            yield unknown_key(key, writable, path)
    for field in kind.fields:
        if field.required and field.encode_name not in data:
            yield missing_key(field.encode_name, path, context)


def _no_mapping(data: Any, kind: inspect.StructType, writable: list[str], path: Path, context: Context) -> Iterator[Fault]:
    if form := getattr(kind.cls, "form", ""):
        yield from _formed(data, form, writable, path, context)
        return
    first = next((field.encode_name for field in kind.fields if field.required), writable[0] if writable else "")
    shown, value = (f"“{_short(data)}”", _short(data)) if isinstance(data, str) else (_shape(data), "…")
    mended = f"{{{first}: {quoted(value) if set(value) & _SIGNS else value}}}"
    hint = f"write: {context.name}: {mended}" if context.name != "this" else f"write: {mended}"
    yield Fault(path, "wrong-type", f"{context.name} must be keys with values, not {shown}; it can have {listed(writable)}", hint)


def _formed(data: Any, form: str, writable: list[str], path: Path, context: Context) -> Iterator[Fault]:
    """The fault of a value that has a short form beside its keys, or, where it has a text of its own, no keys that anybody writes."""
    if "text" in writable and data is None:  # a point that is neither a text nor a text with points below it
        message = "this must be a text, and YAML reads keys with values here"
        yield Fault(path, "wrong-type", message, "put the text in quotes", expected="text")
    elif "text" in writable:
        yield Fault(path, "wrong-type", f"{context.name} must be a text, and YAML reads {_shape(data)} here", form)
    elif data is None:
        yield Fault(path, "empty-value", f"{context.name} has no value", f"{form}; or leave the key out")
    else:
        shown = f"“{_short(data)}”" if isinstance(data, str) else _shape(data)
        yield Fault(path, "wrong-type", f"{context.name} can't be {shown}", form)


def unknown_key(key: str, known: list[str] | tuple[str, ...], path: Path) -> Fault:
    """The fault of a key that isn't known, with the nearest one that is."""
    near = nearest(key, list(known))
    hint = f"did you mean {near}?" if near else f"it can be {listed(list(known))}"
    return Fault((*path, key), "unknown-key", f"there is no key {_short(key)} here", hint, at_key=True, key=near)


def missing_key(key: str, path: Path, context: Context) -> Fault:
    """The fault of a key that must be there and isn't."""
    where = "" if context.name == "this" else f" in {context.name}"
    return Fault(path, "missing-key", f"the key {key} is missing{where}", f"add {key}:", key=key)


def _can_be_written(name: str) -> bool:
    return bool(name) and name.isprintable()


def _shape(data: Any) -> str:
    """What YAML reads, in words."""
    if data is None:
        return "nothing"
    return "keys with values" if isinstance(data, dict) else "a list" if isinstance(data, list) else "a text"


def _short(data: Any) -> str:
    text = " ".join(str(data).split())
    return text if len(text) <= 40 else f"{text[:37]}…"


_SIGNS = set(",:#[]{}\"'&*!|>%@`")
"""What may need quotes inside braces."""
_CHECKERS: dict[type, _Checker] = {
    inspect.UnionType: _union,
    inspect.StrType: _text,
    inspect.IntType: _number,
    inspect.FloatType: _number,
    inspect.BoolType: _truth,
    inspect.LiteralType: _choice,
    inspect.VarTupleType: _list,
    inspect.ListType: _list,
    inspect.TupleType: _list,
    inspect.DictType: _mapping,
    inspect.StructType: _struct,
}
