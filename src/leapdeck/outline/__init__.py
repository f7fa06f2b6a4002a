"""Workshops: what an outline and a client file may say, and how they are read."""

from __future__ import annotations

from leapdeck.outline.loading import Loaded, load

__all__ = ["Loaded", "load"]
