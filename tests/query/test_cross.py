"""Counts by two facets: pairs in a pipe, rows by columns in csv, totals of distinct events, nothing dropped."""

import json
from collections import Counter
from collections.abc import Callable
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program import Inline
from relations_cli.model.facts import Chronology, Event
from relations_cli.query.count import count
from relations_cli.query.cross import CrossTable
from relations_cli.query.facets import FACETS
from small import asked, refused, told

Write = Callable[[str, str | bytes], str]

CROSS = """\
date,title,tags
2020-01-01,A,walls
2020-02-01,B,walls;ice
2020-03-01,C,ferries
2022-01-01,D,walls
2022-02-01,E,ferries
2022-03-01,F,ferries
"""


def crossed(chronology: Chronology, by: str, *, spread: bool = False, **question: Any) -> CrossTable:
    answer = count(chronology, asked(**question), by=by, spread=spread)
    assert isinstance(answer, CrossTable)
    return answer


def event(name: str, date: str | None, *tags: str) -> Event:
    return Event(id=name, date=date, title="T", tags=tags)


def test_in_a_pipe_a_row_is_a_pair_and_none_is_of_nought(inline: Inline, write: Write) -> None:
    path = write("cross.csv", CROSS)
    done = inline("count", "-f", path, "--by", "year", "--by", "tag")

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "2020\tferries\t1", "2020\twalls\t2", "2020\tice\t1", "2022\tferries\t2", "2022\twalls\t1",
    ]  # fmt: skip
    for way in (["--by", "year,tag"], ["--by", "YEAR, tag"], ["--by=year", "--by=Tag"]):
        assert inline("count", "-f", path, *way).out == done.out
    rows = json.loads(inline("count", "-f", path, "--by", "year,tag", "-o", "json").out)
    assert rows[0] == {"value": "2020", "value2": "ferries", "n": 1}
    assert len(rows) == 5


def test_csv_is_rows_by_columns_with_noughts_and_without_totals(inline: Inline, write: Write) -> None:
    path = write("cross.csv", CROSS)

    assert inline("count", "-f", path, "--by", "year,tag", "-o", "csv").out == (
        "year,ferries,walls,ice\r\n2020,1,2,1\r\n2021,0,0,0\r\n2022,2,1,0\r\n"
    )
    assert inline("count", "-f", path, "--by", "tag,year", "-o", "csv").out == (
        "tag,2020,2021,2022\r\nferries,1,0,2\r\nwalls,2,0,1\r\nice,1,0,0\r\n"
    )
    assert inline("count", "-f", path, "--by", "tag,year", "-o", "csv", "--fields", "n,value", "-n", "1").out == (
        "n,value\r\n1,ferries\r\n"
    )


def test_limit_and_reverse_are_those_of_the_rows_that_are_written(inline: Inline, write: Write) -> None:
    path = write("cross.csv", CROSS)
    last = ["-f", path, "--by", "year,tag", "-r", "-n", "2"]

    assert inline("count", *last).out == "2022\twalls\t1\n2022\tferries\t2\n"
    assert inline("count", *last, "-o", "csv").out == "year,ferries,walls,ice\r\n2022,2,1,0\r\n2021,0,0,0\r\n"


def test_a_table_of_nothing_has_no_rows(inline: Inline, write: Write) -> None:
    nothing = inline("count", "-f", write("none.csv", "date,title\n"), "--by", "year,tag", "-o", "csv")
    undated = inline("count", "-f", write("undated.csv", "date,title,tags\n,A,x\n,B,y\n"), "--by", "year,tag")

    assert (nothing.code, nothing.out) == (1, "year\r\n")
    assert (undated.code, undated.out) == (1, "")
    assert "count: 2 of 2 events have no year" in undated.err


def test_what_would_be_a_formula_is_none_as_heading_either(inline: Inline, write: Write) -> None:
    path = write("a.csv", "date,title,tags\n2020,A,=cmd()\n")

    assert inline("count", "-f", path, "--by", "year,tag", "-o", "csv").out == "year,'=cmd()\r\n2020,1\r\n"


def test_a_table_with_too_many_cells_is_refused_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    many = Chronology(title="T", events=tuple(event(str(n), f"{2000 + n}", f"t{n}") for n in range(5)))
    table = crossed(many, "year,tag")

    assert len(table.rows) == 5
    monkeypatch.setattr("relations_cli.query.cross.MOST_CELLS", 25)
    assert len(list((table.table.across or list)(table))) == 6
    monkeypatch.setattr("relations_cli.query.cross.MOST_CELLS", 24)
    with refused("would be a table of 5 by 5: output tsv has the pairs that there are", parameter="output"):
        list((table.table.across or list)(table))


def test_events_with_very_many_pairs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relations_cli.query.facets.PERIODS", 900)
    names = tuple(f"n{n}" for n in range(40))
    one = Event(id="e", date="2020", title="T", tags=names, places=names)

    says = "the events have more than 900 pairs of tag and place: ask for fewer, with since and until"
    with refused(says, parameter="by"):
        crossed(Chronology(title="T", events=(one,)), "tag,place")
    assert len(crossed(Chronology(title="T", events=(one,)), "tag,year")) == 40
    long = Chronology(title="T", events=(event("e", "2000-01/2040-12"),))
    assert len(crossed(long, "month,year", spread=True)) == 12 * 41, "a month shares days with one year"


def test_periods_are_filled_in_rows_and_columns_unless_the_table_would_be_too_large() -> None:
    far = Chronology(title="T", events=(event("a", "0001-01-01", "x"), event("b", "9999-01-01", "y")))

    assert crossed(far, "decade,tag").lines[:3] == ("0000s", "0010s", "0020s")
    assert len(crossed(far, "tag,year").columns) == 9_999
    assert crossed(far, "decade,year").columns == ("0001", "9999")


def test_an_event_without_a_value_of_either_is_not_in_the_table_and_said() -> None:
    some = Chronology(title="T", events=(event("a", "2020", "x"), event("b", "2020"), event("c", None, "x")))
    table = crossed(some, "year,tag")

    assert [(row.value, row.value2, row.n) for row in table] == [("2020", "x", 1)]
    assert table.counts.counted == 1
    assert told(table) == ["count: 1 of 3 events have no year", "count: 1 of 3 events have no tag"]


def test_two_periods_of_a_spread_event_share_a_day_of_it() -> None:
    long = Chronology(title="T", events=(event("a", "2020-12-30/2021-01-02"),))

    assert {(row.value, row.value2) for row in crossed(long, "year,month", spread=True)} == {
        ("2020", "2020-12"), ("2021", "2021-01"),
    }  # fmt: skip
    assert {(row.value, row.value2) for row in crossed(long, "weekday,year", spread=True)} == {
        ("Wednesday", "2020"), ("Thursday", "2020"), ("Friday", "2021"), ("Saturday", "2021"),
    }  # fmt: skip
    assert [(row.value, row.value2) for row in crossed(long, "year,month")] == [("2020", "2020-12")]
    assert {row.value2 for row in crossed(long, "year,month", spread=True, since="2021")} == {"2021-01"}


def test_weekdays_of_a_long_event_are_those_of_each_year_however_many_there_are() -> None:
    century = Chronology(title="T", events=(event("a", "1901-01-01/2000-12-31"),))

    assert len(crossed(century, "weekday,year", spread=True)) == 700


def test_an_event_that_two_filters_pass_on_different_days_is_in_the_table_by_what_both_touch() -> None:
    one = Chronology(title="T", events=(event("a", "2004"),))
    table = crossed(one, "year,month", spread=True, on="2004-01-01", since="2004-12-31")

    assert [(row.value, row.value2, row.n) for row in table] == [("2004", "2004", 1)]
    assert table.counts.counted == 1


@pytest.mark.parametrize("by", [f"{one},{other}" for one, other in pairwise(FACETS)])
def test_every_two_facets_make_a_table_of_the_events_that_have_both(by: str, small: Chronology) -> None:
    one, other = by.split(",")
    there, back = crossed(small, by), crossed(small, f"{other},{one}")

    assert {(row.value, row.value2): row.n for row in there} == {(row.value2, row.value): row.n for row in back}
    assert set(there.lines) >= {row.value for row in there}
    assert set(there.columns) == set(back.lines)


_TAGS = st.lists(st.sampled_from("abc"), unique=True)
_EVENTS = st.lists(st.tuples(st.sampled_from(["2019", "2020", "2022-05-01", None]), _TAGS), max_size=6)


@settings(max_examples=50)
@given(_EVENTS)
def test_totals_count_each_event_once_and_cells_agree_with_a_list(
    given_events: list[tuple[str | None, list[str]]],
) -> None:
    events = [event(f"e{n}", date, *tags) for n, (date, tags) in enumerate(given_events)]
    table = crossed(Chronology(title="T", events=tuple(events)), "year,tag")
    both = [one for one in events if one.date and one.tags]

    assert table.counts.counted == len(both)
    assert table.counts.totals[0] == Counter((one.date or "")[:4] for one in both)
    assert table.counts.totals[1] == Counter(tag for one in both for tag in one.tags)
    for line, column in product(table.lines, table.columns):
        assert table.cell(line, column) == sum(line == (one.date or "")[:4] and column in one.tags for one in both)
