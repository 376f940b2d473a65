"""The status of each event and proposition is what a model of a few lines makes of the claims."""

import json
from typing import Any

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.days import bounds_of, day_of, iso, some_day
from machine.program import TODAY
from machine.verdict import Fault

STRENGTH = ("denies", "asserts", "corroborates", "confirms")
Row = dict[str, Any]


def make(chance: Chance) -> Case:
    """A good chronology, and a day on which it is asked."""
    tree = chronology(chance, 8, sets=False)
    for proposition in tree["propositions"].values():
        proposition["claims"] += [one | {"date": iso(some_day(chance))} for one in proposition["claims"][:2]]
    given = {"today": chance.pick(TODAY, "2024-02-29")}
    environment = {"TIMELINE_TODAY": given["today"]}
    return Case(kind="ladder", files={"a.json": json.dumps(tree).encode()}, environment=environment, given=given)


def check(case: Case, bench: Bench) -> None:
    """Compare with ``list`` and ``contested``."""
    tree, today = json.loads(case.files["a.json"]), case.given["today"]
    events = {event["id"]: event for event in tree["events"]}
    for row in bench.rows("list", "-f", "a.json"):
        wanted = _of_event(events[row["id"]], row, tree["actors"], today)
        if wanted is not None and (row["status"], sorted(row["denied_by"])) != wanted:
            raise Fault(f"{row['id']} is {row['status']} {row['denied_by']}, should be {wanted}")
    for row in bench.rows("contested", "-f", "a.json"):
        if row["id"] in tree["propositions"]:
            wanted = _standing(_dated(tree["propositions"][row["id"]]["claims"]), tree["actors"], today)
            if (row["status"], sorted(row["denied_by"])) != wanted:
                raise Fault(f"{row['id']} is {row['status']} {row['denied_by']}, should be {wanted}")


def _of_event(event: Row, row: Row, actors: dict[str, Row], today: str) -> tuple[str, list[str]] | None:
    """Status and deniers of an event; None where the model would have to know from when an undated claim counts."""
    claims = event.get("claims", [])
    if any("date" not in claim for claim in claims):
        return None
    status, denied = _standing(claims, actors, today)
    bounds = bounds_of(row)
    return ("planned" if bounds is not None and day_of(today) < bounds[0] else status), denied


def _dated(claims: list[Row]) -> list[Row]:
    """The claims on a proposition; those without a date come before all days."""
    return [{"date": ""} | claim for claim in claims]


def _standing(claims: list[Row], actors: dict[str, Row], today: str) -> tuple[str, list[str]]:
    stand: dict[str, set[str]] = {}
    ordered = sorted(claims, key=lambda claim: (claim["date"], STRENGTH.index(claim["stance"])))
    for claim in ordered:
        if claim["date"] <= today:
            party, stance = _party(claim["by"], actors), claim["stance"]
            stand[party] = {"denies"} if stance == "denies" else {*stand.get(party, ()), stance} - {"denies"}
    taken = set().union(*stand.values())
    denied = sorted(party for party, words in stand.items() if words == {"denies"})
    rungs = (
        ("confirmed", "confirms" in taken),
        ("corroborated", "corroborates" in taken),
        ("disputed", {"asserts", "denies"} <= taken),
        ("alleged", "asserts" in taken),
        ("denied", "denies" in taken),
        ("uncontested", True),
    )
    return next(name for name, holds in rungs if holds), denied


def _party(actor: str, actors: dict[str, Row]) -> str:
    while "parent" in actors[actor]:
        actor = actors[actor]["parent"]
    return actor
