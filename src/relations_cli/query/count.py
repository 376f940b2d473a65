"""How many events, and how many per year, month, tag, actor, place, type, publisher or status."""

from collections import Counter
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import FuzzyDate, parse_edtf, periods
from relations_cli.dates.days import year_text
from relations_cli.errors import UsageError
from relations_cli.query.answer import Answer, Field, Hit, Table
from relations_cli.query.query import Query
from relations_cli.suggesting import one_of

By = Literal["year", "month", "tag", "actor", "place", "type", "publisher", "status"]
FACETS: tuple[By, ...] = get_args(By)

_IN_TIME = ("year", "month")
_MOST_EMPTY_YEARS = 200


class Count(Struct, frozen=True):
    """A value of a facet, and how many of the events have it."""

    value: str
    n: int


_N = Field("n", "number", attrgetter("n"), "how many events")
_VALUE = Field("value", "text", attrgetter("value"), "the year, month, tag ...")
COUNTS = Table.of(_VALUE, _N, tsv="value n")
TOTAL = Table.of(_N, tsv="n")


def facet(name: str | None, *, spread: bool = False) -> By | None:
    """The facet of that name; None where none is asked for.

    Raises:
        UsageError: there is none of that name, or it is not one to spread an event over.
    """
    if name is None:
        if spread:
            raise UsageError("--spread: says how --by year or --by month counts: give --by too")
        return None
    by = one_of("--by", name, FACETS)
    if spread and by not in _IN_TIME:
        raise UsageError(f"--spread: an event has no length in {by}: use it with --by year or --by month")
    return by


def count(answer: Answer[Hit]) -> Answer[Count]:
    """One row: how many events the answer holds, whatever the query's limit."""
    total = answer.with_rows(TOTAL, [Count("", len(answer))])
    return replace(total, matched=bool(answer.rows))


def count_by(answer: Answer[Hit], by: By, *, spread: bool = False) -> Answer[Count]:
    """A row a value: years and months in their order, other values most frequent first.

    An event counts in the first year or month that both it and the query's dates touch, with ``spread`` in each of
    them; one dated by its year alone is counted by month as that year. Years without events between the first and the
    last are rows of 0, unless they are more than 200. The query's limit and reverse are the rows'.

    Args:
        answer: the events to count, neither limited nor reversed.
        by: the facet.
        spread: count an event in each year or month that it touches.
    """
    counts: Counter[str] = Counter()
    without = 0
    for hit in answer:
        values = dict.fromkeys(_VALUES[by](hit, answer.query))
        if by in _IN_TIME and not spread:
            values = dict.fromkeys(list(values)[:1])
        without += not values
        counts.update(list(values))
    rows = [Count(value, n) for value, n in counts.items()]
    if by in _IN_TIME:
        rows.sort(key=lambda row: (parse_edtf(row.value).sort_key, row.value))
        rows = _with_empty_years(rows) if by == "year" else rows
    else:
        rows.sort(key=lambda row: (-row.n, row.value))
    notes = (f"count: {without} of {len(answer)} events have no {by}",) if without else ()
    return answer.with_rows(COUNTS, rows, notes)


def _in_query(label: str, query: Query) -> bool:
    """Whether a year or month is touched by the dates that the query names besides its window."""
    period = parse_edtf(label)
    if query.on is not None and not period.overlaps(query.on):
        return False
    return not query.years or any(period.overlaps(year) for year in query.years)


def _periods(date: FuzzyDate | None, query: Query, of: Callable[[FuzzyDate], list[str]]) -> Iterable[str]:
    if date is None or date.undated:
        return ()
    return [label for label in of(date) if _in_query(label, query)]


def _with_empty_years(rows: list[Count]) -> list[Count]:
    if not rows:
        return rows
    n_of = {row.value: row.n for row in rows}
    bounds = [parse_edtf(row.value).first_day for row in (rows[0], rows[-1])]
    years = range(bounds[0][0], bounds[1][0] + 1) if bounds[0] and bounds[1] else range(0)
    if len(years) - len(rows) > _MOST_EMPTY_YEARS:
        return rows
    return [Count(label, n_of.get(label, 0)) for label in map(year_text, years)]


_VALUES: dict[By, Callable[[Hit, Query], Iterable[str]]] = {
    "year": lambda hit, query: _periods(
        hit.date, query, lambda date: [year_text(year) for year in periods.years(date, query.window)]
    ),
    "month": lambda hit, query: _periods(hit.date, query, lambda date: periods.months(date, query.window)),
    "tag": lambda hit, _: hit.event.tags,
    "actor": lambda hit, _: hit.event.actors,
    "place": lambda hit, _: hit.event.places,
    "type": lambda hit, _: (hit.event.type,) if hit.event.type else (),
    "publisher": lambda hit, _: [source.publisher for source in hit.event.sources if source.publisher],
    "status": lambda hit, _: (hit.status,),
}
