"""How many events, and how many per period of time, tag, actor, place, status and the like, or per two of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import periods
from relations_cli.dates.periods import UNITS
from relations_cli.errors import Remark, Told
from relations_cli.query.answer import Answer, LeftOut
from relations_cli.query.cross import MOST_CELLS, CrossTable, crossed
from relations_cli.query.facets import By, Counts, counted, facets
from relations_cli.query.parsing import Names
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, Asking, select
from relations_cli.query.table import Table, column


class Count(Struct, frozen=True):
    """A value of a facet, and how many of the events have it."""

    value: str
    n: int


_N = column("n", "n", "how many events", "number")
COUNTS = Table.of(column("value", "value", "the year, month, tag ..."), _N, tsv="value n")
TOTAL = Table.of(_N, tsv="n")


def count(
    asked: Askable, query: Query, *, by: Names | None = None, spread: bool = False, notes: Iterable[Told] = ()
) -> Answer[Count] | CrossTable:
    """How many events pass, in one row; by a facet, a row a value; by two, a row each two values that events have.

    Periods of time and hours of the day stand in their order, other values most frequent first; the query's limit and
    reverse cut and turn them. An event counts in the first period that both it and the query's dates touch, with
    ``spread`` in each of them; one dated by its year alone is counted by month or week as that year, and has no
    weekday. Periods without events between the first and the last are rows of 0, unless there would be more than
    10,000 rows.

    Args:
        asked: where to look.
        query: which events.
        by: a facet, or two.
        spread: count an event in each period that it touches.
        notes: what the reader should be told besides.

    Raises:
        UsageError: there is no such facet, there are more than two, or none to spread an event over.
    """
    chosen = facets(by, spread=spread)
    asking = Asking.of(asked, query, notes)
    if query.text is None:
        counts = asking.known.count(asking.resolved, chosen, spread=spread)
    else:
        hits = select(asked, query, whole=True)
        counts = counted(hits.rows, hits.left_out.undated, asking.resolved, chosen, spread=spread)
    nothing: Answer[Count] = asking.answer(COUNTS, (), LeftOut(undated=counts.undated))
    if not chosen:
        return replace(nothing.with_rows(TOTAL, [Count("", counts.passing)]), matched=counts.passing > 0)
    heads = _heads(chosen, counts)
    rest = list(_without(chosen, counts))
    if len(heads) > 1:
        return crossed(nothing, chosen, heads, counts, rest)
    return nothing.with_rows(COUNTS, [Count(value, counts.totals[0].get(value, 0)) for value in heads[0]], rest)


def _heads(chosen: Sequence[By], counts: Counts) -> list[list[str]]:
    """The values of each facet, in their order; between periods the empty ones, unless there would be too many."""
    heads = [
        periods.with_empty(by, total) if by in UNITS else sorted(total, key=_ranked(by, total))
        for by, total in zip(chosen, counts.totals, strict=True)
    ]
    if prod(map(len, heads)) <= MOST_CELLS or len(heads) == 1:
        return heads
    return [
        periods.in_order(by, total) if by in UNITS else head
        for by, total, head in zip(chosen, counts.totals, heads, strict=True)
    ]


def _ranked(by: By, total: Mapping[str, int]) -> Callable[[str], tuple[int, str]]:
    """The order of the values of what is no period: hours in that of the day, others most frequent first."""
    return lambda value: (0 if by == "hour" else -total[value], value)


def _without(chosen: Sequence[By], counts: Counts) -> Iterable[Remark]:
    for by, without in zip(chosen, counts.without, strict=True):
        if without:
            why = ": they are not dated to the day" if by == "weekday" else ""
            yield Remark(f"count: {without} of {counts.passing} events have no {by}{why}")
