"""Periods of the calendar: each day lies in one of each unit, which a label names; a date has those of its days."""

import datetime
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_cli.dates import parse_edtf
from relations_cli.dates.days import Day, day_before, day_number, day_of_number, day_text, month_length
from relations_cli.dates.names import WEEKDAYS
from relations_cli.dates.periods import (
    MOST,
    UNITS,
    Unit,
    bounds,
    in_order,
    touched,
    touched_together,
    unit_of,
    with_empty,
)

numbers = st.integers(-4_000_000, 4_000_000) | st.integers(-(10**14), 10**14)
STRETCHES = [unit for unit in UNITS if unit != "weekday"]


def label(unit: Unit, day: Day) -> str:
    """Of a plain day, as a date has it."""
    (only,) = touched(unit, parse_edtf(day_text(day)))
    return only


@settings(max_examples=50)
@given(numbers)
def test_a_day_has_a_number_and_a_number_a_day(number: int) -> None:
    day = day_of_number(number)

    assert day_number(day) == number
    assert 1 <= day[2] <= month_length(day[0], day[1])
    assert day_before(day) == day_of_number(number - 1)


@settings(max_examples=50)
@given(st.integers(-3_600_000, 3_600_000))
def test_a_day_lies_in_the_period_of_its_label_and_the_next_one_begins_behind_it(number: int) -> None:
    day = day_of_number(number)

    for unit in STRETCHES:
        name = label(unit, day)
        first, last = bounds(name)
        assert first <= day <= last
        assert unit_of(name) == unit
        assert [label(unit, one) for one in (first, last)] == [name, name]
        assert label(unit, day_of_number(day_number(last) + 1)) != name


@settings(max_examples=50)
@given(st.dates())
def test_weeks_and_weekdays_are_those_of_the_standard_library(day: datetime.date) -> None:
    year, week, of_week = day.isocalendar()
    one = (day.year, day.month, day.day)

    assert label("weekday", one) == WEEKDAYS[of_week - 1]
    assert label("week", one) == f"{year:04d}-W{week:02d}"


@settings(max_examples=30)
@given(st.integers(700_000, 740_000), st.integers(0, 500), st.sampled_from(list(combinations(UNITS, 2))))
def test_what_a_date_touches_is_what_its_days_do(start: int, length: int, units: tuple[Unit, Unit]) -> None:
    days = [day_of_number(number) for number in range(start, start + length + 1)]
    date = parse_edtf("/".join(map(day_text, {days[0]: 0, days[-1]: 0})))
    names = {unit: [label(unit, day) for day in days] for unit in units}

    for unit in units:
        assert list(touched(unit, date)) == list(dict.fromkeys(names[unit]))
    assert set(touched_together(units, date)) == set(zip(names[units[0]], names[units[1]], strict=True))


@pytest.mark.parametrize("unit", STRETCHES)
def test_between_two_periods_all_are_there_once_in_order(unit: Unit) -> None:
    ends = [label(unit, day) for day in ((-15, 3, 1), (12, 8, 9))]
    every = with_empty(unit, ends)

    assert every == in_order(unit, set(every))
    assert [every[0], every[-1]] == ends
    for one, other in pairwise(every):
        assert day_number(bounds(one)[1]) + 1 == day_number(bounds(other)[0])
    assert with_empty(unit, []) == []


def test_no_more_periods_are_filled_in_than_there_may_be() -> None:
    assert len(with_empty("year", ["0000", "9999"])) == MOST
    assert with_empty("year", ["0000", "Y10000"]) == ["0000", "Y10000"]
    assert with_empty("weekday", ["Friday"]) == list(WEEKDAYS)
    assert with_empty("weekday", []) == []


def test_members_of_a_set_that_fall_on_one_weekday_have_it_once() -> None:
    assert list(touched("weekday", parse_edtf("{2024-03-06,2024-02-29,2024-03-07}"))) == ["Thursday", "Wednesday"]


def test_a_coarser_label_stands_behind_the_finer_ones_of_its_beginning_and_fills_nothing() -> None:
    assert with_empty("month", ["2001", "2001-01", "2000-12", "2010"]) == ["2000-12", "2001-01", "2001", "2010"]
    assert with_empty("week", ["2001", "2001-02"]) == ["2001", "2001-02"]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("1990s", (1990, 1, 1), (1999, 12, 31)),
        ("0000s", (0, 1, 1), (9, 12, 31)),
        ("-0000s", (-9, 1, 1), (-1, 12, 31)),
        ("-0040s", (-49, 1, 1), (-40, 12, 31)),
        ("Y-13800000000s", (-13_800_000_009, 1, 1), (-13_800_000_000, 12, 31)),
        ("2020-Q4", (2020, 10, 1), (2020, 12, 31)),
        ("2020-W53", (2020, 12, 28), (2021, 1, 3)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("Y12345", (12345, 1, 1), (12345, 12, 31)),
    ],
)
def test_bounds_are_those_that_the_label_says(name: str, first: Day, last: Day) -> None:
    assert bounds(name) == (first, last)
