"""A brand file, read and looked through: colors, fonts and logos, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import asdict

from leapdeck.assets import find_image, look_at_image
from leapdeck.brand.fonts import STYLES, package_files
from leapdeck.brand.model import BrandFile, ContactFile, FontFile, LogoFile
from leapdeck.brand.resolve import Layer
from leapdeck.diagnostics import Diagnostic, LeapdeckError
from leapdeck.diagnostics import Path as DataPath
from leapdeck.imagery.header import BadImage
from leapdeck.yamlsource import Source, convert, read
from leapdeck.yamlsource.guessing import other_sort

_FILES = {"": "regular", "-bold": "bold", "-italic": "italic", "-bold-italic": "bold-italic"}
"""A face's key after its family, and the key that names its file."""
_SFNT = (b"\0\1\0\0", b"true")
_OTHER_FONTS = {
    b"OTTO": "has PostScript outlines (CFF), which PDF viewers and PowerPoint embed badly",
    b"ttcf": "is a collection of several fonts",
    b"wOFF": "is a web font (WOFF)",
    b"wOF2": "is a web font (WOFF2)",
}


def load_brand_layer(path: Path) -> Layer:
    """Read a brand file; LeapdeckError with every fault where there is an error. Its warnings stand in the layer."""
    source = read(path)
    data = source.data()
    if other := other_sort(data, "a brand", source.file):
        raise LeapdeckError((*source.diagnostics, other))
    file, faults = convert(data, BrandFile, source) if source.root else (None, ())
    findings = [*source.diagnostics, *faults]
    if file:
        findings += [*_font_faults(file, source, path.parent), *_logo_faults(file, source, path.parent), *_contact_faults(file, source)]
    if file is None or any(finding.severity == "error" for finding in findings):
        raise LeapdeckError(tuple(sorted(findings, key=lambda d: (d.position.line, d.position.column))))
    return Layer(file, path.parent, tuple(findings))


def _font_faults(file: BrandFile, source: Source, folder: Path) -> Iterator[Diagnostic]:
    for voice in ("heading", "text"):
        font = getattr(file.fonts, voice)
        if isinstance(font, FontFile):
            yield from _family_faults(font, ("fonts", voice), source, folder)


def _family_faults(font: FontFile, path: DataPath, source: Source, folder: Path) -> Iterator[Diagnostic]:
    packaged = package_files(font.package) if font.package else {}
    if font.package and not packaged:
        hint = f"install it with: pip install {font.package}, or name the four files of the family"
        yield _at(source, (*path, "package"), "no-such-font", f"the font package {font.package} isn't installed", hint)
        return
    named = {style: str(getattr(font, key.replace("-", "_"))) for style, key in _FILES.items()}
    for style, name in named.items():
        if name:
            yield from _file_faults(name, (*path, _FILES[style]), source, folder)
    if missing := [_FILES[style] for style in STYLES if not named[style] and style not in packaged]:
        message = f"{font.family} needs {len(STYLES)} files; {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
        yield _at(
            source,
            path,
            "missing-key",
            message,
            f"add {missing[0]}: with a TrueType file beside this file, or package: with a font package",
        )


def _file_faults(name: str, path: DataPath, source: Source, folder: Path) -> Iterator[Diagnostic]:
    file = folder / name
    if not file.resolve().is_relative_to(folder.resolve()):
        yield _at(
            source, path, "outside-folder", "a font stands beside the brand file; this leads elsewhere", "copy it there, and write its name"
        )
    elif not file.is_file():
        yield _at(source, path, "no-such-font", f"there is no font {name} beside this file", _near(name, folder))
    elif problem := font_problem(file):
        yield _at(source, path, "unfit-font", f"{name} {problem}", "take a TrueType font (.ttf) that isn't variable")


def font_problem(file: Path) -> str:
    """Why a font file can't be used, "" where it can: it must be one TrueType font with its own outlines, and not variable."""
    with file.open("rb") as stream:
        head = stream.read(12)
        if head[:4] in _OTHER_FONTS:
            return _OTHER_FONTS[head[:4]]
        if head[:4] not in _SFNT or len(head) < 12:
            return "isn't a font"
        directory = stream.read(16 * int.from_bytes(head[4:6], "big"))
    size = file.stat().st_size
    tables = {directory[n : n + 4]: directory[n + 8 : n + 16] for n in range(0, len(directory), 16)}
    if b"fvar" in tables:
        return "is a variable font, of which PowerPoint and PDF can hold one style only"
    if b"glyf" not in tables or b"cmap" not in tables:
        return "has no TrueType outlines"
    ends = (int.from_bytes(place[:4], "big") + int.from_bytes(place[4:], "big") for place in tables.values())
    return "is cut off: its end is missing" if max(ends) > size else ""


def _logo_faults(file: BrandFile, source: Source, folder: Path) -> Iterator[Diagnostic]:
    if not isinstance(file.logo, LogoFile):
        return
    for kind in ("color", "white", "mono"):
        if name := getattr(file.logo, kind):
            try:
                look_at_image(find_image(name, (folder,)))
            except BadImage as error:
                yield error.at(source.position(("logo", kind)))


def _contact_faults(file: BrandFile, source: Source) -> Iterator[Diagnostic]:
    if not isinstance(file.contact, ContactFile):
        return
    given = asdict(file.contact)
    for key, fits, wanted in (
        ("web", given["web"].startswith("https://"), "an https address, as https://example.com"),
        ("qr", given["qr"] in ("vcard", "none") or given["qr"].startswith("https://"), "vcard, none or an https address"),
        ("email", "@" in given["email"], "a mail address, as hello@example.com"),
    ):
        if given[key] and not fits:
            yield _at(source, ("contact", key), "wrong-value", f"{key}: “{given[key][:40]}” isn't {wanted}", f"write {wanted}")


def _near(name: str, folder: Path) -> str:
    from leapdeck.yamlsource.guessing import nearest

    near = nearest(name, [file.name for file in sorted(folder.glob("*.ttf"))])
    return f"did you mean {near}?" if near else "copy it beside this file, or look at its name"


def _at(source: Source, path: DataPath, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, position=source.position(path), hint=hint)
