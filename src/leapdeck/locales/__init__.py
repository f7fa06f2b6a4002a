"""Fixed words ("Exercise", "Workbook p. 7") as data, one file a language."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import yaml

FALLBACK = "en"


@lru_cache(16)
def words(language: str) -> dict[str, str]:
    """The fixed words of a language (BCP 47; the part before the first hyphen counts), English where leapdeck has none."""
    name = language.partition("-")[0].lower()
    folder = resources.files("leapdeck.locales")
    file = folder / f"{name}.yaml"
    text = (file if file.is_file() else folder / f"{FALLBACK}.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {key: str(value) for key, value in yaml.load(text, loader).items()}  # noqa: S506  # both loaders are the safe ones
