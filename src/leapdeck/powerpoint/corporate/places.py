"""Where a template's forms lie: on the slide, in groups that have a measure of their own, turned and mirrored (ECMA-376, 20.1.7)."""

from __future__ import annotations

import math
from xml.etree import ElementTree as ET

from msgspec import Struct

from leapdeck.checks.opened import A, P
from leapdeck.units import EMU_PER_POINT, Rect

DEGREE = 60_000


class Placed(Struct, frozen=True):
    """A form's place: its rectangle before it is turned, by how many degrees clockwise it is, whether it is mirrored across or down."""

    rect: Rect
    turn: float = 0.0
    across: bool = False
    down: bool = False

    @property
    def is_straight(self) -> bool:
        """Whether it is neither turned nor mirrored."""
        return not (self.turn or self.across or self.down)

    @property
    def diagonal(self) -> Rect:
        """From where to where a line runs that is drawn from its left top to its right bottom corner; sizes may be negative."""
        r, angle = self.rect, math.radians(self.turn)
        wide, high = (-r.width if self.across else r.width) / 2, (-r.height if self.down else r.height) / 2
        dx, dy = wide * math.cos(angle) - high * math.sin(angle), wide * math.sin(angle) + high * math.cos(angle)
        return Rect(r.x + r.width / 2 - dx, r.y + r.height / 2 - dy, 2 * dx, 2 * dy)


class Ground(Struct, frozen=True):
    """How EMU of a tree, or of a group in it, become points of the slide: what is added, what is multiplied by."""

    x: float
    y: float
    across: float
    down: float

    def placed(self, properties: ET.Element | None) -> Placed | None:
        """Where something stands; None where it doesn't say."""
        form = properties.find(f"{A}xfrm") if properties is not None else None
        if form is None or form.find(f"{A}off") is None:
            return None
        turn = int(form.get("rot", "0")) / DEGREE % 360
        return Placed(self._rect(form, "off", "ext"), turn, _is(form, "flipH"), _is(form, "flipV"))

    def within(self, properties: ET.Element) -> Ground:
        """The ground of what stands in a group."""
        form = properties.find(f"{A}xfrm")
        if form is None or form.find(f"{A}chExt") is None:
            return self
        on = self._rect(form, "off", "ext")
        (x, y), (width, height) = _numbers(form.find(f"{A}chOff"), "x", "y"), _numbers(form.find(f"{A}chExt"), "cx", "cy")
        across, down = on.width / width if width else self.across, on.height / height if height else self.down
        return Ground(on.x - x * across, on.y - y * down, across, down)

    def _rect(self, form: ET.Element, offset: str, extent: str) -> Rect:
        (x, y), (width, height) = _numbers(form.find(f"{A}{offset}"), "x", "y"), _numbers(form.find(f"{A}{extent}"), "cx", "cy")
        return Rect(self.x + x * self.across, self.y + y * self.down, width * self.across, height * self.down)


def ground(scale: float) -> Ground:
    """That of a whole slide whose measures are divided by `scale`."""
    share = 1 / EMU_PER_POINT / scale
    return Ground(0.0, 0.0, share, share)


def placed(shape: ET.Element | None, scale: float) -> Rect | None:
    """Where a placeholder or a form that stands in no group says that it stands, on a slide divided by `scale`."""
    form = shape.find(f"{P}spPr/{A}xfrm") if shape is not None else None
    if form is None:
        return None
    (x, y), (width, height) = (
        [int(element.get(key, "0")) / EMU_PER_POINT / scale if element is not None else 0.0 for key in keys]
        for element, keys in ((form.find(f"{A}off"), ("x", "y")), (form.find(f"{A}ext"), ("cx", "cy")))
    )
    return Rect(x, y, width, height)


def _is(form: ET.Element, flip: str) -> bool:
    return form.get(flip) in ("1", "true")


def _numbers(element: ET.Element | None, first: str, second: str) -> tuple[float, float]:
    return (float(element.get(first, "0")), float(element.get(second, "0"))) if element is not None else (0.0, 0.0)
