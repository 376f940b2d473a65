"""The periods of the calendar that a date touches, for counting: their labels, their days, and those between."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import groupby, islice
from typing import Final, Literal, NamedTuple, get_args

from relations_cli.dates.days import Bounds, Day, day_before, day_number, day_of_number, year_text
from relations_cli.dates.fuzzy import FuzzyDate, Span
from relations_cli.dates.names import WEEKDAYS

MOST: Final = 10_000
Unit = Literal["year", "month", "week", "weekday", "quarter", "decade"]
UNITS: tuple[Unit, ...] = get_args(Unit)
_DAYS: Final = 7
_MONTHS: Final = 12
_QUARTER: Final = 3
_THURSDAY: Final = 3


class _Parts(NamedTuple):
    """How a unit parts time, into periods with consecutive numbers."""

    number: Callable[[Day], int]
    first: Callable[[int], Day]
    label: Callable[[int], str]
    instead: "Unit | None" = None
    """What is told of a date that is not known to the unit; None: the periods that it may touch."""


def _decade(day: Day) -> int:
    """Years whose texts differ in the last digit alone, as EDTF has it: the nine from -0009 to -0001 are one."""
    return day[0] // 10 if day[0] >= 0 else -(-day[0] // 10) - 1


def _decade_text(n: int) -> str:
    return f"{'-0000' if n == -1 else year_text(10 * (n if n >= 0 else n + 1))}s"


def _week_text(n: int) -> str:
    """ISO 8601-1, 3.1.1.23: the year of a week is that of its Thursday."""
    thursday = n * _DAYS + 1 + _THURSDAY
    year = day_of_number(thursday)[0]
    return _in_year(year, f"W{(thursday - day_number((year, 1, 1))) // _DAYS + 1:02d}")


def _in_year(year: int, part: str) -> str:
    return f"{year_text(year)}-{part}"


_OF: Final[dict[Unit, _Parts]] = {
    "decade": _Parts(_decade, lambda n: (10 * n if n >= 0 else 10 * n + 1, 1, 1), _decade_text),
    "year": _Parts(lambda day: day[0], lambda n: (n, 1, 1), year_text),
    "quarter": _Parts(
        lambda day: 4 * day[0] + (day[1] - 1) // _QUARTER,
        lambda n: (n // 4, n % 4 * _QUARTER + 1, 1),
        lambda n: _in_year(n // 4, f"Q{n % 4 + 1}"),
        "year",
    ),
    "month": _Parts(
        lambda day: _MONTHS * day[0] + day[1] - 1,
        lambda n: (n // _MONTHS, n % _MONTHS + 1, 1),
        lambda n: _in_year(n // _MONTHS, f"{n % _MONTHS + 1:02d}"),
        "year",
    ),
    # Day 1 is a Monday.
    "week": _Parts(
        lambda day: (day_number(day) - 1) // _DAYS, lambda n: day_of_number(n * _DAYS + 1), _week_text, "month"
    ),
    "weekday": _Parts(lambda day: day_number(day) - 1, lambda n: day_of_number(n + 1), lambda n: WEEKDAYS[n % _DAYS]),
}


def touched(unit: Unit, date: FuzzyDate, groups: Sequence[Sequence[Span]] = ()) -> Iterator[str]:
    """The labels of the periods that the date touches on days of each group, once each, the first ``MOST``.

    They stand in the order of time, a year before its months; weekdays in the order in which they come. A date that is
    not known to the unit has labels of a coarser one (of a week its month or year, of a month or quarter its year); it
    has no weekday.
    """
    labels = (_OF[of].label(n) for _, of, n in _touched(unit, date, groups))
    return iter(dict.fromkeys(labels)) if unit == "weekday" else labels


def touched_together(
    units: tuple[Unit, Unit], date: FuzzyDate, groups: Sequence[Sequence[Span]] = ()
) -> Iterator[tuple[str, str]]:
    """The labels of two units that ``touched`` gives and that share a day, of each member the first ``MOST``."""
    for lower, upper, known in _common(date, groups):
        of = [_OF[unit] for unit in (_known_to(one, known) for one in units) if unit is not None]
        if len(of) == len(units):
            days = _beginnings(of, lower, upper, most=_DAYS if "weekday" in units else MOST)
            yield from ((of[0].label(of[0].number(day)), of[1].label(of[1].number(day))) for day in islice(days, MOST))


def _beginnings(of: Sequence[_Parts], lower: Day, upper: Day, most: int) -> Iterator[Day]:
    """The first day, and each on which a period begins; of shorter periods at most so many within a longer one."""
    day, within = lower, 0
    while day <= upper:
        yield day
        following = sorted(one.first(one.number(day) + 1) for one in of)
        within = within + 1 if following[0] < following[-1] else 0
        day = following[within >= most]
        within %= most


def _touched(unit: Unit, date: FuzzyDate, groups: Sequence[Sequence[Span]]) -> Iterator[tuple[Day, Unit, int]]:
    """Each period with its first day, one by one: who asks for the first does not wait for ten thousand."""
    members = (_periods(_known_to(unit, known), lower, upper) for lower, upper, known in _common(date, groups))
    return islice((one for one, _ in groupby(merge(*members, key=_by_time))), MOST)


def _by_time(period: tuple[Day, Unit, int]) -> tuple[Day, int]:
    first, unit, _ = period
    return first, UNITS.index(unit)


def _periods(unit: Unit | None, lower: Day, upper: Day) -> Iterator[tuple[Day, Unit, int]]:
    if unit is None:
        return
    of = _OF[unit]
    first = of.number(lower)
    most = _DAYS if unit == "weekday" else MOST
    for n in range(first, min(of.number(upper), first + most - 1) + 1):
        yield of.first(n), unit, n


def _known_to(unit: Unit, granules: Sequence[Bounds]) -> Unit | None:
    """The unit, or the coarser one, to which all of these are known; None: there is none."""
    if unit == "weekday":
        return unit if all(first == last for first, last in granules) else None
    number, _, _, instead = _OF[unit]
    if instead is None or all(number(first) == number(last) for first, last in granules):
        return unit
    return _known_to(instead, granules)


def _common(date: FuzzyDate, groups: Sequence[Sequence[Span]]) -> Iterator[tuple[Day, Day, Sequence[Bounds]]]:
    """What each member has in common with one span of each group, and what the member begins and ends with."""
    if date.undated:
        return
    for span, start, end in zip(date.spans, date.starts, date.ends, strict=True):
        common = [span]
        for group in groups:
            common = [both for one in common for other in group if (both := _both(one, other)) is not None]
        for part in common:
            lower, upper = _known(*part, start, end)
            if lower and upper:
                yield lower, upper, [granule for granule in (start, end) if granule is not None]


def _both(one: Span, other: Span) -> Span | None:
    lower = max((day for day in (one[0], other[0]) if day), default=None)
    upper = min((day for day in (one[1], other[1]) if day), default=None)
    return None if lower and upper and lower > upper else (lower, upper)


def _known(lower: Day | None, upper: Day | None, start: Bounds | None, end: Bounds | None) -> Span:
    """The days with each infinite end put at the known one."""
    if upper is None:
        upper = max((day for day in (lower, start[1] if start else None) if day), default=None)
    if lower is None:
        lower = min((day for day in (upper, end[0] if end else None) if day), default=None)
    return lower, upper


_LABEL: Final = r"(Y?-?\d+)(?:(s)|-(?:Q(\d)|W(\d\d)|(\d\d)))?"


def _period(label: str) -> tuple[Unit, int]:
    """The unit and number of a label, but for a weekday's."""
    found = re.fullmatch(_LABEL, label, re.ASCII)
    if found is None:
        raise ValueError(label)
    year, decade, quarter, week, month = found.groups()
    n = int(year.removeprefix("Y"))
    if decade:
        return "decade", _decade((n, 1, 1)) if n or year[0] != "-" else -1
    if quarter:
        return "quarter", 4 * n + int(quarter) - 1
    if month:
        return "month", _MONTHS * n + int(month) - 1
    # The 4th of January lies in the first week of its year.
    return ("week", _OF["week"].number((n, 1, 4)) + int(week) - 1) if week else ("year", n)


def beside(unit: Unit, day: Day, step: int) -> str:
    """The label of the period that lies so many before (negative) or behind that of a day."""
    return _OF[unit].label(_OF[unit].number(day) + step)


def unit_of(label: str) -> Unit:
    """The unit of a label, which is no weekday."""
    return _period(label)[0]


@lru_cache(maxsize=4096)
def bounds(label: str) -> Bounds:
    """The first and last day of the period with that label, which is no weekday."""
    unit, n = _period(label)
    first = _OF[unit].first
    return first(n), day_before(first(n + 1))


def in_order(unit: Unit, labels: Iterable[str]) -> list[str]:
    """The labels in the order of time, a month before its year; weekdays from Monday on."""
    return sorted(labels, key=WEEKDAYS.index if unit == "weekday" else lambda label: (bounds(label), label))


def with_empty(unit: Unit, labels: Iterable[str]) -> list[str]:
    """The labels in their order, and between the first and the last period of the unit those that are not there.

    Of weekdays there are all. Nothing is added where there would be more than ``MOST``.
    """
    given = set(labels)
    if unit == "weekday":
        return list(WEEKDAYS) if given else []
    numbers = [n for of, n in map(_period, given) if of == unit]
    if numbers and max(numbers) - min(numbers) < MOST:
        given.update(map(_OF[unit].label, range(min(numbers), max(numbers) + 1)))
    return in_order(unit, given)
