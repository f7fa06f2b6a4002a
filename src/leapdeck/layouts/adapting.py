"""Our layouts on a client's: the same slots, in the client's placeholders where they fit, else in boxes of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.theming import is_light
from leapdeck.brand.type import TextRole
from leapdeck.layouts.corporate import ClientLayout, ClientTemplate, Look, Place
from leapdeck.layouts.lists import SLIDE_LEVELS, Level
from leapdeck.layouts.recipes import WHOLE, Recipe, recipe_of
from leapdeck.layouts.serving import Service, roomy
from leapdeck.layouts.slots import FOOTER, TITLE_RULE, Layout, Mark, Slot
from leapdeck.scene import Shape
from leapdeck.units import Rect, Size

STEPS = (54.0, 46.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0)
"""The sizes that a template's text steps down by, below its own."""
FLOORS = {"title": 20.0}
FLOOR = 18.0
SMALLER = 0.85
"""By how much text steps down that the template itself sets smaller than our floor."""
HEAD = 0.45
"""A title's place ends within this share of the slide's height, or slides set their titles above what stands below."""
FOOT = 0.8
"""What stands lower than this share of the height is at the foot."""
EDGE = 0.05
LOW = 0.3
"""The least share of the height that what stands below a title is given."""
ENOUGH = 0.5
"""The least share of it that is left where what lies on a band is avoided."""
PLATE = 0.9
"""How opaque the ground is that we lay over a client's picture, so that our boxes can be read."""
AIR = 6.0

Namer = Callable[[Look, str, tuple[float, ...]], str]
"""The name of the text role that sets as a look does, on a ground, at some sizes."""


class Frame(Struct, frozen=True):
    """How our grid lies on a client's layout: what of it, and where."""

    of: Rect
    on: Rect

    def laid(self, rect: Rect) -> Rect:
        """A rectangle of our grid on the client's slide."""
        across, down = self.on.width / self.of.width, self.on.height / self.of.height
        return Rect(
            self.on.x + (rect.x - self.of.x) * across, self.on.y + (rect.y - self.of.y) * down, rect.width * across, rect.height * down
        )


def adapted(ours: Layout, service: Service, template: ClientTemplate, ground: str, name_of: Namer, key: str) -> Layout:
    """One of our layouts on a client's; `ground` is the palette's name of what it stands on, `key` the adapted layout's own name."""
    recipe, client = recipe_of(ours.name), service.layout
    title, area = _title(client, template.size)
    frame = Frame(recipe.frame, _whole(area, title, client, template.size) if recipe.frame is WHOLE else area)
    held = dict(_held(recipe, service, template.size))
    taken = held | ({"title": client.titles[0]} if client.titles else {})
    fitting = _Fitting(recipe, frame, taken, service, template, name_of, title)
    slots = tuple(fitting.slot(slot) for slot in ours.slots if slot.name not in recipe.omits)
    marked = recipe.marks and (bool(recipe.moves) or not held)
    return Layout(
        key,
        client.name,
        _kept_clear(slots) if service.filled else slots,
        ground,
        footers=tuple(_footers(client, name_of)),
        areas=tuple((name, frame.laid(recipe.places.get(name, rect))) for name, rect in ours.areas if name in (*recipe.places, "bar")),
        furniture=(*_plate(client, recipe, slots, filled=service.filled), *(_laid(ours, frame) if marked else ())),
        omitted=recipe.omits,
        light=is_light(client.ground),
        part=client.part,
    )


def _laid(ours: Layout, frame: Frame) -> Iterator[Mark]:
    """Our panels on the client's slide."""
    yield from (replace(mark, rect=frame.laid(mark.rect)) for mark in ours.marks if mark is not TITLE_RULE)


def _plate(client: ClientLayout, recipe: Recipe, slots: tuple[Slot, ...], *, filled: bool) -> Iterator[Shape]:
    """A light ground behind what stands on a client's picture, or across the edge of a band."""
    if recipe.frame is WHOLE and filled:  # the template's own opening knows what it stands on
        return
    rects = [slot.rect for slot in slots if client.pictured or slot.name != "title"]
    if rects and (client.pictured or any(_crosses(rect, band) for band, _ in client.bands for rect in rects)):
        left, top = min(rect.x for rect in rects) - 2 * AIR, min(rect.y for rect in rects) - AIR
        right, bottom = max(rect.right for rect in rects) + 2 * AIR, max(rect.bottom for rect in rects) + AIR
        yield Shape(Rect(left, top, right - left, bottom - top), fill="paper", alpha=PLATE)


class _Fitting(Struct, frozen=True):
    """What all slots of one layout need to know."""

    recipe: Recipe
    frame: Frame
    taken: Mapping[str, Place]
    service: Service
    template: ClientTemplate
    name_of: Namer
    title: Rect

    @property
    def _is_whole(self) -> bool:
        return self.recipe.frame is WHOLE

    def slot(self, slot: Slot) -> Slot:
        """A slot in its placeholder, in one that slides move, or in a box of our own."""
        place = self.taken.get(slot.name)
        rect = self.frame.laid(self.recipe.places.get(slot.name, slot.rect))
        if slot.name == "title":
            return self._titled(slot, place, rect)
        if slot.placeholder in ("pic", "tbl", "chart"):
            return replace(slot, rect=place.frame, index=place.index) if place else replace(slot, rect=rect, placeholder="")
        if place is None:
            return self._loose(slot, rect)
        if slot.name in self.recipe.moves:
            return self._theirs(slot, place, rect, SIZES.get(slot.role, ()), moved=True)
        return self._theirs(slot, place, place.room)

    def _loose(self, slot: Slot, rect: Rect) -> Slot:
        """A box of our own; over the whole slide it keeps to the title's axis."""
        role = self.recipe.roles.get(slot.name, slot.role)
        if not self._is_whole:
            return replace(slot, rect=rect, placeholder="", role=role)
        title = self.taken.get("title")
        look = title.looks[0] if title else self.template.titling[0]
        if title and self.service.filled:
            rect = replace(rect, x=title.room.x, width=title.room.width)
        return replace(slot, rect=rect, placeholder="", role=role, align=look.align)

    def _titled(self, slot: Slot, place: Place | None, rect: Rect) -> Slot:
        """The title: where the template has it, or moved where that place can't be used as it is."""
        moves = "title" in self.recipe.moves and not self.service.filled
        if place is None:
            looks = self.template.titling
            bare = Place("title", 0, rect, rect, slot.anchor, looks, self.service.layout.ground)
            return self._theirs(slot, bare, rect if moves else self.title, SIZES.get(slot.role, ()), moved=True)
        if moves:
            return self._theirs(slot, place, rect, SIZES.get(slot.role, ()), moved=True)
        if not self.service.filled and place.room != self.title:
            return self._theirs(slot, place, self.title, moved=True)
        return self._theirs(slot, place, place.room)

    def _theirs(self, slot: Slot, place: Place, rect: Rect, sizes: tuple[float, ...] = (), *, moved: bool = False) -> Slot:
        first = place.looks[0]
        ground = self.service.layout.behind(rect) if moved else place.ground
        bare = slot.name.startswith("body") and not any(look.level.bullet for look in place.looks)
        levels = tuple(
            _level(look, number, bare=bare, style=self.name_of(look, ground, steps(look.size, slot.name)) if number else "")
            for number, look in enumerate(place.looks)
        )
        return replace(
            slot,
            rect=rect,
            placeholder=place.kind,
            role=self.name_of(first, ground, sizes or steps(first.size, slot.name)),
            anchor=slot.anchor if moved else place.anchor,
            align=first.align,
            levels=levels,
            index=place.index,
            size=first.size,
            moved=moved,
        )


SIZES = {
    "statement": (54.0, 46.0, 40.0, 32.0, 28.0, 24.0),
    "quote": (40.0, 32.0, 28.0, 24.0),
    "question": (40.0, 32.0, 28.0, 24.0, 20.0),
    "section-title": (46.0, 40.0, 32.0, 28.0),
    "break-title": (40.0, 32.0, 28.0),
    "title": (32.0, 28.0, 24.0, 20.0),
    "invitation": (32.0, 28.0, 24.0, 20.0),
    "display": (54.0, 46.0, 40.0, 32.0),
}
"""What the title's or the text's placeholder is set at where it is moved to do more than it was made for: our own roles' sizes."""


def _level(look: Look, number: int, *, bare: bool, style: str) -> Level:
    """A level as the template has it; a list whose levels all look alike there gets our bullets, or nobody would see what belongs where."""
    level = replace(look.level, style=style)
    if not bare:
        return level
    ours = SLIDE_LEVELS[number]
    return replace(level, indent=ours.indent, hang=ours.hang, bullet="dash" if number else "disc", bare=True)


def steps(size: float, slot: str) -> tuple[float, ...]:
    """A template's own size, and those below it that a slot's text may step down to."""
    floor = FLOORS.get(slot, FLOOR)
    below = tuple(step for step in STEPS if floor <= step < size)
    return (size, *below) if below else (size, round(2 * size * SMALLER) / 2)


def role_like(look: Look, family: str, color: str, emphasis: str, sizes: tuple[float, ...]) -> TextRole:
    """A text role that sets as a template's placeholder does; a line of fixed height counts as at the smallest size."""
    leading = look.exact / sizes[-1] if look.exact else look.leading
    return TextRole(family, sizes, color, look.bold, look.italic, leading, emphasis=emphasis, caps=look.caps)


def _title(client: ClientLayout, size: Size) -> tuple[Rect, Rect]:
    """Where a title stands on a layout, and what is free below it, above what stands at the foot."""
    body = client.body if client.body and roomy(client.body, size) else None
    own = client.titles[0] if client.titles else None
    high = own if own and own.frame.bottom <= HEAD * size.height and own.frame.width >= HEAD * size.width else None
    left = body.x + AIR if body else high.room.x if high else EDGE * size.width
    right = body.right - AIR if body else high.room.right if high else size.width * (1 - EDGE)
    title = high.room if high else Rect(left, EDGE * size.height, right - left, 0.14 * size.height)
    top = max(title.bottom + (2 if high else 4) * AIR, body.y if body and body.y < HEAD * size.height else 0.0)
    feet = [place.frame.y - AIR for place in client.places if place.kind in ("ftr", "sldNum", "dt") and place.frame.y > FOOT * size.height]
    bottom = min(*feet, body.bottom if body else size.height, size.height * (1 - EDGE)) if feet or body else size.height * (1 - EDGE)
    return title, _between_bands(
        Rect(left, top, right - left, max(LOW * size.height, bottom - top)), [band for band, _ in client.bands], size
    )


def _between_bands(area: Rect, bands: Sequence[Rect], size: Size) -> Rect:
    """The free area without what lies on colored bands at the head or at the foot, as far as enough is left of it."""
    middle = size.height / 2
    top = max((area.y, *(band.bottom + 2 * AIR for band in bands if band.y < area.y and band.bottom < middle)))
    bottom = min((area.bottom, *(band.y - AIR for band in bands if band.y > middle)))
    return Rect(area.x, top, area.width, bottom - top) if bottom - top >= ENOUGH * size.height else area


def _whole(area: Rect, title: Rect, client: ClientLayout, size: Size) -> Rect:
    """The title's room and the one below it together; below a band at the head, which is meant for small titles."""
    on_band = any(band.y < title.bottom and band.bottom < size.height / 2 for band, _ in client.bands)
    top = area.y if on_band else min(title.y, area.y) if title.y > 0 else EDGE * size.height
    return Rect(area.x, top, area.width, area.bottom - top)


def _held(recipe: Recipe, service: Service, size: Size) -> Iterator[tuple[str, Place]]:
    """Which slot takes which of the client's places."""
    client = service.layout
    slot, kind = recipe.holds
    if slot and client.of(kind):
        yield slot, client.of(kind)[0]
    if not service.filled:
        return
    bodies = client.bodies
    if len(recipe.fills) == 1 and recipe.names == "content":
        bodies = tuple(place for place in bodies if roomy(place.frame, size)) or bodies
    middle = size.width / 2
    if len(recipe.fills) > 1:
        bodies = tuple(sorted(bodies, key=lambda place: (place.frame.x + place.frame.width / 2 > middle, place.frame.y)))
    yield from zip(recipe.fills, bodies, strict=False)


def _kept_clear(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Filled places give up the strip that a box of our own needs at their foot: their text ends above it."""
    boxes = [slot.rect for slot in slots if not slot.theirs]
    return tuple(
        _above(slot, [box.y for box in boxes if _crosses(box, slot.rect)]) if slot.theirs and not slot.moved else slot for slot in slots
    )


def _above(slot: Slot, tops: list[float]) -> Slot:
    if not tops:
        return slot
    cut = replace(slot.rect, height=max(1.0, min(tops) - AIR - slot.rect.y))
    return replace(slot, rect=cut, moved=slot.anchor != "top")


def _crosses(box: Rect, place: Rect) -> bool:
    return box.y < place.bottom and box.bottom > place.y and box.x < place.right and box.right > place.x


def _footers(client: ClientLayout, name_of: Namer) -> Iterator[Slot]:
    for slot in FOOTER:
        for place in client.of(slot.placeholder)[:1]:
            look = place.looks[0]
            yield replace(
                slot,
                rect=place.room,
                role=name_of(look, place.ground, (look.size,)),
                anchor=place.anchor,
                align=look.align,
                index=place.index,
                size=look.size,
                levels=tuple(look.level for look in place.looks),
            )
