"""Days of the proleptic Gregorian calendar in any year: ``datetime.date`` ends at 9999 and knows no year 0."""

from typing import Final, Literal, overload

Day = tuple[int, int, int]
"""Year (astronomical: 0 is 1 BC), month, day. Tuples compare as days do."""

Bounds = tuple[Day, Day]
"""First and last day of what one date without an end of its own may mean: a day, a month, a season, a decade."""

Order = Literal["dmy", "mdy"]
"""Which of day and month comes first in a date in figures, where the year comes last."""

_BEFORE_MONTH: Final = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FOUR_DIGITS: Final = 9999


def is_leap(year: int) -> bool:
    """Whether the year has 366 days; year 0 has."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a month from 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]  # noqa: PLR2004


def day_number(day: Day) -> int:
    """A number that grows by one a day; from year 1 to 9999 it is ``datetime.date.toordinal``."""
    year, month, of_month = day
    past = year - 1
    leap_day = month > 2 and is_leap(year)  # noqa: PLR2004
    return past * 365 + past // 4 - past // 100 + past // 400 + _BEFORE_MONTH[month] + leap_day + of_month


def day_of_number(number: int) -> Day:
    """The day of which ``day_number`` gives that."""
    year = number * 400 // 146_097  # days in 400 years; at most one too early
    year += day_number((year + 1, 1, 1)) <= number
    year += day_number((year + 1, 1, 1)) <= number
    month = (number - day_number((year, 1, 1))) // 31 + 1  # at most one too early
    month += month < 12 and day_number((year, month + 1, 1)) <= number  # noqa: PLR2004
    return year, month, number - day_number((year, month, 1)) + 1


def day_before(day: Day) -> Day:
    """The day before."""
    year, month, of_month = day
    if of_month > 1:
        return year, month, of_month - 1
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return year, month, month_length(year, month)


def weekday(day: Day) -> int:
    """0 is Monday."""
    return (day_number(day) + 6) % 7


def year_text(year: int) -> str:
    """The year as EDTF writes it: four digits, or ``Y`` and more."""
    if abs(year) > _FOUR_DIGITS:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


@overload
def day_text(day: Day) -> str: ...
@overload
def day_text(day: None) -> None: ...
def day_text(day: Day | None) -> str | None:
    """The day as ISO 8601 writes it, a year beyond 9999 or before 0 with its sign; None for no day."""
    if day is None:
        return None
    year, month, of_month = day
    sign = "-" if year < 0 else "+" if year > _FOUR_DIGITS else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{of_month:02d}"


def edtf_text(day: Day) -> str:
    """The day as EDTF writes it, which has no days in years of more than four digits: there the year alone."""
    return year_text(day[0]) if abs(day[0]) > _FOUR_DIGITS else day_text(day)
