"""A workshop told on paper: for each edition, the blocks that its readers get, and nothing that they must not get."""

from leapdeck.narrate.ticket import Master as Master
from leapdeck.narrate.ticket import print_ticket as print_ticket
from leapdeck.narrate.workbook import narrate as narrate
