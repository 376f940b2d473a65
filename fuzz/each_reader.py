"""Attacks each reader with small inputs made of a seed; exit code 1 where something fell.

    python fuzz/each_reader.py --seed 15                             # 200,000 inputs a reader, 20,000 a container
    python fuzz/each_reader.py --seed 15 --readers csv,ics --inputs 5000
    python fuzz/each_reader.py --seed 15 --readers ics --number 4711  # one input again, by its number

The summary is written after each round, and a run with the same seed and summary goes on where that one was ended.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from machine.inputs import CONTAINERS, FILES
from machine.stretches import Tally, made, signature, tried
from machine.warming import warm

HERE = Path(__file__).parent
LENGTH = 1_000
"""Inputs of a stretch."""
ENOUGH = {reader: 20_000 if reader in CONTAINERS else 200_000 for reader in FILES}


def options(words: Sequence[str] | None) -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--readers", default=",".join(FILES), help="which, with commas between")
    parser.add_argument("--inputs", type=int, help="of each reader")
    parser.add_argument("--minutes", type=float, default=0, help="after which no stretch begins; 0: no bound")
    parser.add_argument("--number", type=int, help="only the input of this number")
    parser.add_argument("--found", type=Path, default=HERE / "found", help="folder for what falls")
    parser.add_argument("--summary", type=Path, help="the counts, as JSON; of the same seed they go on")
    return parser.parse_args(words)


def one(reader: str, seed: str, number: int) -> int:
    """Try a single input and print it with what is wrong."""
    given, _ = made(reader, seed, number)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    print(f"{given.name} {given.options}\n{given.data!r}", flush=True)
    tally = tried(reader, seed, number, number + 1, HERE / "found")
    print(*(fault["wrong"] for fault in tally.faults), sep="\n" if tally.faults else "nothing is wrong\n")
    return int(bool(tally.fell))


def table(tallies: dict[str, Tally]) -> str:
    """The counts as a table of Markdown, and behind it each fault once."""
    lines = ["| reader | inputs | read | refused | faults | slowest |", "|---|---:|---:|---:|---:|---:|"]
    for reader, tally in tallies.items():
        lines.append(
            f"| {reader} | {tally.inputs:,} | {tally.read:,} | {tally.refused:,} | {tally.fell} "
            f"| {tally.slowest[0]:.2f} s |"
        )
    for reader, tally in tallies.items():
        first = {signature(fault["wrong"]): fault for fault in reversed(tally.faults)}
        lines += [f"{reader} {fault['number']}: {fault['wrong']}" for fault in first.values()]
    return "\n".join(lines)


def resumed(summary: Path | None, seed: str) -> dict[str, Tally]:
    """What a run of the same seed has counted before."""
    if summary is None or not summary.exists():
        return {}
    told: dict[str, Any] = json.loads(summary.read_text(encoding="utf-8"))
    if told["seed"] != seed:
        return {}
    return {reader: Tally(**one | {"slowest": tuple(one["slowest"])}) for reader, one in told["readers"].items()}


def main(words: Sequence[str] | None = None) -> int:
    """Run, tell, and give the exit code.

    Args:
        words: of the command line; None: those of this process.
    """
    given = options(words)
    readers = given.readers.split(",")
    os.environ.pop("RUST_BACKTRACE", None)  # each panic of a library would take a second
    warm()
    if given.number is not None:
        return one(readers[0], given.seed, given.number)
    tallies = resumed(given.summary, given.seed)
    began = time.monotonic()
    is_over = False
    while not is_over:
        is_over = True
        for reader in readers:
            tally = tallies.setdefault(reader, Tally())
            stop = given.inputs or ENOUGH[reader]
            late = given.minutes and time.monotonic() - began > 60 * given.minutes
            if tally.inputs < stop and not late:
                is_over = False
                tally.add(tried(reader, given.seed, tally.inputs, min(stop, tally.inputs + LENGTH), given.found))
                if given.summary:
                    told = {"seed": given.seed, "readers": {name: vars(one) for name, one in tallies.items()}}
                    given.summary.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(table(tallies))
    return int(any(tally.fell for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
