"""YAML files: read with their positions kept, converted into models, and every fault in them told with its line."""

from __future__ import annotations

from leapdeck.yamlsource.converting import convert
from leapdeck.yamlsource.reading import parse, read
from leapdeck.yamlsource.tree import Source

__all__ = ["Source", "convert", "parse", "read"]
