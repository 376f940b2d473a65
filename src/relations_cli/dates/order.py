"""The order of dates in time, for rows that may have none."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Final, TypeVar

from relations_cli.dates.days import Day
from relations_cli.dates.edtf import parse_edtf
from relations_cli.dates.fuzzy import FuzzyDate, SortKey

Row = TypeVar("Row")
DateOf = Callable[[Row], FuzzyDate | None]

Place = tuple[int, SortKey | tuple[()]]
"""Compares as dates do."""

_FIRST: Final[Place] = (-1, ())
_LAST: Final[Place] = (1, ())
_FAR: Final = (float("inf"), 0, 0)


def in_time(date: FuzzyDate | str | None, *, without_first: bool = False) -> Place:
    """The place of a date among others: by first day, then last; behind them what is not known to the century.

    Args:
        date: a date or its EDTF; None and the empty text are none at all.
        without_first: whether what has no date stands before all others instead of behind them.

    Raises:
        DateError: the text is no EDTF.
    """
    if not date:
        return _FIRST if without_first else _LAST
    return 0, (parse_edtf(date) if isinstance(date, str) else date).sort_key


def by_instant(rows: Sequence[Row], date_of: DateOf[Row]) -> list[Row]:
    """Rows that are in the order of ``sort_key``, with the times of each day by instant where all of them say a zone.

    On any other day they stay in the order of the clock. Days are those that are written, whatever their zone.
    """
    from relations_cli.dates.clock import may_say_zone  # rows of days have none

    if not any(may_say_zone(date.text) for row in rows if (date := date_of(row)) is not None and "T" in date.text):
        return list(rows)
    found: list[Row] = []
    for day, several in groupby(rows, lambda row: _timed_day(date_of(row))):
        group = list(several)
        found += group if day is None else _day_by_instant(group, date_of)
    return found


def in_order(rows: Iterable[Row], text_of: Callable[[Row], str | None], *, without_first: bool = False) -> list[Row]:
    """Rows by their dates in EDTF, the times of a day by instant likewise; those without one last, or first."""
    ordered = sorted(rows, key=lambda row: in_time(text_of(row), without_first=without_first))
    if not any("T" in (text_of(row) or "") for row in ordered):
        return ordered
    return by_instant(ordered, lambda row: parse_edtf(text) if (text := text_of(row)) else None)


def _day_by_instant(rows: list[Row], date_of: DateOf[Row]) -> list[Row]:
    """The rows that begin at times of one day; as they are, where one says no zone."""
    places = []
    for row in rows:
        date = date_of(row)
        clock = None if date is None else date.clocks[0]
        if date is None or clock is None or not clock.zone:
            return rows
        places.append((clock.begins(in_utc=True), date.last_day or _FAR))
    return [rows[at] for at in sorted(range(len(rows)), key=places.__getitem__)]


def mixed_days(dates: Iterable[FuzzyDate | None]) -> list[Day]:
    """The days of whose times some say their zone and some do not, in order."""
    zones: dict[Day, set[bool]] = {}
    for date in dates:
        day = _timed_day(date)
        if date is not None and day is not None and (clock := date.clocks[0]) is not None:
            zones.setdefault(day, set()).add(bool(clock.zone))
    return sorted(day for day, said in zones.items() if len(said) > 1)


def _timed_day(date: FuzzyDate | None) -> Day | None:
    """The day on which it begins at a time; None where it says none."""
    return date.first_day if date is not None and "T" in date.text and date.clocks[0] is not None else None
