"""Pictures of finished slides and pages."""

from leapdeck.preview.drawing import contact_sheet as contact_sheet
from leapdeck.preview.drawing import pictures as pictures
