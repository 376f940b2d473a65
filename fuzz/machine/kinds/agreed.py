"""``validate``, ``list`` and ``count`` say the same of a file: whether it can be read, where not, how many events."""

import re

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.seeds import a_file
from machine.verdict import Fault

TROUBLE = 2


def make(chance: Chance) -> Case:
    """A broken file of any format."""
    name, data = a_file(chance)
    return Case(kind="agreed", files={name: data}, given={"name": name})


def check(case: Case, bench: Bench) -> None:
    """What one refuses the others refuse, at the same line; what ``validate`` passes can be read."""
    name = case.given["name"]
    listed = bench.run(["list", "-f", name, "--json", "id"])
    counted = bench.run(["count", "-f", name])
    validated = bench.run(["validate", name])
    if (listed.code == TROUBLE) != (counted.code == TROUBLE):
        raise Fault(f"list says {listed.code}, count {counted.code}: {(listed.said or counted.said)[:300]}")
    if listed.code == TROUBLE and validated.code != TROUBLE:
        raise Fault(f"list refuses what validate passes: {listed.said[:300]}")
    if listed.code == TROUBLE:
        _check_place(listed.said, validated.text, name)
        return
    number = listed.text.count('"id":')
    if counted.text.strip() != str(number):
        raise Fault(f"list has {number} events, count {counted.text.strip()!r}")


def _check_place(said: str, problems: str, name: str) -> None:
    """Where ``list`` names a line, ``validate`` names the same one, of an error."""
    found = re.match(rf"timeline: {re.escape(name)}:(\d+)", said)
    if found is None:
        return
    lines = [one for one in problems.splitlines() if one.startswith(f"{name}:{found[1]}:") and ": error: " in one]
    if not lines:
        raise Fault(f"list stops at line {found[1]}, where validate sees no error: {said[:200]} / {problems[:300]}")
