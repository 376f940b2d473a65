"""How many events, and how many per year, month, tag, actor, place, type, publisher, language or status."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from relations_cli.dates import parse_edtf
from relations_cli.dates.days import year_text
from relations_cli.errors import Remark, Told
from relations_cli.query.answer import Answer, LeftOut
from relations_cli.query.facets import IN_TIME, By, counted, facet
from relations_cli.query.query import Query
from relations_cli.query.select import Askable, Asking, select
from relations_cli.query.table import Table, column

_MOST_EMPTY_YEARS = 200


class Count(Struct, frozen=True):
    """A value of a facet, and how many of the events have it."""

    value: str
    n: int


_N = column("n", "n", "how many events", "number")
COUNTS = Table.of(column("value", "value", "the year, month, tag ..."), _N, tsv="value n")
TOTAL = Table.of(_N, tsv="n")


def count(
    asked: Askable, query: Query, *, by: str | None = None, spread: bool = False, notes: Iterable[Told] = ()
) -> Answer[Count]:
    """How many events pass, in one row; by a facet, a row a value, which the query's limit and reverse cut and turn.

    Years, months and hours of the day stand in their order, other values most frequent first. An event counts in the
    first year or month that both it and the query's dates touch, with ``spread`` in each of them; one dated by its year
    alone is counted by month as that year. Years without events between the first and the last are rows of 0, unless
    they are more than 200.

    Args:
        asked: where to look.
        query: which events.
        by: the facet.
        spread: count an event in each year or month that it touches.
        notes: what the reader should be told besides.

    Raises:
        UsageError: there is no such facet, or it is not one to spread an event over.
    """
    chosen = facet(by, spread=spread)
    asking = Asking.of(asked, query, notes)
    if query.text is None:
        counts = asking.known.count(asking.resolved, chosen, spread=spread)
    else:
        hits = select(asked, query, whole=True)
        counts = counted(hits.rows, hits.left_out.undated, asking.resolved, chosen, spread=spread)
    nothing: Answer[Count] = asking.answer(COUNTS, (), LeftOut(undated=counts.undated))
    if chosen is None:
        return replace(nothing.with_rows(TOTAL, [Count("", counts.passing)]), matched=counts.passing > 0)
    rest = [Remark(f"count: {counts.without} of {counts.passing} events have no {chosen}")] if counts.without else []
    return nothing.with_rows(COUNTS, _rows(counts.values, chosen), rest)


def _rows(counts: Mapping[str, int], by: By) -> list[Count]:
    rows = [Count(value, n) for value, n in counts.items()]
    if by == "hour":
        return sorted(rows, key=lambda row: row.value)
    if by not in IN_TIME:
        return sorted(rows, key=lambda row: (-row.n, row.value))
    rows.sort(key=lambda row: (parse_edtf(row.value).sort_key, row.value))
    return _with_empty_years(rows) if by == "year" else rows


def _with_empty_years(rows: list[Count]) -> list[Count]:
    if not rows:
        return rows
    n_of = {row.value: row.n for row in rows}
    bounds = [parse_edtf(row.value).first_day for row in (rows[0], rows[-1])]
    years = range(bounds[0][0], bounds[1][0] + 1) if bounds[0] and bounds[1] else range(0)
    if len(years) - len(rows) > _MOST_EMPTY_YEARS:
        return rows
    return [Count(label, n_of.get(label, 0)) for label in map(year_text, years)]
