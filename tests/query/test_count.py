"""Counts: of the whole, by year and month in their order, by other values most frequent first."""

from time import process_time

import pytest

from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.count import count
from relations_cli.query.facets import FACETS, By, facets
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


def test_months_without_events_are_rows_of_nought_as_years_are() -> None:
    assert list(rows(dated("2020-11-03", "2021-02-01", "2021-02-09"), "month").items()) == [
        ("2020-11", 1), ("2020-12", 0), ("2021-01", 0), ("2021-02", 2),
    ]  # fmt: skip


def test_decades_quarters_and_weeks_have_labels_that_are_told_apart_and_filled() -> None:
    assert rows(dated("1989-12-31", "2010", "201X"), "decade") == {"1980s": 1, "1990s": 0, "2000s": 0, "2010s": 2}
    assert rows(dated("2019-12", "2020-34"), "quarter") == {"2019-Q4": 1, "2020-Q1": 0, "2020-Q2": 1}
    assert rows(dated("2020-12-27", "2021-01-03", "2021-01-04"), "week") == {
        "2020-W52": 1, "2020-W53": 1, "2021-W01": 1,
    }  # fmt: skip
    assert rows(dated("2024-02-29", "2024-03-02"), "weekday") == {
        "Monday": 0, "Tuesday": 0, "Wednesday": 0, "Thursday": 1, "Friday": 0, "Saturday": 1, "Sunday": 0,
    }  # fmt: skip


def test_what_is_not_known_to_the_unit_counts_in_a_coarser_one_and_has_no_weekday() -> None:
    some = dated("2020-02-03", "2020-02", "2020", "2020-21", "202X")
    weekdays = count(some, asked(), by="weekday")

    assert rows(some, "week") == {"2020-W06": 1, "2020-02": 1, "2020": 3}
    assert rows(some, "quarter") == {"2020-Q1": 2, "2020": 3}
    assert rows(some, "decade") == {"2020s": 5}
    assert {row.value: row.n for row in weekdays if row.n} == {"Monday": 1}
    assert told(weekdays) == ["count: 4 of 5 events have no weekday: they are not dated to the day"]


def test_a_long_event_counts_in_the_first_of_any_unit_or_spread_in_each() -> None:
    some = dated("2020-12-30/2021-01-05")

    assert rows(some, "week") == {"2020-W53": 1}
    assert rows(some, "week", spread=True) == {"2020-W53": 1, "2021-W01": 1}
    assert {day for day, n in rows(some, "weekday").items() if n} == {"Wednesday"}
    assert all(rows(some, "weekday", spread=True).values())
    assert {day for day, n in rows(some, "weekday", asked(on="2021-01-05"), spread=True).items() if n} == {"Tuesday"}
    assert rows(some, "quarter", asked(since="2021"), spread=True) == {"2021-Q1": 1}


def test_deep_time_and_years_before_1_have_periods_of_every_length() -> None:
    far = dated("Y-13800000000", "-0043-03-15", "-0009", "0009")

    assert list(rows(far, "decade")) == ["Y-13800000000s", "-0040s", "-0000s", "0000s"]
    assert list(rows(far, "week")) == ["Y-13800000000", "-0043-W11", "-0009", "0009"]
    assert list(rows(dated("-0044-12-31", "-0043-04"), "quarter")) == ["-0044-Q4", "-0043-Q1", "-0043-Q2"]
    assert list(rows(dated("-0011", "0010"), "decade")) == ["-0010s", "-0000s", "0000s", "0010s"]
    assert rows(dated("-0043-03-15"), "weekday")["Friday"] == 1


def test_two_dates_that_are_asked_for_without_a_common_day_still_place_a_year() -> None:
    assert rows(dated("2004"), "year", asked(on="2004-05", since="2004-07")) == {"2004": 1}
    assert rows(dated("2004"), "week", asked(on="2004-05", since="2004-07")) == {"2004": 1}
    assert rows(dated("2004"), "year", asked(on="2004-01-01", since="2004-12-31")) == {"2004": 1}
    assert rows(dated("2004-05-30/2004-07-02"), "weekday", asked(on="2004-05", since="2004-07")) == {}


def test_years_before_christ_and_beyond_four_digits_are_written_as_edtf() -> None:
    assert rows(dated("-0002", "0001"), "year") == {"-0002": 1, "-0001": 0, "0000": 0, "0001": 1}
    assert rows(dated("Y12345"), "year") == {"Y12345": 1}


@pytest.mark.parametrize(("by", "last", "farther"), [("year", "9999", "Y10000"), ("month", "0833-04", "0833-05")])
def test_nothing_is_filled_where_there_would_be_more_than_ten_thousand_rows(by: By, last: str, farther: str) -> None:
    first = "0000-01" if by == "month" else "0000"

    assert len(rows(dated(first, last), by)) == 10_000
    assert list(rows(dated(first, farther), by)) == [first, farther]


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


def test_stances_propositions_and_kinds_of_sources_are_those_of_the_event(small: Chronology) -> None:
    press = tuple(Source(kind=kind) for kind in ("press", "press", "official"))
    one = Event(id="e", date="2001", title="T", sources=press, propositions=("p", "q"))
    own = Chronology(title="T", events=(one, Event(id="f", date="2001", title="T", propositions=("p",))))

    assert rows(own, "kind") == {"official": 1, "press": 1}
    assert rows(own, "proposition") == {"p": 2, "q": 1}
    assert rows(own, "stance") == {}
    assert told(count(own, asked(), by="stance")) == ["count: 2 of 2 events have no stance"]
    stances = rows(small, "stance")
    assert stances == {
        stance: sum(any(claim.stance == stance for claim in event.claims) for event in small.events)
        for stance in stances
    }
    assert stances


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
    assert told(count(small, asked(), by="origin")) == ["count: 25 of 25 events have no origin"]


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


def test_a_facet_is_named_blind_to_case_alone_or_with_another() -> None:
    assert (facets(None), facets("YEAR"), facets("status")) == ((), ("year",), ("status",))
    assert facets("year, Tag") == facets(["year", "TAG"]) == ("year", "tag")
    assert facets("tag,month", spread=True) == ("tag", "month")


@pytest.mark.parametrize(
    ("by", "says"),
    [
        ("yaer", "there is no 'yaer': did you mean year?"),
        ("kinds", "there is no 'kinds': did you mean kind?"),
        ("tag,yaer", "there is no 'yaer': did you mean year?"),
        ("x", f"there is no 'x': it is one of {', '.join(FACETS)}"),
        ("", "an empty name: give one, or several with commas between"),
        ("tag,", "an empty name: give one, or several with commas between"),
        ("tag,year,type", "'tag,year,type' has more than two facets: a table has rows and columns, no more"),
        (["tag", "year,type"], "'tag,year,type' has more than two facets: a table has rows and columns, no more"),
        (["tag", "TAG"], "'tag,tag' names one facet twice: name another for the columns"),
    ],
)
def test_facets_that_cannot_be_counted_by_are_refused(by: str | list[str], says: str) -> None:
    for spread in (False, True):
        with refused(says, parameter="by"):
            facets(by, spread=spread)


def test_only_periods_of_time_are_spread() -> None:
    units = "by year, month, week, weekday, quarter or decade"
    with refused(f"an event has no length in tag: use it with {units}", parameter="spread"):
        facets("tag", spread=True)
    with refused(f"an event has no length in tag or type: use it with {units}", parameter="spread"):
        facets("tag,type", spread=True)
    with refused(f"says how periods of time count: give {units} too", parameter="spread"):
        facets(None, spread=True)


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
