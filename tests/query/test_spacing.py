"""The days between events: from the last day of the row before in time to the first of the next."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import relations_cli
from program import Inline, Write
from relations_cli.dates.days import day_number
from relations_cli.model.facts import Chronology, Event
from small import ids


def rows(*dates: str | None) -> dict[str, int | None]:
    events = tuple(Event(id=date or "none", date=date, title="T") for date in dates)
    return {hit.event.id: hit.gap for hit in relations_cli.ask("list", Chronology(title="T", events=events))}


@pytest.mark.parametrize(
    ("dates", "gaps"),
    [
        (("2020-01-05", "2020-04-06"), [None, 92]), (("2020-01-05", "2020-01-06"), [None, 1]),
        (("2020-05", "2020-06-03"), [None, 3]), (("2020-05", "2020-05-31"), [None, 0]),
        (("2020", "2021"), [None, 1]), (("-0001-12-31", "0000-01-01", "0001-01-01"), [None, 1, 366]),
        (("2019/..", "2020"), [None, 0]), (("Y-13800000000", "Y-13799999998"), [None, 366]),
        (("../2019", "2020"), [None, 1]), (("2020-05-01", None, "XXXX"), [None, None, None]),
        (("2020", "2020-06", "2021-02"), [None, 0, 216]), ((), []),
    ],
)  # fmt: skip
def test_a_gap_is_from_the_last_day_before_to_the_first(dates: tuple[str | None, ...], gaps: list[int | None]) -> None:
    assert list(rows(*dates).values()) == gaps


@settings(max_examples=50)
@given(st.lists(st.dates(), unique=True))
def test_gaps_of_days_add_up_whatever_the_order_of_the_file(days: list[object]) -> None:
    found = rows(*map(str, days))
    texts = sorted(map(str, days))
    first_and_last = [day_number((int(one[:4]), int(one[5:7]), int(one[8:]))) for one in (texts[:1] + texts[-1:])]

    assert [gap is None for gap in found.values()] == [at == 0 for at in range(len(days))]
    assert sum(gap or 0 for gap in found.values()) == (first_and_last[-1] - first_and_last[0] if days else 0)


LOG = "id,date,title,tags\na,2020-01-01,A,x\nb,2020-01-11,B,y\nc,2020-01-21,C,x\nu,,U,x\n"


def test_a_gap_is_of_the_rows_of_the_answer_in_time_not_as_they_are_shown(write: Write, inline: Inline) -> None:
    path = write("log.csv", LOG)

    def gaps(*args: str) -> dict[str, int | None]:
        return {row["id"]: row["gap"] for row in json.loads(inline(*args, "-f", path, "--json", "id,gap").out)}

    every = {"a": None, "b": 10, "c": 10, "u": None}
    assert gaps("list") == gaps("list", "-r") == gaps("list", "--sort", "title") == every
    assert gaps("list", "-t", "x") == {"a": None, "c": 20, "u": None}
    assert gaps("list", "-n", "2", "-r") == {"c": 10, "b": None}
    assert list(gaps("list", "--sort", "gap", "-r", "-n", "1").values()) == [10]
    assert gaps("list", "--sort", "gap", "-r", "-n", "3") == {"c": 10, "b": 10, "u": None}
    assert gaps("show", "c", "a") == {"c": 20, "a": None}
    assert gaps("search", "c OR a") == {"a": None, "c": 20}
    several = inline("around", "a", "c", "--days", "10", "-f", path, "--json", "id,gap").out
    assert [row["gap"] for row in json.loads(several)] == [None, 10, None, 10]


def test_of_one_day_the_order_of_the_file_holds_however_rows_stand(write: Write, inline: Inline) -> None:
    path = write("log.csv", "id,date,title\na,2020-01-01,C storm\nb,2020-01-11,B storm\nc,2020-01-11,A storm\n")

    for args in (["list"], ["list", "-r"], ["list", "--sort", "title"], ["search", "storm"], ["show", "c", "b", "a"]):
        rows = inline(*args, "-f", path, "--fields", "id,gap").rows
        assert dict(rows) == {"a": "", "b": "10", "c": "0"}


def test_gaps_are_shown_where_they_are_asked_for(write: Write, inline: Inline) -> None:
    path = write("log.csv", LOG)

    assert inline("list", "-f", path, "--gaps", "-n", "2").out == "a\t2020-01-01\tA\tx\t\t\nb\t2020-01-11\tB\ty\t10\t\n"
    assert inline("list", "-f", path, "-n", "2").out == "a\t2020-01-01\tA\tx\t\nb\t2020-01-11\tB\ty\t\n"
    assert inline("list", "-f", path, "--gaps", "-o", "csv").out.splitlines()[0].endswith(",gap")
    assert inline("list", "-f", path, "--fields", "gap").ids == ["", "10", "10", ""]
    assert inline("list", "-f", path, "--template", "{gap:>3}|").ids == ["   |", " 10|", " 10|", "   |"]
    assert [json.loads(one)["gap"] for one in inline("list", "-f", path, "-o", "jsonl").out.splitlines()[:2]] == [
        None,
        10,
    ]
    table = inline("list", "-f", path, "--gaps", "-o", "table").out
    assert [word for line in table.splitlines() for word in line.split() if word in ("GAP", "d")] == ["GAP", "d", "d"]
    assert "GAP" not in inline("list", "-f", path, "-o", "table").out
    assert inline("around", "a", "c", "-f", path, "--gaps", "--days", "10").rows[1][-3:] == ["10", "", "a"]


def test_a_gap_is_worked_out_and_read_from_no_file(write: Write, inline: Inline) -> None:
    path, made = write("log.csv", LOG), write("made.jsonl", "")
    assert inline("list", "-f", path, "-o", made, "--force").code == 0

    assert json.loads(inline("list", "-f", made, "-t", "x", "--json", "gap,extra").out)[1] == {"gap": 20, "extra": {}}


def test_python_has_it_too(small: Chronology) -> None:
    answer = relations_cli.ask("list", small, since="2001")

    assert len(ids(answer)) > 2
    assert [hit.gap is None for hit in answer] == [at == 0 for at in range(len(answer))]
