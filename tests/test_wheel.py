"""The wheel holds all that leapdeck needs: installed anywhere, it builds what ships with it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOT_PASSED_ON = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


def python(folder: Path, *arguments: str, cwd: Path) -> str:
    """What a Python program of an environment prints, without anything that this one has."""
    program = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    environment = {name: value for name, value in os.environ.items() if name not in NOT_PASSED_ON}
    done = subprocess.run([program, *arguments], check=False, capture_output=True, text=True, cwd=cwd, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_wheel_builds_a_deck_in_an_empty_folder(tmp_path: Path) -> None:
    """Built, installed into a clean environment and used in an empty folder; what only the project itself needs stays at home."""
    wheels, place, empty = tmp_path / "wheels", tmp_path / "place", tmp_path / "empty"
    empty.mkdir()
    venv.create(place, with_pip=True)
    python(place, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(ROOT), cwd=tmp_path)
    (wheel,) = wheels.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"leapdeck/outlines/managing-vs-leading.yaml", "leapdeck/assets/brands/leap/brand.yaml", "leapdeck/py.typed"} <= {*names}
    assert not [name for name in names if "readme" in name.lower() or not name.startswith("leapdeck")]
    assert not [name for name in names if "/assets/" in name and name.endswith(".py")]
    python(place, "-m", "pip", "install", "--quiet", str(wheel), cwd=tmp_path)
    python(place, "-m", "leapdeck", "build", "managing-vs-leading", "--strict", cwd=empty)
    built = [path.name for path in sorted((empty / "dist" / "managing-vs-leading").glob("m*"))]
    assert built == [f"managing-vs-leading-{rest}" for rest in ("deck.pptx", "guide.pdf", "handout.pdf")]
    where = python(place, "-c", "import leapdeck; print(leapdeck.__file__)", cwd=empty)
    assert Path(where.strip()).is_relative_to(place)
