"""From what brand files say to a brand: layers merged, palette mended, fonts and logos found."""

from __future__ import annotations

from pathlib import Path

from msgspec import UNSET, Struct
from msgspec.structs import asdict, replace

from leapdeck.brand.color import mixed
from leapdeck.brand.fonts import Family, package_files
from leapdeck.brand.model import Brand, BrandFile, ColorsFile, ContactFile, FontFile, Logo, LogoFile
from leapdeck.brand.palette import Mended, mend
from leapdeck.diagnostics import Diagnostic


class Layer(Struct, frozen=True):
    """One brand file, the folder that its fonts and logos stand in, and the warnings there were about it."""

    file: BrandFile
    folder: Path
    findings: tuple[Diagnostic, ...] = ()


class Resolved(Struct, frozen=True):
    """A brand, and the colors that were changed for contrast."""

    brand: Brand
    mended: tuple[Mended, ...]


def resolve(base: Layer, over: Layer | None = None) -> Resolved:
    """A brand over the complete one; what `over` leaves out comes from `base`."""
    layers = (base, over) if over else (base,)
    palette, changed = mend(_grounded(_colors(layers), layers[-1]))
    families = {voice: _family(voice, layers) for voice in ("heading", "text")}
    contact = _contact(layers)
    brand = Brand(
        name=layers[-1].file.name,
        palette=palette,
        families=families,
        logo=_logo(layers[-1], contact),
        contact=contact,
        paper=_last(layers, "paper"),
        spares=tuple(_family(voice, (base,)) for voice in ("text", "heading")),
    )
    return Resolved(brand, changed)


def _colors(layers: tuple[Layer, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for layer in layers:
        found |= {_role(name): value for name, value in _set(layer.file.colors).items()}
    return found


def _grounded(colors: dict[str, str], layer: Layer) -> dict[str, str]:
    """Colors in which panels and hairlines belong to the paper: where a brand names a paper alone, they are made of it."""
    named = _set(layer.file.colors)
    if "paper" not in named:
        return colors
    made = {role: mixed(colors["ink"], colors["paper"], share) for role, share in (("mist", 0.06), ("line", 0.22)) if role not in named}
    return colors | made


def _role(name: str) -> str:
    return name.replace("_", "-")


def _set(struct: ColorsFile) -> dict[str, str]:
    return {name: value for name, value in asdict(struct).items() if value is not UNSET}


def _family(voice: str, layers: tuple[Layer, ...]) -> Family:
    for layer in reversed(layers):
        font = getattr(layer.file.fonts, voice)
        if isinstance(font, FontFile):
            return Family(font.family, _font_files(font, layer.folder), font.fallback)
    raise KeyError(f"no layer of the brand names a {voice} font")


def _font_files(font: FontFile, folder: Path) -> dict[str, str]:
    named = {"": font.regular, "-bold": font.bold, "-italic": font.italic, "-bold-italic": font.bold_italic}
    own = {style: str(folder / name) for style, name in named.items() if name and (folder / name).is_file()}
    return {**(package_files(font.package) if font.package else {}), **own}


def _logo(layer: Layer, contact: ContactFile) -> Logo:
    given = layer.file.logo
    if not isinstance(given, LogoFile):
        return Logo(contact.organization)
    color, white, mono = (str(layer.folder / name) if name else "" for name in (given.color, given.white, given.mono))
    return Logo(given.alt or contact.organization, color, white, mono)


def _contact(layers: tuple[Layer, ...]) -> ContactFile:
    """The last layer's contact whole: an address of another brand must never fill a hole in this one."""
    given = [layer.file.contact for layer in layers if isinstance(layer.file.contact, ContactFile)]
    return replace(given[-1], organization=given[-1].organization or layers[-1].file.name)


def _last(layers: tuple[Layer, ...], key: str) -> str:
    return str(next(value for layer in reversed(layers) if (value := getattr(layer.file, key)) is not UNSET))
