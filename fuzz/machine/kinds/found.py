"""A search finds the events in whose title a word stands, and nothing that the list has not."""

import json
import re

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import WORDS, chronology
from machine.verdict import Fault

_PLAIN = [word for word in WORDS if word.isascii()]


def make(chance: Chance) -> Case:
    """A good chronology and a word."""
    tree = chronology(chance, 10)
    return Case(kind="found", files={"a.json": json.dumps(tree).encode()}, given={"word": chance.choice(_PLAIN)})


def check(case: Case, bench: Bench) -> None:
    """In the title means in the title; anywhere is at least that."""
    word = case.given["word"]
    rows = bench.rows("list", "-f", "a.json")
    wanted = {row["id"] for row in rows if word in re.findall(r"\w+", row["title"].lower())}
    in_title = {row["id"] for row in bench.rows("search", "-f", "a.json", f"title:{word}")}
    anywhere = {row["id"] for row in bench.rows("search", "-f", "a.json", word)}
    if in_title != wanted:
        raise Fault(f"title:{word} finds {sorted(in_title)}, should find {sorted(wanted)}")
    if not wanted <= anywhere <= {row["id"] for row in rows}:
        raise Fault(f"{word} misses {sorted(wanted - anywhere)}")
