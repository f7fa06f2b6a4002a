"""An outline's tree becomes a Workshop: entry by entry, so that every fault is told, whichever comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from leapdeck.assets import Image
from leapdeck.diagnostics import Diagnostic, Path
from leapdeck.outline.model import Entry, Outline, Section, Words, Workshop
from leapdeck.outline.pictures import Pictures
from leapdeck.slides import KINDS
from leapdeck.slides.base import Shape, Slide
from leapdeck.yamlsource import Source, convert
from leapdeck.yamlsource.guessing import other_sort
from leapdeck.yamlsource.tree import get, items

SLIDES_LIMIT = 2_000
T = TypeVar("T")


class Converted(Struct, frozen=True):
    """A workshop as far as it could be read, and what was wrong."""

    workshop: Workshop | None
    findings: tuple[Diagnostic, ...]


def converted(source: Source, name: str, pictures: Pictures) -> Converted:
    """Read a tree, whose entries all have ids, into a workshop named after its file."""
    return _Conversion(source, pictures).workshop(name)


class _Conversion:
    """The findings and pictures gathered while one tree is read."""

    def __init__(self, source: Source, pictures: Pictures) -> None:
        self.source = source
        self.pictures = pictures
        self.findings: list[Diagnostic] = []
        self.careful = any("nan" in text.lower() for text in source.texts.values())  # a number to msgspec, and to nobody else

    def workshop(self, name: str) -> Converted:
        data = self.source.data()
        if not isinstance(data, dict):
            self._report("wrong-type", "an outline is keys with values: leapdeck, title, sections", (), "begin with: leapdeck: 1")
            return Converted(None, tuple(self.findings))
        if other := other_sort(data, "an outline", self.source.file):
            return Converted(None, (*self.findings, other))
        entries = data.pop("sections", None)
        head = self._head(data)
        sections = tuple(self._entries(entries))
        self._count(sections)
        if head is None:
            return Converted(None, tuple(self.findings))
        made = Workshop(**asdict(head), name=name, sections=sections, source=self.source)
        return Converted(made, tuple(self.findings))

    def _head(self, data: dict[str, Any]) -> Outline | None:
        if "leapdeck" not in data:
            self._report("missing-key", "the version of the format is missing", (), "begin the file with: leapdeck: 1")
            data["leapdeck"] = "1"
        made = data.get("made")
        if isinstance(made, dict):
            data["made"] = {key: shaped(value, Words.shapes) for key, value in made.items()}
        return self._convert(data, Outline, ())

    def _entries(self, entries: Any) -> Iterator[Entry]:
        if not isinstance(entries, list) or not entries:
            message = "an outline needs sections" if not isinstance(entries, str | dict) else "sections must be a list"
            code = "missing-key" if entries is None else "wrong-type"
            self._report(code, message, ("sections",), "write sections: and below it one - title: … for each")
            return
        for number, entry in enumerate(entries):
            if found := self._entry(entry, ("sections", number)):
                yield found

    def _entry(self, data: Any, path: Path) -> Entry | None:
        if not isinstance(data, dict):
            self._report("wrong-type", "a section is keys with values", path, "write: - title: …")
            return None
        if "use" in data:  # a used section that can't be had; that has been told
            return None
        if data.get("kind") == "break":
            return self._slide(data, path)  # type: ignore[return-value]  # the break's own model
        if "kind" in data:
            self._stray(data, path)
            return None
        return self._section(data, path)

    def _stray(self, data: dict[str, Any], path: Path) -> None:
        kind = str(data["kind"])
        if kind in KINDS:
            hint = "put it under the slides: of a section; only breaks stand here"
            self._report("misplaced", f"a {kind} slide stands among the sections", (*path, "kind"), hint)
        else:
            hint = "leave kind: out, or write kind: break"
            self._report("unknown-kind", f"an entry of sections can't be of the kind {kind}", (*path, "kind"), hint)

    def _section(self, data: dict[str, Any], path: Path) -> Section | None:
        slides = data.pop("slides", None)
        found = self._convert({**shaped(data, Section.shapes), "": path}, Section, path)
        if slides is not None and not isinstance(slides, list):
            self._report("wrong-type", "slides must be a list", (*path, "slides"), "begin each slide with a dash")
            slides = None
        made = tuple(self._slides(slides or [], path))
        return replace(found, slides=made) if found else None

    def _slides(self, slides: list[Any], path: Path) -> Iterator[Slide]:
        for number, data in enumerate(slides):
            at = (*path, "slides", number)
            if not isinstance(data, dict):
                self._report("wrong-type", "a slide is keys with values", at, "write: - kind: points, and its title and points below it")
            elif data.get("kind") == "break":
                self._report("misplaced", "a break stands between sections, not inside one", at, "move it to the left, among the sections")
            elif found := self._slide(data, at):
                yield found

    def _slide(self, data: dict[str, Any], path: Path) -> Slide | None:
        kind = data.get("kind")
        model = KINDS.get(kind) if isinstance(kind, str) else None
        if model is None:
            self._unknown_kind(data, path)
            return None
        data = self._with_pictures(shaped(data, model.shapes), path)
        found = self._convert({**data, "": path}, model, path, import_module(model.__module__).EXAMPLE)
        if found:
            for fault in found.faults():
                self._report(fault.code, fault.message, (*path, *fault.path), fault.hint)
        return found

    def _unknown_kind(self, data: dict[str, Any], path: Path) -> None:
        from leapdeck.outline.kinds import kind_missing, kind_unknown

        said = kind_unknown(data["kind"]) if "kind" in data else kind_missing(data)
        self._report(said.code, said.message, (*path, *said.path), said.hint)

    def _with_pictures(self, data: dict[str, Any], path: Path) -> dict[str, Any]:
        """The slide's data with pictures where files are named: on the slide itself or in a list on it."""
        changed = {"image": self._picture(data["image"], (*path, "image"))} if "image" in data else {}
        for key, value in data.items():
            if isinstance(value, list) and any(isinstance(item, dict) and "image" in item for item in value):
                changed[key] = [self._with_picture(item, (*path, key, number)) for number, item in enumerate(value)]
        return {**data, **changed} if changed else data

    def _with_picture(self, item: Any, path: Path) -> Any:
        if not isinstance(item, dict) or "image" not in item:
            return item
        return {**item, "image": self._picture(item["image"], (*path, "image"))}

    def _picture(self, name: Any, path: Path) -> Image | Any:
        if not isinstance(name, str):
            what = "a list" if isinstance(name, list) else "keys with values" if name else "nothing"
            self._report("wrong-type", f"image must be the name of a picture's file, not {what}", path, "write: image: picture.png")
            return Image("", "", 1, 1, "PNG")
        found = self.pictures.find(name, self.source.position(path))
        if isinstance(found, Diagnostic):
            self.findings.append(found)
            return Image("", name, 1, 1, "PNG")
        return found

    def _convert(self, data: Any, model: type[T], path: Path, example: str = "") -> T | None:
        found, faults = convert(data, model, self.source, path, careful=self.careful, example=example)
        self.findings += faults
        return found

    def _count(self, sections: tuple[Entry, ...]) -> None:
        count = sum(len(items(get(node, "slides"))) for node in items(get(self.source.root, "sections")))
        if count > SLIDES_LIMIT:
            message = f"this workshop has {count:,} slides; at most {SLIDES_LIMIT:,} are read"
            self._report("too-large", message, ("sections",), "part it into several outlines")

    def _report(self, code: str, message: str, path: Path, hint: str = "") -> None:
        self.findings.append(Diagnostic(code, message, position=self.source.position(path), hint=hint))


def shaped(data: Any, shapes: Mapping[str, Shape]) -> Any:
    """A mapping with the short forms of its values written out."""
    if not isinstance(data, dict):
        return data
    return {key: shapes[key](value) if key in shapes else value for key, value in data.items()}
