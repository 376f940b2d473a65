"""Attacks the whole command line with cases made of a seed; exit code 1 where something fell.

    python fuzz/run.py --runs 500000 --seed 12 --jobs 2
    python fuzz/run.py --minutes 10 --kind filters
    python fuzz/run.py --seed 12 --number 4711     # one case again, by its number

What falls is made small and kept in fuzz/found; ``python fuzz/replay.py FILE`` tries it again.
"""

import argparse
import json
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from machine.bench import Bench
from machine.case import saved
from machine.crew import Crew
from machine.kinds import WEIGHTS, case_of, kind_of
from machine.shift import Plan
from machine.tried import fault_in
from machine.warming import warm

HERE = Path(__file__).parent


def options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=0, help="runs of the program, about")
    parser.add_argument("--cases", type=int, default=0, help="cases, exactly; a case is one to a dozen runs")
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side")
    parser.add_argument("--kind", choices=list(WEIGHTS), default="", help="only cases of this kind")
    parser.add_argument("--number", type=int, help="only the case of this number")
    parser.add_argument("--found", type=Path, default=HERE / "found", help="folder for what falls")
    parser.add_argument("--summary", type=Path, help="where to write the counts as JSON")
    parser.add_argument("--no-shrink", action="store_true", help="keep what falls as it is")
    return parser.parse_args()


def one(seed: str, number: int, kind: str) -> int:
    """Try a single case and print it with what is wrong."""
    case = case_of(seed, number, kind)
    with Bench() as bench:
        fault = fault_in(case, bench)
    print(saved(case), end="")
    print(fault or "nothing is wrong")
    return int(bool(fault))


def report(summary: dict[str, Any]) -> None:
    """Print the counts, and each fault once."""
    print(f"{summary['runs']:,} runs, {summary['cases']:,} cases in {summary['seconds']} s, seed {summary['seed']}")
    for name, kind in summary["kinds"].items():
        print(f"  {name}: {kind['cases']:,} cases, {kind['runs']:,} runs, slowest {kind['slowest'][0]} s")
    times = Counter(fault["signature"] for fault in summary["faults"])
    first = {fault["signature"]: fault for fault in reversed(summary["faults"])}
    for name, count in times.most_common():
        print(f"{count} x {first[name]['what']}\n    {first[name]['origin']} {first[name]['file']}")


def main() -> int:
    """Run, tell, and give the exit code."""
    given = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # its shifts end with it
    warm()
    for name in WEIGHTS:
        kind_of(name)
    if given.number is not None:
        return one(given.seed, given.number, given.kind)
    given.found.mkdir(parents=True, exist_ok=True)
    plan = Plan(seed=given.seed, only=given.kind, found=given.found.resolve(), shrink=not given.no_shrink)
    cases = given.cases or (0 if given.runs or given.minutes else 1000)
    summary = Crew(plan, given.jobs).work(cases, runs=given.runs, seconds=given.minutes * 60)
    if given.summary:
        given.summary.write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
    report(summary)
    return int(bool(summary["faults"]))


if __name__ == "__main__":
    sys.exit(main())
