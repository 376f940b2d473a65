"""The facets by which events are counted, and the values that an event has of each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, Literal, get_args

from msgspec import Struct

from relations_cli.dates import FuzzyDate, parse_edtf, periods
from relations_cli.dates.days import year_text
from relations_cli.errors import UsageError, parameter
from relations_cli.limits import PERIODS, Budget
from relations_cli.model.languages import in_usual_case
from relations_cli.query.hit import Hit
from relations_cli.query.resolved import Resolved
from relations_cli.suggesting import one_of


class Counts(Struct, frozen=True, kw_only=True):
    """How many of the events that pass have each value of a facet."""

    values: Mapping[str, int]
    without: int
    """How many have none."""
    passing: int
    """How many pass."""
    undated: int
    """How many events without a date only the filters by date leave out."""


By = Literal["year", "month", "hour", "tag", "actor", "place", "type", "publisher", "language", "status", "origin"]
FACETS: tuple[By, ...] = get_args(By)
_EACH: Final = 100
"""Years or months of each event besides."""
IN_TIME: tuple[By, ...] = ("year", "month")


def facet(name: str | None, *, spread: bool = False) -> By | None:
    """The facet of that name; None where none is asked for.

    Raises:
        UsageError: there is none of that name, or it is not one to spread an event over.
    """
    in_time = " or ".join(f"{parameter('by')} {one}" for one in IN_TIME)
    if name is None:
        if spread:
            raise UsageError("spread", None, f"says how {in_time} counts", f"give {parameter('by')} too")
        return None
    by = one_of("by", name, FACETS)
    if spread and by not in IN_TIME:
        raise UsageError("spread", None, f"an event has no length in {by}", f"use it with {in_time}")
    return by


def values_of(hit: Hit, by: By, asked: Resolved, *, spread: bool = False) -> Sequence[str]:
    """The values of a facet that an event has, each once; of years and months the first alone unless spread.

    Years and months are those that both the event and the dates asked for touch; none where it is undated.
    """
    values = _VALUES[by](hit, asked)
    return list(islice(values, 1) if by in IN_TIME and not spread else dict.fromkeys(values))


def counted(hits: Sequence[Hit], undated: int, asked: Resolved, by: By | None, *, spread: bool = False) -> Counts:
    """How many hits there are, and how many of them have each value of a facet.

    Raises:
        UsageError: they are spread over more years or months than ``limits.PERIODS``.
    """
    values: Counter[str] = Counter()
    without = 0
    left = Budget(PERIODS + _EACH * len(hits))
    if by is not None:
        for hit in hits:
            of_hit = values_of(hit, by, asked, spread=spread)
            if spread and not left.take(len(of_hit)):
                hint = f"ask for fewer, with {parameter('since')} and {parameter('until')}"
                raise UsageError("spread", None, f"the events touch more than {PERIODS:,} {by}s together", hint)
            without += not of_hit
            values.update(of_hit)
    return Counts(values=values, without=without, passing=len(hits), undated=undated)


def _touches(label: str, asked: Resolved) -> bool:
    """Whether a year or month is touched by the dates that are asked for."""
    if not asked.dates.groups:
        return True
    period = parse_edtf(label)
    return all(any(period.overlaps(date) for date in group) for group in asked.dates.groups)


def _years(date: FuzzyDate, window: FuzzyDate | None) -> Iterable[str]:
    return map(year_text, periods.years(date, window))


def _periods(hit: Hit, asked: Resolved, of: Callable[[FuzzyDate, FuzzyDate | None], Iterable[str]]) -> Iterable[str]:
    if hit.date is None or hit.date.undated:
        return ()
    return (label for label in of(hit.date, asked.dates.window) if _touches(label, asked))


def _hours(hit: Hit) -> Sequence[str]:
    """The hour of the day, as written, in which it begins; none where it says no time."""
    start = hit.date.clocks[0] if hit.date is not None else None
    return () if start is None else (start.time[:2],)


_VALUES: dict[By, Callable[[Hit, Resolved], Iterable[str]]] = {
    "year": lambda hit, asked: _periods(hit, asked, _years),
    "month": lambda hit, asked: _periods(hit, asked, periods.months),
    "hour": lambda hit, _: _hours(hit),
    "tag": lambda hit, _: hit.event.tags,
    "actor": lambda hit, _: hit.event.actors,
    "place": lambda hit, _: hit.event.places,
    "type": lambda hit, _: (hit.event.type,) if hit.event.type else (),
    "publisher": lambda hit, _: [source.publisher for source in hit.event.sources if source.publisher],
    "language": lambda hit, _: [in_usual_case(source.language) for source in hit.event.sources if source.language],
    "status": lambda hit, _: (hit.status,),
    "origin": lambda hit, _: (hit.origin,) if hit.origin else (),
}
