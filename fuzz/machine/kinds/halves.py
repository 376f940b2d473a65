"""A day parts the dated events: what begins before it and what does not are all of them, each once."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.days import iso, neighbour, some_day
from machine.verdict import Fault

NO_DAY = (None, "XXXX")
"""Dates that no filter can place."""


def make(chance: Chance) -> Case:
    """A good chronology and a day."""
    day = some_day(chance)
    given = {"before": iso(neighbour(day, -1)), "day": iso(day)}
    return Case(kind="halves", files={"a.json": json.dumps(chronology(chance, 10)).encode()}, given=given)


def check(case: Case, bench: Bench) -> None:
    """Both halves together are every event that touches any day; with ``--starts`` none is in both."""
    before, day = case.given["before"], case.given["day"]
    rows = bench.rows("list", "-f", "a.json")
    early, late = bench.ids("-f", "a.json", "--until", before), bench.ids("-f", "a.json", "--since", day)
    dated = {row["id"] for row in rows if row["date"] not in NO_DAY}
    if dated != {*early, *late}:
        raise Fault(f"--until {before} and --since {day} are not all of the dated: {sorted(dated ^ {*early, *late})}")
    begun = [
        bench.ids("-f", "a.json", "--starts", key, value) for key, value in (("--until", before), ("--since", day))
    ]
    if {*begun[0]} & {*begun[1]}:
        raise Fault(f"with --starts in both halves: {sorted({*begun[0]} & {*begun[1]})}")
    if not ({*begun[0]} <= {*early} and {*begun[1]} <= {*late}):
        raise Fault("what begins in a half does not overlap it")
