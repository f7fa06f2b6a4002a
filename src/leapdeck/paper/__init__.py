"""Paper: blocks set, broken into pages, with everything that a workbook has around them."""

from leapdeck.paper.paginating import Paginated as Paginated
from leapdeck.paper.paginating import paginate as paginate
