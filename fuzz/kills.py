"""Runs that write a file and are ended at a random moment: nothing half, nothing left, no traceback.

    python fuzz/kills.py --kills 1000 --seed 12

The moments are spread over the whole life of the process, from its first millisecond to after its end; every second one
lies in its later half, when it writes. What must hold:

- the old file is whole, or the new one; where there was none, there is none or the new one;
- nothing else is left, save one file by SIGKILL, which the next run to the same place removes;
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
import time
from pathlib import Path

from msgspec import Struct

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
FORMATS = ("json", "jsonl", "csv", "tsv", "svg", "yaml", "db")
PACKAGE = f"{os.sep}relations_cli{os.sep}"
OLD = "what was there\n"
EVENTS = 1500
"""So many that writing takes as long as starting."""


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
        self.folder.mkdir()
        self.events = folder / "events.jsonl"
        self.events.write_text(
            "".join(f'{{"id": "e{n}", "date": "20{n % 100:02}", "title": "Event {n}"}}\n' for n in range(EVENTS)),
            encoding="utf-8",
        )
        self.ended: collections.Counter[str] = collections.Counter()
        self.lives: dict[str, float] = {}
        self.whole: dict[str, bytes] = {}
        for name in FORMATS:
            self._finished(self.folder / f"a.{name}")
            self.whole[name] = (self.folder / f"a.{name}").read_bytes()
        self._empty()

    def command(self, path: Path) -> list[str]:
        """The command line that writes the file."""
        return [sys.executable, "-m", "relations_cli", "list", "-f", str(self.events), "-o", str(path), "--force"]

    def fault(self, kill: Kill) -> str:
        """What did not hold of a run; empty where all did."""
        self._empty()
        target = path = self.folder / f"a.{kill.format}"
        if kill.link:
            path = self.folder / f"link.{kill.format}"
            path.symlink_to(target.name)
        if kill.old:
            target.write_text(OLD, encoding="utf-8")
        process = subprocess.Popen(self.command(path), stderr=subprocess.PIPE)  # noqa: S603 -- our own program
        time.sleep(kill.moment * self.lives[kill.format])
        writing = any(self.folder.glob("*.part"))
        process.send_signal(kill.number)
        _, said = process.communicate(timeout=60)
        code = process.returncode
        self.ended[f"{kill.number.name}: {self._how(kill, code, said, writing=writing)}"] += 1
        return self._wrong_end(kill, code, said) or self._wrong_files(kill, path, target, code)

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

    def _wrong_files(self, kill: Kill, path: Path, target: Path, code: int) -> str:
        content = target.read_bytes() if target.exists() else None
        before = OLD.encode() if kill.old else None
        if content != self.whole[kill.format] and (content != before or code == 0):
            return f"half a file: {len(content or b'')} of {len(self.whole[kill.format])} bytes"
        left = {one.name for one in self.folder.iterdir()} - {path.name, target.name}
        if len(left) > (kill.number == signal.SIGKILL):
            return f"left behind: {', '.join(left)}"
        if kill.link and not path.is_symlink():
            return "the link is none any more"
        if left:
            self.ended["SIGKILL: a leftover, which the next run removed"] += 1
            self._finished(path)
            left = {one.name for one in self.folder.iterdir()} - {path.name, target.name}
        return f"left behind by the next run: {', '.join(left)}" if left else ""

    def _finished(self, path: Path) -> None:
        """Let a run live to its end, and note for how long: the machine may have become slower."""
        start = time.perf_counter()
        subprocess.run(self.command(path), check=True)  # noqa: S603 -- our own program
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
    chosen = options.parse_args()
    for number in SIGNALS[:-1]:  # what the caller ignores, as a shell's background jobs do, our processes would ignore
        signal.signal(number, signal.default_int_handler)
    found: list[tuple[Kill, str]] = []
    done = 0
    with tempfile.TemporaryDirectory() as folder:
        runs = Runs(Path(folder))
        try:
            for kill in kills(chosen.kills, chosen.seed):
                wrong = runs.fault(kill)
                found += [(kill, wrong)] if wrong else []
                done += 1
        except KeyboardInterrupt:
            print("ended early")
    print(f"{done} kills, seed {chosen.seed}: {len(found)} faults")
    for how, count in sorted(runs.ended.items()):
        print(f"{count:6} {how}")
    for kill, wrong in found:
        print(f"{kill}\n    {wrong}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
