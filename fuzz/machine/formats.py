"""Entries written in every format that is read: what a program or a person might have made of them."""

import csv
import io
import json
from collections.abc import Callable
from html import escape
from typing import Any

from machine import hostile
from machine.chance import Chance
from machine.chronologies import WORDS
from machine.days import iso, some_day
from machine.drawn import markwhen, mermaid
from machine.posted import atom, eml, mbox, rss

Entry = dict[str, str]
"""date, title, and perhaps summary, tags, place, url: texts."""


def entries(chance: Chance, most: int = 8, *, hostile_in: int = 0) -> list[Entry]:
    """Entries that differ in date and title."""
    made = []
    for number in range(chance.few(most)):
        title = " ".join(chance.choice(WORDS) for _ in range(1 + chance.few(4)))
        if hostile_in and chance.one_in(hostile_in):
            title = hostile.text(chance)
        date = hostile.date(chance) if hostile_in and chance.one_in(hostile_in) else iso(some_day(chance))
        entry = {"date": date, "title": f"{title} {number}"}
        extra = {"summary": "It is said so.", "tags": "oil;works", "place": "Oster Bay", "url": "https://example.org/x"}
        made.append(entry | dict(chance.some(list(extra.items()), 4)))
    return made


def a_few(chance: Chance) -> list[Entry]:
    """A few entries, of which some may hurt; seldom none."""
    hostile_in = chance.choice((0, 0, 4, 20))
    return entries(chance, 3, hostile_in=hostile_in) or entries(chance, 3, hostile_in=hostile_in)


def _table(mark: str) -> Callable[[list[Entry], Chance], str]:
    def write(found: list[Entry], _chance: Chance) -> str:
        columns = list(dict.fromkeys(key for entry in found for key in entry)) or ["date", "title"]
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, delimiter=mark, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
        return out.getvalue()

    return write


def _json(found: list[Entry], chance: Chance) -> str:
    renamed = [
        {chance.pick("when", "date", "Date") if key == "date" else key: value for key, value in one.items()}
        for one in found
    ]
    return json.dumps(
        chance.pick(renamed, {"items": renamed}, {"timeline": renamed, "name": "x"}, {"data": {"events": renamed}})
    )


def _timelinejs(found: list[Entry], _chance: Chance) -> str:
    events = []
    for entry in found:
        year, *rest = entry["date"].split("-")
        start = {"year": year} | dict(zip(("month", "day"), rest, strict=False))
        events.append({"start_date": start, "text": {"headline": entry["title"], "text": entry.get("summary", "")}})
    return json.dumps({"events": events})


def _jsonl(found: list[Entry], _chance: Chance) -> str:
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in found)


def _yaml(found: list[Entry], _chance: Chance) -> str:
    return "".join(
        "- " + "\n  ".join(f"{key}: {json.dumps(value)}" for key, value in entry.items()) + "\n" for entry in found
    )


def _front(found: list[Entry], chance: Chance) -> str:
    entry: dict[str, Any] = dict(found[0]) if found else {"title": "none"}
    if chance.one_in(2):
        return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in entry.items()) + "---\nText.\n"
    return "+++\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in entry.items()) + "+++\nText.\n"


def _ics(found: list[Entry], chance: Chance) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//machine//"]
    for number, entry in enumerate(found):
        title = entry["title"].replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
        lines += ["BEGIN:VEVENT", f"UID:{number}", f"DTSTART;VALUE=DATE:{entry['date'].replace('-', '')}"]
        lines += [f"SUMMARY:{title}"]
        if chance.one_in(6):
            lines.append(rule(chance))
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def rule(chance: Chance) -> str:
    """A rule by which an event recurs, or should not."""
    parts = [f"FREQ={chance.pick('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'SECONDLY', 'HOURLY', 'X')}"]
    choices = (
        "INTERVAL=0", "INTERVAL=2", "INTERVAL=-1", "COUNT=3", "COUNT=10000", "COUNT=-1", "UNTIL=20300101", "UNTIL=x",
        "BYMONTH=2;BYMONTHDAY=31", "BYMONTHDAY=-1", "BYDAY=MO,5TU", "BYDAY=XX", "BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,1,2",
        "BYSETPOS=1", "BYWEEKNO=53", "BYYEARDAY=366", "WKST=SU",
    )  # fmt: skip
    return "RRULE:" + ";".join([*parts, *chance.some(choices)])


def _list(found: list[Entry], chance: Chance) -> str:
    mark = chance.pick("- ", "* ", "## ", "")
    gap = chance.pick("\n", "\n\n") if mark else "\n\n"
    told = [f"{mark}{entry['date']}{chance.pick(': ', ' - ', ' – ')}{entry['title']}." for entry in found]
    return "# A chronology\n\n" + gap.join(told) + "\n"


def _text(found: list[Entry], _chance: Chance) -> str:
    return "A chronology\n\n" + "".join(f"{entry['date']} - {entry['title']} was seen.\n\n" for entry in found)


def _html(found: list[Entry], chance: Chance) -> str:
    tag = chance.pick("p", "li", "h3")
    told = "\n".join(f"<{tag}>{escape(one['date'])}: {escape(one['title'])} was seen.</{tag}>" for one in found)
    return f"<!doctype html><title>A chronology</title><body><article>\n{told}\n</article></body>"


FORMATS: dict[str, Callable[[list[Entry], Chance], str]] = {
    "a.json": _json,
    "js.json": _timelinejs,
    "a.jsonl": _jsonl,
    "a.csv": _table(","),
    "b.csv": _table(";"),
    "a.tsv": _table("\t"),
    "a.psv": _table("|"),
    "a.yml": _yaml,
    "page.md": _front,
    "a.ics": _ics,
    "list.md": _list,
    "a.txt": _text,
    "a.html": _html,
    "a.mmd": mermaid,
    "a.mw": markwhen,
    "a.rss": rss,
    "a.atom": atom,
    "a.eml": eml,
    "a.mbox": mbox,
}
"""File name: what writes entries as such a file."""
TABULAR = ("a.json", "js.json", "a.jsonl", "a.csv", "b.csv", "a.tsv", "a.psv", "a.yml", "a.ics")
"""Those in which each entry is surely an event, whatever its words are."""
