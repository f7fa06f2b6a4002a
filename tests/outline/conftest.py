"""What the tests of outlines share."""

from __future__ import annotations

from pathlib import Path

import pytest

from trials import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty folder to try outlines in."""
    return Desk(tmp_path)
