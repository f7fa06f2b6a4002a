"""A design: how large slides are and which layouts they have, leapdeck's own or those of a client's template."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from leapdeck.assets import Picture
from leapdeck.layouts.slots import SLIDE, Layout
from leapdeck.layouts.standard import layouts
from leapdeck.units import Size


class Design(Struct, frozen=True):
    """The layouts by their names, and the size of the slides that they were made for.

    `scale` is what points of this design must be multiplied by to be those of a client's slides: all templates are composed
    on slides about 540 points high. `images` are the pictures that layouts draw themselves, by key. `chosen` says which
    of the template's layouts the client's file wants for a kind of slide.
    """

    size: Size
    layouts: dict[str, Layout]
    scale: float = 1.0
    chosen: dict[str, str] = {}
    images: dict[str, Picture] = {}

    def layout(self, name: str, kind: str = "", wanted: str = "") -> Layout:
        """The layout of that name; for a slide of a kind, or one that names a template's layout itself, as that serves it."""
        theirs = wanted or self.chosen.get(kind, "")
        return self.layouts.get(f"{name}@{theirs}") or self.layouts[name]


@lru_cache(1)
def own_design() -> Design:
    """The design without a client's template."""
    return Design(SLIDE, layouts())
