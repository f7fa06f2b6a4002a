"""A deck in a client's template: its masters, layouts and theme as they are, our slides on them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any

from leapdeck.assets import Picture
from leapdeck.brand.model import Brand
from leapdeck.checks.opened import A, P
from leapdeck.layouts.design import Design
from leapdeck.layouts.slots import Layout, Slot
from leapdeck.powerpoint.corporate.cleaning import Cleaned, cleaned
from leapdeck.powerpoint.corporate.scaling import scaled_layout, scaled_scene
from leapdeck.powerpoint.deck import FIRST_SLIDE, add_properties, add_record, add_settings, sections_xml
from leapdeck.powerpoint.markup import HEAD, ROOT, Ink
from leapdeck.powerpoint.masters import notes_master
from leapdeck.powerpoint.notes import PLACES
from leapdeck.powerpoint.parts import OFFICE, Package, Relations
from leapdeck.powerpoint.slides import NOTES_MASTER, Slides
from leapdeck.powerpoint.tables import STYLE, table_style, table_styles
from leapdeck.scene import Deck

CLIENTS = "Client"
"""What a deck calls the template that it stands in: its own name may be anything, and would be somebody's."""
_NOTES = "notesMasters/notesMaster1.xml"


class _Spots:
    """The slots of one adapted layout, as a slide's shapes look for them."""

    def __init__(self, layout: Layout) -> None:
        self._slots = {slot.name: slot for slot in (*layout.slots, *layout.footers)}

    def slot(self, name: str) -> Slot:
        """The slot of that name."""
        return self._slots[name]

    def index(self, slot: str) -> int:
        """The template's own number of the placeholder."""
        return self._slots[slot].index


class _Filling:
    """One template being filled."""

    def __init__(self, base: Cleaned, ink: Ink) -> None:
        from lxml import etree  # it comes with python-pptx, and keeps what it doesn't know

        self._etree = etree
        self.package, self.main, self.ink = Package(), base.main, ink
        self._base, self._folder = base, posixpath.dirname(base.main)
        for path, data in base.parts.items():
            self.package.take_over(path, data, base.types.get(path, ""))
        self.relations = Relations.of(base.parts[_rels(base.main)])
        self.presentation: Any = etree.fromstring(base.parts[base.main])

    def related(self, part: str, kind: str) -> list[str]:
        """The paths of the parts that one leads to by a kind of relationship."""
        rels = self._base.parts.get(_rels(part))
        rows = self._etree.fromstring(rels) if rels else ()
        folder = posixpath.dirname(part)
        targets = [row.get("Target") for row in rows if row.get("Type") == f"{OFFICE}/{kind}"]
        return [target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target)) for target in targets]

    def notes(self, language: str) -> tuple[str, Mapping[str, int]]:
        """The template's master of notes and its placeholders, or ours where it has none."""
        own = self.related(self.main, "notesMaster")
        if own:
            marks = self._etree.fromstring(self._base.parts[own[0]]).iter(f"{P}ph")
            return f"../{posixpath.relpath(own[0], self._folder)}", {mark.get("type", "obj"): int(mark.get("idx", "0")) for mark in marks}
        self._add_notes_master(language)
        return NOTES_MASTER, PLACES

    def _add_notes_master(self, language: str) -> None:
        """Ours, with a copy of the theme, as each master has one of its own."""
        master = self.related(self.main, "slideMaster")[0]
        theme = self.related(master, "theme")[0]
        number = next(n for n in range(1, 1000) if f"ppt/theme/theme{n}.xml" not in self.package)
        self.package.add(f"ppt/theme/theme{number}.xml", self._base.parts[theme], "theme")
        if rels := self._base.parts.get(_rels(theme)):
            self.package.take_over(_rels(f"ppt/theme/theme{number}.xml"), rels, "")
        themed = Relations()
        themed.to("theme", f"../theme/theme{number}.xml")
        self.package.add(f"ppt/{_NOTES}", notes_master(language), "notesMaster", themed)
        listed = self._element("notesMasterIdLst", f'<p:notesMasterId r:id="{self.relations.to("notesMaster", _NOTES)}"/>')
        self.presentation.find(f"{P}sldMasterIdLst").addnext(listed)

    def styles(self) -> None:
        """Our style of tables, beside those of the template."""
        own = self.related(self.main, "tableStyles")
        if not own:
            self.package.add("ppt/tableStyles.xml", table_styles(self.ink), "tableStyles")
            self.relations.to("tableStyles", "tableStyles.xml")
            return
        tree = self._etree.fromstring(self._base.parts[own[0]])
        for old in [style for style in tree if style.get("styleId") == STYLE]:  # the template is a deck of ours
            tree.remove(old)
        tree.append(self._etree.fromstring(f'<a:x xmlns:a="{A[1:-1]}">{table_style(self.ink)}</a:x>')[0])
        self._put(own[0], tree)

    def settings(self) -> None:
        """What every deck of ours says of its show and its windows."""
        add_settings(self.package)
        for name in ("presProps", "viewProps"):
            self.relations.to(name, f"{name}.xml")
        self.relations.to("customXml", "../customXml/item1.xml")

    def slides(self, deck: Deck) -> None:
        """List the slides and their sections."""
        ids = "".join(
            f'<p:sldId id="{FIRST_SLIDE + n}" r:id="{self.relations.to("slide", f"slides/slide{n + 1}.xml")}"/>'
            for n in range(len(deck.scenes))
        )
        self.presentation.find(f"{P}sldSz").addprevious(self._element("sldIdLst", ids))
        if sections := sections_xml(deck):
            self.presentation.append(self._etree.fromstring(f"<p:x {ROOT}>{sections}</p:x>")[0])

    def close(self) -> None:
        """Write the presentation and what it leads to."""
        self._put(self.main, self.presentation)
        self.package.take_over(_rels(self.main), self.relations.xml().encode(), "")

    def _element(self, name: str, inside: str) -> Any:
        return self._etree.fromstring(f"<p:{name} {ROOT}>{inside}</p:{name}>")

    def _put(self, path: str, tree: Any) -> None:
        self._etree.cleanup_namespaces(tree, keep_ns_prefixes=list(tree.nsmap))
        data = HEAD.encode() + self._etree.tostring(tree)
        self.package.take_over(path, data, self._base.types.get(path, ""))


def fill_template(deck: Deck, brand: Brand, images: Mapping[str, Picture], design: Design, template: bytes) -> bytes:
    """A deck as .pptx in a client's template, whose layouts the design's are adapted to.

    KeyError where a picture is missing, Unfit where the template is damaged.
    """
    filling = _Filling(cleaned(template), Ink(brand.roles, brand.shades))
    language = deck.properties.language
    notes = filling.notes(language)
    filling.styles()
    filling.settings()
    filling.slides(deck)
    filling.close()
    numbers = {scene.id: n for n, scene in enumerate(deck.scenes, 1)}
    slides = Slides(filling.package, language, images, numbers, filling.ink, notes)
    for scene in deck.scenes:
        layout = scaled_layout(design.layouts[scene.layout], design.scale)
        slides.add(scaled_scene(scene, design.scale), _Spots(layout), f"../{posixpath.relpath(layout.part, 'ppt')}")
    add_properties(filling.package, deck, filling.main, CLIENTS)
    add_record(filling.package, len(deck.scenes))
    return filling.package.bytes()


def _rels(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"
