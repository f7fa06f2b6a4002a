"""Set text is remembered for the clients that come after."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.layouts import remembering
from leapdeck.layouts.setting import set_text, worst
from leapdeck.richtext import Run
from leapdeck.scene import Paragraph
from works import LOUD, brand

TEXT = (Paragraph((Run("Say why before you say how, and whose it is"),), "body", 20),)


def test_another_color_is_set_from_memory() -> None:
    """A brand in a client's colors has the same fonts, so its text is the very same."""
    ours = brand()
    theirs = replace(ours, palette={**ours.palette, "accent": "#0B6E4F"}, families=dict(ours.families))
    assert set_text(TEXT, 300, ours) is set_text(TEXT, 300, theirs)


def test_other_fonts_are_measured_anew() -> None:
    """What was set in one brand's type is no help in another's, nor in another measure."""
    widths = [set_text(TEXT, 900, one).width for one in (brand(), brand(LOUD), brand())]
    assert widths[0] == widths[2] != widths[1]
    looser = {name: replace(role, leading=role.leading * 2) for name, role in brand().roles.items()}
    assert set_text(TEXT, 300, replace(brand(), roles=looser)).height == 2 * set_text(TEXT, 300, brand()).height
    assert worst(TEXT, 900, brand()).height < worst(TEXT, 100, brand()).height


def test_what_is_remembered_has_an_end() -> None:
    """Texts without end don't take memory without end."""
    calls = []

    @remembering.remembered
    def counted(paragraphs: tuple[Paragraph, ...], width: float, _brand: object) -> float:
        calls.append(paragraphs)
        return width + 1

    for width in (*range(remembering.ROOM + 1), 0, 0):
        counted(TEXT, width, brand())
    assert len(calls) == remembering.ROOM + 2
