"""Two dates that are written side by side: whether they are one, and what one of them lends to the other."""

from typing import Final

from msgspec.structs import replace

from relations_cli.dates.clock import A_NIGHT, read
from relations_cli.dates.days import day_number, day_of_number, year_text
from relations_cli.dates.reading.spoken import Spoken

_LAST_MONTH: Final = 12
_CENTURY: Final = 100
_OF_CLOCK: Final = "0123456789:."
Both = tuple[Spoken, Spoken]


def joined(first: Spoken, last: Spoken, mark: str, *, is_spaced: bool) -> Both | None:
    """Two dates of a running text with a mark between them that are one, ``1994-98`` with both its years; else None."""
    if first.code and first.year and not last.month and not last.code:
        return (first, last) if is_one_season(first, last) else None
    if _is_bare_day(last) and _is_year(first):
        # 2003/04 may be a month, 2003/98 may not; nor may 2003-04, or it would have been taken for one with the year
        is_month = is_spaced or (mark == "/" and last.day <= _LAST_MONTH)
        if is_month or first.year[0] == "-" or last.day <= int(first.year) % _CENTURY:
            return None
        return first, replace(last, year=f"{first.year[:2]}{last.day:02d}", day=0)
    return (first, last) if _belong(first, last, mark, is_spaced=is_spaced) else None


def _belong(first: Spoken, last: Spoken, mark: str, *, is_spaced: bool) -> bool:
    """Whether what one lacks the other has."""
    if _is_bare_day(first):
        return bool(last.day and last.month) and (mark != "/" or not is_spaced)
    if _is_bare_day(last):
        return bool(first.day and first.month) and (not first.year or first.year == last.year)
    if mark != "-" and not (first.year or last.year or first.day):
        return bool(first.month and last.month)
    if last.year and first.year:
        return int(last.year) >= int(first.year)
    return _share_year(first, last, is_spaced=is_spaced)


def _share_year(first: Spoken, last: Spoken, *, is_spaced: bool) -> bool:
    """Whether the year of one holds for both: not in ``3 May - 1977 elections``, ``1993 - May 5:``, ``May 2 -Jan``."""
    if last.year:
        return not (first.day and _is_year(last))
    if first.day and not (last.day or is_spaced):
        return False
    return not first.year or bool(first.month and last.month)


def is_one_season(first: Spoken, last: Spoken) -> bool:
    """Whether a season with its year and the year after it are one: ``winter 2021–22``, ``winter 1999–2000``."""
    if not (first.code and first.year):
        return False
    following = int(first.year) + 1
    return replace(last, sign="", has_era=False) in (
        Spoken(year=year_text(following)),
        Spoken(day=following % _CENTURY),
    )


def with_month(first: Spoken, last: Spoken) -> Both:
    """The month that is written once for two days, at both: ``May 16-17``, ``16–17 May``."""
    if not (first.day and last.day):
        return first, last
    return replace(first, month=first.month or last.month), replace(last, month=last.month or first.month)


def lent(first: Spoken, last: Spoken) -> Both:
    """What is written once, at the end alone, at both, where it can be: ``May 16-17, 2024``, ``June–July 1940``."""
    if first.sign and _is_year(first) and _is_bare_day(last) and last.day > int(first.year) % _CENTURY:
        return first, replace(last, year=f"{first.year[:2]}{last.day:02d}", day=0)
    if first.year or not last.year:
        return first, last
    first, last = with_month(first, last)
    is_alike = bool(first.month) == bool(last.month) and bool(first.code) == bool(last.code)
    return (replace(first, year=last.year), last) if is_alike else (first, last)


def timed(first: Spoken, last: Spoken) -> Both:
    """The day that is written once for two times, at both, and the zone that is written behind the last alone."""
    if last.is_clock:
        last = replace(first, clock=last.clock)
    elif first.is_clock:
        first = replace(last, clock=first.clock)
    else:
        return first, last
    if not first.clock.strip(_OF_CLOCK):
        first = replace(first, clock=first.clock + last.clock.lstrip(_OF_CLOCK))
    return first, last


def over_midnight(first: Spoken, last: Spoken) -> Spoken:
    """The last of two times: of one day, it is on the next where that is not far behind the first."""
    begins, ends = read(first.clock), read(last.clock)
    if not (begins and ends and replace(last, clock=first.clock) == first and ends.is_before(begins)):
        return last
    if begins.minutes_to(ends, days=1) > A_NIGHT:
        return last
    year, month, day = day_of_number(day_number((int(first.year), first.month, first.day)) + 1)
    return replace(last, year=year_text(year), month=month, day=day, weekday=None)


def follow(first: Spoken, last: Spoken) -> bool:
    """Whether nothing lies between two: the 5th and 6th, May and June, 2003 and 2004."""
    if first.day or last.day:
        return last.day == first.day + 1 and (not first.month or last.month in {0, first.month})
    if first.month and last.month:
        return last.month == first.month + 1
    return bool(first.year and last.year) and int(last.year) == int(first.year) + 1


def following(first: Spoken, number: int) -> Spoken:
    """What figures name behind a day or month: ``2013-08-01/03``, ``2013-08/09``, ``2013-12/01`` of the year after."""
    if first.day:
        return replace(first, day=number, weekday=None)
    return Spoken(year=year_text(int(first.year) + (number <= first.month)), month=number)


def _is_year(one: Spoken) -> bool:
    return bool(one.year) and not (one.month or one.day or one.code or one.is_decade)


def _is_bare_day(one: Spoken) -> bool:
    return bool(one.day) and not one.month
