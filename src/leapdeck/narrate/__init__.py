"""A workshop told on paper: for each edition, the blocks that its readers get, and nothing that they must not get.

Each edition is a module of its own, loaded when it is built.
"""

from leapdeck.narrate.workbook import narrate as narrate
