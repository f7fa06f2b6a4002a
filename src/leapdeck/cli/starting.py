"""New outlines: the starter with one's own words in it, or a copy of another outline; where new files go; the schemas for editors."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from string import Template
from typing import Literal

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, LeapdeckError, Position
from leapdeck.places import SUFFIXES
from leapdeck.writing import make_folder, write_whole

SHARES = {"opening": 0.15, "idea": 0.3, "practice": 0.4}
"""Which parts of the time the starter's sections take; its close takes what is left."""
SCHEMA = Path("schema") / "outline.json"
"""Where an outline's first line says that its schema stands."""


class Wishes(Struct, frozen=True):
    """What a new outline is to be; "" and 0 where the outline that is copied has the word."""

    title: str = ""
    minutes: int = 0
    audience: str = ""


def path_for(name: str, here: Path, folder: str = "outlines") -> Path:
    """Where a new file of that name belongs: in that folder, unless the name is a path."""
    if name.endswith(SUFFIXES) or "/" in name or "\\" in name:
        return Path(name if name.endswith(SUFFIXES) else f"{name}.yaml")
    return (here / folder / f"{name}.yaml").relative_to(here)


def claim(path: Path, folder: Path) -> None:
    """See that a new file takes nobody's place, and make the folder that it needs; LeapdeckError where it does or that can't be made."""
    if path.exists():
        hint = "choose another name, or delete it first"
        raise LeapdeckError((Diagnostic("file-exists", f"there is already a file {path}", position=Position(str(path)), hint=hint),))
    make_folder(folder)


def start(path: Path, text: str) -> None:
    """Write a new outline, and its schema beside it; LeapdeckError where a file is there already."""
    claim(path, path.parent / SCHEMA.parent)
    write_whole(path, text.encode())
    write_whole(path.parent / SCHEMA, schema_text("outline").encode())


def starter(name: str, wishes: Wishes) -> str:
    """The starter outline with a title, a length and an audience."""
    template = Template((resources.files("leapdeck.cli") / "starter.yaml").read_text("utf-8"))
    parts = {section: max(1, round(wishes.minutes * share)) for section, share in SHARES.items()}
    words = {"title": quoted(wishes.title), "audience": quoted(wishes.audience), "minutes": wishes.minutes, "name": " ".join(name.split())}
    return template.substitute(words, **parts, close=max(0, wishes.minutes - sum(parts.values())))


def copied(outline: Path, wishes: Wishes) -> str:
    """Another outline's text with a title, a length and an audience of its own where they are given; LeapdeckError if it can't be read."""
    text = _text(outline)
    wanted = {"title": quoted(wishes.title), "audience": quoted(wishes.audience), "minutes": str(wishes.minutes)}
    for key, value in wanted.items():
        if getattr(wishes, key):
            text = _with_key(text, key, value)
    return text


def pictures_beside(outline: Path) -> tuple[Path, ...]:
    """The pictures that an outline names and that stand beside it."""
    named = re.findall(r"\bimage: *[\"']?([^\"'\n,}#]+)", _text(outline))
    found = (outline.parent / name.strip() for name in dict.fromkeys(named))
    return tuple(path for path in found if path.is_file() and path.resolve().is_relative_to(outline.parent.resolve()))


def schema_text(what: Literal["outline", "client", "brand"]) -> str:
    """The JSON Schema of an outline, a client file or a brand file."""
    from leapdeck.outline.schema import json_schema

    return json.dumps(json_schema(what), indent=1, ensure_ascii=False) + "\n"


def quoted(text: str) -> str:
    """A text in YAML's double quotes, which JSON's are a part of."""
    return json.dumps(text, ensure_ascii=False)


def _text(outline: Path) -> str:
    from leapdeck.yamlsource import read

    source = read(outline)
    if errors := tuple(finding for finding in source.diagnostics if finding.severity == "error"):
        raise LeapdeckError(errors)
    return source.texts[source.file]


def _with_key(text: str, key: str, value: str) -> str:
    """The outline with a top-level key's value replaced, with all the lines that it took, or added below `leapdeck`."""
    changed, count = re.subn(rf"(?m)^{key}:.*(?:\n[ \t]+.*)*", lambda _: f"{key}: {value}", text, count=1)
    return changed if count else re.sub(r"(?m)^leapdeck:.*", lambda found: f"{found[0]}\n{key}: {value}", text, count=1)
