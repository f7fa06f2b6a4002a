"""PDF: scenes and pages painted onto a tagged canvas."""

from leapdeck.pdf.documents import write_sheets as write_sheets
from leapdeck.pdf.documents import write_slides as write_slides
from leapdeck.pdf.fonts import load_fonts as load_fonts
from leapdeck.pdf.printing import write_booklet as write_booklet
from leapdeck.pdf.printing import write_press as write_press
