"""Where outlines, clients and brands are looked for: a path, the folder one works in, what ships with leapdeck."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from leapdeck.diagnostics import Diagnostic, LeapdeckError

SUFFIXES = (".yaml", ".yml")
TEMPLATES = (".pptx", ".potx", ".ppsx", ".potm", ".pptm")
BRAND_FILE = "brand.yaml"
DEFAULT_BRAND = "leap"


class Found(Struct, frozen=True, order=True):
    """A file that can be asked for by its name; `shipped` ones came with leapdeck."""

    name: str
    path: Path
    shipped: bool = False


def shipped(folder: str) -> Path:
    """A folder that travels with leapdeck ("outlines", "assets"): inside the installed package, or beside its sources."""
    package = Path(__file__).parent
    return package / folder if (package / folder).is_dir() else package.parents[1] / folder


def outlines(here: Path) -> tuple[Found, ...]:
    """The outlines that have names: those in `outlines/`, then those that ship."""
    return _known((_files(here / "outlines"), _files(shipped("outlines"), is_shipped=True)))


def clients(here: Path) -> tuple[Found, ...]:
    """The client files in `outlines/clients/`, then those that ship as examples."""
    return _known((_files(here / "outlines" / "clients"), _files(shipped("outlines") / "clients", is_shipped=True)))


def brands(here: Path) -> tuple[Found, ...]:
    """The brands in `assets/brands/`, then those that ship."""
    return _known((_brand_files(here / "assets"), _brand_files(shipped("assets"), is_shipped=True)))


def clients_of(outline: Path, here: Path) -> tuple[Path, ...]:
    """The client files that stand beside an outline, then those in `outlines/clients/` that it has no own of."""
    known = _known((_beside(outline, here), _files(here / "outlines" / "clients")))
    return tuple(found.path for found in known)


def clients_around(outline: Path, here: Path) -> tuple[Path, ...]:
    """All client files beside an outline and in `outlines/clients/`, those too that another of their name hides."""
    known = clients_of(outline, here)
    there = (found.path for found in (*_beside(outline, here), *_files(here / "outlines" / "clients")))
    homes = {folder: folder.resolve() for folder in (outline.parent / "clients", here / "outlines" / "clients")}
    apart = {homes[path.parent] / path.name: path for path in (*there, *known)}
    chosen = frozenset(known)
    return (*known, *sorted(path for path in apart.values() if path not in chosen))


def _beside(outline: Path, here: Path) -> tuple[Found, ...]:
    """The client files beside an outline; nobody's clients stand beside one that ships, unless one works in that very folder."""
    folder = outline.resolve().parent
    if folder == shipped("outlines").resolve() and not folder.is_relative_to(here.resolve()):
        return ()
    return _files(outline.parent / "clients")


def find_outline(name: str, here: Path) -> Path:
    """The outline of that path or name; LeapdeckError where there is none."""
    known, beside = outlines(here), _ended(here / name)
    there = _path(name, here, [found.name for found in known])
    return there or _named(name, known, "outline", "leapdeck list shows them all", f"./{beside}" if beside else "")


def find_client(name: str, outline: Path, here: Path | None = None) -> Path:
    """The client file of that path or name: in `clients/` beside the outline, or in `outlines/clients/`; LeapdeckError if there is none."""
    here = here or Path.cwd()
    beside = outline.parent / "clients"
    shown = beside.relative_to(here) if beside.is_relative_to(here) else beside
    hint = "client files stand in " + " or in ".join(dict.fromkeys((shown.as_posix(), "outlines/clients")))
    return _path(name, here) or _named(name, _known((_beside(outline, here), clients(here))), "client", hint)


def find_brand(name: str, here: Path) -> Path:
    """The brand file of that path, folder or name; LeapdeckError where there is none."""
    given = here / name
    if _is_file(given / BRAND_FILE):
        return given / BRAND_FILE
    return _path(name, here) or _named(name, brands(here), "brand", "leapdeck list shows them all")


def find_template(name: str, here: Path) -> Path:
    """The PowerPoint template of that path; LeapdeckError where there is none."""
    if _is_file(here / name):
        return Path(name)
    there = [file.name for suffix in TEMPLATES for file in (here / name).parent.glob(f"*{suffix}")]
    near = _close(Path(name).name, there, 1)
    hint = f"did you mean {near[0]}?" if near else "look at the path, and at the folder you work in"
    raise LeapdeckError((Diagnostic("no-such-file", f"there is no template {name}", hint=hint),))


def saved_at(path: Path) -> int:
    """When a file was last saved, in nanoseconds; 0 where it can't be told, as whoever reads it will."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _path(name: str, here: Path, known: list[str] | None = None) -> Path | None:
    """The file, where `name` is a path and not a bare name; `known` are names by which it can be asked for too."""
    given = here / name
    if _is_file(given):
        return Path(name)
    if name.endswith(SUFFIXES) or "/" in name or "\\" in name:
        raise LeapdeckError((Diagnostic("no-such-file", f"there is no file {name}", hint=_near_files(name, given, known or [])),))
    return None


def _is_file(path: Path) -> bool:
    """Whether a file is there; a name that the system can't even look for isn't."""
    try:
        return path.is_file()
    except OSError:
        return False


def _near_files(name: str, given: Path, known: list[str]) -> str:
    if Path(name).name == name and Path(name).stem in known:
        return f"did you mean {Path(name).stem}?"
    there = [file.name for file in given.parent.glob("*.y*ml") if _is_file(file)]
    near = [_ended(given)] if _ended(given) else _close(given.name, there, 1)
    return f"did you mean {Path(name).with_name(near[0])}?" if near else "look at the path, and at the folder you work in"


def _ended(given: Path) -> str:
    """The name of the file that is there when an ending is added; "" where there is none."""
    endings = (f"{given.name}{suffix}" for suffix in SUFFIXES)
    return next((name for name in endings if given.name and _is_file(given.with_name(name))), "")


def _named(name: str, known: tuple[Found, ...], what: str, otherwise: str, beside: str = "") -> Path:
    for found in known:
        if found.name == name:
            return found.path
    near = [beside] if beside else _close(name, [found.name for found in known], 1)
    hint = f"did you mean {near[0]}?" if near else otherwise
    raise LeapdeckError((Diagnostic("no-such-file", f"there is no {what} {name}", hint=hint),))


def _files(folder: Path, *, is_shipped: bool = False) -> tuple[Found, ...]:
    paths = sorted(path for path in folder.glob("*.*") if path.suffix.lower() in SUFFIXES)
    return tuple(Found(path.stem, path, is_shipped) for path in paths)


def _brand_files(assets: Path, *, is_shipped: bool = False) -> tuple[Found, ...]:
    paths = sorted((assets / "brands").glob(f"*/{BRAND_FILE}"))
    return tuple(Found(path.parent.name, path, is_shipped) for path in paths)


def _known(groups: Iterable[tuple[Found, ...]]) -> tuple[Found, ...]:
    """All of them by name; what stands earlier hides what stands later under the same name."""
    found: dict[str, Found] = {}
    for group in groups:
        for item in group:
            found.setdefault(item.name, item)
    return tuple(sorted(found.values()))


def _close(word: str, known: list[str], count: int) -> list[str]:
    from difflib import get_close_matches  # only mistakes need it

    return get_close_matches(word, known, count)
