"""Whose mark stands where: the brand's and the client's, never stretched, with clear space, on a plate where they would vanish."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Literal

from msgspec import Struct

from leapdeck.assets import Picture as Asset
from leapdeck.brand.model import Brand
from leapdeck.layouts.fitting import box, fits
from leapdeck.layouts.proportions import contained
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, Picture, Primitive, Shape
from leapdeck.units import Rect

Side = Literal["left", "right"]
LARGEST = Rect(0, 0, 208, 48)
"""The room of a client's mark on the title slide; nowhere is it larger."""
CLEAR = 1 / 6
"""Above and below a mark, as a share of its room's height."""
BESIDE = 0.29
"""Beside a mark on a plate, as a share of its room's height."""
SMALLER = (1, 0.85, 0.7)
"""The sizes of a name that stands in a mark's place, as shares of its role's."""


class Logos(Struct, frozen=True):
    """Whose marks there are. Where the brand has no picture its name is set; where the client has none, nothing.

    `brand` is for dark grounds, `color` for light ones; where one of them is missing the other stands on a plate. `lead` says
    whose comes first; a white label shows the client's alone. `dark`: the client's mark would vanish on a dark ground.
    """

    brand: Asset | None = None
    color: Asset | None = None
    client: Asset | None = None
    client_name: str = ""
    lead: Literal["coach", "client", "white-label"] = "coach"
    dark: bool = True

    @property
    def pictures(self) -> dict[str, Asset]:
        """All by their keys."""
        return {asset.key: asset for asset in (self.brand, self.color, self.client) if asset}


def marks(logos: Logos, first: Rect | None, second: Rect | None, brand: Brand, style: str, *, light: bool = False) -> tuple[Primitive, ...]:
    """The mark that leads at the left of the first room, the other at the right of the second; nothing where there is no room.

    `style` is a name's text role. On a `light` ground marks are those for light grounds, and a mark for dark ones gets a dark plate.
    """
    client = partial(_clients, logos, light=light)
    coach = partial(_coachs, logos, brand=brand, style=f"{style}-dark" if light else style, light=light)
    if logos.lead == "coach":
        return (*coach(first, "left"), *client(second, "right"))
    leading = client(first, "left") or _name(logos.client_name, first, "left", brand, f"{style}-dark" if light else style)
    return (*leading, *(coach(second, "right") if logos.lead == "client" else ()))


def resolution(width: int, height: int) -> float:
    """Dots to an inch of a client's mark of so many pixels, where it is printed largest."""
    held = contained(width, height, _inside(LARGEST, plated=True))
    return width / held.width * 72


def _coachs(logos: Logos, room: Rect | None, side: Side, *, brand: Brand, style: str, light: bool) -> tuple[Primitive, ...]:
    fitting, other = (logos.color, logos.brand) if light else (logos.brand, logos.color)
    asset = fitting or other
    if asset is None:
        return _name(brand.contact.organization or brand.name, room, side, brand, style)
    plate = "" if fitting else "primary" if light else "paper"
    return tuple(_placed(asset, brand.logo.alt, room, side, plate)) if room else ()


def _clients(logos: Logos, room: Rect | None, side: Side, *, light: bool) -> tuple[Primitive, ...]:
    if logos.client is None or room is None:
        return ()
    plate = "" if logos.dark == light else "primary" if light else "paper"
    return tuple(_placed(logos.client, logos.client_name, room, side, plate))


def _name(name: str, room: Rect | None, side: Side, brand: Brand, style: str) -> tuple[Primitive, ...]:
    if room is None:
        return ()
    tried = [(Paragraph((Run(text),), style, size, align=side),) for text, size in _shorter(name, brand.roles[style].sizes[0])]
    fitting = next((paragraphs for paragraphs in tried if fits(paragraphs, room, brand)), tried[-1])
    return (box(fitting, room, brand, anchor="middle"),)


def _shorter(name: str, largest: float) -> Iterator[tuple[str, float]]:
    """A name and its size: smaller and smaller, then with fewer and fewer words."""
    words, sizes = name.split(), [round(largest * share, 1) for share in SMALLER]
    yield from ((name, size) for size in sizes)
    yield from ((f"{' '.join(words[:count])} \u2026", sizes[-1]) for count in range(len(words) - 1, 0, -1))


def _placed(asset: Asset, alt: str, room: Rect, side: Side, plate: str) -> Iterator[Primitive]:
    inside = _inside(room, plated=bool(plate))
    held = contained(asset.width, asset.height, inside)
    left = inside.x if side == "left" else inside.right - held.width
    if plate:
        margin = inside.x - room.x
        yield Shape(Rect(left - margin, room.y, held.width + 2 * margin, room.height), "rect", fill=plate)
    yield Picture(Rect(left, held.y, held.width, held.height), asset.key, alt, role="logo")


def _inside(room: Rect, *, plated: bool) -> Rect:
    across, down = room.height * BESIDE if plated else 0.0, room.height * CLEAR
    return Rect(room.x + across, room.y + down, room.width - 2 * across, room.height - 2 * down)
