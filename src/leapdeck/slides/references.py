"""What slides say of the workbook and of how people work: pages, badges, the panel of an exercise."""

from __future__ import annotations

from leapdeck.layouts.setting import text_width
from leapdeck.layouts.stage import Builder, Stage
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph
from leapdeck.slides.base import Activity, Material
from leapdeck.units import Rect

BADGE_HEIGHT = 28.0
BADGE_AIR = 28.0
"""What a badge is wider than its text, at least, in points."""
WIDER = 0.25
"""By how much text runs wider in fonts that computers take where they lack both of ours (DejaVu beside Arial)."""
PANELS = ("-low", "-mid", "-high", "-tall", "")
"""What the names of an exercise's layouts end with, by how high their panel is."""


def workbook_panel(builder: Builder, slide: str) -> None:
    """The panel beside a list with gaps."""
    stage = builder.stage
    builder.text("panel-label", (Run(stage.word("workbook")),), ())
    builder.text("panel-number", stage.with_page("page-short", slide), ())
    builder.text("panel-text", (Run(stage.word("fill-gaps")),), ())


def reference(builder: Builder, slot: str, slide: str) -> None:
    """The page of the workbook, in a slot."""
    builder.text(slot, builder.stage.with_page("workbook-page", slide), ())


def badges(builder: Builder, slide: Activity) -> None:
    """Pills with minutes and grouping, from the left edge of their area."""
    stage, area = builder.stage, builder.layout.area("badges")
    if area is None:
        return
    left, top, minutes = area.x, area.y, stage.plan.slides.get(slide.id)
    if minutes:
        text = stage.word("minutes-of" if minutes != 1 else "minute-of", minutes=float(minutes))
        left += _badge(builder, text, "badge", left, top, fill="support") + 10
    if slide.grouping:
        _badge(builder, slide.company(stage.word), "badge-outline", left, top, stroke="support", stroke_width=1.5)


def _badge(builder: Builder, text: str, style: str, left: float, top: float, **looks: object) -> float:
    width = text_width(text, style, 14, builder.stage.brand)
    width += max(BADGE_AIR, WIDER * width)
    builder.loose((Run(text),), style, Rect(left, top, width, BADGE_HEIGHT), "center", geometry="round", **looks)
    return width


def exercise_slide(stage: Stage, slide: Activity) -> Builder:
    """Begin an exercise's slide, on the layout whose panel is no higher than what it says."""
    facts, usual = _facts(stage, slide), "exercise" if _minutes(stage, slide) else "exercise-untimed"
    names = [f"{usual}{height}" for height in PANELS]
    return stage.slide_for(lambda size: _labeled(facts, size), "panel-text", names, stage.brand.roles["panel"].sizes[0])


def _minutes(stage: Stage, slide: Activity) -> float | None:
    return stage.plan.slides.get(slide.id) if slide.minutes is None else slide.minutes


def exercise_panel(builder: Builder, slide: Activity) -> None:
    """Minutes, grouping, materials and the page of the workbook."""
    stage = builder.stage
    if minutes := _minutes(stage, slide):
        builder.text("panel-number", (Run(stage.figure(minutes)),), (*slide.at, "minutes"))
        builder.text("panel-unit", (Run(stage.word("minutes" if minutes != 1 else "minute")),), ())
    facts = _facts(stage, slide)
    if facts:
        builder.paragraphs("panel-text", lambda size: _labeled(facts, size), (*slide.at, "materials"), what="the list of materials")


def _facts(stage: Stage, slide: Activity) -> list[tuple[str, tuple[Run, ...]]]:
    facts: list[tuple[str, tuple[Run, ...]]] = []
    if slide.grouping:
        facts.append((stage.word("how"), (Run(capital(slide.company(stage.word))),)))
    if slide.materials:
        facts.append((stage.word("you-need"), (Run(capital(", ".join(_material(stage, item) for item in slide.materials))),)))
    if slide.on_paper:
        facts.append((stage.word("workbook"), stage.with_page("page", slide.id)))
    return facts


def _labeled(facts: list[tuple[str, tuple[Run, ...]]], size: float) -> tuple[Paragraph, ...]:
    return tuple(
        paragraph
        for label, runs in facts
        for paragraph in (Paragraph((Run(label),), "label", 12, before=14), Paragraph(runs, "panel", size, before=2))
    )


def _material(stage: Stage, material: Material) -> str:
    return stage.plain(material.what)


def capital(text: str) -> str:
    """A text with its first letter large."""
    return text[:1].upper() + text[1:]
