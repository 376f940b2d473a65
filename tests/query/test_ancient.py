"""Dates of other ages in questions: before year 1, deep time, eras, centuries; and the day that is today."""

import pytest

from relations_cli.errors import DateError
from small import asked, refused


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("44 BC", "44 BC"),
        ("44 bce", "44 BC"),
        ("AD 79", "0079"),
        ("79 AD", "0079"),
        ("A.D. 79", "0079"),
        ("c. 44 BC", "c. 44 BC"),
        ("10,000 BC", "10000 BC"),
        ("March 44 BC", "March 44 BC"),
        ("15 March 44 BC", "15 Mar 44 BC"),
        ("-0043", "44 BC"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("0000", "1 BC"),
        ("-0500/-0400", "501 BC \u2013 401 BC"),
        ("-0500..-0400", "501 BC \u2013 401 BC"),
        ("500-400 BC", "500 BC \u2013 400 BC"),
        ("500 BC..AD 79", "500 BC \u2013 0079"),
        ("500 BC to 1800", "500 BC \u2013 1800"),
        ("Y-13800000000", "13800000001 BC"),
        ("Y-13800000000..Y-4540000000", "13800000001 BC \u2013 4540000001 BC"),
        ("19th century", "1800\u20131899"),
        ("the 19th Century", "1800\u20131899"),
        ("19th-century", "1800\u20131899"),
        ("late 19th century", "c. 1800 \u2013 c. 1899"),
        ("mid-19th century", "c. 1800 \u2013 c. 1899"),
        ("1st century", "0001\u20130099"),
        ("2nd century BC", "200 BC \u2013 101 BC"),
        ("1st century BC", "100 BC \u2013 1 BC"),
    ],
)
def test_dates_of_other_ages_are_asked_for_as_people_and_data_write_them(typed: str, meant: str) -> None:
    assert str(asked(on=typed).on) == meant
    window = asked(since=typed).window
    assert window is not None
    assert asked(until=typed).window is not None


def test_a_range_that_is_open_on_one_side_may_lie_before_year_1() -> None:
    before, after = asked(on="..-0043").on, asked(on="-0043..").on

    assert before is not None
    assert after is not None
    assert before.last_day == (-43, 12, 31)
    assert after.last_day is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("-0043", "44 BC"),
        ("44 BC", "44 BC"),
        ("AD 79", "0079"),
        ("Y-13800000000", "13800000001 BC"),
        ("19th century", "1800\u20131899"),
        ("late 2nd century BC", "c. 200 BC \u2013 c. 101 BC"),
    ],
)
def test_a_year_may_be_of_another_age(typed: str, meant: str) -> None:
    assert [str(one) for one in asked(years=[f"{typed},2024"]).years] == [meant, "2024"]


def test_the_anniversary_of_today_is_that_of_the_day_of_the_question() -> None:
    assert asked(anniversaries=["today", "02"]).anniversaries == ((6, 15), (2, None))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-43", "on: '-43' is no year: write 2024, 44 BC or -0043"),
        ("0 BC", "people have no year 0; write 1 BC or AD 1"),
        ("0th century", "there is no century 0; write 1st century"),
        ("sometime BC", "on: 'sometime BC' is no year: write 2024, 44 BC or -0043"),
    ],
)
def test_what_is_of_no_age_is_refused(typed: str, said: str) -> None:
    with refused(said, DateError, parameter="on"):
        asked(on=typed)
