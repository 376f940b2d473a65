"""Runs that write a file and are ended at a random moment: nothing half, nothing left, no traceback.

    python fuzz/kills.py --kills 1000 --seed 12 --jobs 2

The moments are spread over the whole life of the process, from its first millisecond to after its end; every second one
lies in its later half, when it writes. What must hold:

- the old file is whole, or the new one; where there was none, there is none or the new one;
- of a database with its metadata, the new database is never there without them;
- nothing else is left, save one file for each by SIGKILL, which the next run to the same place removes;
- nothing is left where temporary files lie, save one without a byte by SIGKILL;
- the exit code is 128 and the signal's number, or 0 where the file is whole; what is hit before our first line ends as
  Python ends then, which is counted by itself;
- standard error is empty.
"""

import argparse
import collections
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from msgspec import Struct

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
FORMATS = ("json", "jsonl", "csv", "tsv", "svg", "yaml", "md", "jsonld", "ics", "xlsx", "docx", "db", "sqlite")
PAIR = "sqlite"
"""The suffix that is written with its metadata beside it."""
METADATA = "metadata.json"
REMOVED = "SIGKILL: a leftover, which the next run removed"
PACKAGE = f"{os.sep}relations_cli{os.sep}"
OLD = "what was there\n"
EVENTS = 800
"""So many that writing takes as long as starting."""
FEW = 80
"""So many are enough for what is zipped."""


class Kill(Struct, frozen=True):
    """One run: what it writes, what ends it, and when."""

    format: str
    number: signal.Signals
    old: bool
    """Whether a file was there."""
    link: bool
    """Whether the path is a link to it."""
    moment: float
    """As a share of how long such a run lives."""


class Runs:
    """Runs in a folder of their own, and how they ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "out"
        self.temporary = folder / "temporary"
        self.events = {EVENTS: folder / "events.jsonl", FEW: folder / "few.jsonl"}
        for made in (self.folder, self.temporary):
            made.mkdir(parents=True)
        for number, path in self.events.items():
            lines = (f'{{"id": "e{n}", "date": "20{n % 100:02}", "title": "Event {n}"}}\n' for n in range(number))
            path.write_text("".join(lines), encoding="utf-8")
        self.environment = os.environ | {"TMPDIR": str(self.temporary)}
        self.ended: collections.Counter[str] = collections.Counter()
        self.lives: dict[str, float] = {}
        self.whole: dict[str, bytes] = {}
        for name in FORMATS:
            self._finished(self.folder / f"a.{name}")
            self.whole[name] = (self.folder / f"a.{name}").read_bytes()
        self.metadata = (self.folder / METADATA).read_bytes()
        self._empty()

    def command(self, path: Path) -> list[str]:
        """The command line that writes the file."""
        suffix = path.suffix.removeprefix(".")
        events = self.events[FEW if suffix in ("xlsx", "docx") else EVENTS]
        more = ["--datasette"] if suffix == PAIR else []
        return [sys.executable, "-m", "relations_cli", "list", "-f", str(events), "-o", str(path), "--force", *more]

    def fault(self, kill: Kill) -> str:
        """What did not hold of a run; empty where all did."""
        self._empty()
        target = path = self.folder / f"a.{kill.format}"
        if kill.link:
            path = self.folder / f"link.{kill.format}"
            path.symlink_to(target.name)
        if kill.old:
            target.write_text(OLD, encoding="utf-8")
        process = subprocess.Popen(  # noqa: S603 -- our own program
            self.command(path), stderr=subprocess.PIPE, env=self.environment
        )
        time.sleep(kill.moment * self.lives[kill.format])
        writing = any(self.folder.glob("*.part"))
        process.send_signal(kill.number)
        _, said = process.communicate(timeout=60)
        code = process.returncode
        self.ended[f"{kill.number.name}: {self._how(kill, code, said, writing=writing)}"] += 1
        return (
            self._wrong_end(kill, code, said)
            or self._wrong_temporary(kill)
            or self._wrong_pair(kill, target)
            or self._wrong_files(kill, path, target, code)
        )

    def _how(self, kill: Kill, code: int, said: bytes, *, writing: bool) -> str:
        if code == 0:
            return "after the end"
        if said or (code < 0 and kill.number != signal.SIGKILL):
            return "before our first line"
        return "while it wrote" if writing else "before it wrote"

    def _wrong_end(self, kill: Kill, code: int, said: bytes) -> str:
        if said and (kill.number != signal.SIGINT or PACKAGE in said.decode()):
            return f"standard error: {said.decode()}"
        expected = {0, -kill.number} | (set() if kill.number == signal.SIGKILL else {128 + kill.number})
        return "" if said or code in expected else f"code {code}"

    def _wrong_temporary(self, kill: Kill) -> str:
        left = list(self.temporary.iterdir())
        sizes = [one.stat().st_size for one in left]
        for one in left:
            one.unlink()
        if sizes in ([], [0]) and (not sizes or kill.number == signal.SIGKILL):
            return ""
        return f"left where temporary files lie: {', '.join(one.name for one in left)} of {sizes} bytes"

    def _wrong_pair(self, kill: Kill, target: Path) -> str:
        """What is wrong with the metadata, which name the database as its path does."""
        if kill.format != PAIR:
            return ""
        beside = self.folder / METADATA
        said = beside.read_bytes().replace(b'"link"', b'"a"') if beside.exists() else None
        if said not in (None, self.metadata):
            return "half of the metadata"
        is_new = target.exists() and target.read_bytes() == self.whole[PAIR]
        return "a database without its metadata" if is_new and said is None else ""

    def _left(self, path: Path, target: Path) -> set[str]:
        """What is in the folder besides what is meant to be there."""
        meant = {path.name, target.name} | ({METADATA} if target.suffix == f".{PAIR}" else set())
        return {one.name for one in self.folder.iterdir()} - meant

    def _wrong_files(self, kill: Kill, path: Path, target: Path, code: int) -> str:
        content = target.read_bytes() if target.exists() else None
        before = OLD.encode() if kill.old else None
        if content != self.whole[kill.format] and (content != before or code == 0):
            return f"half a file: {len(content or b'')} of {len(self.whole[kill.format])} bytes"
        left = self._left(path, target)
        if len(left) > (kill.number == signal.SIGKILL) * (1 + (kill.format == PAIR)):
            return f"left behind: {', '.join(left)}"
        if kill.link and not path.is_symlink():
            return "the link is none any more"
        if left:
            self.ended[REMOVED] += 1
            self._finished(path)
            left = self._left(path, target)
        return f"left behind by the next run: {', '.join(left)}" if left else ""

    def _finished(self, path: Path) -> None:
        """Let a run live to its end, and note for how long: the machine may have become slower."""
        start = time.perf_counter()
        subprocess.run(self.command(path), check=True, env=self.environment)  # noqa: S603 -- our own program
        self.lives[path.suffix.removeprefix(".")] = time.perf_counter() - start

    def _empty(self) -> None:
        for one in self.folder.iterdir():
            one.unlink()


def kills(number: int, seed: int) -> list[Kill]:
    """So many runs, the same for a seed."""
    choose = random.Random(seed)  # noqa: S311 -- no secret
    return [
        Kill(
            format=choose.choice(FORMATS),
            number=choose.choice(SIGNALS),
            old=choose.random() < 1 / 2,
            link=choose.random() < 1 / 4,
            moment=choose.uniform(choose.choice((0, 1 / 2)), 1.1),
        )
        for _ in range(number)
    ]


def main() -> int:
    """Kill, print what was hit and what did not hold, also where it is ended itself; 1 where something did not."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=12)
    options.add_argument("--jobs", type=int, default=1, help="how many runs at once")
    chosen = options.parse_args()
    for number in SIGNALS[:-1]:  # what the caller ignores, as a shell's background jobs do, our processes would ignore
        signal.signal(number, signal.default_int_handler)
    found: list[tuple[Kill, str]] = []
    ended: collections.Counter[str] = collections.Counter()
    waiting = kills(chosen.kills, chosen.seed)[::-1]

    def work(folder: Path) -> None:
        runs = Runs(folder)
        while waiting:
            kill = waiting.pop()
            wrong = runs.fault(kill)
            found.extend([(kill, wrong)] if wrong else [])
        ended.update(runs.ended)

    with tempfile.TemporaryDirectory() as folder:
        workers = [threading.Thread(target=work, args=(Path(folder, str(job)),)) for job in range(chosen.jobs)]
        for worker in workers:
            worker.start()
        try:
            for worker in workers:
                worker.join()
        except KeyboardInterrupt:
            print("ended early")
            waiting.clear()
            for worker in workers:
                worker.join()
    done = sum(ended.values()) - ended[REMOVED]
    print(f"{done} kills, seed {chosen.seed}: {len(found)} faults")
    for how, count in sorted(ended.items()):
        print(f"{count:6} {how}")
    for kill, wrong in found:
        print(f"{kill}\n    {wrong}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
