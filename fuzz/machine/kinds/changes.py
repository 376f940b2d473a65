"""A file does not differ from itself, and what was added one way was removed the other way."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.verdict import Fault


def make(chance: Chance) -> Case:
    """A good chronology, and the same with some events left out, changed or new."""
    tree, other = chronology(chance, 8), chronology(chance, 3)
    kept = [
        event | ({"title": f"{event['title']} again"} if chance.one_in(3) else {})
        for event in tree["events"]
        if not chance.one_in(4)
    ]
    taken = {event["id"] for event in tree["events"]}
    new = [
        event | {"related": [], "propositions": [], "claims": []}
        for event in other["events"]
        if event["id"] not in taken
    ]
    files = {"old.json": json.dumps(tree).encode(), "new.json": json.dumps(tree | {"events": [*kept, *new]}).encode()}
    return Case(kind="changes", files=files)


def check(case: Case, bench: Bench) -> None:
    """Same, forth and back."""
    for name in case.files:
        same = bench.run(["diff", name, name])
        if same.code != 0 or same.out:
            raise Fault(f"{name} differs from itself: {same.text[:200]}")
    events = [json.loads(data)["events"] for data in case.files.values()]
    differ = int(events[0] != events[1])
    if bench.run(["diff", *case.files]).code != differ:
        raise Fault("the files differ, and diff does not see it" if differ else "the files do not differ")
    forth, back = bench.rows("diff", "old.json", "new.json"), bench.rows("diff", "new.json", "old.json")
    for one, other in (("added", "removed"), ("removed", "added")):
        if _of(forth, one) != _of(back, other):
            raise Fault(f"{one} forth is not {other} back: {_of(forth, one)} / {_of(back, other)}")
    if {*_of(forth, "added")} & {*_of(forth, "removed")}:
        raise Fault("added and removed")


def _of(rows: list[dict[str, str]], kind: str) -> list[str]:
    return sorted(row["id"] for row in rows if row["kind"] == kind)
