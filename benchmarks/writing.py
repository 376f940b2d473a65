"""Writing with the installed `timeline`: all events in each format, as a ratio to `-o json` in the same run.

Run it with the Python of an environment in which the wheel and its extra all are installed (byte-compiled, as pip
does it):

    python benchmarks/writing.py [--runs N] [--lines]

What is counted is the processor time of whole processes, interleaved, their output in a pipe; the figures are medians.
The goals: 1.25 for a format of text, 2 for ics; workbooks, documents and databases are told without one. With
--lines, the table is that of docs/benchmarks.md.
"""

import argparse
import resource
import subprocess
import sys
from pathlib import Path

from rounds import ENVIRONMENT, medians

from relations_cli.writers import FEEDS, WRITERS

GOAL = 1.25
GOALS = {"ics": 2.0}


def commands() -> dict[str, list[str]]:
    """What is timed, by the name of its format; json, with which the others are compared, is the first."""
    timeline = str(Path(sys.executable).with_name("timeline"))
    found = {name: [timeline, "list", "-o", name] for name in ("json", *WRITERS)}
    return found | {one.name: [timeline, "changes", "--since", "1900", "-o", one.name] for one in FEEDS}


def seconds(command: list[str]) -> float:
    """The processor time that one run takes, its output read through a pipe."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def goal(name: str) -> float | None:
    """The ratio that a format keeps below; None: it has none."""
    return None if WRITERS.get(name, FEEDS[0]).gives == "bytes" else GOALS.get(name, GOAL)


def main() -> int:
    """Print a table of medians and ratios; 1 where one is above its goal."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=11)
    options.add_argument("--lines", action="store_true")
    chosen = options.parse_args()
    times = medians(commands(), chosen.runs, seconds)
    ratios = {name: median / times["json"] for name, median in times.items()}
    if chosen.lines:
        print("| format | × json | goal |\n|---|---|---|")
    for name, ratio in ratios.items():
        limit = goal(name)
        if chosen.lines:
            print(f"| `{name}` | {ratio:.2f} | {limit or ''} |")
        else:
            above = "  above its goal" if limit is not None and ratio > limit else ""
            print(f"{name:16} {times[name] * 1000:7.1f} ms {ratio:6.2f}{above}")
    return any(ratio > (goal(name) or ratio) for name, ratio in ratios.items())


if __name__ == "__main__":
    sys.exit(main())
