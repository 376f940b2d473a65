"""Times of day in questions: the order of a day, its fields, windows, and hours between events."""

import msgspec
import pytest

from relations_cli import ask
from relations_cli.errors import DateError
from relations_cli.model.facts import Chronology, Claim, Event
from relations_cli.query.around import around
from relations_cli.query.fields import EVENTS
from relations_cli.query.select import select
from small import asked, ids, told


def dated(**dates: str) -> Chronology:
    """An event an id, in that order."""
    return Chronology(title="T", events=tuple(Event(id=id_, date=date, title=id_) for id_, date in dates.items()))


def listed(chronology: Chronology, **question: object) -> list[str]:
    return ids(select(chronology, asked(**question)))


def test_a_day_is_ordered_by_its_clock_and_what_says_no_time_stands_first() -> None:
    day = dated(late="2024-03-01T20:15", early="2024-03-01T08:00:30", none="2024-03-01", next="2024-03-02T01:00")

    assert listed(day) == ["none", "early", "late", "next"]
    assert listed(day, reverse=True) == ["next", "late", "early", "none"]


def test_a_day_whose_times_all_say_a_zone_is_ordered_by_instant() -> None:
    day = dated(
        seoul="2024-03-01T09:00+09:00", london="2024-03-01T00:30Z", none="2024-03-01", york="2024-03-01T00:10-05:00"
    )
    answer = select(day, asked())

    assert ids(answer) == ["none", "seoul", "london", "york"]
    assert told(answer) == []


def test_a_day_of_times_with_and_without_a_zone_is_ordered_by_the_clock_which_is_said_once() -> None:
    events = {"a": "2024-03-01T09:00+09:00", "b": "2024-03-01T00:30Z", "c": "2024-03-01T03:00"}
    answer = select(dated(**events), asked())
    two = select(dated(**events, d="2024-03-02T09:00+09:00", e="2024-03-02T08:00"), asked())

    assert ids(answer) == ["b", "c", "a"]
    assert told(answer) == ["times with and without a zone on 2024-03-01: ordered by the clock as written"]
    assert ids(two) == ["b", "c", "a", "e", "d"]
    assert told(two) == ["times with and without a zone on 2024-03-01 and 1 more day: ordered by the clock as written"]


def test_equal_times_stay_in_the_order_of_the_file() -> None:
    same = {"b": "2024-03-01T09:00", "a": "2024-03-01T09:00", "d": "2024-03-02T09:00Z", "c": "2024-03-02T18:00+09:00"}

    assert listed(dated(**same)) == ["b", "a", "d", "c"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"since": "2024-03-01T09:00"}, ["none", "nine", "late"]),
        ({"since": "2024-03-01 09:01"}, ["none", "late"]),
        ({"until": "2024-03-01T09:00"}, ["none", "early", "nine"]),
        ({"until": "2024-03-01 08:59"}, ["none", "early"]),
        ({"on": "2024-03-01T09:00"}, ["none", "nine"]),
        ({"on": "1 Mar 2024, 08:00–09:30"}, ["none", "early", "nine"]),
        ({"on": "2024-03-01"}, ["none", "early", "nine", "late"]),
        ({"since": "2024-03-01T09:00", "starts": True}, ["none", "nine", "late"]),
        ({"as_of": "2024-03-01T00:00"}, ["none", "early", "nine", "late"]),
    ],
)
def test_questions_name_times(question: dict[str, object], found: list[str]) -> None:
    day = dated(none="2024-03-01", early="2024-03-01T08:00", nine="2024-03-01T09:00:59", late="2024-03-01T20:15")

    assert listed(day, **question) == found


@pytest.mark.parametrize("text", ["2024-03-01T24:00", "2024-03-01 25:10", "2024-03-01T23:59:60", "09:15"])
def test_a_question_names_no_time_that_no_day_has(text: str) -> None:
    with pytest.raises(DateError):
        asked(since=text)


@pytest.mark.parametrize(
    ("date", "time", "zone"),
    [
        ("2024-03-01T09:15", "09:15", None),
        ("2024-03-01T09:15:30.25+09:00", "09:15:30.25", "+09:00"),
        ("2024-03-01T09:15Z/2024-03-01T10:00Z", "09:15/10:00", "Z"),
        ("2024-03-01T09:15Z/2024-03-01", "09:15/", "Z/"),
        ("2024-03-01/2024-03-01T10:00", "/10:00", None),
        ("2024-03-01", None, None),
    ],
)
def test_time_and_zone_are_fields(date: str, time: str | None, zone: str | None) -> None:
    (hit,) = select(dated(a=date), asked())

    assert [EVENTS.fields[name].get(hit) for name in ("date", "time", "zone")] == [date, time, zone]


def test_around_says_hours_where_both_say_times() -> None:
    day = dated(
        none="2024-03-01",
        early="2024-03-01T08:00",
        nine="2024-03-01T09:00",
        twin="2024-03-01T09:00",
        far="2024-03-03T10:30",
    )

    rows = {hit.event.id: hit.distance for hit in around(day, asked(), names="nine")}

    assert rows == {
        "none": "same day",
        "early": "-1 h",
        "nine": "anchor",
        "twin": "same time",
        "far": "+2 d 1 h 30 min",
    }
    assert {hit.event.id: hit.distance for hit in around(day, asked(), names="2024-03-01")}["far"] == "+2 d"


def test_claims_of_one_day_stand_in_the_order_in_which_they_were_made() -> None:
    made = {"noon": "2024-03-01T09:00Z", "night": "2024-03-01T09:30+09:00", "dawn": "2024-03-01T03:00-05:00", "": None}
    said = tuple(Claim(by="m", stance="asserts", date=date, note=note) for note, date in made.items())
    asserted = Chronology(title="T", events=(Event(id="a", date="2024", title="A", claims=said),))

    for order in ({}, {"order": "date"}):
        answer = ask("claims", asserted, **order)
        assert [row.claim.note for row in answer] == ["night", "dawn", "noon", ""]
    dated_ones = msgspec.structs.replace(asserted.events[0], claims=said[:3])
    (row,) = ask("contested", Chronology(title="T", events=(dated_ones,)))
    assert row.since == said[1]
