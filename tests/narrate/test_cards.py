"""Cue cards: keywords, or else the title."""

from __future__ import annotations

from leapdeck.blocks import CueCard, CueCards
from leapdeck.narrate.cards import narrate_cards
from leapdeck.richtext import words
from works import story


def cards() -> dict[str, CueCard]:
    """The short day's cards by their slides."""
    (block,) = narrate_cards(story()).body
    assert isinstance(block, CueCards)
    return {card.slide: card for card in block.cards}


def test_every_slide_that_is_shown_has_a_card() -> None:
    """Hidden ones have none, nor what stands on paper alone."""
    assert list(cards()) == [f"Slide {number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12)]


def test_a_cue_takes_the_place_of_the_title() -> None:
    """Each of its parts is a line; the title stands small above it."""
    card = cards()["Slide 6"]
    assert [words(runs) for runs in card.keywords] == ["alone 3'", "pairs 7'"]
    assert (words(card.title), card.part, card.time, card.minutes) == (
        "Try it on your neighbor",
        "Where we begin",
        "9:05\u00a0AM",
        "10 min",
    )
    assert (card.page, card.warning) == ("Workbook p. 3", "If late, cut")


def test_without_a_cue_the_title_is_large() -> None:
    """It isn't said twice."""
    card = cards()["Slide 5"]
    assert [words(runs) for runs in card.keywords] == ["Three words carry the week"]
    assert card.title == ()
