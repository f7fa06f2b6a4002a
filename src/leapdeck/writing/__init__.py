"""From bytes to files: written whole or not at all, and never over what a person made of them."""

from leapdeck.writing.delivering import Written as Written
from leapdeck.writing.delivering import deliver as deliver
from leapdeck.writing.delivering import retire as retire
from leapdeck.writing.delivering import untouched as untouched
from leapdeck.writing.listing import MANIFEST as MANIFEST
from leapdeck.writing.listing import Origin as Origin
from leapdeck.writing.obstacles import TOLD as TOLD
from leapdeck.writing.whole import make_folder as make_folder
from leapdeck.writing.whole import write_whole as write_whole
