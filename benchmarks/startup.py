"""Start-up of the installed `timeline`, as a ratio to bare Python and to `import typer` in the same run.

Run it with the Python of an environment in which the wheel is installed (byte-compiled, as pip does it):

    python benchmarks/startup.py [--runs N] [--peers]

Every command runs once per round, interleaved, with its output in a pipe; the figures are medians. With --peers,
jrnl, khal and sqlite-utils are timed beside it where they are on the PATH.
"""

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

from rounds import ENVIRONMENT, medians

LINE = "timeline list --tag s"


def commands(*, peers: bool) -> dict[str, list[str]]:
    """What is timed, by name; the first two are what the others are compared with."""
    timeline = str(Path(sys.executable).with_name("timeline"))
    found = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import typer'": [sys.executable, "-c", "import typer"],
        "timeline list --since 2022": [timeline, "list", "--since", "2022"],
        "timeline list --as-of 2024": [timeline, "list", "--as-of", "2024"],
        "timeline list --status disputed": [timeline, "list", "--status", "disputed"],
        "timeline search sanctions": [timeline, "search", "sanctions"],
        "timeline claims --by russia": [timeline, "claims", "--by", "russia"],
        "timeline count --by year": [timeline, "count", "--by", "year"],
        "timeline list -o json": [timeline, "list", "-o", "json"],
        "timeline show 2022-05-26": [timeline, "show", "2022-05-26"],
        "timeline --help": [timeline, "--help"],
        "completing --tag s": [
            "env",
            f"COMP_WORDS={LINE}",
            "COMP_CWORD=3",
            "_TIMELINE_COMPLETE=complete_bash",
            timeline,
        ],
    }
    for name in ("jrnl", "khal", "sqlite-utils") if peers else ():
        path = shutil.which(name)
        if path:
            found[f"{name} --version"] = [path, "--version"]
        else:
            print(f"not on the PATH: {name}", file=sys.stderr)
    return found


def seconds(command: list[str]) -> float:
    """How long one run takes, its output read through a pipe."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Print a table of medians and ratios."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=15)
    options.add_argument("--peers", action="store_true")
    chosen = options.parse_args()
    times = {name: took * 1000 for name, took in medians(commands(peers=chosen.peers), chosen.runs, seconds).items()}
    bare, typer, *_ = times.values()
    print(f"{'median of ' + str(chosen.runs):34} {'ms':>7} {'/ bare':>7} {'/ typer':>8} {'- typer':>8}")
    for name, value in times.items():
        print(f"{name:34} {value:7.1f} {value / bare:7.2f} {value / typer:8.2f} {value - typer:+8.1f}")


if __name__ == "__main__":
    main()
