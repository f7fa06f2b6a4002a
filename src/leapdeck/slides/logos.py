"""Logos on slides: never stretched, the name in the text face where there is no picture, a light plate behind a client's."""

from __future__ import annotations

from leapdeck.layouts.fitting import box
from leapdeck.layouts.stage import Builder
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph, Picture, Shape
from leapdeck.slides.pictures import contained
from leapdeck.units import Rect


def put_logo(builder: Builder) -> None:
    """The brand's logo at the left of its area, or its name; nothing where the layout has no room for it."""
    stage, room = builder.stage, builder.layout.area("logo")
    if room is None:
        return
    kind = "color" if builder.layout.light else "white"
    image = stage.logos.get(kind)
    if image is None:
        role = "logo-name" if kind == "white" else "logo-name-dark"
        name = stage.brand.contact.organization or stage.brand.name
        builder.add(box((Paragraph((Run(name),), role, 18),), room, stage.brand, anchor="middle"))
        return
    held = contained(image.width, image.height, room)
    stage.images[image.key] = image
    builder.add(Picture(Rect(room.x, held.y, held.width, held.height), image.key, stage.brand.logo.alt, role="logo"))


def put_client_logo(builder: Builder) -> None:
    """The client's logo on a light plate with clear space around it, at the right of its area; or nothing."""
    stage, room = builder.stage, builder.layout.area("client-logo")
    image = stage.logos.get("client")
    if image is None or room is None:
        return
    held = contained(image.width, image.height, Rect(room.x, room.y + 8, room.width - 28, room.height - 16))
    plate = Rect(room.right - held.width - 28, room.y, held.width + 28, room.height)
    stage.images[image.key] = image
    builder.add(Shape(plate, "rect", fill="paper"))
    builder.add(Picture(Rect(plate.x + 14, held.y, held.width, held.height), image.key, stage.client, role="logo"))
