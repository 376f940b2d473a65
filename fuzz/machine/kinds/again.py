"""What is written is read again, with the same answers."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.formats import FORMATS, entries
from machine.seeds import corpus
from machine.verdict import Fault

QUESTIONS = (["list"], ["claims"], ["contested"], ["count", "--by", "publisher"])
EVENTS_ONLY = (["list"],)
TROUBLE = 2


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
    for question in QUESTIONS if written.endswith(".json") else EVENTS_ONLY:
        before, after = bench.rows(*question, "-f", name, "--skip-bad"), bench.rows(*question, "-f", written)
        if _comparable(before, written) != _comparable(after, written):
            raise Fault(f"{question[0]} of what was written is another: {_first(before, after)}")
    _check_valid(name, written, bench)


def _comparable(rows: list[dict[str, object]], written: str) -> list[dict[str, object]]:
    """The rows; of a jsonl without what stands in the vocabulary, which it cannot hold."""
    if written.endswith(".json"):
        return rows
    return [{key: row[key] for key in ("id", "date", "title", "summary", "tags", "type", "places")} for row in rows]


def _first(before: list[dict[str, object]], after: list[dict[str, object]]) -> str:
    for one, other in zip(before, after, strict=False):
        for key in one:
            if one[key] != other.get(key):
                return f"{key}: {str(one[key])[:150]!r} became {str(other.get(key))[:150]!r}"
    return f"{len(before)} rows became {len(after)}"


def _check_valid(name: str, written: str, bench: Bench) -> None:
    if bench.run(["validate", name]).code != TROUBLE:
        run = bench.run(["validate", written])
        if run.code == TROUBLE:
            raise Fault(f"what was written is refused: {run.text[:300]}")
