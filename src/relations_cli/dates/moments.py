"""A date as the days and times of a calendar: from when until when, as iCalendar says it (RFC 5545, section 3.6.1)."""

import datetime
from typing import NamedTuple

from relations_cli.dates.clock import Clock
from relations_cli.dates.days import Day
from relations_cli.dates.fuzzy import FuzzyDate

Moment = datetime.date
"""A day; or, as a ``datetime``, a time: in UTC where its zone is known, else without one."""


class Moments(NamedTuple):
    """From when until when: two days or two times."""

    start: Moment
    end: Moment | None
    """Exclusive; None: one day, or one instant."""


def moments(date: FuzzyDate) -> Moments | None:
    """The days and times that a date covers; None where a calendar cannot hold them, before year 1 or after 9999.

    Of a date that is open or unknown at one end, the known end alone: its first day, or its last where the start is
    what is missing. A time in a zone is in UTC, unless the other end says a time without one: then both are as written.
    """
    try:
        return _moments(date)
    except (ValueError, OverflowError):
        return None


def _moments(date: FuzzyDate) -> Moments | None:
    """The same.

    Raises:
        ValueError: a day is in no year from 1 to 9999.
        OverflowError: so is the end.
    """
    known = (date.lower, date.upper)
    first, last = known[0] or known[1], known[1] or known[0]
    if date.undated or first is None or last is None:
        return None
    clocks = date.clocks
    if None in known:
        first = last = known[0] or last
        clock = clocks[0] if known[0] else clocks[1]
        clocks = (clock, clock)
    if clocks == (None, None):
        start, end = _day(first), _day(last)
        return Moments(start, None if end == datetime.date.max and start == end else end + datetime.timedelta(days=1))
    in_utc = all(clock.zone for clock in clocks if clock)
    begins = _time(first, clocks[0] or Clock("00:00", clocks[1].zone if clocks[1] else ""), in_utc=in_utc)
    ends = (
        _time(last, clocks[1], in_utc=in_utc)
        if clocks[1]
        else _time(last, Clock("00:00", clocks[0].zone if clocks[0] else ""), in_utc=in_utc)
        + datetime.timedelta(days=1)
    )
    return Moments(begins, ends if ends > begins else None)


def _day(day: Day) -> datetime.date:
    return datetime.date(*day)


def _time(day: Day, clock: Clock, *, in_utc: bool) -> datetime.datetime:
    """The time on a day, to the second, by its own clock, or in UTC."""
    seconds = int(clock.time[6:8] or 0)
    written = datetime.datetime(*day, int(clock.time[:2]), int(clock.time[3:5]), seconds)  # noqa: DTZ001 -- as written
    if not in_utc or not clock.zone:
        return written
    ahead = int(clock.begins()[0] - clock.begins(in_utc=True)[0])
    return (written - datetime.timedelta(minutes=ahead)).replace(tzinfo=datetime.UTC)
