"""A client's own PowerPoint template: read into plain values, cleaned, and filled with slides."""

from leapdeck.powerpoint.corporate.filling import fill_template as fill_template
from leapdeck.powerpoint.corporate.opening import Unfit as Unfit
from leapdeck.powerpoint.corporate.opening import unfit as unfit
from leapdeck.powerpoint.corporate.reading import open_and_read as open_and_read
