"""Finished PDFs turned into pictures, for `leapdeck preview`."""

from __future__ import annotations

from msgspec.structs import replace

from leapdeck.building import Built
from leapdeck.building import File as MadeFile

SCALE = 1.5
"""Pixels to a point: a slide is 1440 pixels wide."""
COLUMNS = 6
SHEET = "contact-sheet.png"


def drawn(built: Built) -> Built:
    """Pictures in place of a workshop's PDFs, in a folder of their own: one for each slide and page, and a sheet of them all."""
    from leapdeck.preview import contact_sheet, pictures

    files = [picture for file in built.files for picture in _pictures(file, pictures(file.data, SCALE))]
    sheet = contact_sheet(tuple(file.data for file in files), COLUMNS)
    stem = built.files[0].name.removesuffix(f"-{built.files[0].kind}.pdf")
    all_files = (*files, MadeFile("sheet", SHEET, sheet, len(files), 0.0))
    return replace(built, folder=f"{built.folder}/{stem}-preview", files=all_files)


def _pictures(file: MadeFile, pages: tuple[bytes, ...]) -> list[MadeFile]:
    digits = max(2, len(str(len(pages))))
    return [MadeFile(file.kind, f"{file.kind}-{number:0{digits}}.png", data, 1, 0.0) for number, data in enumerate(pages, 1)]
