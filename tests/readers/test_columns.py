"""Which of several columns or keys counts, and what the figures of a column are, judged together."""

import json
from typing import Any

import pytest

from readers.reads import from_text, reading_of, said, told
from relations_cli.errors import DataError
from relations_cli.readers.entries.numbers import are_pairs_of_years, parts_of_a_second, since_1970, two_years
from relations_cli.readers.registry import read


def table(text: str, **options: Any) -> list[tuple[str | None, str]]:
    return told(from_text(text, "a.csv", **options))


def document(*entries: dict[str, Any]) -> list[tuple[str | None, str]]:
    return told(from_text(json.dumps(entries), "a.json"))


FILLED = [
    ("start,end,end_date,title\n2024-01-01,,2024-01-05,A\n2024-02-01,2024-02-03,,B\n",
     [("2024-01-01/2024-01-05", "A"), ("2024-02-01/2024-02-03", "B")]),
    ("date,start_date,title\n,2024-01-01,A\n2024-01-02,,B\n", [("2024-01-01", "A"), ("2024-01-02", "B")]),
    ("date,start_date,title\nunknown,2024-01-01,A\n", [("2024-01-01", "A")]),
    ("date,start_date,title\n2024,2024-01-01,A\n", [("2024", "A")]),
    ("date,title,headline\n2024-01-01,,A\n2024-01-02,B,\n", [("2024-01-01", "A"), ("2024-01-02", "B")]),
    ("date,notes,desc\n2024-01-01,,A\n2024-01-02,B,\n", [("2024-01-01", "A"), ("2024-01-02", "B")]),
    ("date,period,title\n,Bronze Age,A\n", [(None, "A")]),
    ("date,created,title\n,2024-01-01,A\n", [(None, "A")]),
    ("date,created_at,title\n,2024-01-01,A\n", [(None, "A")]),
    ("date,time,title\n,17:45,A\n", [(None, "A")]),
    ("year,date,start,title\n2024,,2023-01-01,A\n", [("2024", "A")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), FILLED)
def test_of_several_columns_the_first_that_is_filled_counts(text: str, events: list[tuple[str | None, str]]) -> None:
    assert table(text) == events


def test_that_another_column_counts_is_said_once_and_it_is_no_rest() -> None:
    text = "date,start_date,title\n,2024-01-01,A\n,2024-01-02,B\n2024-01-03,2024-01-04,C\n"
    reading = reading_of("a.csv")
    first, _, third = read(text.encode(), reading).events

    spare = [str(note) for note in reading.notes if "is empty" in note.what]
    assert spare == ["a.csv:2: 'start_date' is read where 'date' is empty"]
    assert (first.extra, third.extra) == ({}, {"start_date": "2024-01-04"})


def test_of_several_keys_the_first_that_says_something_counts() -> None:
    keys = {
        "date": None,
        "start_date": "2024-01-01",
        "title": "",
        "headline": "A",
        "end": None,
        "end_date": "2024-01-02",
    }

    assert document(keys) == [("2024-01-01/2024-01-02", "A")]
    assert said(json.dumps([keys]), "a.json")[1].count("is read where") == 3
    assert document({"date": "", "timestamp": 0, "title": "A"}) == [(None, "A")]
    assert document({"date": None, "timestamp": 1595959595, "title": "A"})[0][0][:10] == "2020-07-28"  # type: ignore[index]


BESIDE = [
    ("1983,19830101,19831231", "1983"),
    ("1984-05,19840501,19840531", "1984-05"),
    ("March 2024,2024-03-05,2024-03-09", "2024-03-05/2024-03-09"),
    ("2024-03-05,2024-03-05,2024-03-09", "2024-03-05/2024-03-09"),
    ("2024-02-01,2024-03-05,2024-03-09", "2024-02-01"),
    (",2024-03-05,2024-03-09", "2024-03-05/2024-03-09"),
    ("2024-03-05,,2024-03-09", "2024-03-05/2024-03-09"),
    ("2024-03-05,2024-03-06,", "2024-03-05"),
]


@pytest.mark.parametrize(("cells", "date"), BESIDE)
@pytest.mark.parametrize(("start", "end"), [("date_start", "date_end"), ("start", "end"), ("start_date", "end_date")])
def test_an_end_is_that_of_its_start(cells: str, date: str, start: str, end: str) -> None:
    one, two, three = cells.split(",")

    assert table(f"date,{start},{end},event\n{cells},A\n") == [(date, "A")]
    assert document({"date": one, start: two, end: three, "event": "A"}) == [(date, "A")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("date,start,end,title\n2024-03-01,09:00,10:30,A\n", "2024-03-01"),
        ("date,start,end,title\nMarch 2024,09:00,10:30,A\n", "2024-03"),
        ("date,start,end,title\n2024-03-01,2024-03-01T09:00,2024-03-01T10:30,A\n", "2024-03-01"),
        ("Day,Start,End,Title\n2024-03-01,09:00,10:30,A\n", "2024-03-01"),
    ],
)
def test_a_start_that_is_an_hour_is_one_of_the_date_beside_it(text: str, day: str) -> None:
    (event,) = from_text(text, "a.csv").events

    assert str(event.date).replace("/", "T").split("T")[0] == day


def test_what_an_interval_says_less_exactly_is_kept() -> None:
    (event,) = from_text("date,start,end,title\nMarch 2024,2024-03-05,2024-03-09,A\n", "a.csv").events

    assert event.extra == {"date": "March 2024", "start": "2024-03-05", "end": "2024-03-09"}


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ("21,April,1526", "1526-04-21"),
        ("21st,4,1526", "1526-04-21"),
        ("-,May,1601", "1601-05"),
        (",May,1601", "1601-05"),
        ("-,-,1700", "1700"),
        ("3 May,May,1601", "1601-05-03"),
        ("1601-05-03,May,1601", "1601-05-03"),
    ],
)
def test_a_date_beside_month_and_year_may_be_the_day(cells: str, date: str) -> None:
    day, month, year = cells.split(",")

    assert table(f"Date,Month,Year,Event\n{cells},A\n") == [(date, "A")]
    assert document({"Date": day, "Month": month, "Year": year, "Event": "A"}) == [(date, "A")]


def test_a_year_that_contradicts_the_date_beside_it_is_kept() -> None:
    (event,) = from_text("date,year,title\n2024-03-05,1999,A\n", "a.csv").events

    assert (event.date, event.extra) == ("2024-03-05", {"year": "1999"})


NUMBERS = [
    (["1295471619", "-14182940", "0", "946684800"], ["2011-01-19", "1969-07-20", "1970-01-01", "2000-01-01"]),
    (["1295471619000", "-14182940000", "0", "946684800000"], ["2011-01-19", "1969-07-20", "1970-01-01", "2000-01-01"]),
    (["1295471619", "-5"], ["2011-01-19", "1969-12-31"]),
    (["1331698658276340", "1331785058000000"], ["2012-03-14", "2012-03-15"]),
    (["1331698658276340000"], ["2012-03-14"]),
    (["946684800", "915148800"], ["2000-01-01", "1999-01-01"]),
    (["1595959595.25", "-0.5"], ["2020-07-28", "1969-12-31"]),
    (["1595959595", "86400", "20200101", "946684800"], ["2020-07-28", "1970-01-02", "1970-08-22", "2000-01-01"]),
    (["43", "410", "1066"], ["0043", "0410", "1066"]),
    (["-44", "79", "1066"], ["-0043", "0079", "1066"]),
    (["20200101", "2020"], ["2020-01-01", "2020"]),
]


@pytest.mark.parametrize(("cells", "days"), NUMBERS)
def test_the_numbers_of_a_column_are_judged_together(cells: list[str], days: list[str]) -> None:
    events = from_text("".join(("date,title\n", *(f"{cell},A{cell}\n" for cell in cells))), "a.csv").events

    assert [str(event.date).partition("T")[0] for event in events] == days


def test_that_a_column_counts_from_1970_is_said_where_a_number_alone_does_not_show_it() -> None:
    line = "a.csv: numbers are milliseconds since 1970: as '1295471619000' shows (explain lists each)"

    assert said("date,title\n0,A\n1295471619000,B\n", "a.csv")[1] == line
    assert said("date,title\n1295471618000,A\n1295471619000,B\n", "a.csv")[1] == ""


@pytest.mark.parametrize("cells", [["43"], ["98", "99", "2000"], ["2020010112", "2020010213"], ["44197"], ["123456"]])
def test_numbers_that_may_be_something_else_are_refused(cells: list[str]) -> None:
    with pytest.raises(DataError):
        table("".join(("date,title\n", *(f"{cell},A\n" for cell in cells))))


def test_numbers_too_large_for_a_day_are_none() -> None:
    assert since_1970("9" * 19, 1) is None
    assert since_1970("x", 1) is None
    assert parts_of_a_second(["x", "", "1999"]) == 0


PAIRS = [
    (["2009-10", "2010-11", "2011-12"], ["2009/2010", "2010/2011", "2011/2012"]),
    (["1998-99", "1999-00", "2003"], ["1998/1999", "1999/2000", "2003"]),
    (["1905-10", "1914-18"], ["1905/1910", "1914/1918"]),
    (["2009/10", "2010\u201311"], ["2009/2010", "2010/2011"]),
    (["2009-10", "2009-11", "2010-01"], ["2009-10", "2009-11", "2010-01"]),
    (["2009-10", "2010-11", "2011-03"], ["2009-10", "2010-11", "2011-03"]),
    (["2009-10", "2010-11", "2010-11-05"], ["2009-10", "2010-11", "2010-11-05"]),
    (["2009-10", "2010"], ["2009-10", "2010"]),
]


@pytest.mark.parametrize(("cells", "dates"), PAIRS)
def test_two_years_with_a_hyphen_are_told_from_months_by_their_neighbours(cells: list[str], dates: list[str]) -> None:
    text = "".join(("date,title\n", *(f"{cell},A{cell}\n" for cell in cells)))
    chronology, line = said(text, "a.csv")

    assert [event.date for event in chronology.events] == dates
    assert ("two years with a hyphen" in line) == (cells != dates)


def test_a_column_of_years_holds_no_months() -> None:
    assert table("years,title\n2009-10,A\n") == [("2009/2010", "A")]
    assert table("year,title\n1914-18,A\n") == [("1914/1918", "A")]
    assert document({"years": "2009-10", "title": "A"}) == [("2009/2010", "A")]
    assert two_years("2009-03") == "2009-03"
    assert not are_pairs_of_years(["2001-21", "2002-22"])
    with pytest.raises(DataError, match="part of a year or range"):
        table("date,title\n2020-21,A\n")


def test_a_table_without_a_header_has_columns_by_their_places() -> None:
    text = "2024-05-02,Fair,green,x\n2024-05-03,Rain,,\n"
    chronology = from_text(text, "a.csv", no_header=True, columns={"date": "1", "title": "2", "tags": "3"})

    assert told(chronology) == [("2024-05-02", "Fair"), ("2024-05-03", "Rain")]
    assert (chronology.events[0].tags, chronology.events[0].extra) == (("green",), {"4": "x"})
    with pytest.raises(DataError, match="known by their places: say which they are with columns date=1,title=2"):
        table(text, no_header=True)
    with pytest.raises(DataError, match="no column '9'"):
        table(text, no_header=True, columns={"date": "9", "title": "2"})


def test_no_cell_is_lost_for_the_name_of_its_column() -> None:
    text = "date,title,,notes,notes,status,rank\n2024,A,b,c,d,e,1\n"
    (event,) = from_text(text, "a.csv").events

    assert event.summary == "c"
    assert event.extra == {"column 3": "b", "notes (2)": "d", "status": "e", "rank": "1"}


def test_our_own_table_says_nothing_anew() -> None:
    text = "id,date,lower,upper,precision,title,status\na,2020,2020-01-01,2020-12-31,year,A,alleged\n"

    assert from_text(text, "a.csv").events[0].extra == {}
