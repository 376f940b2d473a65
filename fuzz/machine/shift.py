"""A stretch of cases in a process of its own, which may die of one without taking the others along."""

import contextlib
import hashlib
import json
import mmap
import os
import resource
import signal
import struct
import time
import traceback
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from machine.bench import Bench
from machine.case import Case, saved
from machine.kinds import case_of
from machine.shrinking import shrunk
from machine.tried import fault_in, signature

MEMORY = 3 * 2**30
"""Bytes of address space; more is a fault."""
SAME = 2
"""How many cases of one fault are kept."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What all shifts of a run have in common."""

    seed: str
    only: str = ""
    found: Path
    """The folder for what falls."""
    shrink: bool = True


class Shift:
    """The cases from one number to another, tried by a child process."""

    def __init__(self, plan: Plan, start: int, stop: int) -> None:
        self.plan = plan
        self.start = start
        self.stop = stop
        self.began = time.monotonic()
        self.moved = (0, self.began)
        self.progress = mmap.mmap(-1, 16)
        """The number of the case that is tried, and whether it is being shrunk."""
        self.bench = Bench()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                self._work()
            except BaseException:  # noqa: BLE001 -- the machine's own: told here, since the parent sees a number only
                traceback.print_exc()
                os._exit(1)
            os._exit(0)

    def _work(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the crew's to hear, which ends its shifts
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        tally: dict[str, Any] = {"kinds": {}, "faults": []}
        for number in range(self.start, self.stop):
            self.progress[:8] = struct.pack("q", number)
            self._one(number, tally)
        Path(self.bench.root, "tally.json").write_text(json.dumps(tally), encoding="utf-8")

    def _one(self, number: int, tally: dict[str, Any]) -> None:
        bench = self.bench
        bench.codes, bench.slowest = Counter(), 0.0
        case = case_of(self.plan.seed, number, self.plan.only)
        fault = fault_in(case, bench)
        kind = tally["kinds"].setdefault(case.kind, {"cases": 0, "runs": 0, "codes": {}, "slowest": [0.0, ""]})
        kind["cases"] += 1
        kind["runs"] += bench.codes.total()
        kind["codes"] = dict(Counter(kind["codes"]) + bench.codes)
        kind["slowest"] = max(kind["slowest"], [round(bench.slowest, 2), case.origin])
        if not fault:
            return
        file = self._keep(case, fault)
        name = signature(case.kind, fault)
        tally["faults"].append({"signature": name, "what": fault[:500], "origin": case.origin, "file": file})

    def _keep(self, case: Case, fault: str) -> str:
        """Write the case, made small, unless its like is there; the name of its file."""
        code = hashlib.sha256(signature(case.kind, fault).encode()).hexdigest()[:8]
        for name in (f"{case.kind}-{code}-{number}.json" for number in range(SAME)):
            path = self.plan.found / name
            if not path.exists():
                path.touch()  # before it is made small, which takes a while: another shift may fall over the same
                small = shrunk(case, fault, self.bench) if self.plan.shrink else replace(case, found=fault)
                path.write_text(saved(small), encoding="utf-8")
                return name
        return name

    @property
    def number(self) -> int:
        """The case that is being tried."""
        current: int = struct.unpack("q", self.progress[:8])[0]
        return max(self.start, current)

    def stuck(self, seconds: float) -> bool:
        """Whether it has been at the same case for so long."""
        now = time.monotonic()
        if self.number != self.moved[0]:
            self.moved = (self.number, now)
        return now - self.moved[1] > seconds

    def tally(self) -> dict[str, Any]:
        """What it counted; empty where it died."""
        try:
            counted: dict[str, Any] = json.loads(Path(self.bench.root, "tally.json").read_text(encoding="utf-8"))
        except OSError:
            return {}
        return counted

    def close(self) -> None:
        """Take its folder away."""
        self.bench.close()
