"""What to write in place of a day in figures that is not read: where it has one reading, that; else the question."""

import datetime
import re
from typing import Final

from relations_cli.dates.days import month_length
from relations_cli.dates.reading import numeric
from relations_cli.dates.reading.numeric import Three
from relations_cli.dates.refusal import Refusal

_AHEAD: Final = 10
"""Years from today on that a year of two digits may mean."""
_CENTURY: Final = 100
_MONTHS: Final = 12
_DAY: Final = r"\d{1,2}(?:[-/]|\. ?)\d{1,2}(?:[-/]|\. ?)\d{2,4}"
_RANGE: Final = re.compile(
    rf"(?P<opening>since |from |until |\.\. ?)?(?P<first>{_DAY})"
    rf"(?:(?P<sign> ?(?:\.\.|–|-) ?| (?:to|until|through) )(?P<last>{_DAY})?)?",
    re.ASCII | re.IGNORECASE,
)
_WHICH: Final = "which is the day, which the month?"
_ANY: Final = "write YYYY-MM-DD"


def full_year(digits: str, today: datetime.date) -> str:
    """The year in four digits: one of two is the one of hundred that ends ten years from today."""
    if len(digits) != 2:  # noqa: PLR2004
        return digits
    first = today.year + _AHEAD - _CENTURY + 1
    return f"{first + (int(digits) - first) % _CENTURY:04d}"


def hint(text: str, today: datetime.date | None) -> tuple[str, str] | None:
    """Reason and hint for a day in figures, or a range of such days; None where the text is none.

    Args:
        text: normalised.
        today: what a year of two digits is near; None: such a year has no century.
    """
    begun = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", text, re.ASCII)
    if begun:
        return _year_first(begun[1], int(begun[3]), int(begun[4]), is_hyphened=begun[2] == "-")
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    ends = [numeric.three(match[name]) for name in ("first", "last") if match[name]]
    found = [_reading(end, today) for end in ends if end is not None]
    if len(found) < len(ends):
        return None
    for reason, _ in found:
        if reason:
            return reason, next(hint for why, hint in found if why)
    sign = ".." if match["sign"] or match["opening"] else ""
    days = [day for _, day in found]
    if match["opening"] and not match["opening"].lower().startswith(("since", "from")):
        return f"write {sign}{days[0]}", ""
    return f"write {days[0]}{sign}{''.join(days[1:])}", ""


def _year_first(year: str, one: int, other: int, *, is_hyphened: bool) -> tuple[str, str] | None:
    """Of year, month and day, or of year, day and month where there is no such month."""
    for month, day in ((one, other), (other, one)):
        if _is_day(year, month, day):
            what = "write it with hyphens" if not is_hyphened else "write"
            return f"{what}{': ' if not is_hyphened else ' '}{year}-{month:02d}-{day:02d}", ""
    return None if is_hyphened else ("there is no such day", _ANY)


def _reading(date: Three, today: datetime.date | None) -> tuple[str, str]:
    """A reason, which may be empty, and what to write: a day, or the hint of that reason."""
    if len(date.year) == 2 and today is None:  # noqa: PLR2004
        return _WHICH, _ANY
    year = date.year if today is None else full_year(date.year, today)
    first, second = int(date.one), int(date.other)
    orders = ((second, first), (first, second))
    days = [f"{year}-{month:02d}-{day:02d}" for month, day in orders if _is_day(year, month, day)]
    if not days:
        return _none(date, year)
    if len(set(days)) > 1 or _may_begin_with_the_year(date, today):
        return _WHICH, _ANY
    return "", days[0]


def _may_begin_with_the_year(date: Three, today: datetime.date | None) -> bool:
    """Whether ``13/12/11`` may be of 2013; not where that lies far ahead, nor where its month has one digit."""
    if today is None or len(date.other) != 2 or not date.is_year_first:  # noqa: PLR2004
        return False
    return int(date.one) <= today.year % _CENTURY or int(date.one) > today.year % _CENTURY + _AHEAD


def _none(date: Three, year: str) -> tuple[str, str]:
    """Why there is no such day."""
    try:
        numeric.read(f"{date.one}/{date.other}/{year}", "dmy", None)
    except Refusal as refusal:
        return refusal.reason, refusal.hint or _ANY
    return _WHICH, _ANY


def _is_day(year: str, month: int, day: int) -> bool:
    return int(year) > 0 and 1 <= month <= _MONTHS and 1 <= day <= month_length(int(year), month)
