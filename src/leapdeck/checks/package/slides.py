"""Rules for what stands on slides, layouts and masters: shapes, placeholders, tables, animations, links, charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from leapdeck.checks.opened import A, C, Opened, P, R
from leapdeck.checks.package.whole import twice

DRAWN = ("slides", "slideLayouts", "slideMasters", "notesSlides")
OURS = ("slides", "notesSlides")
JUMP = "ppaction://hlinksldjump"
_AXES = ("catAx", "valAx", "dateAx", "serAx")


def _drawn(package: Opened) -> Iterator[tuple[str, ET.Element]]:
    """What leapdeck drew: a client's layouts and masters are as they are."""
    for folder in OURS if _is_clients(package) else DRAWN:
        yield from package.under(folder)


def shape_ids(package: Opened) -> Iterator[str]:
    """Each shape of a slide has an id of its own."""
    for name, tree in _drawn(package):
        yield from (f"two shapes of {name} have the id {id}" for id in twice(shape.get("id") for shape in tree.iter(f"{P}cNvPr")))


def placeholders(package: Opened) -> Iterator[str]:
    """Each placeholder of a slide fills a place of its own."""
    for name, tree in _drawn(package):
        places = Counter((place.get("type", "obj"), place.get("idx", "0")) for place in tree.iter(f"{P}ph"))
        yield from (f"two shapes of {name} fill the place {kind} {index}" for (kind, index), count in places.items() if count > 1)


def tables(package: Opened) -> Iterator[str]:
    """Each row of a table has a cell for each column."""
    for name, tree in _drawn(package):
        for table in tree.iter(f"{A}tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            if any(len(row.findall(f"{A}tc")) != columns for row in table.findall(f"{A}tr")):
                yield f"a row of a table in {name} hasn't {columns} cells"


def paragraphs(package: Opened) -> Iterator[str]:
    """Each text body has a paragraph."""
    for name, tree in _drawn(package):
        bodies = (*tree.iter(f"{P}txBody"), *tree.iter(f"{A}txBody"))
        if any(body.find(f"{A}p") is None for body in bodies):
            yield f"a text of {name} has no paragraph"


def _targets(tree: ET.Element, tag: str) -> list[str | None]:
    return [element.get("spid") for element in tree.iter(f"{P}{tag}")]


def animations(package: Opened) -> Iterator[str]:
    """What moves is there; where paragraphs move, it has as many as are named; steps have ids of their own (MS-OI29500)."""
    for name, tree in package.under("slides"):
        counts = {shape.find(f".//{P}cNvPr").get("id"): _paragraphs(shape) for shape in tree.iter(f"{P}sp")}  # type: ignore[union-attr]  # every shape has one
        there = {shape.get("id") for shape in tree.iter(f"{P}cNvPr")}
        yield from (f"{name} moves the shape {id}, which isn't there" for id in _targets(tree, "spTgt") if id not in there)
        yield from (f"{name} builds the shape {id}, which has no text" for id in _targets(tree, "bldP") if not counts.get(id))
        yield from (f"two steps of {name} have the id {id}" for id in twice(step.get("id") for step in tree.iter(f"{P}cTn")))
        for target in tree.iter(f"{P}spTgt"):
            for range_ in target.iter(f"{P}pRg"):
                if int(range_.get("end", "0")) >= counts.get(target.get("spid"), 0):
                    yield f"{name} moves a paragraph that isn't there"


def _paragraphs(shape: ET.Element) -> int:
    """How many paragraphs a shape has; 0 where they are all empty."""
    body = shape.find(f"{P}txBody")
    if body is None or not any(text.text for text in body.iter(f"{A}t")):
        return 0
    return len(body.findall(f"{A}p"))


def links(package: Opened) -> Iterator[str]:
    """Each link leads somewhere, a jump to a slide."""
    for name, tree in _drawn(package):
        for link in tree.iter(f"{A}hlinkClick"):
            relation = package.relations[name].get(link.get(f"{R}id", ""))
            if relation is None and not link.get("action"):
                yield f"a link of {name} leads nowhere"
            elif link.get("action") == JUMP and (relation is None or relation.kind != "slide"):
                yield f"a jump of {name} doesn't lead to a slide"


def charts(package: Opened) -> Iterator[str]:
    """Each axis that a plot names is there."""
    for name, tree in package.under("charts"):
        area = tree.find(f".//{C}plotArea")
        if area is None:
            continue
        there = {axis.get("val") for kind in _AXES for axis in area.findall(f"{C}{kind}/{C}axId")}
        plots = (plot for plot in area if not plot.tag.endswith("Ax"))
        yield from (
            f"{name} has no axis {axis.get('val')}" for plot in plots for axis in plot.findall(f"{C}axId") if axis.get("val") not in there
        )


def titles(package: Opened) -> Iterator[str]:
    """Each slide has a title with words in it."""
    for name, tree in package.under("slides"):
        shapes = (
            shape
            for shape in tree.iter(f"{P}sp")
            if (place := shape.find(f".//{P}ph")) is not None and place.get("type") in ("title", "ctrTitle")
        )
        if not any(_paragraphs(shape) for shape in shapes):
            yield f"{name} has no title"


def alternatives(package: Opened) -> Iterator[str]:
    """Each picture and chart says what is on it."""
    for name, tree in package.under("slides"):
        for shape in tree.iter(f"{P}pic"):
            if not shape.find(f".//{P}cNvPr").get("descr"):  # type: ignore[union-attr]  # every picture has one
                yield f"a picture of {name} has no alternative text"
        for frame in tree.iter(f"{P}graphicFrame"):
            if frame.find(f".//{C}chart") is not None and not frame.find(f".//{P}cNvPr").get("descr"):  # type: ignore[union-attr]  # every frame has one
                yield f"a chart of {name} has no alternative text"


def languages(package: Opened) -> Iterator[str]:
    """Each run says its language."""
    for name, tree in package.under("slides"):
        runs = (*tree.iter(f"{A}r"), *tree.iter(f"{A}fld"))
        if any((looks := run.find(f"{A}rPr")) is None or not looks.get("lang") for run in runs):
            yield f"a text of {name} doesn't say its language"


def _is_clients(package: Opened) -> bool:
    """Whether a deck stands in a client's own template, as it says in its properties."""
    properties = package.trees.get("docProps/app.xml")
    return properties is not None and any(row.tag.endswith("}Template") and row.text for row in properties)


def theme_only(package: Opened) -> Iterator[str]:
    """Slides, layouts and masters take colors and fonts from the theme, so that it can be changed; a client's are as they are."""
    for folder in ("slides",) if _is_clients(package) else ("slides", "slideLayouts", "slideMasters"):
        for name, tree in package.under(folder):
            if next(tree.iter(f"{A}srgbClr"), None) is not None:
                yield f"{name} has a color that isn't the theme's"
            yield from (
                f"{name} has the font {font.get('typeface')}"
                for font in tree.iter(f"{A}latin")
                if not font.get("typeface", "").startswith("+")
            )


def inherits(package: Opened) -> Iterator[str]:
    """Text in a placeholder says neither where it stands nor how large it is: Reset changes nothing.

    A client's layouts lack some of our places and sizes, which slides then say themselves.
    """
    if _is_clients(package):
        return
    for name, tree in package.under("slides"):
        for shape in tree.iter(f"{P}sp"):
            if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None:
                continue
            if shape.find(f"{P}spPr/{A}xfrm") is not None:
                yield f"a placeholder of {name} says where it stands"
            if any(looks.get("sz") for looks in shape.iter(f"{A}rPr")):
                yield f"a placeholder of {name} says how large its text is"
