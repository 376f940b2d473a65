"""Entries written in a format are read from it: each of them, whatever the encoding, and once more behind gzip."""

import json

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.formats import FORMATS, TABULAR, entries
from machine.scratches import packed
from machine.verdict import Fault

ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16")
"""Those that say themselves what they are."""


def make(chance: Chance) -> Case:
    """A good file of one format."""
    name = chance.choice(TABULAR)
    found = entries(chance)
    encoding = "utf-8" if name.endswith((".ics", ".json", ".jsonl")) else chance.choice(ENCODINGS)
    data = _plain(FORMATS[name](found, chance), name).encode(encoding)
    if chance.one_in(5):
        name, data = f"{name}.gz", packed(data)
    wanted = sorted([entry["date"], entry["title"]] for entry in found)
    return Case(kind="rows", files={name: data}, given={"name": name, "entries": wanted})


def _plain(text: str, name: str) -> str:
    """The calendar without rules: what recurs is more than one event."""
    if name != "a.ics":
        return text
    return "\r\n".join(line for line in text.split("\r\n") if not line.startswith("RRULE"))


def check(case: Case, bench: Bench) -> None:
    """Nothing is lost and nothing is new; a file without entries may be refused."""
    wanted = case.given["entries"]
    run = bench.run(["list", "-f", case.given["name"], "--json", "date,title"])
    found = sorted([row["date"], row["title"]] for row in json.loads(run.text or "[]"))
    if found != wanted and (wanted or run.code == 0):
        lost = [one for one in wanted if one not in found]
        raise Fault(f"{len(wanted)} entries written, {len(found)} read; lost {lost[:2]}: {run.said[:300]}")
