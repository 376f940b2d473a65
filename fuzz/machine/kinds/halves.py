"""A day parts the dated events: what begins before it and what does not are all of them, each once."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.days import iso, neighbour, some_day
from machine.verdict import Fault


def make(chance: Chance) -> Case:
    """A good chronology and a day."""
    day = some_day(chance)
    given = {"before": iso(neighbour(day, -1)), "day": iso(day)}
    return Case(kind="halves", files={"a.json": json.dumps(chronology(chance, 10)).encode()}, given=given)


def check(case: Case, bench: Bench) -> None:
    """Both halves together are every event that touches any day; with ``--starts`` none is in both."""
    before, day = case.given["before"], case.given["day"]
    dated = bench.ids("-f", "a.json", "--on", "../..") if _takes_everything(bench) else None
    early, late = bench.ids("-f", "a.json", "--until", before), bench.ids("-f", "a.json", "--since", day)
    whole = bench.ids("-f", "a.json")
    if dated is not None and sorted({*early, *late}) != sorted(dated):
        raise Fault(
            f"--until {before} and --since {day} are not all of the dated: {sorted({*early, *late} ^ {*dated})}"
        )
    if not {*early, *late} <= {*whole}:
        raise Fault("a half has events that the whole has not")
    begun = [
        bench.ids("-f", "a.json", "--starts", key, value) for key, value in (("--until", before), ("--since", day))
    ]
    if {*begun[0]} & {*begun[1]}:
        raise Fault(f"with --starts in both halves: {sorted({*begun[0]} & {*begun[1]})}")
    if not ({*begun[0]} <= {*early} and {*begun[1]} <= {*late}):
        raise Fault("what begins in a half does not overlap it")


def _takes_everything(bench: Bench) -> bool:
    """Whether ``../..`` is a date to ask for."""
    return bench.run(["list", "-f", "a.json", "--on", "../..", "--json", "id"]).code != 2  # noqa: PLR2004
