"""The slides that leapdeck makes: title, objectives, agenda, a section's opening, the closing contact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.model import ContactFile
from leapdeck.diagnostics import Path
from leapdeck.layouts.fitting import AtSize
from leapdeck.layouts.logos import marks
from leapdeck.layouts.proportions import contained
from leapdeck.layouts.stage import Builder, Draft, Stage
from leapdeck.richtext import WIDE_DOT, Run, dotted
from leapdeck.scene import Paragraph, Picture
from leapdeck.slides.listing import aired, numbered
from leapdeck.slides.qr import content, qr_image
from leapdeck.slides.timebar import put_bar
from leapdeck.timeplan import Row

OBJECTIVES = (28.0, 24.0, 20.0, 18.0)
"""The steps of the objectives' text."""
SECTIONS = ("section-low", "section", "section-high")
"""The layouts of a section's opening, by how many lines its title takes."""
UNBROKEN = 40.0
"""The size at which a section's title rather stands on fewer lines than in larger letters."""
MADE = ("title", "objectives", "agenda", "section", "contact")
"""What a client's file calls these slides where it names layouts for them; their layouts have the same names."""


class Opening(Struct, frozen=True):
    """What the title slide says beside the title: one line of client, date and place."""

    title: str
    subtitle: str
    facts: tuple[str, ...]


def title_slide(stage: Stage, opening: Opening) -> Draft:
    """The dark opening: title, rule, subtitle, whom it is for, logos."""
    builder = stage.slide("title")
    builder.title(stage.runs(opening.title), ("title",))
    if opening.subtitle:
        builder.text("subtitle", stage.runs(opening.subtitle), ("subtitle",), what="the subtitle")
    if opening.facts:
        builder.text("meta", (Run(WIDE_DOT.join(opening.facts)),), ("event",), what="the line with client, date and place")
    put_logos(builder)
    return builder.done()


def objectives_slide(stage: Stage, title: str, objectives: Sequence[str], text: str = "") -> Draft:
    """Three to five lines, counted, and a line below them."""
    builder = stage.slide("objectives")
    builder.title(stage.runs(title), ("made", "objectives", "title"))
    slot = builder.layout.slot("body")
    shown = aired(stage, partial(numbered, stage, objectives, slot, 1), "objectives", "body", OBJECTIVES[0])
    builder.paragraphs("body", shown, ("objectives",), what="the list of objectives", sizes=() if slot.theirs else OBJECTIVES)
    if text:
        builder.text("caption", stage.runs(text), ("made", "objectives", "text"), what="the line below the objectives")
    return builder.done()


def section_slide(stage: Stage, id: str, title: str, summary: str, number: int, path: Path) -> Draft:
    """The dark opening of a section: a huge numeral, time and minutes, title, summary, the bar with this part lit."""
    said = stage.runs(title)
    builder = stage.slide_for(lambda size: (Paragraph(said, "section-title", size),), "title", SECTIONS, UNBROKEN)
    builder.title(said, (*path, "title"))
    row = stage.plan.row(id)
    if row and (kicker := times(stage, row)):
        builder.text("kicker", (Run(kicker.upper()),), (*path, "minutes"))
    if summary:
        builder.text("summary", stage.runs(summary), (*path, "summary"), what="the summary")
    builder.text("ornament", (Run(str(number)),), path)
    if stage.plan.timed:
        put_bar(builder, lit=id, dark=True)
    return builder.done()


def times(stage: Stage, row: Row) -> str:
    """A row's clock time and minutes, as far as they are known: "13:55 · 40 minutes"."""
    minutes = stage.word("minutes-of", minutes=float(row.minutes)) if row.minutes else ""
    return dotted((stage.clock(row.start), minutes))


def contact_slide(stage: Stage, contact: ContactFile) -> Draft:
    """The closing: invitation, telephone in large figures, mail and web, the code, logos."""
    builder = stage.slide("contact")
    path = ("contact",)
    builder.title(stage.runs(contact.invitation or contact.organization), (*path, "invitation"))
    if contact.text:
        builder.text("text", stage.runs(contact.text), (*path, "text"), what="the contact's text")
    large, rest = prominent(contact)
    if large:
        builder.text("phone", (large,), (*path, "phone"), what="the telephone number, or what stands in its place")
    if details := contact_details(rest):
        builder.paragraphs("details", _lines(details), path, what="the contact's details")
    put_logos(builder)
    area = builder.layout.area("qr")
    if area and (image := qr_image(contact)):
        stage.images[image.key] = image
        says = stage.word("qr-alt", content=contact.phone if contact.qr == "vcard" else content(contact))
        builder.add(Picture(contained(1, 1, area), image.key, says, path=(*path, "qr")))
        words = stage.word("qr-vcard" if contact.qr == "vcard" else "qr-link")
        builder.paragraphs("qr-caption", lambda size: (Paragraph((Run(words),), "qr-caption", size, align="center"),), path)
    return builder.done()


def put_logos(builder: Builder) -> None:
    """The marks of coach and client, in the areas that the layout has for them."""
    stage, layout = builder.stage, builder.layout
    stage.images.update(stage.logos.pictures)
    builder.add(*marks(stage.logos, layout.area("logo"), layout.area("client-logo"), stage.brand, "logo-name", light=layout.light))


def telephone(number: str) -> str:
    """A printed telephone number as a link (RFC 3966), without what only the eye needs."""
    return "tel:" + "".join(c for c in number if c.isdigit() or c == "+")


def prominent(contact: ContactFile) -> tuple[Run | None, ContactFile]:
    """What is set large where a workshop closes, and the contact without it: the telephone, or else the mail or the web address."""
    if contact.phone:
        return Run(contact.phone, link=telephone(contact.phone)), replace(contact, phone="")
    if contact.email:
        return Run(contact.email, link=f"mailto:{contact.email}"), replace(contact, email="")
    if contact.web:
        return Run(contact.web.removeprefix("https://"), link=contact.web), replace(contact, web="")
    return None, contact


def contact_details(contact: ContactFile) -> tuple[tuple[Run, ...], ...]:
    """Person and role, mail, web: each a line, linked where it can be."""
    person = ", ".join(part for part in (contact.person, contact.role) if part)
    found = [
        (Run(person),) if person else (),
        (Run(contact.email, link=f"mailto:{contact.email}"),) if contact.email else (),
        (Run(contact.web.removeprefix("https://"), link=contact.web),) if contact.web else (),
    ]
    return tuple(runs for runs in found if runs)


def merged_contact(brand: ContactFile, given: object) -> ContactFile:
    """The brand's contact, replaced key by key by what the outline or the client file gives (None: the brand's stands)."""
    changes = {key: value for key in brand.__struct_fields__ if (value := getattr(given, key, None)) is not None}
    return replace(brand, **changes)


def _lines(lines: tuple[tuple[Run, ...], ...]) -> AtSize:
    return lambda size: tuple(Paragraph(runs, "contact-details", size) for runs in lines)
