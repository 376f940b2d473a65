"""Whether two dates that are written side by side are one, what one of them lacks the other having."""

from typing import Final

from relations_cli.dates.reading.spoken import Spoken

_LAST_MONTH: Final = 12
_CENTURY: Final = 100


def belong(first: Spoken, last: Spoken, joint: str, *, is_spaced: bool) -> bool:
    """Whether two dates with a sign between them are one: what one lacks the other has."""
    if first.code and first.year and not last.month and not last.code:
        following = int(first.year) + 1
        return last.year == str(following) or last.day == following % _CENTURY
    if _is_bare_day(first):
        return bool(last.day and last.month) and (joint != "/" or not is_spaced)
    if _is_bare_day(last):
        # 2003/04 may be a month, 2003/98 may not
        may_be_month = joint == "/" and last.day <= _LAST_MONTH
        return _lends_to_day(first, last, is_spaced=is_spaced or (may_be_month and _is_year(first)))
    if joint != "-" and not (first.year or last.year or first.day):
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


def _lends_to_day(first: Spoken, last: Spoken, *, is_spaced: bool) -> bool:
    """Whether two digits behind a date are its last day (``27-29``), or the last of some years (``1994-98``)."""
    if not _is_year(first):
        return bool(first.day and first.month) and (not first.year or first.year == last.year)
    # A month would have been taken for one with the year: 2003-04
    if is_spaced or first.year[0] == "-" or last.day <= int(first.year) % _CENTURY:
        return False
    last.year, last.day = f"{first.year[:2]}{last.day:02d}", 0
    return True


def _is_year(one: Spoken) -> bool:
    return bool(one.year) and not (one.month or one.day or one.code or one.is_decade)


def _is_bare_day(one: Spoken) -> bool:
    return bool(one.day) and not one.month


def follow(first: Spoken, last: Spoken) -> bool:
    """Whether nothing lies between two: the 5th and 6th, May and June, 2003 and 2004."""
    if first.day or last.day:
        return last.day == first.day + 1 and (not first.month or last.month in {0, first.month})
    if first.month and last.month:
        return last.month == first.month + 1
    return bool(first.year and last.year) and int(last.year) == int(first.year) + 1
