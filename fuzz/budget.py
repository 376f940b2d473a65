"""Asks how long files of 64 kB take that repeat one thing: each thing, in every format, within a title and alone.

    python fuzz/budget.py               # the ten slowest runs of all formats
    python fuzz/budget.py a.ics a.yml   # of some

Time is the processor's: what else the machine does counts for little. Exit code 1 where a run took longer than allowed.
"""

import sys
import time
from collections.abc import Iterator

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.formats import FORMATS
from machine.kinds.heavy import LONGEST, UNITS
from machine.snippets import LINES
from machine.warming import warm

ALLOWED = 3.0
"""Seconds."""
SHOWN = 10
ENTRIES = [{"date": f"202{at}-01-01", "title": f"zebra {at}"} for at in range(3)]
LETTERS = " OR ".join(f"{one}*" for one in "abcdefghijklmnopqrstuvwxyz")
QUESTIONS = (
    ["list"], ["list", "-o", "table"], ["list", "-o", "svg"], ["count", "--by", "year"], ["around", "2020"], ["tags"],
    ["search", "z*"], ["search", LETTERS], ["search", " ".join(["z*"] * 99)],
)  # fmt: skip


def repeated(name: str) -> Iterator[tuple[str, bytes]]:
    """What is repeated and where, and the file of that name that does so."""
    plain = FORMATS[name](ENTRIES, Chance("budget"))
    suffix = name[name.rfind(".") :]
    at = plain.find("zebra") + len("zebra")
    for unit in dict.fromkeys([*UNITS, "zebra ", *(f"{one}\n" for one in LINES.get(suffix, ()))]):
        size = len(unit.encode())
        within = unit * ((LONGEST - len(plain.encode())) // size)
        yield f"{unit!r} alone", (unit * (LONGEST // size)).encode()
        yield f"{unit!r} in a title", f"{plain[:at]} {within}{plain[at:]}".encode()
    yield "entries", FORMATS[name](ENTRIES[:1] * (LONGEST // 100), Chance("budget")).encode()[:LONGEST]


def seconds(bench: Bench, name: str, data: bytes) -> Iterator[tuple[float, str]]:
    """How long each question takes; where the file is refused, no more than the first and what ``validate`` does."""
    bench.open(Case(kind="budget", files={name: data}))
    for question in (["validate", name], ["audit", name], *([*one, "-f", name] for one in QUESTIONS)):
        start = time.process_time()
        run = bench.run(question, judged=False)
        took = time.process_time() - start
        yield (took if isinstance(run.code, int) else max(took, ALLOWED + 1)), " ".join(question)[:40]
        if run.code == 2 and question[0] != "validate":  # noqa: PLR2004
            return


def main() -> int:
    """Run, print the slowest, and give the exit code."""
    warm()
    found: list[tuple[float, str]] = []
    with Bench() as bench:
        for name in sys.argv[1:] or FORMATS:
            for what, data in repeated(name):
                found += [(took, f"{name}: {what}: {line}") for took, line in seconds(bench, name, data)]
    found.sort(reverse=True)
    for took, what in found[:SHOWN]:
        print(f"{took:5.2f} s  {what}")
    print(f"{len(found):,} runs; {sum(took > ALLOWED for took, _ in found)} took more than {ALLOWED:.0f} s")
    return int(any(took > ALLOWED for took, _ in found))


if __name__ == "__main__":
    sys.exit(main())
