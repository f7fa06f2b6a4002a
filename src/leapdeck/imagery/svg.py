"""SVG files: nothing in them may run, be fetched or unfold without end; they are drawn once, as pixels."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable
from xml.parsers import expat

from leapdeck.imagery.header import BadImage, Header
from leapdeck.imagery.raster import Made, written

LONG_SIDE = 2400
"""How many pixels the longer side of a drawing gets; a drawing has no pixels of its own."""
ELEMENTS_LIMIT = 20_000
_ACTIVE = ("script", "foreignObject", "iframe", "audio", "video", "handler")
_MOVING = ("set", "animate", "animateTransform", "animateMotion")
_REFUSED = frozenset((*_ACTIVE, *_MOVING))
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH = re.compile(r"\s*([\d.]+(?:e-?\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*", re.IGNORECASE)
_FETCHES = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)
_HARMLESS = re.compile(r"(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)


def header(data: bytes) -> Header:
    """The size at which the drawing is made; BadImage where it holds what a picture shouldn't."""
    return Header("SVG", *_Reader().size(data))


def drawn(data: bytes) -> Made:
    """The drawing as a PNG with a clear ground, LONG_SIDE pixels long or high."""
    width, _ = _Reader().size(data)
    import pypdfium2
    from svglib.svglib import svg2rlg

    logging.getLogger("svglib").setLevel(logging.CRITICAL)
    try:
        pages = pypdfium2.PdfDocument(svg2rlg(io.BytesIO(data)).asString("pdf"))  # type: ignore[union-attr]  # None is caught below
        page = pages[0]
        scale = width / page.get_width()
        return written(page.render(scale=scale, fill_color=(255, 255, 255, 0), maybe_alpha=True).to_pil())
    except Exception as error:
        raise BadImage("broken-image", "this drawing can't be drawn", "save it as plain SVG, or as PNG") from error


class _Reader:
    """Reads a drawing once, element by element, and refuses what a picture has no need of."""

    def __init__(self) -> None:
        self._root: dict[str, str] | None = None
        self._count = 0
        self._open: list[str] = []
        self._sizes: dict[str, int] = {}
        self._uses: dict[str, list[str]] = {}

    def size(self, data: bytes) -> tuple[int, int]:
        """Width and height in pixels; BadImage for a drawing that is refused."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._element
        parser.EndElementHandler = self._leave
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = _refuse("entities")
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(data, True)  # C takes no names
        except expat.ExpatError as error:
            message = f"this SVG file is damaged or cut off (line {error.lineno})"
            raise BadImage("broken-image", message, "copy or download it again") from error
        self._bounded()
        return _pixels(self._root or {})

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if self._root is None:
            self._root = attributes
        self._count += 1
        if name in _REFUSED:
            raise _refused(f"<{name}>")
        for key, value in attributes.items():
            _check_attribute(key.rpartition(":")[2], value)
        id = attributes.get("id") or (self._open[-1] if self._open else "")
        self._open.append(id)
        self._sizes[id] = self._sizes.get(id, 0) + 1
        if name == "use":
            target = (attributes.get("href") or attributes.get("xlink:href") or "").removeprefix("#")
            self._uses.setdefault(id, []).append(target)

    def _leave(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if _FETCHES.search(text):
            raise _refused("a reference to another file")

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise _refused("a style sheet of its own file")

    def _bounded(self) -> None:
        """Refuse drawings whose `use` elements unfold into more than ELEMENTS_LIMIT elements, or into themselves."""
        costs: dict[str, int] = {}

        def cost(id: str, above: tuple[str, ...]) -> int:
            if id in above or len(above) > 50:
                raise _refused("a part that uses itself")
            if id not in costs:
                costs[id] = self._sizes.get(id, 0) + sum(cost(target, (*above, id)) for target in self._uses.get(id, ()))
            return costs[id]

        if self._count > ELEMENTS_LIMIT or sum(cost(id, ()) for id in list(self._sizes)) > ELEMENTS_LIMIT:
            raise BadImage("image-too-large", f"this drawing has more than {ELEMENTS_LIMIT:,} parts", "simplify it, or save it as PNG")


def _check_attribute(key: str, value: str) -> None:
    if key.lower().startswith("on"):
        raise _refused(f"a script ({key})")
    if key == "href" and value.strip() and not _HARMLESS.match(value.strip()):
        raise _refused("a reference to another file")
    if _FETCHES.search(value):
        raise _refused("a reference to another file")


def _refuse(what: str) -> Callable[..., None]:
    def handler(*_: object) -> None:
        raise _refused(what)

    return handler


def _refused(what: str) -> BadImage:
    return BadImage("unsafe-image", f"this drawing holds {what}; a picture has no need of it", "save it as plain SVG, or as PNG")


def _pixels(root: dict[str, str]) -> tuple[int, int]:
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = [float(part) for part in re.findall(r"-?[\d.]+(?:e-?\d+)?", root.get("viewBox", ""))]
    if (not width or not height) and len(box) == 4:
        width, height = box[2], box[3]
    if not width or not height or width < 0 or height < 0:
        raise BadImage("broken-image", "this drawing says neither its size nor its viewBox", "save it anew from the program that made it")
    scale = LONG_SIDE / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _UNITS[(found[2] or "").lower()] if found else 0.0
