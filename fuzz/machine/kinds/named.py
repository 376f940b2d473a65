"""A name parts the events: with it, without it; the statuses do as well; and ``count`` counts what ``list`` lists."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.values import STATUSES
from machine.verdict import Fault


def make(chance: Chance) -> Case:
    """A good chronology, a tag and a facet."""
    tree = chronology(chance, 10)
    given = {"tag": chance.choice(list(tree["tags"])), "facet": chance.pick("tag", "type", "place", "actor")}
    return Case(kind="named", files={"a.json": json.dumps(tree).encode()}, given=given)


def check(case: Case, bench: Bench) -> None:
    """With and without a tag is everything, once; each status is a subset, all of them are everything."""
    whole, tag = bench.ids("-f", "a.json"), case.given["tag"]
    having, lacking = bench.ids("-f", "a.json", "--tag", tag), bench.ids("-f", "a.json", "--not-tag", tag)
    if sorted([*having, *lacking]) != sorted(whole):
        raise Fault(f"with and without {tag} are not everything, once")
    if bench.ids("-f", "a.json", "--status", ",".join(STATUSES)) != whole:
        raise Fault("the events of all statuses are not everything")
    _check_counts(case.given["facet"], bench)


def _check_counts(facet: str, bench: Bench) -> None:
    """Each count by a facet is the length of the list with that filter."""
    option = f"--{facet}"
    for row in bench.rows("count", "-f", "a.json", "--by", facet):
        value = row["value"]
        if value is None or (facet != "place" and "," in value):
            continue
        found = bench.rows("list", "-f", "a.json", f"{option}={value}")
        exact = [one for one in found if value in (one["type"], *one["tags"], *one["actors"], *one["places"])]
        if len(exact) != row["n"]:
            raise Fault(f"count says {row['n']} for {facet} {value}, list has {len(exact)}")
