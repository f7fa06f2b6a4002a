"""`leapdeck`, and `python -m leapdeck`."""

from __future__ import annotations

import gc
import io
import sys

COLLECT_AFTER = 200_000
"""Objects: a build makes hundreds of thousands and hardly a cycle, so looking for cycles often costs a tenth of its time."""


def main() -> None:
    """Run the command line; a character that the console can't show is spelled out instead of stopping the work."""
    gc.set_threshold(COLLECT_AFTER)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    from leapdeck.cli.verbs import leapdeck

    leapdeck(prog_name="leapdeck")


if __name__ == "__main__":
    main()
