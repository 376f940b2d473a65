"""A limit takes from the front, the reverse is the reverse, and fields change no rows."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import chronology
from machine.verdict import Fault


def make(chance: Chance) -> Case:
    """A good chronology and a number."""
    tree = chronology(chance, 10)
    return Case(kind="order", files={"a.json": json.dumps(tree).encode()}, given={"n": str(chance.randrange(8))})


def check(case: Case, bench: Bench) -> None:
    """Compare with the whole list."""
    rows, n = bench.rows("list", "-f", "a.json"), case.given["n"]
    whole = [row["id"] for row in rows]
    if bench.ids("-f", "a.json", "-n", n) != whole[: int(n)]:
        raise Fault(f"-n {n} is not the front of the list")
    dated = [row["id"] for row in rows if row["date"] not in (None, "XXXX")]
    backwards = [one for one in bench.ids("-f", "a.json", "-r") if one in dated]
    if backwards != dated[::-1]:
        raise Fault("-r is not the reverse")
    text = bench.run(["list", "-f", "a.json", "-o", "tsv", "--fields", "id"]).text
    if text.splitlines() != whole:
        raise Fault("tsv has other rows than json")
    if [
        json.loads(line)["id"] for line in bench.run(["list", "-f", "a.json", "-o", "jsonl"]).text.splitlines()
    ] != whole:
        raise Fault("jsonl has other rows than json")
