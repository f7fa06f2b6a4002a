"""Whose mark stands where: the brand's and the client's, never stretched, with clear space, on a plate where they would vanish."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from leapdeck.assets import Picture as Asset
from leapdeck.brand.model import Brand
from leapdeck.brand.type import ROLES
from leapdeck.layouts.fitting import box
from leapdeck.layouts.proportions import contained
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, Picture, Primitive, Shape
from leapdeck.units import Rect

Side = Literal["left", "right"]
LEFT_ROOM = Rect(64, 36, 220, 48)
RIGHT_ROOM = Rect(704, 36, 208, 48)
"""Where marks stand on the title slide; nowhere are they larger."""
CLEAR = 1 / 6
"""Above and below a mark, as a share of its room's height."""
BESIDE = 0.29
"""Beside a mark on a plate, as a share of its room's height."""


class Logos(Struct, frozen=True):
    """The marks that dark grounds show. Where the brand has no picture its name is set; where the client has none, nothing.

    `lead` says whose comes first; a white label shows the client's alone. `plated`: the client's would vanish on a dark ground.
    """

    brand: Asset | None = None
    client: Asset | None = None
    client_name: str = ""
    lead: Literal["coach", "client", "white-label"] = "coach"
    plated: bool = True

    @property
    def pictures(self) -> dict[str, Asset]:
        """Both by their keys."""
        return {asset.key: asset for asset in (self.brand, self.client) if asset}


def marks(logos: Logos, first: Rect, second: Rect, brand: Brand, style: str) -> tuple[Primitive, ...]:
    """The mark that leads at the left of the first room, the other at the right of the second; `style` is a name's text role."""
    if logos.lead == "coach":
        return (*_coachs(logos, first, "left", brand, style), *_clients(logos, second, "right"))
    client = tuple(_clients(logos, first, "left")) or _name(logos.client_name, first, "left", brand, style)
    return (*client, *(_coachs(logos, second, "right", brand, style) if logos.lead == "client" else ()))


def resolution(width: int, height: int) -> float:
    """Dots to an inch of a client's mark of so many pixels, where it is printed largest."""
    held = contained(width, height, _inside(RIGHT_ROOM, plated=True))
    return width / held.width * 72


def _coachs(logos: Logos, room: Rect, side: Side, brand: Brand, style: str) -> tuple[Primitive, ...]:
    if logos.brand is None:
        return _name(brand.contact.organization or brand.name, room, side, brand, style)
    return tuple(_placed(logos.brand, brand.logo.alt, room, side, plated=False))


def _clients(logos: Logos, room: Rect, side: Side) -> Iterator[Primitive]:
    if logos.client is not None:
        yield from _placed(logos.client, logos.client_name, room, side, plated=logos.plated)


def _name(name: str, room: Rect, side: Side, brand: Brand, style: str) -> tuple[Primitive, ...]:
    return (box((Paragraph((Run(name),), style, ROLES[style].sizes[0], align=side),), room, brand, anchor="middle"),)


def _placed(asset: Asset, alt: str, room: Rect, side: Side, *, plated: bool) -> Iterator[Primitive]:
    inside = _inside(room, plated=plated)
    held = contained(asset.width, asset.height, inside)
    left = inside.x if side == "left" else inside.right - held.width
    if plated:
        margin = inside.x - room.x
        yield Shape(Rect(left - margin, room.y, held.width + 2 * margin, room.height), "rect", fill="paper")
    yield Picture(Rect(left, held.y, held.width, held.height), asset.key, alt, role="logo")


def _inside(room: Rect, *, plated: bool) -> Rect:
    across, down = room.height * BESIDE if plated else 0.0, room.height * CLEAR
    return Rect(room.x + across, room.y + down, room.width - 2 * across, room.height - 2 * down)
