"""Days as the naive model of the laws has them: triples, worked out with the calendar and nothing of the program."""

import calendar
import re
from typing import Any, NamedTuple

from machine.chance import Chance


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; compares as days do."""

    year: int
    month: int
    day: int


BEFORE_ALL = Day(-(10**12), 0, 0)
AFTER_ALL = Day(10**12, 0, 0)


def some_day(chance: Chance) -> Day:
    """A day that any year has, mostly of our own time."""
    year = chance.choice((chance.randrange(2018, 2028), chance.randrange(2018, 2028), chance.randrange(1, 2200)))
    return Day(year, chance.randrange(1, 13), chance.randrange(1, 29))


def iso(day: Day) -> str:
    """The day as EDTF."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def day_of(text: str) -> Day:
    """The day of a text such as ``-0043-03-15``."""
    found = re.fullmatch(r"Y?(-?[0-9]+)-([0-9]{2})-([0-9]{2})", text)
    if found is None:
        raise AssertionError(f"no day: {text!r}")
    return Day(*map(int, found.groups()))


def bounds_of(event: dict[str, Any]) -> tuple[Day, Day] | None:
    """First and last day of an event of ``list -o json`` as filters see them; None: undated."""
    if event["date"] is None or (event["lower"] is None and event["lower_kind"] == event["upper_kind"] == "unknown"):
        return None
    lower, upper = (None if event[key] is None else day_of(event[key]) for key in ("lower", "upper"))
    if lower is None:
        # what is not known is taken for the end that is
        lower = BEFORE_ALL if event["lower_kind"] == "open" else _of_end(event["date"].rpartition("/")[2])[0]
    if upper is None:
        upper = AFTER_ALL if event["upper_kind"] == "open" else _of_end(event["date"].partition("/")[0])[1]
    return lower, upper


def _of_end(text: str) -> tuple[Day, Day]:
    return span_of(text.strip("?~%").partition("T")[0])


def span_of(text: str) -> tuple[Day, Day]:
    """First and last day of YYYY, YYYY-MM or YYYY-MM-DD."""
    year, *rest = map(int, text.split("-"))
    if not rest:
        return Day(year, 1, 1), Day(year, 12, 31)
    if len(rest) == 1:
        return Day(year, rest[0], 1), Day(year, rest[0], calendar.monthrange(year, rest[0])[1])
    return Day(year, *rest), Day(year, *rest)


def neighbour(day: Day, step: int) -> Day:
    """The day before (-1) or behind (1)."""
    month_days = calendar.monthrange(day.year, day.month)[1]
    if 1 <= day.day + step <= month_days:
        return day._replace(day=day.day + step)
    month = day.month + step
    if 1 <= month <= 12:  # noqa: PLR2004
        return Day(day.year, month, 1 if step > 0 else calendar.monthrange(day.year, month)[1])
    return Day(day.year + step, 1 if step > 0 else 12, 1 if step > 0 else 31)
