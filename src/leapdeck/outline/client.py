"""What a client file may say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.structs import asdict

from leapdeck.assets import Image
from leapdeck.brand.model import Color
from leapdeck.diagnostics import Diagnostic
from leapdeck.layouts.logos import resolution
from leapdeck.outline.model import ClientInfo, Contact, Event, Lead, Participant, Version
from leapdeck.outline.pictures import Pictures
from leapdeck.slides import KINDS
from leapdeck.slides.base import Cell, Text
from leapdeck.slides.made import MADE
from leapdeck.yamlsource import Source, convert
from leapdeck.yamlsource.guessing import other_sort

Https = Annotated[
    str, Meta(pattern=r"^https://[^\s]+$", extra={"wanted": "an https address", "hint": "write it whole, as https://example.com/feedback"})
]


LEAST_DOTS = 150
"""Dots to an inch: what printers ask of a logo at the least."""


class ClientColors(Struct, frozen=True, forbid_unknown_fields=True):
    """The colors that stand in place of the brand's."""

    accent: Annotated[Color | UnsetType, Meta(description="Instead of the brand's accent")] = UNSET
    primary: Annotated[Color | UnsetType, Meta(description="Instead of the brand's primary color")] = UNSET


class ClientBlock(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who the client is."""

    name: Annotated[Text, Meta(description="The client's name, as it should be shown")]
    logo: Annotated[str, Meta(description="A picture beside this file")] = ""
    colors: Annotated[ClientColors, Meta(description="Colors that replace the brand's")] = ClientColors()
    aliases: Annotated[tuple[Text, ...], Meta(description="Other names that must never turn up in another client's files")] = ()
    private: Annotated[tuple[Text, ...], Meta(description="Words that must never turn up in another client's files")] = ()


class ClientWorkshop(Struct, frozen=True, forbid_unknown_fields=True):
    """What one workshop has for this client alone."""

    event: Annotated[Event, Meta(description="When and where it is given")] = Event()
    vars: Annotated[dict[str, Cell], Meta(description="Values for {{name}} in this workshop")] = {}
    changes: Annotated[tuple[Any, ...], Meta(description="What is dropped, set, replaced, added and moved, in order")] = ()


class ClientFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A client file; only the client's name must be there."""

    leapdeck: Annotated[Version, Meta(description="The version of the format: 1")]
    client: Annotated[ClientBlock, Meta(description="Who the client is")]
    lead: Annotated[Lead, Meta(description="Whose brand leads", extra={"order": ("coach", "client", "white-label")})] = "coach"
    vars: Annotated[dict[str, Cell], Meta(description="Values for {{name}} in all workshops")] = {}
    contact: Annotated[Contact, Meta(description="Replaces the brand's contact, key by key")] = Contact()
    template: Annotated[str, Meta(description="A .pptx or .potx beside this file, in whose look the deck is built")] = ""
    layouts: Annotated[dict[str, Text], Meta(description="Slide kind: the name of the template's layout for it")] = {}
    allow: Annotated[tuple[Text, ...], Meta(description="Words shared with other clients by chance; no leak")] = ()
    feedback: Annotated[Https | None, Meta(description="An https address where people say how it was")] = None
    participants: Annotated[str, Meta(description="A CSV file beside this file, with the columns name and organization")] = ""
    workshops: Annotated[
        dict[str, ClientWorkshop | None], Meta(description="What holds for one workshop alone, by its outline's name")
    ] = {}


class ClientRead(Struct, frozen=True):
    """Who the client is, as far as the file can be read, and what is wrong with it."""

    info: ClientInfo | None
    findings: tuple[Diagnostic, ...]


def client_info(source: Source, path: Path, pictures: Pictures) -> ClientRead:
    """Read a client file's own words; its changes are left to the merging."""
    if source.root is None:
        return ClientRead(None, source.diagnostics)
    data = source.data()
    if other := other_sort(data, "a client's file", source.file):
        return ClientRead(None, (*source.diagnostics, other))
    if isinstance(data, dict):
        data.setdefault("leapdeck", "1")
    file, faults = convert(data, ClientFile, source)
    if file is None:
        return ClientRead(None, (*source.diagnostics, *faults))
    findings: list[Diagnostic] = []
    logo = _logo(file.client.logo, source, pictures, findings)
    colors = {role: color for role, color in asdict(file.client.colors).items() if color is not UNSET}
    info = ClientInfo(
        id=path.stem,
        name=file.client.name,
        logo=logo,
        colors=colors,
        colors_at={role: source.position(("client", "colors", role)) for role in colors},
        aliases=file.client.aliases,
        private=file.client.private,
        allow=file.allow,
        lead=file.lead,
        template=_beside(file.template, "template", source, path, findings),
        layouts=file.layouts,
        feedback=file.feedback or "",
        participants=_participants(file.participants, source, path, findings),
        named_at=source.position(("client", "name")),
        places={"template": source.position(("template",))}
        | {f"layouts.{kind}": source.position(("layouts", kind)) for kind in file.layouts},
    )
    findings += _unknown_kinds(file.layouts, source)
    return ClientRead(info, (*source.diagnostics, *findings))


def _participants(name: str, source: Source, path: Path, findings: list[Diagnostic]) -> tuple[Participant, ...]:
    """Who takes part, by the list that the client file names."""
    found = _beside(name, "participants", source, path, findings)
    if not found:
        return ()
    from leapdeck.outline.participants import read_participants

    listed = read_participants(Path(found))
    findings += listed.findings
    return listed.people


def _unknown_kinds(layouts: dict[str, str], source: Source) -> Iterator[Diagnostic]:
    """Kinds of slides that there aren't."""
    known = (*KINDS, *MADE)
    for kind in layouts:
        if kind not in known:
            from leapdeck.yamlsource.guessing import nearest  # only mistakes need it

            near = nearest(kind, known)
            hint = f"did you mean {near}? " if near else ""
            position = source.position(("layouts", kind))
            yield Diagnostic(
                "unknown-kind", f"there is no slide kind {kind}", position=position, hint=f"{hint}There are: {', '.join(known)}"
            )


def _logo(name: str, source: Source, pictures: Pictures, findings: list[Diagnostic]) -> Image | None:
    if not name:
        return None
    found = pictures.find(name, source.position(("client", "logo")))
    if not isinstance(found, Image):
        findings.append(found)
        return None
    dots = resolution(found.width, found.height)
    if found.format != "SVG" and dots < LEAST_DOTS:
        message = f"the logo {name} has {dots:.0f} dots to an inch where it is printed largest; below {LEAST_DOTS} it looks coarse"
        hint = f"use one that is {found.width * LEAST_DOTS / dots:.0f} pixels wide or wider, or an SVG"
        findings.append(Diagnostic("coarse-logo", message, "warning", source.position(("client", "logo")), hint))
    return found


def _beside(name: str, key: str, source: Source, path: Path, findings: list[Diagnostic]) -> str:
    """The path of a file beside the client file."""
    if not name:
        return ""
    outside = name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/")
    if outside or not (path.parent / name).is_file():
        code = "outside-folder" if outside else "no-such-file"
        message = f"{key} names a file outside the client's folder" if outside else f"there is no file {name} beside this one"
        hint = "copy it beside the client file, and write its name"
        findings.append(Diagnostic(code, message, position=source.position((key,)), hint=hint))
        return ""
    return str(path.parent / name)
