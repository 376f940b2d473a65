"""What is written is read again, with the same answers."""

import json
from typing import Any

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.formats import FORMATS, entries
from machine.kinds.agreed import TROUBLE, check_problems
from machine.seeds import corpus
from machine.verdict import Fault

QUESTIONS = (
    ["claims"],
    ["contested"],
    ["changes", "--since", "0001"],
    ["figures"],
    ["count", "--by", "publisher"],
    ["tags"],
    ["actors"],
)
"""Questions besides the list itself."""
Row = dict[str, Any]


def make(chance: Chance) -> Case:
    """A file that can be read: ours with hostile texts, one of another format, or one of the tests."""
    suffix = chance.pick(".json", ".json", ".jsonl")
    way = chance.randrange(3)
    if way == 0:
        name, data = "a.json", json.dumps(chronology(chance, hostile_in=chance.choice((0, 3, 8)))).encode()
    elif way == 1:
        name = chance.choice(list(FORMATS))
        data = FORMATS[name](entries(chance, hostile_in=chance.choice((0, 4))), chance).encode("utf-8", "replace")
    else:
        name, data = chance.choice(corpus())
    return Case(kind="again", files={name: data}, given={"name": name, "written": f"written{suffix}"})


def check(case: Case, bench: Bench) -> None:
    """The file that ``-o`` writes answers as the one that it was made of."""
    name, written = case.given["name"], case.given["written"]
    run = bench.run(["list", "-f", name, "-o", written, "--skip-bad"])
    if run.code != 0:
        return
    before, after = (bench.told("list", *source) for source in (["-f", name, "--skip-bad"], ["-f", written]))
    _compare("list", before, after)
    _check_questions(name, written, bench)
    _check_valid(name, written, bench)


def _check_questions(name: str, written: str, bench: Bench) -> None:
    """Other questions; rows of one day stand in the order of the file, which is another."""
    for question in QUESTIONS:
        before, after = (
            sorted(bench.told(*question, *source), key=json.dumps)
            for source in (["-f", name, "--skip-bad"], ["-f", written])
        )
        _compare(question[0], before, after)


def _compare(question: str, before: list[Row], after: list[Row]) -> None:
    if before != after:
        raise Fault(f"{question} of what was written is another: {_first(before, after)}")


def _first(before: list[Row], after: list[Row]) -> str:
    for one, other in zip(before, after, strict=False):
        for key in one:
            if one[key] != other.get(key):
                return f"{key}: {str(one[key])[:150]!r} became {str(other.get(key))[:150]!r}"
    return f"{len(before)} rows became {len(after)}"


def _check_valid(name: str, written: str, bench: Bench) -> None:
    """What is written has a form that is right; what an editor should do, such as to shorten a title, is another's."""
    if bench.run(["validate", name]).code != TROUBLE:
        check_problems(bench.run(["validate", written]).text)
