"""What a brand is: palette, type, logo, contact, and how wide its text runs."""

from leapdeck.brand.model import Brand as Brand
from leapdeck.brand.model import BrandFile as BrandFile
from leapdeck.brand.resolve import Layer as Layer
from leapdeck.brand.resolve import resolve as resolve
