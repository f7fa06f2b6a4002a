"""A golden of finished slides: every box, its place, its lines, as text to be read and compared whole.

Where a change is meant: `python tests/test_scenes.py` writes it anew; read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leapdeck.scene import Chart, Picture, Primitive, Rule, Scene, Shape, Table, TextBox
from leapdeck.units import Rect
from works import prepared

GOLDEN = Path(__file__).parent / "goldens" / "scenes.txt"


def told() -> str:
    """All slides of the workshop with every kind."""
    return "\n".join(line for scene in prepared().deck.scenes for line in scene_lines(scene)) + "\n"


def scene_lines(scene: Scene) -> Iterator[str]:
    """A slide: its number, id and layout, then what stands on it in reading order."""
    sizes = " ".join(f"{slot}={size:g}" for slot, size in scene.sizes)
    marks = " ".join(
        word for word, here in (("hidden", scene.hidden), ("notes", bool(scene.notes)), ("reveal", bool(scene.reveal))) if here
    )
    yield " ".join(part for part in (f"slide {scene.number} {scene.id} [{scene.layout}]", sizes, marks) if part)
    for item in scene.items:
        yield from (f"  {line}" for line in item_lines(item))


def item_lines(item: Primitive) -> Iterator[str]:
    """A primitive: what it is, where it is, what it says."""
    place = rect(item.rect)
    if isinstance(item, TextBox):
        yield f"{item.slot or 'text'} {place}"
        yield from (f"  {line.baseline:.1f} {''.join(span.text for span in line.spans)}" for line in item.lines)
    elif isinstance(item, Table):
        yield f"table {place}"
        yield from (
            "  " + " | ".join(" / ".join("".join(s.text for s in line.spans) for line in cell.text.lines) for cell in row)
            for row in item.rows
        )
    elif isinstance(item, Chart):
        yield f"{item.kind} chart {place}: {item.alt}"
    elif isinstance(item, Picture):
        yield f"picture {place} cut {' '.join(f'{part:.3f}' for part in item.crop)}: {item.alt}"
    elif isinstance(item, Shape):
        yield f"{item.geometry} {place} {item.fill or item.stroke}"
    elif isinstance(item, Rule):
        yield f"line {place} {item.color}"


def rect(area: Rect) -> str:
    """A rectangle in points: left, top, width, height."""
    return f"{area.x:.1f},{area.y:.1f} {area.width:.1f}×{area.height:.1f}"


def test_slides_are_as_they_were() -> None:
    """Nothing on any slide has moved, grown or changed its words."""
    assert told() == GOLDEN.read_text("utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(told(), "utf-8")
