"""A moment answers most events without their dates being read, and as if they had been."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.model.facts import Chronology, Event
from relations_cli.model.status import event_standing
from relations_cli.query.moment import Moment

DATES = (
    *("2030", "2026-11-30", "2026-12", "202X", "2022-XX", "2026-1X-01", "2026-11-3X", "2026-23", "2026-11~", "2026?"),
    *(
        "%2030/2031",
        "../2030",
        "2026-11-30/..",
        "2026/2031",
        "Y20000",
        "-0043",
        "{2026-12-01,2027}",
        "[2026..]",
        "0001",
    ),
)


@pytest.mark.parametrize("date", DATES)
@given(day=st.dates())
def test_an_event_without_claims_stands_as_its_date_says(date: str, day: datetime.date) -> None:
    today = (day.year, day.month, day.day)
    event = Event(id="e", date=date, title="E")

    assert Moment(Chronology(title="T", events=(event,)), today).event(event) == event_standing(event, {}, today)
