"""Tries kept cases again: those of fuzz/corpus, or the files that are named; exit code 1 where one falls.

python fuzz/replay.py                      # what .ci/run does
python fuzz/replay.py fuzz/found/wide-12-4711.json
"""

import sys
import time
from pathlib import Path

from machine.bench import Bench
from machine.case import loaded
from machine.tried import fault_in
from machine.warming import warm

CORPUS = Path(__file__).parent / "corpus"


def replay(files: list[Path]) -> list[str]:
    """What is wrong with each of the cases that fall: file and fault."""
    cases = [(file, loaded(file)) for file in files]
    with Bench() as bench:
        return [f"{file.name}: {fault}" for file, case in cases if (fault := fault_in(case, bench))]


def main() -> int:
    """Replay, tell, and give the exit code."""
    files = [Path(one).resolve() for one in sys.argv[1:]] or sorted(CORPUS.glob("*.json"))
    start = time.monotonic()
    warm()
    wrong = replay(files)
    for line in wrong:
        print(line)
    print(f"{len(files)} cases replayed in {time.monotonic() - start:.1f} s, {len(wrong)} fell")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
