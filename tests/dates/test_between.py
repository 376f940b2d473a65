"""How a window names its edges, and which it refuses."""

import datetime

import pytest

from relations_cli.dates import FuzzyDate, leading_date, parse_edtf, parse_typed
from relations_cli.errors import DateError


@pytest.mark.parametrize(
    ("since", "until", "text"),
    [
        ("2001", "2003-05", "2001/2003-05"),
        ("2001-05-03", "2001-05-03", "2001-05-03/2001-05-03"),
        ("2001-24", "2004", "2001-24/2004"),
        # What is not one plain date is named by its day.
        ("2001/2003", "2004~", "2001-01-01/2004-12-31"),
        ("2001/2003", "2001", "2001-01-01/2001"),
        ("{2001,2003}", "[2004,2006]", "2001-01-01/2006-12-31"),
        ("2001-05-03T10:00:00Z", "2004", "2001-05-03T10:00:00Z/2004"),
        ("2001", "2003/2004-05", "2001/2004-05-31"),
    ],
)
def test_a_window_names_plain_dates_as_they_are_and_others_by_their_day(since: str, until: str, text: str) -> None:
    assert FuzzyDate.between(parse_edtf(since), parse_edtf(until)).text == text


@pytest.mark.parametrize(
    ("since", "until", "text"),
    [
        ("1990s", "2010s", "1990-01-01/2019-12-31"),
        ("2024-W01", "2024-W05", "2024-01-01/2024-02-04"),
        ("c. 1990s", "2004", "1990-01-01/2004"),
    ],
)
def test_a_window_names_by_its_day_what_edtf_has_as_an_interval_only(since: str, until: str, text: str) -> None:
    today = datetime.date(2026, 11, 23)

    assert FuzzyDate.between(parse_typed(since, today=today), parse_typed(until, today=today)).text == text


@pytest.mark.parametrize(
    ("since", "until"), [("2001", "2003-05"), ("2001~", None), (None, "2003?"), ("2001/..", "[2003,2004]")]
)
def test_a_window_is_the_interval_that_its_text_stands_for(since: str | None, until: str | None) -> None:
    first, last = (None if text is None else parse_edtf(text) for text in (since, until))

    window = FuzzyDate.between(first, last)

    again = parse_edtf(window.text)
    assert (window.precision, window.qualifier, window.undated, window.spans) == (
        again.precision,
        again.qualifier,
        again.undated,
        again.spans,
    )
    assert (window.lower_kind, window.upper_kind) == (again.lower_kind, again.upper_kind)


def test_the_edges_of_a_window_are_days_and_an_open_one_is_none() -> None:
    day = (2022, 5, 9)
    date = parse_edtf("2022-05-09")

    assert (FuzzyDate.between(date, None).starts, FuzzyDate.between(date, None).ends) == (((day, day),), (None,))
    assert (FuzzyDate.between(None, date).starts, FuzzyDate.between(None, date).ends) == ((None,), ((day, day),))


@pytest.mark.parametrize(
    ("since", "until", "message"),
    [
        ("XXXX", None, "'XXXX': not even its century is known; name a year"),
        (None, "XXXX", "'XXXX': not even its century is known; name a year"),
        ("2002", "2001", "since 2002 is after until 2001: swap them"),
        ("2005-05-04", "2003/2004", "since 2005-05-04 is after until 2004-12-31: swap them"),
        ("2002~", "2001", "since 2002-01-01 is after until 2001: swap them"),
    ],
)
def test_a_window_that_is_none_is_refused(since: str | None, until: str | None, message: str) -> None:
    first, last = (None if text is None else parse_edtf(text) for text in (since, until))

    with pytest.raises(DateError) as caught:
        FuzzyDate.between(first, last)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "month"),
    [("Spring 2003: x", 3), ("Summer 2003: x", 6), ("Autumn 2003: x", 9), ("Winter 2003: x", 12), ("Q3 2003: x", 7)],
)
def test_a_season_or_quarter_begins_with_its_first_month(text: str, month: int) -> None:
    date = leading_date(text)

    assert date is not None
    assert (date.month, date.end_month) == (month, month)
