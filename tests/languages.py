"""One short outline, in every language that leapdeck has words of its own for.

`python -m languages FOLDER` writes them all.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

TEXTS: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "locales" / "texts.yaml").read_text("utf-8"))


@lru_cache
def outline(language: str, folder: Path) -> Path:
    """The outline in a language (a region's is its base's), written into a folder."""
    said = TEXTS[language.partition("-")[0]]
    slides = [
        {"kind": "points", "title": said["section"], "points": said["points"]},
        {"kind": "quote", "text": said["quote"], "by": said["by"]},
        {"kind": "chart", "title": said["series"], "chart": "column", "labels": said["labels"], "series": {said["series"]: [12.5, 1250]}},
        {"kind": "table", "title": said["summary"], "header": said["columns"], "rows": [[said["quote"], said["by"], said["question"]]]},
        {
            "kind": "exercise",
            "title": said["question"],
            "minutes": 7.5,
            "grouping": ["alone", "pairs"],
            "steps": said["points"],
            "handout": {"table": {"columns": said["columns"], "rows": 3}},
        },
        {"kind": "plan", "title": said["objective"], "rows": 3},
    ]
    whole = {
        "leapdeck": 1,
        "title": said["title"],
        "subtitle": said["subtitle"],
        "language": language,
        "start": "09:00",
        "minutes": 60,
        "contact": {"invitation": said["question"], "text": said["summary"]},
        "event": {"date": "2026-12-03", "place": "Kraków"},
        "objectives": [said["objective"]],
        "sections": [
            {"title": said["section"], "minutes": 50, "summary": said["summary"], "reading": said["reading"], "slides": slides},
            {"kind": "break", "title": said["labels"][0], "minutes": 10},
        ],
    }
    path = folder / f"night-{language}.yaml"
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1), "utf-8")
    return path


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True)
    for code in TEXTS:
        outline(code, target)
