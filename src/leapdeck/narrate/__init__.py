"""A workshop told on paper: for each edition, the blocks that its readers get, and nothing that they must not get."""

from leapdeck.narrate.cards import narrate_cards as narrate_cards
from leapdeck.narrate.guide import narrate_guide as narrate_guide
from leapdeck.narrate.kit import narrate_kit as narrate_kit
from leapdeck.narrate.miniatures import narrate_slides as narrate_slides
from leapdeck.narrate.moments import Story as Story
from leapdeck.narrate.runsheet import narrate_run_sheet as narrate_run_sheet
from leapdeck.narrate.ticket import Master as Master
from leapdeck.narrate.ticket import print_ticket as print_ticket
from leapdeck.narrate.workbook import narrate as narrate
