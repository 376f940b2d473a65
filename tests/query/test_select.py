"""Which events answer a query, against a count of days; order, limit and reverse; combinations of filters."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.dates import parse_edtf
from relations_cli.errors import UsageError
from relations_cli.model.facts import Actor, Chronology, Event
from relations_cli.query.count import count
from relations_cli.query.hit import Hit
from relations_cli.query.query import Query
from relations_cli.query.select import select

TODAY = datetime.date(2026, 11, 26)
FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2022, 12, 31)

day = st.dates(FIRST, LAST)
granule = st.one_of(day.map(str), day.map(lambda one: str(one)[:7]), day.map(lambda one: str(one)[:4]))


def bounds(text: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of YYYY, YYYY-MM or YYYY-MM-DD, by the standard library alone."""
    if len(text) == 10:
        one = datetime.date.fromisoformat(text)
        return one, one
    if len(text) == 7:
        first = datetime.date.fromisoformat(f"{text}-01")
        following = (first + datetime.timedelta(days=32)).replace(day=1)
        return first, following - datetime.timedelta(days=1)
    return datetime.date(int(text), 1, 1), datetime.date(int(text), 12, 31)


def days_of(text: str) -> set[datetime.date]:
    ends = text.split("/")
    first, last = bounds(ends[0])[0], bounds(ends[-1])[1]
    return {first + datetime.timedelta(days=step) for step in range((last - first).days + 1)}


def interval(one: str, other: str) -> str:
    first, second = sorted((one, other), key=lambda text: bounds(text)[0])
    return f"{first}/{second}" if bounds(first)[1] < bounds(second)[0] else first


dates = st.one_of(granule, st.builds(interval, granule, granule))
tags = st.lists(st.sampled_from("abc"), max_size=3, unique=True).map(tuple)


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    given_dates = draw(st.lists(st.none() | dates, max_size=8))
    events = tuple(
        Event(id=f"e{index}", date=date, title="T", tags=draw(tags), landmark=draw(st.booleans()))
        for index, date in enumerate(given_dates)
    )
    return Chronology(title="T", tags={"a": "A", "b": "B", "c": "C"}, events=events)


def ids(chronology: Chronology, **question: Any) -> list[str]:
    return [hit.event.id for hit in select(chronology, Query.of(today=TODAY, **question))]


@given(chronologies(), granule, granule)
def test_a_window_finds_what_shares_a_day_with_it(chronology: Chronology, one: str, other: str) -> None:
    since, until = sorted((one, other), key=lambda text: bounds(text)[0])
    if bounds(since)[0] > bounds(until)[1]:
        return
    window = {
        bounds(since)[0] + datetime.timedelta(days=step)
        for step in range((bounds(until)[1] - bounds(since)[0]).days + 1)
    }

    found = set(ids(chronology, since=since, until=until))

    assert found == {event.id for event in chronology.events if event.date and days_of(event.date) & window}
    begins = set(ids(chronology, since=since, until=until, starts=True))
    assert begins == {event.id for event in chronology.events if event.date and min(days_of(event.date)) in window}


@given(chronologies(), granule)
def test_since_until_and_on_agree(chronology: Chronology, date: str) -> None:
    assert ids(chronology, on=date) == ids(chronology, since=date, until=date)
    dated = [event.id for event in chronology.events if event.date]
    assert set(ids(chronology, since=date)) | set(ids(chronology, until=date)) == set(dated)


@given(chronologies(), st.integers(0, 9))
def test_reverse_is_the_exact_reverse_of_what_is_dated_and_limit_a_beginning(
    chronology: Chronology, limit: int
) -> None:
    whole, turned = ids(chronology), ids(chronology, reverse=True)
    undated = {event.id for event in chronology.events if event.date is None}

    assert [one for one in turned if one not in undated] == [one for one in whole if one not in undated][::-1]
    assert whole[len(whole) - len(undated) :] == [event.id for event in chronology.events if event.date is None]
    assert set(turned[len(whole) - len(undated) :]) == undated
    assert ids(chronology, limit=limit) == whole[:limit]


@given(chronologies(), tags, tags, tags)
def test_tags_are_any_of_a_group_and_all_of_the_groups(
    chronology: Chronology, one: tuple[str, ...], other: tuple[str, ...], without: tuple[str, ...]
) -> None:
    groups = [group for group in (one, other) if group]

    found = ids(chronology, tags=[",".join(group) for group in groups], not_tags=without)

    assert set(found) == {
        event.id
        for event in chronology.events
        if all(set(group) & set(event.tags) for group in groups) and not set(without) & set(event.tags)
    }


@given(chronologies(), granule)
def test_undated_events_that_a_date_filter_leaves_out_are_counted(chronology: Chronology, date: str) -> None:
    answer = select(chronology, Query.of(today=TODAY, since=date))

    assert answer.left_out.undated == sum(event.date is None for event in chronology.events)


@given(chronologies(), st.none() | granule)
def test_each_event_counts_once_by_year_or_in_each_that_it_touches(chronology: Chronology, since: str | None) -> None:
    query = Query.of(today=TODAY, since=since)
    answer = select(chronology, query, whole=True)
    dated = [hit for hit in answer if hit.date is not None]

    once = {row.value: row.n for row in count(chronology, query, by="year")}
    spread = {row.value: row.n for row in count(chronology, query, by="year", spread=True)}

    def years(hit: Hit) -> set[int]:
        asked = bounds(since)[0] if since else datetime.date.min
        return {one.year for one in days_of(hit.event.date or "") if one >= asked}

    assert sum(once.values()) == len(dated)
    for label, n in spread.items():
        assert n == sum(int(label) in years(hit) for hit in dated)
    for label, n in once.items():
        assert n == sum(int(label) == min(years(hit)) for hit in dated)


def test_actors_reach_down_the_tree_and_only_down() -> None:
    actors = {
        "state": Actor(name="State", kind="state"),
        "ministry": Actor(name="Ministry", kind="organisation", parent="state"),
        "speaker": Actor(name="Speaker", kind="person", aliases=("Spox",), parent="ministry"),
    }
    events = tuple(Event(id=name, date="2020", title="T", actors=(name,)) for name in actors)
    chronology = Chronology(title="T", actors=actors, events=events)

    assert ids(chronology, actors=["STATE"]) == ["state", "ministry", "speaker"]
    assert ids(chronology, actors=["ministry"]) == ["ministry", "speaker"]
    assert ids(chronology, actors=["spox"]) == ["speaker"]
    assert ids(chronology, actors=["ministry", "speaker"]) == ["speaker"]
    assert ids(chronology, actors=["spox,State"]) == ["state", "ministry", "speaker"]
    with pytest.raises(UsageError, match="did you mean Spox"):
        ids(chronology, actors=["Spoxx"])


def test_anniversaries_need_a_date_that_is_precise_enough() -> None:
    given_dates = ["2020-05-26", "1999-05", "2001", "2010-05-26/2012-01-01", "2003-05-27", "2004-05-2X"]
    chronology = Chronology(title="T", events=tuple(Event(id=date, date=date, title="T") for date in given_dates))

    assert set(ids(chronology, anniversaries=["05-26"])) == {"2020-05-26", "2010-05-26/2012-01-01"}
    assert set(ids(chronology, anniversaries=["05"])) == set(given_dates) - {"2001"}
    assert set(ids(chronology, anniversaries=["05-26,05-27"])) == {
        "2020-05-26", "2010-05-26/2012-01-01", "2003-05-27",
    }  # fmt: skip


def test_events_of_one_date_keep_the_order_of_the_file_and_precise_ones_come_first() -> None:
    given_dates = ["2000", "2000-07", "2000-07-01", "2000", "2000-07-01/2000-07-02", "../1990", "1985/..", "XXXX"]
    events = tuple(Event(id=f"{index}", date=date, title="T") for index, date in enumerate(given_dates))
    chronology = Chronology(title="T", events=events)

    order = [given_dates[int(one)] for one in ids(chronology)]

    assert order == ["../1990", "1985/..", "2000", "2000", "2000-07-01", "2000-07-01/2000-07-02", "2000-07", "XXXX"]
    assert ids(chronology)[2:4] == ["0", "3"]
    assert parse_edtf("XXXX").undated
