"""The calendar years and months that a date touches, for counting."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby, islice
from typing import Final, TypeVar

from relations_cli.dates.days import Bounds, Day, year_text
from relations_cli.dates.fuzzy import FuzzyDate, Span

MOST: Final = 10_000
Period = TypeVar("Period", int, tuple[int, int])
_EVERYTHING: Final[tuple[Span, ...]] = ((None, None),)


def years(date: FuzzyDate, window: FuzzyDate | None) -> Iterator[int]:
    """The years that both touch, in order and once each, the first ``MOST``."""
    return _once(_years(lower, upper) for lower, upper, _ in _common(date, window))


def months(date: FuzzyDate, window: FuzzyDate | None) -> Iterator[str]:
    """The months that both touch (years, where it is not known to the month), in order, the first ``MOST``."""
    found = _once(
        # Month 0 sorts a year before its months.
        _months(lower, upper) if fine else ((year, 0) for year in _years(lower, upper))
        for lower, upper, fine in _common(date, window)
    )
    return (f"{year_text(year)}-{month:02d}" if month else year_text(year) for year, month in found)


def _once(ordered: Iterable[Iterable[Period]]) -> Iterator[Period]:
    """What any of them holds, one by one: who asks for the first does not wait for ten thousand."""
    return islice((period for period, _ in groupby(merge(*ordered))), MOST)


def _common(date: FuzzyDate, window: FuzzyDate | None) -> Iterator[tuple[Day, Day, bool]]:
    """What each member and the window have in common, and whether the member is known to the month."""
    if date.undated or (window is not None and window.undated):
        return
    for span, start, end in zip(date.spans, date.starts, date.ends, strict=True):
        fine = all(granule is None or _is_fine(granule) for granule in (start, end))
        for asked in _EVERYTHING if window is None else window.spans:
            lower = max((day for day in (span[0], asked[0]) if day), default=None)
            upper = min((day for day in (span[1], asked[1]) if day), default=None)
            if lower and upper and lower > upper:
                continue
            lower, upper = _known(lower, upper, start, end)
            if lower and upper:
                yield lower, upper, fine


def _known(lower: Day | None, upper: Day | None, start: Bounds | None, end: Bounds | None) -> Span:
    """The days with each infinite end put at the known one."""
    if upper is None:
        upper = max((day for day in (lower, start[1] if start else None) if day), default=None)
    if lower is None:
        lower = min((day for day in (upper, end[0] if end else None) if day), default=None)
    return lower, upper


def _is_fine(granule: Bounds) -> bool:
    return granule[0][:2] == granule[1][:2]


def _years(lower: Day, upper: Day) -> range:
    return range(lower[0], min(upper[0], lower[0] + MOST - 1) + 1)


def _months(lower: Day, upper: Day) -> Iterator[tuple[int, int]]:
    first, last = lower[0] * 12 + lower[1] - 1, upper[0] * 12 + upper[1] - 1
    return islice(((n // 12, n % 12 + 1) for n in range(first, last + 1)), MOST)
