"""What was known only grows: a later ``--as-of`` has all that an earlier one had."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.days import iso, some_day
from machine.verdict import Fault


def make(chance: Chance) -> Case:
    """A good chronology and two days."""
    first, last = sorted((some_day(chance), some_day(chance)))
    given = {"days": [iso(first), iso(last)]}
    return Case(kind="days", files={"a.json": json.dumps(chronology(chance, 10)).encode()}, given=given)


def check(case: Case, bench: Bench) -> None:
    """Events, claims and changes of the earlier day are among those of the later, and of today's without end."""
    first, last = case.given["days"]
    ids = [bench.ids("-f", "a.json", *day) for day in (["--as-of", first], ["--as-of", last], [])]
    if not {*ids[0]} <= {*ids[1]} <= {*ids[2]}:
        raise Fault(f"known on {first} and no longer on {last}: {sorted({*ids[0]} - {*ids[1]})}")
    claims = [[_key(row) for row in bench.rows("claims", "-f", "a.json", "--as-of", day)] for day in (first, last)]
    if not {*claims[0]} <= {*claims[1]}:
        raise Fault(f"claimed on {first} and no longer on {last}: {sorted({*claims[0]} - {*claims[1]})[:2]}")
    late = [
        row["date"] for row in bench.rows("claims", "-f", "a.json", "--as-of", first) if (row["date"] or "") > first
    ]
    if late:
        raise Fault(f"as of {first} a claim of {late[0]}")


def _key(row: dict[str, object]) -> str:
    return json.dumps([row[name] for name in ("date", "by", "stance", "about")])
