"""Tasks in groups: what to do in one line, titles beside ids, names of actors, the worst first."""

import json
from typing import Any

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from hostile import ran
from program import Write
from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.audit import CHECKS, audit
from relations_cli.readers.loading import load
from relations_cli.screen import Screen
from relations_cli.views.named import view_named
from relations_cli.views.tasks import _TODO
from small import SMALL, asked

TWO = [{"publisher": "P", "url": "https://p.example"}, {"publisher": "Q", "url": "http://q.example"}]


def audited(path: str, *args: str, form: str = "table", width: str = "80", **environment: Any) -> str:
    given = {"TIMELINE_TODAY": "2024-06-15", "TERM": "xterm-256color", "COLUMNS": width} | environment
    return ran("audit", "-f", path, *args, "-o", form, **given).out


def _groups(shown: str) -> dict[str, list[str]]:
    """Check: its heading, and each of its entries on one line."""
    groups: dict[str, list[str]] = {}
    for part in shown.split("\n\n"):
        entries: list[str] = []
        for line in part.splitlines():
            if line.startswith("    "):
                entries[-1] += f" {line.strip()}"
            else:
                entries.append(line.strip())
        groups[entries[0].split(" ")[0]] = entries
    return groups


@pytest.mark.parametrize("args", [["--archive"], ["--archive", "-r"], ["-n", "3"], ["--silence", "3000"]])
@pytest.mark.parametrize("width", ["60", "80", "140", "200"])
def test_each_check_is_a_group_with_its_number_and_all_that_the_rows_say(args: list[str], width: str) -> None:
    rows = json.loads(audited(str(SMALL), *args, form="json"))
    shown = audited(str(SMALL), *args, width=width)
    groups = _groups(shown)

    assert list(groups) == list(dict.fromkeys(row["check"] for row in rows))
    for check, (heading, *entries) in groups.items():
        mine = [row for row in rows if row["check"] == check]
        many = "" if "-n" in args else f" {len(mine)}"
        assert heading == f"{check}{many} — {_TODO[check]}"  # type: ignore[index]
        assert [name for name in dict.fromkeys(row["id"] for row in mine) if f"({name})" not in " ".join(entries)] == []
    assert all(cell_len(line) <= int(width) and line == line.rstrip() for line in shown.splitlines())


def test_what_to_do_is_one_line_on_the_usual_terminal() -> None:
    assert _TODO.keys() == set(CHECKS)
    assert all(len(f"{check} 9,999 — {what}") <= 60 for check, what in _TODO.items())


def test_titles_stand_beside_ids_and_names_for_actors() -> None:
    groups = _groups(audited(str(SMALL), width="200"))

    assert groups["unanswered"][1:] == [
        "More died than were counted (toll-of-dead) — Northland denies, 2001-07-01: no answer since",
        "The old road was Roman (always-said) — The Herald denies, 1995: no answer since",
    ]
    assert groups["silence"][1] == (
        "A ferry starts (ferry-starts) — then 10228 days without an entry, until A survey of the river (survey)"
    )
    assert groups["unsourced-claim"][3] == (
        "The old road was Roman (always-said) fisher asserts: where is that published?"
        " The Herald denies: where is that published?"
    )


def test_an_address_that_is_all_there_is_to_say_has_a_line_of_its_own() -> None:
    sources = (Source(url="https://p.example"), Source(url="http://q.example"))
    known = Chronology(title="T", events=(Event(id="e", date="2020", title="Walls", sources=sources),))
    shown = view_named("tasks", audit(known, asked()))(Screen(terminal=True, width=80, colour=False))

    assert shown.splitlines()[1:3] == ["  Walls (e)", "    http://q.example"]


def test_two_that_may_be_one_are_both_named_and_addresses_stand_alone(write: Write) -> None:
    events = [
        {"id": name, "date": "2020-01-01", "title": title, "sources": TWO}
        for name, title in (("a", "A visit to the capital"), ("b", "The visit to the capital"))
    ]
    shown = audited(write("x.json", json.dumps({"title": "T", "events": events})), "--color", "always")

    assert "A visit to the capital\x1b[38;5;243m (a)\x1b[0m — the same event as b? The visit to the capital" in shown
    assert "\x1b]8;id=1;http://q.example\x1b\\" in shown
    assert "\x1b[1mtwice\x1b[0m 1 — merge the two, or tell them apart\n" in shown


def test_a_check_is_one_group_in_whatever_order_its_tasks_stand() -> None:
    answer = audit(load(str(SMALL)), asked())
    mixed = replace(answer, rows=tuple(sorted(answer.rows, key=lambda task: task.id)))
    shown = view_named("tasks", mixed)(Screen(terminal=True, width=80, colour=False))

    assert sorted(_groups(shown)) == sorted({task.check for task in answer})
    assert len(shown.split("\n\n")) == len({task.check for task in answer})


def test_nothing_to_do_is_nothing(write: Write) -> None:
    assert audited(write("x.json", '{"title": "T", "events": []}')) == ""
