"""The pictures that an outline names: beside the file that names them, or in an assets/ folder."""

from __future__ import annotations

from pathlib import Path

from leapdeck.assets import Image, find_image, look_at_image
from leapdeck.diagnostics import Diagnostic, Position
from leapdeck.imagery.header import BadImage
from leapdeck.places import shipped


class Pictures:
    """Looks each picture up once; `found` keeps them in the order in which they were first named."""

    def __init__(self, *beside: Path) -> None:
        """Look beside the naming file first, then in the folders `beside`, then in what ships."""
        self._beside = beside
        self._seen: dict[Path, Image | BadImage] = {}
        self.found: dict[str, Image] = {}

    def find(self, name: str, position: Position) -> Image | Diagnostic:
        """The picture that the file at `position` names, or what is wrong with it."""
        if "{{" in name:
            message = "a variable can't stand in the name of a file"
            return Diagnostic("misplaced-variable", message, position=position, hint="write the name itself; a client file can set another")
        try:
            path = find_image(name, self._folders(Path(position.file).parent))
            image = self._looked_at(path)
        except BadImage as error:
            return error.at(position)
        self.found.setdefault(image.key, image)
        return image

    def _folders(self, own: Path) -> tuple[Path, ...]:
        bases = dict.fromkeys((own, *self._beside))
        near = [folder for base in bases for folder in (base, base / "assets", base.parent / "assets")]
        return (*near, shipped("assets"))

    def _looked_at(self, path: Path) -> Image:
        if path not in self._seen:
            try:
                self._seen[path] = look_at_image(path)
            except BadImage as error:
                self._seen[path] = error
        found = self._seen[path]
        if isinstance(found, BadImage):
            raise found
        return found
