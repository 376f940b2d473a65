"""The facets by which events are counted, and the values that an event has of each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice, product
from math import prod
from typing import Any, Final, Literal, get_args

from msgspec import Struct

from relations_cli.dates import periods
from relations_cli.dates.fuzzy import Span
from relations_cli.dates.periods import UNITS, Unit
from relations_cli.errors import UsageError, parameter
from relations_cli.limits import PERIODS, Budget
from relations_cli.model.languages import in_usual_case
from relations_cli.query.filters import names_in
from relations_cli.query.hit import Hit
from relations_cli.query.parsing import Names, split
from relations_cli.query.resolved import Resolved
from relations_cli.suggesting import one_of


class Counts(Struct, frozen=True, kw_only=True):
    """How many of the events that pass have each value of a facet, or each two values of two facets."""

    values: Mapping[tuple[str, ...], int]
    """How many have a value, or two together."""
    totals: tuple[Mapping[str, int], ...]
    """For each facet how many have which value, of those that have any of the other, too."""
    without: tuple[int, ...]
    """For each facet how many have no value."""
    counted: int
    """How many have a value of each facet."""
    passing: int
    """How many pass."""
    undated: int
    """How many events without a date only the filters by date leave out."""


ByName = Literal[
    "hour",
    "tag",
    "actor",
    "place",
    "type",
    "publisher",
    "kind",
    "language",
    "status",
    "stance",
    "proposition",
    "origin",
]
By = Unit | ByName
FACETS: Mapping[By, str] = dict.fromkeys((*UNITS, *get_args(ByName)), "") | {
    "week": "ISO 8601",
    "weekday": "of what is dated to the day",
    "hour": "of what has a time of day",
    "publisher": "of sources",
    "kind": "of sources",
    "language": "of sources",
    "stance": "of its own claims",
    "proposition": "on which it bears",
    "origin": "of several files",
}
"""Each with what it is where its name does not say it."""
_MOST_FACETS: Final = 2
_EACH: Final = 100
"""Periods or pairs of each event besides."""


def facets(names: Names | None, *, spread: bool = False) -> tuple[By, ...]:
    """The facets of those names: none, one or two.

    Raises:
        UsageError: there is none of a name, there are three, or twice the same; or it is not one to spread an event
            over.
    """
    chosen: tuple[By, ...] = tuple([one_of("by", name, FACETS) for name in split(names, "by")])
    if len(chosen) > _MOST_FACETS:
        raise UsageError("by", ",".join(chosen), "has more than two facets", "a table has rows and columns, no more")
    if len(set(chosen)) < len(chosen):
        raise UsageError("by", ",".join(chosen), "names one facet twice", "name another for the columns")
    if spread and not set(UNITS) & set(chosen):
        in_time = f"{', '.join(UNITS[:-1])} or {UNITS[-1]}"
        if not chosen:
            raise UsageError("spread", None, "says how periods of time count", f"give {parameter('by')} {in_time} too")
        what = f"an event has no length in {' or '.join(chosen)}"
        raise UsageError("spread", None, what, f"use it with {parameter('by')} {in_time}")
    return chosen


def values_of(hit: Hit, by: By, asked: Resolved, *, spread: bool = False) -> Sequence[str]:
    """The values of a facet that an event has, each once; of periods of time the first alone unless spread.

    These are the periods that both the event and the dates asked for touch; none where it is undated.
    """
    if by in UNITS:
        return list(islice(_periods(hit, by, asked), None if spread else 1))
    return list(dict.fromkeys(_NAMES[by](hit)))


def counted(
    hits: Sequence[Hit], undated: int, asked: Resolved, by: Sequence[By] = (), *, spread: bool = False
) -> Counts:
    """How many hits there are, and how many of them have each value of a facet, or each two values of two.

    Raises:
        UsageError: they are spread over more periods than ``limits.PERIODS``, or have more pairs of values.
    """
    values: Counter[tuple[str, ...]] = Counter()
    totals: tuple[Counter[str], ...] = tuple(Counter() for _ in by)
    without = [0] * len(by)
    having = 0
    left = Budget(PERIODS + _EACH * len(hits))
    for hit in hits:
        each = [values_of(hit, one, asked, spread=spread) for one in by]
        for place, names in enumerate(each):
            without[place] += not names
        if not each or not all(each):
            continue
        if (spread or len(by) > 1) and not left.take(_steps(each, by)):
            raise _too_many(by)
        having += 1
        together = _together(hit, each, by, asked, spread=spread)
        values.update(together)
        for place, total in enumerate(totals):
            total.update({names[place] for names in together})
    return Counts(
        values=values, totals=totals, without=tuple(without), counted=having, passing=len(hits), undated=undated
    )


def _steps(each: Sequence[Sequence[str]], by: Sequence[By]) -> int:
    """How many pairs of values an event may have: a period shares days with few others."""
    return max(map(len, each)) if set(by) <= set(UNITS) else prod(map(len, each))


def _too_many(by: Sequence[By]) -> UsageError:
    hint = f"ask for fewer, with {parameter('since')} and {parameter('until')}"
    if len(by) == 1:
        return UsageError("spread", None, f"the events touch more than {PERIODS:,} {by[0]}s together", hint)
    return UsageError("by", None, f"the events have more than {PERIODS:,} pairs of {' and '.join(by)}", hint)


def _together(
    hit: Hit, each: Sequence[Sequence[str]], by: Sequence[By], asked: Resolved, *, spread: bool
) -> set[tuple[str, ...]]:
    """The values of each facet that an event has together: of periods those that share a day of it."""
    if spread and len(by) > 1 and set(by) <= set(UNITS) and hit.date is not None:
        units: Any = tuple(by)
        return set(periods.touched_together(units, hit.date, _spans(asked))) or set(product(*each))
    return set(product(*each))


def _spans(asked: Resolved) -> list[list[Span]]:
    return [[span for one in group for span in one.spans] for group in asked.dates.groups]


def _periods(hit: Hit, unit: Unit, asked: Resolved) -> Iterable[str]:
    """The periods that the event and the dates asked for touch: on the same days, or else any day of theirs."""
    if hit.date is None or hit.date.undated:
        return ()
    groups = _spans(asked)
    found = periods.touched(unit, hit.date, groups)
    first = next(found, None)
    if first is not None or len(groups) <= 1 or unit == "weekday":
        return chain(() if first is None else (first,), found)
    return (label for label in periods.touched(unit, hit.date, groups[:1]) if _touches(label, groups))


def _touches(label: str, groups: Iterable[Iterable[Span]]) -> bool:
    """Whether some day of the period lies in each group."""
    first, last = periods.bounds(label)
    return all(
        any((lower is None or lower <= last) and (upper is None or upper >= first) for lower, upper in group)
        for group in groups
    )


def _hours(hit: Hit) -> Sequence[str]:
    """The hour of the day, as written, in which it begins; none where it says no time."""
    start = hit.date.clocks[0] if hit.date is not None else None
    return () if start is None else (start.time[:2],)


_NAMES: dict[By, Callable[[Hit], Iterable[str]]] = {
    "tag": lambda hit: names_in["tags"](hit.event),
    "actor": lambda hit: names_in["actors"](hit.event),
    "place": lambda hit: names_in["places"](hit.event),
    "type": lambda hit: names_in["types"](hit.event),
    "publisher": lambda hit: names_in["publishers"](hit.event),
    "kind": lambda hit: names_in["kinds"](hit.event),
    "language": lambda hit: map(in_usual_case, names_in["languages"](hit.event)),
    "status": lambda hit: (hit.status,),
    "stance": lambda hit: (claim.stance for claim in hit.event.claims),
    "proposition": lambda hit: names_in["propositions"](hit.event),
    "origin": lambda hit: (hit.origin,) if hit.origin else (),
    "hour": _hours,
}
"""What gives the names that an event has of a facet that is no period of time."""
