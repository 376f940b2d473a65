"""What the filters find is what a model of a few lines finds in the whole list."""

import json
import re
from typing import Any

from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.chronologies import Tree, chronology
from machine.days import AFTER_ALL, BEFORE_ALL, Day, bounds_of, iso, some_day, span_of
from machine.values import STATUSES
from machine.verdict import Fault

Row = dict[str, Any]


def make(chance: Chance) -> Case:
    """A good chronology, and one to three filters."""
    tree = chronology(chance, 30, sets=False)
    named = re.findall(r"\b\d{4}-\d\d-\d\d\b", json.dumps([event["date"] for event in tree["events"]]))
    day = chance.pick(iso(some_day(chance)), *named)
    choices = {
        "--since": chance.pick(day, day[:7], day[:4]),
        "--until": chance.pick(day, day[:7], day[:4]),
        "--on": chance.pick(day, day[:7], day[:4]),
        "--year": chance.pick(day[:4], f"{day[:4]},2024"),
        "--anniversary": chance.pick(day[5:7], day[5:]),
        "--tag": ",".join(chance.some(list(tree["tags"])) or ["oil"]),
        "--not-tag": ",".join(chance.some(list(tree["tags"])) or ["works"]),
        "--actor": chance.choice(list(tree["actors"])),
        "--type": chance.choice(list(tree["types"])),
        "--place": _place(tree, chance),
        "--language": _language(tree, chance),
        "--status": ",".join(chance.some(STATUSES) or ["alleged"]),
        "--about": ",".join(chance.some(list(tree.get("propositions", ())))),
        "--landmarks": "",
        "--starts": "",
    }
    asked = dict(
        chance.some([(key, value) for key, value in choices.items() if value or key in ("--landmarks", "--starts")], 4)
    )
    if "--starts" in asked and chance.one_in(2):  # it says nothing without a date, and little beside other filters
        asked = {"--since": day, "--starts": ""}
    if "--since" in asked and "--until" in asked and span_of(asked["--since"])[0] > span_of(asked["--until"])[1]:
        del asked["--since"]
    if chance.one_in(4):  # of what is asked seldom, one besides
        asked |= _seldom(tree, chance)
    return Case(kind="filters", files={"a.json": json.dumps(tree).encode()}, given={"asked": asked})


def _seldom(tree: Tree, chance: Chance) -> dict[str, str]:
    choices = {
        "--not-type": chance.choice(list(tree["types"])),
        "--not-place": _place(tree, chance),
        "--not-actor": chance.choice(list(tree["actors"])),
        "--kind": ",".join(chance.some(["press", "official", "archive"]) or ["press"]),
        "--sources": chance.pick("0", "1", "2"),
    }
    key, value = chance.choice([(key, value) for key, value in choices.items() if value])
    return {key: value}


def _place(tree: Tree, chance: Chance) -> str:
    places = sorted({place for event in tree["events"] for place in event.get("places", ())})
    return chance.choice(places) if places else ""


def _language(tree: Tree, chance: Chance) -> str:
    """One or two languages of sources, or what they begin with."""
    told = sorted(
        {one["language"] for event in tree["events"] for one in event.get("sources", ()) if "language" in one}
    )
    return ",".join(one[: chance.pick(2, None)] for one in chance.some(told, 2))


def check(case: Case, bench: Bench) -> None:
    """The program's answer is the model's."""
    asked: dict[str, str] = case.given["asked"]
    rows = bench.rows("list", "-f", "a.json")
    tree = json.loads(case.files["a.json"])
    wanted = [row["id"] for row in rows if _passes(row, asked, tree["actors"])]
    line = [word for key, value in asked.items() for word in ([key, value] if value else [key])]
    found = bench.ids("-f", "a.json", *line)
    if found != wanted:
        raise Fault(f"{' '.join(line)}: found {found}, should be {wanted}")


def _passes(row: Row, asked: dict[str, str], actors: dict[str, Row]) -> bool:
    names = {key: value.split(",") for key, value in asked.items()}
    checks = [
        not row["landmark"] if "--landmarks" in asked else False,
        "--tag" in asked and not set(names["--tag"]) & set(row["tags"]),
        "--not-tag" in asked and bool(set(names["--not-tag"]) & set(row["tags"])),
        "--type" in asked and row["type"] not in names["--type"],
        "--place" in asked and asked["--place"] not in row["places"],
        "--not-type" in asked and row["type"] in names["--not-type"],
        "--not-place" in asked and asked["--not-place"] in row["places"],
        "--not-actor" in asked and any(_speaks_for(one, asked["--not-actor"], actors) for one in row["actors"]),
        "--kind" in asked and not {one.get("kind") for one in row["sources"]} & set(names["--kind"]),
        "--sources" in asked and len(row["sources"]) < int(asked["--sources"]),
        "--language" in asked and not any(_is_told_in(row, one) for one in names["--language"]),
        "--actor" in asked and not any(_speaks_for(one, asked["--actor"], actors) for one in row["actors"]),
        "--status" in asked and row["status"] not in names["--status"],
        "--about" in asked and not {one["id"] for one in row["propositions"]} & set(names["--about"]),
    ]
    return not any(checks) and _dates_pass(row, asked)


def _is_told_in(row: Row, wanted: str) -> bool:
    told = [source.get("language", "").lower().split("-") for source in row["sources"]]
    parts = wanted.lower().split("-")
    return any(one[: len(parts)] == parts for one in told)


def _speaks_for(one: str, whom: str, actors: dict[str, Row]) -> bool:
    while one != whom:
        if "parent" not in actors[one]:
            return False
        one = actors[one]["parent"]
    return True


def _dates_pass(row: Row, asked: dict[str, str]) -> bool:
    groups = _groups(asked)
    bounds = bounds_of(row)
    if bounds is None:
        return not groups and "--anniversary" not in asked
    first, last = bounds
    if "--starts" in asked:
        last = first
        if first == BEFORE_ALL and groups:
            return False
    meets = all(any(first <= end and start <= last for start, end in group) for group in groups)
    return meets and ("--anniversary" not in asked or _begins(row, asked["--anniversary"]))


def _groups(asked: dict[str, str]) -> list[list[tuple[Day, Day]]]:
    """For each question of the dates, the spans of which the event meets one."""
    groups = []
    if "--since" in asked or "--until" in asked:
        first = span_of(asked["--since"])[0] if "--since" in asked else BEFORE_ALL
        groups.append([(first, span_of(asked["--until"])[1] if "--until" in asked else AFTER_ALL)])
    groups += [[span_of(one) for one in asked[key].split(",")] for key in ("--on", "--year") if key in asked]
    return groups


def _begins(row: Row, wanted: str) -> bool:
    """Whether it surely begins in that month, or on that day: what is a year or a season begins in none."""
    start = str(row["date"]).partition("/")[0].strip("?~%").split("-")
    return row["lower_kind"] == "day" and start[1 : 2 + wanted.count("-")] == wanted.split("-")
