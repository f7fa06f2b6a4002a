"""Draws the logo: a compass needle and the name, in color, in white and in one dark color.

Run it after a change of the brand: python assets/draw_logos.py
"""

from __future__ import annotations

from pathlib import Path

import font_source_sans_pro
from PIL import Image, ImageDraw, ImageFont

BRAND = Path(__file__).parent / "brands" / "leap"
NAME = "LEAP Coaching"
FONT = Path(next(iter(font_source_sans_pro.__path__))) / "files" / "SourceSansPro-Bold.ttf"
HEIGHT = 96
"""Pixels: the needle's; the name's capitals are half of it."""
SMOOTH = 4
"""Drawn larger by this and shrunk, so that slanted edges are smooth."""
LOOKS = {"color": ("#14233A", "#B8472F", "#1F3A5F"), "white": ("#FFFFFF", "#E3A72F", "#FFFFFF"), "mono": ("#14233A", "#14233A", "#14233A")}
"""Name of the file → the colors of the name, of the needle's upper and of its lower half."""


def draw(name: str, north: str, south: str) -> Image.Image:
    """The logo on a clear ground."""
    tall = HEIGHT * SMOOTH
    font = ImageFont.truetype(str(FONT), round(tall * 0.76))
    left, _, right, _ = font.getbbox(NAME)
    needle, gap = tall * 0.36, tall * 0.24
    picture = Image.new("RGBA", (round(needle + gap + right - left), tall), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    middle = tall / 2
    pen.polygon([(needle / 2, 0), (needle, middle), (0, middle)], fill=north)
    pen.polygon([(needle / 2, tall), (needle, middle + tall * 0.03), (0, middle + tall * 0.03)], fill=south)
    capital = font.getbbox("L")
    pen.text((needle + gap - left, middle - (capital[1] + capital[3]) / 2), NAME, font=font, fill=name)
    return picture.resize((round(picture.width / SMOOTH), HEIGHT), Image.Resampling.LANCZOS)


def main() -> None:
    """Write the three pictures beside this file."""
    for kind, colors in LOOKS.items():
        draw(*colors).save(BRAND / f"logo-{kind}.png", optimize=True)


if __name__ == "__main__":
    main()
