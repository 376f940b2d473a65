"""``validate``, ``list`` and ``count`` say the same of a file: whether it can be read, where not, how many events."""

import re

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.seeds import a_file
from machine.verdict import Fault

TROUBLE = 2
MEANING = re.compile(
    "is never used|there is no (?:event|proposition|type|tag|actor|measure) '|nobody claims|no event bears on"
    "|has no text"
    "|is no http or https address|a (?:title|quote) of [0-9]+ characters|a quote without a source"
    "|is no language tag|form a circle|related to itself"
    "|is the source of no event|a source needs a"
)
"""Problems of meaning, which are ``validate``'s alone."""


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
    check_problems(validated.text)
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


def check_problems(problems: str) -> None:
    """What ``list`` has read, ``validate`` finds no more than questionable."""
    for problem in problems.splitlines():
        if ": error: " in problem and not MEANING.search(problem):
            raise Fault(f"validate refuses what list passes: {problem[:300]}")
