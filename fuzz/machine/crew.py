"""Shifts side by side, until all cases are tried or the time is up; what they counted, as one summary."""

import os
import signal
import time
from collections import Counter
from typing import Any

from machine.case import saved
from machine.kinds import case_of
from machine.shift import Plan, Shift

STUCK = 300.0
"""Seconds at one case, its shrinking included, after which a shift is ended by force."""
LENGTH = 200
"""Cases of a shift."""


class Crew:
    """Counts what its shifts tell."""

    def __init__(self, plan: Plan, jobs: int) -> None:
        self.plan = plan
        self.jobs = jobs
        self.kinds: dict[str, dict[str, Any]] = {}
        self.faults: list[dict[str, str]] = []
        self.open: list[Shift] = []
        self.runs = 0
        self.number = 0
        """The first case that no shift has been given."""
        self.rest: list[tuple[int, int]] = []
        """Stretches of cases that a dead shift has left."""

    def work(self, cases: int, *, runs: int = 0, seconds: float = 0, say: bool = True) -> dict[str, Any]:
        """Try cases from number 0 on.

        Args:
            cases: how many at most; 0: no bound.
            runs: runs of the program after which no shift begins; 0: no bound.
            seconds: the same by the clock; 0: no bound.
            say: whether to tell how far it is.

        Returns:
            The summary: seed, cases, runs, seconds, kinds and faults.
        """
        began = told = time.monotonic()
        try:
            while self._call(
                cases, over=bool((runs and self.runs >= runs) or (seconds and time.monotonic() - began >= seconds))
            ):
                self._wait()
                if say and time.monotonic() - told > 30:  # noqa: PLR2004
                    told = time.monotonic()
                    print(f"{self.runs:,} runs, {len(self.faults)} faults, {told - began:.0f} s", flush=True)
        finally:
            self._dismiss()
        return self._summary(time.monotonic() - began)

    def _call(self, cases: int, *, over: bool) -> bool:
        """Begin as many shifts as there is room for; whether any is at work."""
        while len(self.open) < self.jobs and not over and (self.rest or not cases or self.number < cases):
            if not self.rest:
                self.rest.append((self.number, min(self.number + LENGTH, cases or self.number + LENGTH)))
                self.number = self.rest[-1][1]
            self.open.append(Shift(self.plan, *self.rest.pop()))
        return bool(self.open)

    def _dismiss(self) -> None:
        """End what is still at work, where the crew itself is ended."""
        for shift in self.open:
            os.kill(shift.pid, signal.SIGKILL)
            os.waitpid(shift.pid, 0)
            shift.close()

    def _wait(self) -> None:
        """Take what is done."""
        time.sleep(0.02)
        for shift in list(self.open):
            if shift.stuck(STUCK):
                os.kill(shift.pid, signal.SIGKILL)
            pid, status = os.waitpid(shift.pid, os.WNOHANG)
            if not pid:
                continue
            self.open.remove(shift)
            tally = shift.tally()
            if not tally:
                self._bury(shift, status)
            self._count(tally)
            shift.close()

    def _bury(self, shift: Shift, status: int) -> None:
        """A case has killed its process: keep it, and go on around it."""
        number = shift.number
        self.rest += [part for part in ((shift.start, number), (number + 1, shift.stop)) if part[0] < part[1]]
        how = f"by signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else "by itself"
        try:
            case = case_of(self.plan.seed, number, self.plan.only)
        except Exception as error:  # noqa: BLE001 -- a run of an hour outlives a mistake of the machine's
            self._fell(f"the machine cannot make a case: {error!r}", f"{self.plan.seed}/{number}", "")
            return
        path = self.plan.found / f"died-{case.origin.replace('/', '-')}.json"
        path.write_text(saved(case), encoding="utf-8")
        self._fell(f"the process ended {how}", case.origin, path.name)

    def _fell(self, what: str, origin: str, file: str) -> None:
        self.faults.append({"signature": what, "what": what, "origin": origin, "file": file})

    def _count(self, tally: dict[str, Any]) -> None:
        for name, one in tally.get("kinds", {}).items():
            kind = self.kinds.setdefault(name, {"cases": 0, "runs": 0, "codes": {}, "slowest": [0.0, ""]})
            kind["cases"] += one["cases"]
            kind["runs"] += one["runs"]
            kind["codes"] = dict(Counter(kind["codes"]) + Counter(one["codes"]))
            kind["slowest"] = max(kind["slowest"], one["slowest"])
            self.runs += one["runs"]
        self.faults += tally.get("faults", [])

    def _summary(self, seconds: float) -> dict[str, Any]:
        return {
            "machine": "command line",
            "seed": self.plan.seed,
            "cases": sum(one["cases"] for one in self.kinds.values()),
            "runs": self.runs,
            "seconds": round(seconds),
            "kinds": dict(sorted(self.kinds.items())),
            "faults": self.faults,
        }
