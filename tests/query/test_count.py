"""Counts: of the whole, by year and month in their order, by other values most frequent first."""

from time import process_time

import pytest

from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.count import count
from relations_cli.query.facets import By, facet
from relations_cli.query.query import Query
from small import NOTE, asked, refused, told


def rows(chronology: Chronology, by: By, query: Query | None = None, *, spread: bool = False) -> dict[str, int]:
    return {row.value: row.n for row in count(chronology, query or asked(), by=by, spread=spread)}


def dated(*dates: str | None) -> Chronology:
    return Chronology(title="T", events=tuple(Event(id=f"e{n}", date=date, title="T") for n, date in enumerate(dates)))


def test_the_whole_is_one_row_and_none_does_not_match(small: Chronology) -> None:
    some, none = count(small, asked(tags=["war"], limit=1)), count(small, asked(tags=["idle"]))

    assert [(row.value, row.n) for row in some] == [("", 3)]
    assert (some.matched, [row.n for row in none], none.matched) == (True, [0], False)
    assert list(some.table.fields) == ["n"]


def test_years_stand_in_their_order_with_empty_ones_between(small: Chronology) -> None:
    assert rows(small, "year", asked(since="1930", until="1934", not_tags=["trade"])) == {
        "1930": 1, "1931": 1,
    }  # fmt: skip
    assert list(rows(small, "year", asked(tags=["war"])).items())[:3] == [("1914", 1), ("1915", 0), ("1916", 0)]


def test_an_event_counts_in_the_first_year_it_touches_or_spread_in_each() -> None:
    some = dated("2001/2003", "2003", "2001-05/2002-02")

    assert rows(some, "year") == {"2001": 2, "2002": 0, "2003": 1}
    assert rows(some, "year", spread=True) == {"2001": 2, "2002": 2, "2003": 2}


def test_a_set_is_spread_over_its_members() -> None:
    assert rows(dated("{1931,1933-04}"), "year", spread=True) == {"1931": 1, "1932": 0, "1933": 1}
    assert rows(dated("{1931,1933-04}"), "month", spread=True) == {"1931": 1, "1933-04": 1}


def test_only_the_asked_days_count() -> None:
    some = dated("2001/2005")

    assert rows(some, "year", asked(since="2002", until="2003"), spread=True) == {"2002": 1, "2003": 1}
    assert rows(some, "year", asked(since="2002")) == {"2002": 1}
    assert rows(some, "year", asked(on="2004"), spread=True) == {"2004": 1}
    assert rows(some, "year", asked(on="2004-05")) == {"2004": 1}
    assert rows(some, "year", asked(years=["2003,2005"]), spread=True) == {"2003": 1, "2004": 0, "2005": 1}
    assert rows(some, "year", asked(years=["2004"])) == {"2004": 1}
    assert rows(some, "year", asked(years=["2004", "2003"], on="2003"), spread=True) == {"2003": 1}


def test_what_is_open_counts_in_the_asked_years_and_months() -> None:
    assert rows(dated("1930/.."), "year", asked(since="2001", until="2002"), spread=True) == {"2001": 1, "2002": 1}
    assert rows(dated("../1930-05"), "month", asked(since="1920-02", until="1920-03"), spread=True) == {
        "1920-02": 1, "1920-03": 1,
    }  # fmt: skip
    assert rows(dated("1930/.."), "year", spread=True) == {"1930": 1}


def test_by_month_the_asked_day_is_in_its_month_and_no_other() -> None:
    some = dated("2001-01/2001-04")

    assert rows(some, "month", asked(on="2001-03-15")) == {"2001-03": 1}
    assert rows(some, "month", asked(on="2001-03-15"), spread=True) == {"2001-03": 1}
    assert rows(some, "month", asked(on="2001-02-28/2001-03-01"), spread=True) == {"2001-02": 1, "2001-03": 1}
    assert rows(some, "month", spread=True) == {"2001-01": 1, "2001-02": 1, "2001-03": 1, "2001-04": 1}


def test_a_year_alone_is_by_month_that_year_and_stands_behind_its_january() -> None:
    some = dated("2001-01", "2001", "2000-12", "2001-02-03")

    assert list(rows(some, "month").items()) == [("2000-12", 1), ("2001-01", 1), ("2001", 1), ("2001-02", 1)]


def test_empty_months_are_no_rows() -> None:
    assert rows(dated("2001-01", "2001-05"), "month") == {"2001-01": 1, "2001-05": 1}


def test_years_before_christ_and_beyond_four_digits_are_written_as_edtf() -> None:
    assert rows(dated("-0002", "0001"), "year") == {"-0002": 1, "-0001": 0, "0000": 0, "0001": 1}
    assert rows(dated("Y12345"), "year") == {"Y12345": 1}


def test_more_than_two_hundred_empty_years_are_left_out() -> None:
    assert len(rows(dated("1000", "1201"), "year")) == 202
    assert rows(dated("1000", "1202"), "year") == {"1000": 1, "1202": 1}
    assert len(rows(dated("1000", "1100", "1202"), "year")) == 203


def test_undated_events_have_no_year(small: Chronology) -> None:
    answer = count(dated("2001", None, "XXXX"), asked(), by="year")

    assert [(row.value, row.n) for row in answer] == [("2001", 1)]
    assert told(answer) == ["count: 2 of 3 events have no year"]
    assert count(dated(None), asked(), by="year").rows == ()
    assert count(small, asked(tags=["war"]), by="year", notes=[NOTE]).notes == (NOTE,)
    assert count(small, asked(since="2001"), by="year").left_out.undated == 3


def test_other_values_stand_most_frequent_first_then_by_name(small: Chronology) -> None:
    assert list(rows(small, "tag").items()) == [("bridge", 14), ("ferry", 5), ("trade", 5), ("war", 3)]
    assert list(rows(small, "type").items()) == [("talks", 3), ("accident", 2), ("opening", 2)]
    assert list(rows(small, "place").items()) == [("Northgate", 4), ("Southgate", 3), ("northgate", 1)]
    assert list(rows(small, "actor").items()) == [
        ("north", 4), ("south", 4), ("ferrymen", 3), ("north-roads", 3), ("ana-sur", 2), ("fisher", 2),
        ("olaf-berg", 2), ("observers", 1),
    ]  # fmt: skip
    assert list(rows(small, "publisher").items()) == [
        ("Archive", 2), ("Gazette", 2), ("North", 1), ("South", 1), ("The Herald", 1),
    ]  # fmt: skip
    assert list(rows(small, "status").items()) == [
        ("uncontested", 20), ("alleged", 2), ("planned", 2), ("confirmed", 1),
    ]  # fmt: skip


def test_a_value_that_an_event_has_twice_counts_once() -> None:
    twice = Event(
        id="e", date="2001", title="T", tags=("a", "a"), sources=(Source(publisher="P"), Source(publisher="P"))
    )

    assert rows(Chronology(title="T", events=(twice,)), "tag") == {"a": 1}
    assert rows(Chronology(title="T", events=(twice,)), "publisher") == {"P": 1}


def test_events_without_a_value_are_counted_in_a_note(small: Chronology) -> None:
    assert told(count(small, asked(), by="type")) == ["count: 18 of 25 events have no type"]
    assert told(count(small, asked(), by="tag")) == ["count: 2 of 25 events have no tag"]
    assert told(count(small, asked(), by="publisher")) == ["count: 19 of 25 events have no publisher"]
    assert told(count(small, asked(), by="status")) == []


def test_a_search_is_counted_too(small: Chronology) -> None:
    found = count(small, asked(text="ferry", since="1920", limit=1), by="tag")

    assert [(row.value, row.n) for row in count(small, asked(text="ferry", since="1920"), by="tag")] == [("ferry", 3)]
    assert [(row.value, row.n) for row in count(small, asked(text="ferry", since="1920", limit=1))] == [("", 3)]
    assert (found.left_out.undated, found.left_out.limit) == (3, 0)


def test_limit_and_reverse_are_those_of_the_rows(small: Chronology) -> None:
    answer = count(small, asked(limit=2, reverse=True), by="tag")

    assert [(row.value, row.n) for row in answer] == [("war", 3), ("trade", 5)]
    assert answer.left_out.limit == 2


def test_a_count_in_a_running_interval_ends_on_the_day_of_the_question(small: Chronology) -> None:
    assert rows(small, "year", asked(tags=["war"], as_of="1916"), spread=True) == {"1914": 1, "1915": 1, "1916": 1}


def test_a_facet_is_named_blind_to_case() -> None:
    assert (facet(None), facet("YEAR"), facet("status")) == (None, "year", "status")
    assert (facet("year", spread=True), facet("month", spread=True)) == ("year", "month")


@pytest.mark.parametrize(
    ("name", "spread", "says"),
    [
        ("yaer", False, "there is no 'yaer': did you mean year?"),
        (
            "x",
            False,
            "it is one of year, month, hour, tag, actor, place, type, publisher, language, status, origin",
        ),
        (
            "x",
            True,
            "it is one of year, month, hour, tag, actor, place, type, publisher, language, status, origin",
        ),
    ],
)
def test_a_facet_that_does_not_exist_is_refused(name: str, spread: bool, says: str) -> None:  # noqa: FBT001
    with refused(says, parameter="by"):
        facet(name, spread=spread)


def test_only_years_and_months_are_spread() -> None:
    with refused("an event has no length in tag: use it with by year or by month", parameter="spread"):
        facet("tag", spread=True)
    with refused("says how by year or by month counts: give by too", parameter="spread"):
        facet(None, spread=True)


@pytest.mark.parametrize(("by", "dates"), [("year", "0001/9999"), ("month", "1000-01/1900-01")])
def test_many_long_events_are_spread_over_no_more_years_than_there_is_room_for(
    by: By, dates: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relations_cli.query.facets.PERIODS", 1_000)
    many = dated(*[dates] * 1_700)

    says = f"the events touch more than 1,000 {by}s together: ask for fewer, with since and until"
    with refused(says, parameter="spread"):
        rows(dated(*[dates] * 2), by, spread=True)
    start = process_time()
    assert list(rows(many, by).values()) == [1_700]
    assert list(rows(many, by, asked(since="0001")).values()) == [1_700]
    assert process_time() - start < 3, "it takes a tenth: each is asked for its first year alone"


def test_hours_are_counted_by_the_clock_as_written_and_in_their_order() -> None:
    chronology = dated(
        "2024-03-01T20:15Z", "2024-03-02T08:00", "2024-03-03T20:59:59+09:00", "2024-03-04", "2024-03-05T08:30/.."
    )

    assert rows(chronology, "hour") == {"08": 2, "20": 2}
    assert list(rows(chronology, "hour")) == ["08", "20"]
    assert [str(note) for note in count(chronology, asked(), by="hour").notes] == ["count: 1 of 5 events have no hour"]
