"""A workshop told on paper: for each edition, the blocks that its readers get, and nothing that they must not get."""

from leapdeck.narrate.workbook import narrate as narrate
