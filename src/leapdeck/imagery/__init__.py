"""Picture files taken apart: what their headers say, whether they are whole, and their pixels without anything else."""

from __future__ import annotations
