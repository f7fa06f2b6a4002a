"""Reading a client's template: slide size, theme, masters and layouts, each placeholder with its place and its text's looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.checks.opened import A, Opened, P, R
from leapdeck.diagnostics import Position
from leapdeck.layouts.corporate import FOOTERS, TITLES, ClientLayout, ClientTemplate, Drawn, Place
from leapdeck.powerpoint.corporate.colors import color_map, ground_of, theme_colors
from leapdeck.powerpoint.corporate.drawings import Site, background, drawings
from leapdeck.powerpoint.corporate.galleries import Gallery
from leapdeck.powerpoint.corporate.grounds import bands, forms_of, ground_behind, is_busy, shown
from leapdeck.powerpoint.corporate.lettering import ANCHORS, INSETS
from leapdeck.powerpoint.corporate.looks import Palette, looks_of
from leapdeck.powerpoint.corporate.opening import BROKEN, HINT, Source, Unfit, open_template, unfit
from leapdeck.powerpoint.corporate.places import ground, placed
from leapdeck.units import EMU_PER_POINT, Rect, Size

HEIGHT, LEAST_WIDTH = 540.0, 720.0
"""What slides are scaled to be composed on: so high, and at least so wide."""
STYLES = {**dict.fromkeys(TITLES, "titleStyle"), **dict.fromkeys(FOOTERS, "otherStyle")}
PARENTS = {"ctrTitle": "title", "obj": "body", "subTitle": "body", "pic": "body", "tbl": "body", "chart": "body", "media": "body", "dgm": "body", "clipArt": "body"}  # fmt: skip
"""A layout's placeholder → its master's that it inherits from."""


class _Master(Struct, frozen=True):
    """A master: its number, its path, its tree, its placeholders by kind, its theme's colors."""

    number: int
    path: str
    tree: ET.Element
    places: dict[str, ET.Element]
    colors: dict[str, str]
    theme: ET.Element | None


def open_and_read(data: bytes, name: str, where: Position) -> ClientTemplate:
    """A template as plain values; LeapdeckError, at the place that names it, where it can't be used."""
    source = open_template(data, name, where)
    try:
        return read_template(source, name)
    except Unfit as error:
        raise unfit(name, str(error), error.hint, where) from error
    except BROKEN as error:
        raise unfit(name, "is broken: its layouts can't be read", HINT, where) from error


def read_template(source: Source, name: str) -> ClientTemplate:
    """A template's layouts as plain values; Unfit where it has none."""
    package = source.package
    size, scale = _size(package.trees[source.main])
    masters = tuple(_masters(source))
    whole, gallery = Size(size.width / scale, size.height / scale), Gallery(package)
    layouts = tuple(
        replace(layout, drawn=_drawn(gallery, master, layout.part, package.trees[source.main], whole))
        for master, paths in masters
        for layout in _layouts(package, master, paths, size, scale)
    )
    if not layouts:
        raise Unfit("has no layouts")
    first = masters[0][0]
    titling = looks_of([first.tree.find(f"{P}txStyles/{P}titleStyle")], _palette(first, None, scale))
    return ClientTemplate(name, whole, scale, layouts, first.colors, _fonts(first.theme), titling, gallery.images)


def _size(presentation: ET.Element) -> tuple[Size, float]:
    element = presentation.find(f"{P}sldSz")
    width, height = (int(element.get(key, "0")) / EMU_PER_POINT if element is not None else 0.0 for key in ("cx", "cy"))
    if width < 72 or height < 72:
        raise Unfit("doesn't say how large its slides are")
    return Size(width, height), min(height / HEIGHT, width / LEAST_WIDTH)


def _masters(source: Source) -> Iterator[tuple[_Master, list[str]]]:
    package = source.package
    relations = package.relations[source.main]
    for number, row in enumerate(package.trees[source.main].findall(f"{P}sldMasterIdLst/{P}sldMasterId")):
        path = relations[row.get(f"{R}id", "")].target
        tree = package.trees[path]
        theme = next((package.trees.get(part) for part in package.related(path, "theme")), None)
        if theme is None:
            raise Unfit("is broken: a master has no theme")
        places = {_kind(shape): shape for shape in _placeholders(tree)}
        own = package.relations[path]
        paths = [own[layout.get(f"{R}id", "")].target for layout in tree.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId")]
        yield _Master(number, path, tree, places, theme_colors(theme), theme), paths


def _layouts(package: Opened, master: _Master, paths: Sequence[str], size: Size, scale: float) -> Iterator[ClientLayout]:
    for path in paths:
        tree = package.trees[path]
        palette = _palette(master, tree, scale)
        # A slide finds a place by its kind and number: of two that are alike it can have the first.
        alike = {(_kind(shape), _mark(shape).get("idx", "0")): shape for shape in reversed(_placeholders(tree))}
        shapes = [shape for shape in reversed(alike.values()) if _frame(shape, master, scale)]
        forms = forms_of(tree, master.tree, palette)
        ground, pictured = ground_behind(tree, master.tree, palette, size, [_place(shape, master, palette, (), "") for shape in shapes])
        places = tuple(_place(shape, master, palette, forms, ground) for shape in shapes)
        body = placed(master.places.get("body"), scale)
        yield ClientLayout(
            (tree.find(f"{P}cSld").get("name", "") if tree.find(f"{P}cSld") is not None else "") or path.rpartition("/")[2],  # type: ignore[union-attr]  # it is there
            path,
            tree.get("type", ""),
            master.number,
            ground,
            places,
            body,
            bands(forms, ground, size, scale),
            pictured or is_busy(forms, ground, size, scale),
            upright=not any("vert" in _upright(shape) for shape in shapes),
        )


def _upright(shape: ET.Element) -> str:
    frame = shape.find(f"{P}txBody/{A}bodyPr")
    turned = frame.get("vert", "horz") if frame is not None else "horz"
    mark = shape.find(f".//{P}ph")
    return "vert" if turned != "horz" or (mark is not None and mark.get("orient") == "vert") else ""


def _palette(master: _Master, layout: ET.Element | None, scale: float) -> Palette:
    mapped = color_map(master.tree, layout)
    return Palette(master.colors, mapped, master.colors[mapped.get("tx1", "dk1")], scale)


def _placeholders(tree: ET.Element) -> list[ET.Element]:
    shapes = tree.find(f"{P}cSld/{P}spTree")
    return [shape for shape in (shapes if shapes is not None else ()) if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None]


def _kind(shape: ET.Element) -> str:
    return _mark(shape).get("type", "obj")


def _mark(shape: ET.Element) -> ET.Element:
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return found if found is not None else shape


def _parent(shape: ET.Element, master: _Master) -> ET.Element | None:
    kind = _kind(shape)
    return master.places.get(PARENTS.get(kind, kind))


def _frame(shape: ET.Element, master: _Master, scale: float) -> Rect | None:
    return placed(shape, scale) or placed(_parent(shape, master), scale)


def _place(shape: ET.Element, master: _Master, palette: Palette, forms: Sequence[tuple[Rect, str]], ground: str) -> Place:
    kind, parent = _kind(shape), _parent(shape, master)
    frame = _frame(shape, master, palette.scale) or Rect(0, 0, 0, 0)
    texts = [element.find(f"{P}txBody") for element in (shape, parent) if element is not None]
    frames = [text.find(f"{A}bodyPr") for text in texts if text is not None]
    styles = [text.find(f"{A}lstStyle") for text in texts if text is not None]
    style = master.tree.find(f"{P}txStyles/{P}{STYLES.get(kind, 'bodyStyle')}")
    looks = looks_of([*styles, style], palette)
    left, top, right, bottom = (_inset(frames, key, palette.scale) for key in INSETS)
    room = Rect(frame.x + left, frame.y + top, max(1.0, frame.width - left - right), max(1.0, frame.height - top - bottom))
    index = int(_mark(shape).get("idx", "0"))
    anchor = next((value for element in frames if element is not None and (value := element.get("anchor"))), "t")
    behind = next((color for form, color in reversed(forms) if form.contains(room, tolerance=room.height / 4)), ground)
    return Place(kind, index, frame, room, ANCHORS.get(anchor, "top"), looks, behind)


def _inset(frames: Sequence[ET.Element | None], key: str, scale: float) -> float:
    said = next((value for frame in frames if frame is not None and (value := frame.get(key)) is not None), INSETS[key])
    return int(said) / EMU_PER_POINT / scale


def _drawn(gallery: Gallery, master: _Master, path: str, presentation: ET.Element, whole: Size) -> tuple[Drawn, ...]:
    """What is seen of a layout's and its master's drawings, from the back to the front."""
    tree, scale = gallery.tree(path), _size(presentation)[1]
    palette = _palette(master, tree, scale)
    styles = (presentation.find(f"{P}defaultTextStyle"), master.tree.find(f"{P}txStyles/{P}otherStyle"))
    site = Site(gallery, path, palette, master.theme, styles, ground(scale))
    grounded = master.path if ground_of(tree, palette.colors, palette.mapped) is None else path
    layers = [path if one is tree else master.path for one in reversed(shown(tree, master.tree))]
    behind = background(replace(site, part=grounded), Rect(0, 0, whole.width, whole.height))
    return (*behind, *(item for layer in layers for item in drawings(replace(site, part=layer))))


def _fonts(theme: ET.Element | None) -> dict[str, str]:
    """The theme's fonts of headings and of text."""
    found: dict[str, str] = {}
    for voice, tag in (("heading", "majorFont"), ("text", "minorFont")):
        latin = theme.find(f".//{A}{tag}/{A}latin") if theme is not None else None
        found[voice] = (latin.get("typeface", "") if latin is not None else "") or "Arial"
    return found
