"""Native PowerPoint files: written part by part as text, straight into the package."""

from leapdeck.powerpoint.deck import write_deck as write_deck
