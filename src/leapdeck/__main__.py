"""`leapdeck`, and `python -m leapdeck`."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Run the command line; a character that the console can't show is spelled out instead of stopping the work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    from leapdeck.cli.verbs import leapdeck

    leapdeck(prog_name="leapdeck")


if __name__ == "__main__":
    main()
