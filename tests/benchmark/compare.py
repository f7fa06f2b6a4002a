"""Times leapdeck against the yardstick: whole processes, in turn, in one run; medians and ratios as JSON.

Usage: python tests/benchmark/compare.py [--rounds N] [CASE …]

cold     a deck and a workbook, start of the process included
clients  decks and workbooks for twenty clients in one call
guide    the guide of the full day, some sixty slides, against its deck and workbook: in one call, and in two (`apart`)
pages    a tagged workbook of 100 pages against plain, untagged platypus of the same blocks; and how it grows to 500 pages
growth   decks of 1, 500 and 1,000 slides: (t1000 - t500) / (t500 - t1), which is 1 where time grows linearly
help     `leapdeck --help` against an empty Python program
peak     the most memory that the cold case takes, in MB
thousand small workshops for 200 and for 1,000 clients in one call, each of them known to the leak gate: the time of a client, which
         is the same where time grows linearly, and the most memory that a process takes, in MB (only when it is asked for)
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OUTLINE = HERE / "morning.yaml"
DAY = HERE.parents[1] / "outlines" / "leadership-day.yaml"
BUILD = [sys.executable, "-m", "leapdeck", "build", "--force", "-o", "ours"]
YARDSTICK = [sys.executable, str(HERE / "yardstick.py"), "theirs"]
CLIENTS = 20
LONG = 33
"""Parts of a workbook of some hundred pages."""

Command = list[str]


def timed(command: Command, folder: Path) -> tuple[float, float]:
    """Wall and processor seconds of one finished process and its children."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # our own commands
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def paired(ours: Command, theirs: Command, folder: Path, rounds: int) -> dict[str, float]:
    """Medians of both commands, run in turn after one warm-up each, and the medians of their ratios."""
    for command in (ours, theirs):
        timed(command, folder)
    runs = [(timed(ours, folder), timed(theirs, folder)) for _ in range(rounds)]
    return {
        "ours_s": round(statistics.median(a[0] for a, _ in runs), 3),
        "theirs_s": round(statistics.median(b[0] for _, b in runs), 3),
        "ratio": round(statistics.median(a[0] / b[0] for a, b in runs), 3),
        "cpu_ratio": round(statistics.median(a[1] / b[1] for a, b in runs), 3),
    }


def cold(folder: Path, rounds: int) -> dict[str, float]:
    """One deck and one workbook."""
    return paired([*BUILD, "--only", "deck,handout", str(OUTLINE)], YARDSTICK, folder, rounds)


def clients(folder: Path, rounds: int) -> dict[str, float]:
    """Twenty clients in one call."""
    options: Command = []
    for number in range(CLIENTS):
        path = folder / f"client-{number:02d}.yaml"
        color = f"#{0x204060 + number * 0x050301:06X}"
        path.write_text(f'leapdeck: 1\nclient: {{name: Client number {number:02d}, colors: {{accent: "{color}"}}}}\n')
        options += ["--client", str(path)]
    return paired([*BUILD, "--only", "deck,handout", str(OUTLINE), *options], [*YARDSTICK, str(CLIENTS)], folder, max(3, rounds // 2))


def guide(folder: Path, rounds: int) -> dict[str, float]:
    """The facilitator's guide against the two files that it is about: both in one call, side by side, and `apart`, each in its own."""
    wanted, deck, handout = ([*BUILD, "--only", kind, str(DAY)] for kind in ("guide", "deck", "handout"))
    figures = paired(wanted, [*BUILD, "--only", "deck,handout", str(DAY)], folder, rounds)
    runs = [[timed(command, folder) for command in (wanted, deck, handout)] for _ in range(rounds)]
    apart = ((one[n] / (first[n] + second[n]) for one, first, second in runs) for n in (0, 1))
    return {
        **figures,
        **dict(zip(("apart_ratio", "apart_cpu_ratio"), (round(statistics.median(ratio), 3) for ratio in apart), strict=True)),
    }


def pages(folder: Path, rounds: int) -> dict[str, float]:
    """A long workbook; `growth` is (t500 - t100) / 4 to (t100 - t2), which is 1 where time grows linearly."""
    for count in (1, LONG, 5 * LONG):
        (folder / f"book{count}.yaml").write_text(long_workbook(count))
    ours = {count: [*BUILD, "--only", "handout", "--paper", "a4", f"book{count}.yaml"] for count in (1, LONG, 5 * LONG)}
    figures = paired(ours[LONG], [sys.executable, str(HERE / "pages.py"), f"book{LONG}.yaml", "book.pdf"], folder, rounds)
    runs = [[timed(command, folder)[0] for command in ours.values()] for _ in range(max(3, rounds // 2))]
    one, hundred, most = (statistics.median(column) for column in zip(*runs, strict=True))
    return {**figures, "s_500": round(most, 3), "growth": round((most - hundred) / 4 / (hundred - one), 3)}


def long_workbook(parts: int) -> str:
    """An outline whose workbook has about two pages a part: three paragraphs, a list and two tables."""
    said = "The people who do the work know where it hurts, and whoever asks them early saves a week of guessing later on. " * 4
    rows = ", ".join(f"[Explains why {n}, Asks for ideas, Lets the team choose how it is done]" for n in range(6))
    lines = ["leapdeck: 1", f"title: {parts} parts", "sections:"]
    for n in range(parts):
        lines += [f"  - title: Part {n + 1}", f"    id: part-{n}", f'    reading: "{said}\\n\\n{said}\\n\\n{said}"', "    slides:"]
        for m in range(2):
            lines.append(
                f"      - {{id: p{n}-{m}, kind: points, title: List {n} {m}, points: [{', '.join([f'{said[:90]}'.strip()] * 5)}]}}"
            )
            lines.append(f"      - {{id: t{n}-{m}, kind: table, title: Table {n} {m}, header: [What, Before, After], rows: [{rows}]}}")
    return "\n".join(lines) + "\n"


def growth(folder: Path, rounds: int) -> dict[str, float]:
    """How time grows with the number of slides."""
    commands = []
    for count in (1, 500, 1000):
        (folder / f"long{count}.yaml").write_text(long_outline(count))
        commands.append([*BUILD, "--only", "deck", f"long{count}.yaml"])
    runs = [[timed(command, folder)[0] for command in commands] for _ in range(max(3, rounds // 2))]
    one, half, all_ = (statistics.median(column) for column in zip(*runs, strict=True))
    return {"s_1": round(one, 3), "s_500": round(half, 3), "s_1000": round(all_, 3), "ratio": round((all_ - half) / (half - one), 3)}


def long_outline(count: int) -> str:
    """An outline of so many slides: lists and tables in turn, twenty-five to a section."""
    lines = ["leapdeck: 1", f"title: {count} slides", "sections:"]
    for number in range(count):
        if number % 25 == 0:
            lines += [f"  - title: Part {number // 25 + 1}", f"    id: part-{number // 25 + 1}", "    slides:"]
        lines.append(
            f"      - {{id: s{number}, kind: {('points', 'table')[number % 2]}, title: Slide {number} says one thing, {_content(number)}}}"
        )
    return "\n".join(lines) + "\n"


def _content(number: int) -> str:
    if number % 2:
        return "header: [What, Before, After], rows: [[Explains why, 4, 9], [Asks for ideas, 3, 8]]"
    return "points: [Say what the work is for, Ask before you answer, Let the team choose how], notes: Give one example of your own."


def help_(folder: Path, rounds: int) -> dict[str, float]:
    """What a start costs."""
    return paired([sys.executable, "-m", "leapdeck", "--help"], [sys.executable, "-c", "pass"], folder, rounds)


def peak(folder: Path, _rounds: int) -> dict[str, float]:
    """Megabytes of the largest process; measured in a process of its own, as the system keeps only the highest."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, *BUILD, "--only", "deck,handout", str(OUTLINE)]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # our own command
    return {"peak_mb": round(int(done.stdout) / 1024)}


def thousand(folder: Path, _rounds: int) -> dict[str, float]:
    """How time and memory grow with the number of clients."""
    figures: dict[str, float] = {}
    for count in (200, 1000):
        desk = folder / str(count)
        (desk / "outlines" / "clients").mkdir(parents=True)
        (desk / "outlines" / "talk.yaml").write_text(long_outline(6))
        for number in range(count):
            words = f"{{name: Firm of number {number:04d}, aliases: [F{number:04d}], private: [Project {number:04d}]}}"
            path = desk / "outlines" / "clients" / f"firm-{number:04d}.yaml"
            path.write_text(f"leapdeck: 1\nclient: {words}\nworkshops: {{talk: {{}}}}\n")
        code = (
            "import json, resource, subprocess, sys, time; start = time.perf_counter();"
            "subprocess.run(sys.argv[1:], check=True, capture_output=True); used = resource.getrusage(resource.RUSAGE_CHILDREN);"
            "print(json.dumps([time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))"
        )
        command = [sys.executable, "-c", code, *BUILD, "--only", "deck,handout", "talk", "--all-clients"]
        done = subprocess.run(command, cwd=desk, check=True, capture_output=True, text=True)  # our own command
        wall, cpu, peak_mb = json.loads(done.stdout)
        figures |= {f"ms_each_{count}": round(wall / count * 1000, 1), f"cpu_ms_each_{count}": round(cpu / count * 1000, 1)}
        figures[f"peak_mb_{count}"] = round(peak_mb)
    return figures


CASES: dict[str, Callable[[Path, int], dict[str, float]]] = {
    "cold": cold,
    "clients": clients,
    "guide": guide,
    "pages": pages,
    "growth": growth,
    "help": help_,
    "peak": peak,
    "thousand": thousand,
}
BY_HAND = ("thousand",)
"""Cases that take a minute and more."""


def machine() -> dict[str, Any]:
    """Where the figures come from."""
    return {"system": platform.system(), "machine": platform.machine(), "cores": os.cpu_count(), "python": platform.python_version()}


def main() -> None:
    """Run the cases asked for, and print what they took."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # Python keeps what it compiled, as it does for everybody
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("cases", nargs="*", choices=[[], *CASES], default=[])
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = {name: CASES[name](Path(folder), args.rounds) for name in args.cases or [case for case in CASES if case not in BY_HAND]}
    print(json.dumps({"machine": machine(), **figures}, indent=1))  # noqa: T201  # a command's output


if __name__ == "__main__":
    main()
