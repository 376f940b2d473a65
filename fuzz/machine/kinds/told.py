"""Each entry of a table or of lines is an event, or a line on standard error says what became of it."""

import json
import re

from machine import hostile
from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.formats import FORMATS, entries
from machine.verdict import Fault

FILES = {"a.csv": 2, "b.csv": 2, "a.tsv": 2, "a.jsonl": 1}
"""Format: the line of the first entry."""
_BREAKS = re.compile("[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029\x00]")


def make(chance: Chance) -> Case:
    """Entries of which some have no date, no title, a date that is none, or are told twice; a line each."""
    found: list[dict[str, str]] = []
    for number, entry in enumerate(entries(chance, 12)):
        broken = entry | {"id": f"e{number}"}
        way = chance.randrange(10)
        if way == 0:
            broken["date"] = hostile.date(chance)
        elif way == 1:
            broken["title"] = hostile.text(chance)
        elif way == 2:  # noqa: PLR2004
            broken["date"] = chance.pick("", "unknown", "n/a")
        elif way == 3 and found:  # noqa: PLR2004
            broken = dict(chance.choice(found)) | {"id": chance.pick(broken["id"], "e0")}
        found.append({key: _BREAKS.sub(" ", value) for key, value in broken.items()})
    name = chance.choice(list(FILES))
    given = {"name": name, "ids": [entry["id"] for entry in found]}
    return Case(kind="told", files={name: FORMATS[name](found, chance).encode("utf-8", "replace")}, given=given)


def check(case: Case, bench: Bench) -> None:
    """Whoever is missing is told of by the line; a file that is refused has lost nothing."""
    name = case.given["name"]
    run = bench.run(["list", "-f", name, "--skip-bad", "--explain", "--json", "id"])
    if run.code == 2:  # noqa: PLR2004
        return
    found = {row["id"] for row in json.loads(run.text or "[]")}
    told = {int(line) for line in re.findall(rf"{re.escape(name)}:([0-9]+)", run.said)}
    for line, one in enumerate(case.given["ids"], start=FILES[name]):
        if one not in found and line not in told:
            raise Fault(f"the entry on line {line} is neither an event nor told of: {run.said[:300]}")
