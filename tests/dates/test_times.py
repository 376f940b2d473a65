"""Times of day: kept as written, ordered within their day, met by windows, said to people and read again."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_cli.dates import FuzzyDate, parse_edtf, parse_typed, without_times
from relations_cli.dates.clock import Clock, hours_text, of_date
from relations_cli.dates.order import by_instant, mixed_days
from relations_cli.errors import DateError

TODAY = datetime.date(2026, 11, 30)
SOME = settings(max_examples=50, deadline=None)

days = st.dates(datetime.date(2024, 2, 28), datetime.date(2024, 3, 2)).map(str)
zones = st.sampled_from(["", "Z", "+09:00", "-05:00", "+05:30"])
clocks = st.builds(
    "{:02d}:{:02d}{}".format, st.integers(0, 23), st.integers(0, 59), st.sampled_from(["", ":00", ":30", ":30.25"])
)
timed = st.builds("{}T{}{}".format, days, clocks, zones)
dates = st.one_of(days, timed).map(parse_edtf)


def utc(date: FuzzyDate) -> datetime.datetime:
    return datetime.datetime.fromisoformat(date.text).astimezone(datetime.UTC)


@SOME
@given(days, clocks, zones)
def test_a_time_is_kept_as_written_and_moves_no_day(day: str, clock: str, zone: str) -> None:
    date = parse_edtf(f"{day}T{clock}{zone}")

    assert (date.text, date.spans) == (f"{day}T{clock}{zone}", parse_edtf(day).spans)
    assert date.clocks == (Clock(clock, zone), Clock(clock, zone))
    assert date.precision == ("second" if clock.count(":") == 2 else "minute")
    assert without_times(date.text) == day


@SOME
@given(timed)
def test_what_people_read_is_read_again(text: str) -> None:
    date = parse_edtf(text)

    assert parse_typed(str(date), today=TODAY) == date
    if "-05:00" not in text:  # 00:00-05:00 may be a range
        assert parse_typed(text.replace("T", " "), today=TODAY) == date


@SOME
@given(st.lists(dates, max_size=12))
def test_within_a_day_times_stand_in_order_behind_what_says_none(several: list[FuzzyDate]) -> None:
    rows = by_instant(sorted(several, key=lambda date: date.sort_key), lambda date: date)

    assert sorted(rows, key=lambda date: date.text) == sorted(several, key=lambda date: date.text)
    assert [row.lower for row in rows] == sorted([row.lower for row in rows], key=lambda day: day or (0, 0, 0))
    for day in {row.lower for row in rows}:
        of_day = [row for row in rows if row.lower == day]
        with_time = [row for row in of_day if row.clocks[0]]
        assert of_day[: len(of_day) - len(with_time)] == [row for row in of_day if not row.clocks[0]]
        if all(row.clocks[0] and row.clocks[0].zone for row in with_time):
            assert [utc(row) for row in with_time] == sorted(utc(row) for row in with_time)
        else:
            said = [row.clocks[0].time for row in with_time if row.clocks[0]]
            assert said == sorted(said)
    assert set(mixed_days(rows)) == {
        row.lower for row in rows for other in rows if row.lower == other.lower and _differ(row, other)
    }


def _differ(one: FuzzyDate, other: FuzzyDate) -> bool:
    first, second = one.clocks[0], other.clocks[0]
    return bool(first and second and first.zone and not second.zone)


@SOME
@given(dates, dates)
def test_times_meet_as_instants_do_and_symmetrically(one: FuzzyDate, other: FuzzyDate) -> None:
    assert one.overlaps(one)
    assert one.overlaps(other) == other.overlaps(one)
    if one.lower == other.lower and not (one.clocks[0] and other.clocks[0]):
        assert one.overlaps(other)
    if one.overlaps(other):
        assert one.lower == other.lower
    elif one.lower == other.lower:
        assert FuzzyDate.between(one, None).overlaps(other) != FuzzyDate.between(other, None).overlaps(one)
    assert FuzzyDate.between(None, one).overlaps(one)
    assert FuzzyDate.between(one, None).overlaps(one)


@pytest.mark.parametrize(
    ("date", "since", "until", "meets"),
    [
        ("2024-03-01", "2024-03-01T09:00", None, True),
        ("2024-03-01", None, "2024-03-01T09:00", True),
        ("2024-03", "2024-03-01T09:00", "2024-03-01T09:00", True),
        ("2024-03-01T09:00:59", None, "2024-03-01T09:00", True),
        ("2024-03-01T09:00:59.999", None, "2024-03-01T09:00", True),
        ("2024-03-01T09:01", None, "2024-03-01T09:00", False),
        ("2024-03-01T09:00", "2024-03-01T09:00:30", None, True),
        ("2024-03-01T08:59:59", "2024-03-01T09:00", None, False),
        ("2024-03-01T08:00/2024-03-01T10:00", "2024-03-01T09:00", "2024-03-01T09:30", True),
        ("2024-03-01T08:00/2024-03-01T10:00", "2024-03-01T10:01", None, False),
        ("2024-03-01T08:00/2024-03-02", "2024-03-01T10:01", None, True),
        ("2024-03-01T08:00/..", "2025", None, True),
        ("2024-03-01T08:00/..", None, "2024-03-01T07:59", False),
        ("2024-03-01T18:00+09:00", "2024-03-01T09:00Z", None, True),
        ("2024-03-01T17:59+09:00", "2024-03-01T09:00Z", None, False),
        ("2024-03-01T17:59+09:00", "2024-03-01T09:00", None, True),
        ("2024-03-02T01:00+09:00", None, "2024-03-01T20:00Z", False),
    ],
)
def test_windows_with_times_meet(date: str, since: str | None, until: str | None, meets: bool) -> None:  # noqa: FBT001
    edges = [None if edge is None else parse_edtf(edge) for edge in (since, until)]

    assert parse_edtf(date).overlaps(FuzzyDate.between(*edges)) == meets


def test_a_window_says_its_times_and_does_not_run_back() -> None:
    first, last = parse_edtf("2024-03-01T09:00Z"), parse_edtf("2024-03-01T10:00Z")

    assert FuzzyDate.between(first, last).text == "2024-03-01T09:00Z/2024-03-01T10:00Z"
    with pytest.raises(DateError, match=r"2024-03-01T10:00Z is after .* 2024-03-01T09:00Z: swap them"):
        FuzzyDate.between(last, first)


def test_what_starts_in_a_window_begins_at_a_time_in_it() -> None:
    window = FuzzyDate.between(parse_edtf("2024-03-01T09:00"), None)

    assert parse_edtf("2024-03-01T09:00/2024-03-02").starts_in(window)
    assert parse_edtf("2024-03-01").starts_in(window)
    assert not parse_edtf("2024-03-01T08:59/2024-03-02").starts_in(window)


def test_a_day_stands_before_its_times_and_these_before_what_is_longer() -> None:
    ordered = [
        "2024-03-01",
        "2024-03-01T08:15/2024-03-02T08:00",
        "2024-03-01T09:00",
        "2024-03-01T09:00:00",
        "2024-03-01T09:00:00.5",
        "2024-03-01T20:15",
        "2024-03-01/2024-03-02",
        "2024-03",
    ]

    others = ordered[4:] + ordered[:4]

    assert sorted(others, key=lambda text: parse_edtf(text).sort_key) == ordered


@pytest.mark.parametrize(
    ("one", "other", "minutes", "text"),
    [
        ("2024-03-01T09:00", "2024-03-01T12:30", 210, "3 h 30 min"),
        ("2024-03-01T12:30", "2024-03-01T09:00", -210, "3 h 30 min"),
        ("2024-03-01T22:00", "2024-03-02T02:00", 240, "4 h"),
        ("2024-03-01T22:00", "2024-03-03T23:00", 49 * 60, "2 d 1 h"),
        ("2024-03-01T09:00Z", "2024-03-01T19:00+09:00", 60, "1 h"),
        ("2024-03-01T09:00", "2024-03-01T09:00:30", 0, "0 min"),
        ("2024-03-01T08:00/2024-03-01T10:00", "2024-03-01T12:00", 120, "2 h"),
    ],
)
def test_hours_between_two_times(one: str, other: str, minutes: int, text: str) -> None:
    assert parse_edtf(one).minutes_to(parse_edtf(other)) == minutes
    assert hours_text(minutes) == text


@pytest.mark.parametrize(("one", "other"), [("2024-03-01", "2024-03-01T12:30"), ("2024-03-01T12:30", "2024-03-02")])
def test_there_are_no_hours_between_what_says_no_time(one: str, other: str) -> None:
    assert parse_edtf(one).minutes_to(parse_edtf(other)) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-03-01", None, None),
        ("2024-03-01T09:15Z/..", Clock("09:15", "Z"), None),
        ("2024-03-01T09:15/", Clock("09:15", ""), Clock("09:15", "")),
        ("/2024-03-01T09:15-05", Clock("09:15", "-05"), Clock("09:15", "-05")),
        ("2024-03-01/2024-03-02T09:15", None, Clock("09:15", "")),
    ],
)
def test_the_times_at_the_ends_of_a_date(text: str, start: Clock | None, end: Clock | None) -> None:
    assert of_date(text) == (start, end)
