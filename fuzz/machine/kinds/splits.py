"""A file that is split in two reads as the whole."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.formats import FORMATS, entries
from machine.verdict import Fault

QUESTIONS = (
    ["list"],
    ["claims"],
    ["contested"],
    ["changes", "--since", "2022"],
    ["count", "--by", "year"],
    ["tags"],
    ["actors"],
)


def make(chance: Chance) -> Case:
    """A good file, and the same as two: the first events and the others, or every other one."""
    if chance.one_in(3):
        return _table(chance)
    tree = chronology(chance, 10)
    events = tree["events"]
    at = chance.randrange(len(events) + 1)
    parts = {"1.json": events[:at], "2.json": events[at:]}
    files = {name: json.dumps(tree | {"events": part}).encode() for name, part in parts.items()}
    files["whole.json"] = json.dumps(tree).encode()
    return Case(kind="splits", files=files, given={"whole": "whole.json", "parts": list(parts)})


def _table(chance: Chance) -> Case:
    name = chance.pick("a.csv", "a.tsv", "a.jsonl", "a.yml")
    found = [dict.fromkeys(("summary", "tags", "place", "url"), "") | one for one in entries(chance, 10)]
    at = chance.randrange(len(found) + 1)
    parts = {f"1{name}": found[:at], f"2{name}": found[at:]}
    files = {key: FORMATS[name](part, chance).encode() for key, part in parts.items() if part}
    whole = FORMATS[name](found, chance).encode()
    return Case(kind="splits", files=files | {f"w{name}": whole}, given={"whole": f"w{name}", "parts": list(files)})


def check(case: Case, bench: Bench) -> None:
    """Every question has the same answer."""
    parts = [word for name in case.given["parts"] for word in ("-f", name)]
    if not parts or bench.run(["list", "-f", case.given["whole"]]).code == 2:  # noqa: PLR2004 -- a table without rows
        return
    for question in QUESTIONS:
        whole, merged = bench.told(*question, "-f", case.given["whole"]), bench.told(*question, *parts)
        if whole != merged:
            raise Fault(f"{question[0]} of the parts is not that of the whole: {_first(whole, merged)}")


def _first(whole: list[object], merged: list[object]) -> str:
    pairs = [(one, other) for one, other in zip(whole, merged, strict=False) if one != other]
    return f"{len(whole)} and {len(merged)} rows; {str(pairs[:1])[:300]}"
