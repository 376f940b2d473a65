"""One EDTF date that is no interval and no set, level 0 to 2: its days, its precision and its parts as written."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

import msgspec

from relations_cli.dates import clock, days
from relations_cli.dates.days import Day
from relations_cli.dates.refusal import Refusal

# Sub-year codes (ISO 8601-2, 4.8): precision, first and last month; month 13 is January of the next year. ISO leaves
# the limits of seasons open: these are meteorological, the southern ones (29 to 32) six months off.
SUB_YEARS: Final = {
    **dict.fromkeys((21, 25, 31), ("season", 3, 5)),
    **dict.fromkeys((22, 26, 32), ("season", 6, 8)),
    **dict.fromkeys((23, 27, 29), ("season", 9, 11)),
    **dict.fromkeys((24, 28, 30), ("season", 12, 14)),
    **{33 + n: ("quarter", 3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: ("quadrimester", 4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: ("semester", 6 * n + 1, 6 * n + 6) for n in range(2)},
}

_MASKED: Final = {0: "year", 1: "decade", 2: "century", 3: "millennium", 4: "year"}
"""Precision of a year by its trailing X's; of ``XXXX`` nothing is known but that it is a year."""

_MOST_DIGITS: Final = 18  # a year fits in 64 bits
_FOUR: Final = 4


class Granule(msgspec.Struct, frozen=True):
    """What one EDTF date says."""

    lower: Day
    upper: Day
    precision: str
    year: str
    """As written, with sign, X's, ``Y``, exponent and ``S``."""
    month: str
    """Two digits, X's among them; a sub-year code above 20; empty where there is none."""
    day: str
    time: str
    """Without its ``T``; with its zone."""
    flags: tuple[str, ...]
    """For each part that there is, the sign that holds for it: empty, ``?``, ``~`` or ``%``."""

    @property
    def is_undated(self) -> bool:
        """Both digits of the century are masked."""
        return self.year.lstrip("-").startswith("XX")


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled on first use: plain dates never come here."""
    sign = "[?~%]?"
    return re.compile(
        rf"(?P<y0>{sign})(?P<year>-?[\dX]{{4}}|Y-?\d+(?:E\d+)?)(?:S(?P<sure>\d+))?(?P<y1>{sign})"
        rf"(?:-(?P<m0>{sign})(?P<month>[\dX]{{2}})(?P<m1>{sign})"
        rf"(?:-(?P<d0>{sign})(?P<day>[\dX]{{2}})(?P<d1>{sign}))?)?"
        rf"(?:T(?P<time>{clock.PATTERN}))?",
        re.ASCII,
    )


def read(text: str) -> Granule:
    """Read one EDTF date.

    Raises:
        Refusal: it is none, or there is no such day.
    """
    match = _pattern().fullmatch(text)
    if match is None:
        from relations_cli.dates.diagnosis import why_not_edtf  # for those who err

        raise Refusal(*why_not_edtf(text))
    year, month, day, sure, time = (match[name] or "" for name in ("year", "month", "day", "sure", "time"))
    flags = _flags(match)
    if time and (not day or any(flags) or "X" in text):
        raise Refusal("a time needs one plain day before it", "write YYYY-MM-DDThh:mm")
    if month and (sure or year.startswith("Y")):
        raise Refusal("a year with Y or S has no months", "write the year alone")
    if sure:
        lower, upper, precision = _significant(year, sure)
    elif not month:
        lower, upper, precision = _year(year)
    elif month.isdigit() and int(month) in SUB_YEARS and not day:
        lower, upper, precision = _sub_year(year, int(month))
    else:
        lower, upper, precision = _month_or_day(year, month, day)
    written = year + (f"S{sure}" if sure else "")
    return Granule(lower, upper, clock.precision(time) if time else precision, written, month, day, time, flags)


def _flags(match: re.Match[str]) -> tuple[str, ...]:
    """A sign before a part holds for that part, a sign behind it for that part and all to its left (8.2 and 8.3)."""
    parts = [name for name, part in (("y", "year"), ("m", "month"), ("d", "day")) if match[part]]
    holding = [
        {match[f"{part}0"]} | {match[f"{other}1"] for other in parts[index:]} for index, part in enumerate(parts)
    ]
    return tuple("%" if {"?", "~"} <= signs or "%" in signs else max(signs) for signs in holding)


def _numbers(mask: str, *, descending: bool = False) -> Iterator[int]:
    """Each number that digits with X's may stand for, in order."""
    any_digit = "9876543210" if descending else "0123456789"
    return (int("".join(digits)) for digits in product(*(any_digit if sign == "X" else sign for sign in mask)))


def _years(year: str, *, descending: bool = False) -> Iterator[int]:
    """Each year that a mask may stand for, in order.

    Raises:
        Refusal: there is none, or it is too far away.
    """
    if year.startswith("Y"):
        return iter((_long_year(year),))
    if year == "-0000":
        raise Refusal("there is no year -0000", "0000 is 1 BC, -0001 is 2 BC")
    if year.startswith("-"):
        return (-number for number in _numbers(year[1:], descending=not descending) if number)
    return _numbers(year, descending=descending)


def _long_year(year: str) -> int:
    digits, _, exponent = year.lstrip("Y-").partition("E")
    zeros = int(exponent) if exponent else 0
    if len(digits) + zeros > _MOST_DIGITS:  # before they are written out
        raise Refusal(f"a year has at most {_MOST_DIGITS} digits")
    if digits.startswith("0") or len(digits) + zeros <= _FOUR:
        raise Refusal("Y is for years of more than four digits", "write YYYY")
    number = int(digits + "0" * zeros)
    return -number if year.startswith("Y-") else number


def _year(year: str) -> tuple[Day, Day, str]:
    masked = len(year) - len(year.rstrip("X"))
    scattered = "X" in year.rstrip("X")
    precision = "year" if scattered else _MASKED[masked]
    return (next(_years(year)), 1, 1), (next(_years(year, descending=True)), 12, 31), precision


def _significant(year: str, sure: str) -> tuple[Day, Day, str]:
    """``1950S2``: of the year only the first digits are sure."""
    if "X" in year:
        raise Refusal("S and X both say which digits are sure", "write one of them")
    number = next(_years(year))
    digits = max(len(str(abs(number))), _FOUR)
    if sure.startswith("0") or len(sure) > 2 or int(sure) > digits:  # noqa: PLR2004
        raise Refusal(f"the year has {digits} digits", f"write S1 to S{digits}")
    step: int = 10 ** (digits - int(sure))
    nearest = abs(number) // step * step
    farthest = nearest + step - 1
    low, high = (-farthest, -nearest) if number < 0 else (nearest, farthest)
    return (low, 1, 1), (high, 12, 31), "year"


def _sub_year(year: str, code: int) -> tuple[Day, Day, str]:
    precision, first, last = SUB_YEARS[code]
    low, high = next(_years(year)), next(_years(year, descending=True))
    low, first = low + (first - 1) // 12, (first - 1) % 12 + 1
    high, last = high + (last - 1) // 12, (last - 1) % 12 + 1
    return (low, first, 1), (high, last, days.month_length(high, last)), precision


def _month_or_day(year: str, month: str, day: str) -> tuple[Day, Day, str]:
    """The hull of the days that exist: ``1985-0X-31`` is January to August."""
    months = [number for number in _numbers(month) if 1 <= number <= 12]  # noqa: PLR2004
    if not months:
        raise Refusal(f"there is no month {month}", "write YYYY, YYYY-MM or YYYY-MM-DD")
    if not day:
        low, high = next(_years(year)), next(_years(year, descending=True))
        return (low, months[0], 1), (high, months[-1], days.month_length(high, months[-1])), "month"
    numbers = [number for number in _numbers(day) if number]
    # In a leap year, so that only 29 February is left to look for.
    pairs = [(one, number) for one in months for number in numbers if number <= days.month_length(2000, one)]
    lower = _first(_years(year), pairs)
    upper = _first(_years(year, descending=True), pairs[::-1])
    if lower is None or upper is None:
        raise Refusal(f"there is no day {month}-{day} in {year}", "correct the day")
    return lower, upper, "day"


def _first(years: Iterator[int], pairs: list[tuple[int, int]]) -> Day | None:
    if not pairs:
        return None
    for year in years:
        for month, day in pairs:
            if day <= days.month_length(year, month):
                return year, month, day
    return None
