"""The kit's papers on their sheets."""

from leapdeck.paper.kit.certificates import certificate_sheets as certificate_sheets
from leapdeck.paper.kit.flyers import flyer_sheets as flyer_sheets
from leapdeck.paper.kit.summaries import summary_sheets as summary_sheets
from leapdeck.paper.kit.tents import tent_sheets as tent_sheets
