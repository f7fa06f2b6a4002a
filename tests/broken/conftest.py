"""The pictures and fonts that the broken files name: made when they are needed, so that none of them has to be kept."""

from __future__ import annotations

import io
import random
import shutil
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from PIL import Image

HERE = Path(__file__).parent
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{}</svg>'


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this folder with all that its files name."""
    folder = tmp_path_factory.mktemp("trial") / "broken"
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for name, data in (*_pictures(), *_drawings(), *_fonts()):
        (folder / name).write_bytes(data)
    return folder


def _pictures() -> Iterator[tuple[str, bytes]]:
    noise = Image.frombytes("RGB", (64, 48), random.Random(1).randbytes(64 * 48 * 3))
    png, jpeg, gif = (_saved(noise, format) for format in ("PNG", "JPEG", "GIF"))
    yield "good.png", png
    yield "cut.png", png[: len(png) // 2]
    yield "damaged.png", png[:200] + bytes((png[200] ^ 1,)) + png[201:]
    yield "cut.jpg", jpeg[: len(jpeg) // 2]
    yield "cut.gif", gif[: len(gif) // 2]
    yield "bomb.png", _bomb()
    yield "letter.png", b"Dear Anna,"
    yield "page.pdf", b"%PDF-1.7"
    yield "empty.png", b""


def _saved(picture: Image.Image, format: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, format)
    return out.getvalue()


def _bomb(side: int = 13_000) -> bytes:
    """A PNG of 20 KB that unpacks to 169 megapixels."""
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + side // 8)) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _drawings() -> Iterator[tuple[str, bytes]]:
    levels = "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10}</g>' for n in range(1, 8))
    yield "script.svg", SVG.format("<script>alert(1)</script>").encode()
    yield "fetches.svg", SVG.format('<image href="../good.png"/>').encode()
    yield "bomb.svg", SVG.format(f'<g id="a0"><rect width="1" height="1"/></g>{levels}').encode()
    yield "entities.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode()
    yield "cut.svg", SVG.format("<g>").encode()


def _fonts() -> Iterator[tuple[str, bytes]]:
    whole = _font(variable=False)
    yield "cut.ttf", whole[: len(whole) - 20]
    yield "variable.ttf", _font(variable=True)
    yield "outlines.otf", b"OTTO" + whole[4:]
    yield "web.woff2", b"wOF2" + whole[4:]


def _font(*, variable: bool) -> bytes:
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": builder_glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Trial", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    if variable:
        builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def builder_glyph() -> object:
    """A glyph without outlines."""
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    return Glyph()
