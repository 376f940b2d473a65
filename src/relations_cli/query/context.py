"""The hits of a search, best first, or in the order of time with their neighbours, as grep gives lines of context."""

from collections.abc import Iterable

from msgspec.structs import replace

from relations_cli.errors import Told, UsageError
from relations_cli.query.answer import Answer
from relations_cli.query.fields import SEARCHED
from relations_cli.query.hit import Hit, in_order
from relations_cli.query.query import Query, order_of
from relations_cli.query.select import Askable, everyone, select
from relations_cli.query.table import Table, column
from relations_cli.query.words import refuse_too_many

IN_CONTEXT = Table(
    {
        **SEARCHED.fields,
        "context": column("context", "context", "hit, or context: a neighbour in time of one"),
    },
    (*SEARCHED.tsv[:-1], "context", SEARCHED.tsv[-1]),
    (*SEARCHED.csv, "context"),
    whole=True,
)


def neighbours_of(context: int | None, before: int | None, after: int | None) -> tuple[int, int] | None:
    """How many neighbours before and after each hit, as grep gives context; None where none are asked for."""
    if context is before is after is None:
        return None
    default = context or 0
    return (default if before is None else before, default if after is None else after)


def search(
    asked: Askable,
    query: Query,
    *,
    context: int | None = None,
    before: int | None = None,
    after: int | None = None,
    no_limits: bool = False,
    notes: Iterable[Told] = (),
) -> Answer[Hit]:
    """The hits of a search in its order; with context in the order of time, each with its neighbours.

    Neighbours are of the whole chronology as then known, whatever the filters; where they overlap, each event stands
    once. Undated hits have no neighbours. ``limit`` counts hits.

    Args:
        asked: where to look.
        query: a search.
        context: how many neighbours before and after each hit.
        before: how many before it, where that is another number.
        after: how many after it, likewise.
        no_limits: whether there may be any number of words.
        notes: what the reader should be told besides.

    Raises:
        UsageError: there are no words to search for, or too many; or the order is that of a field.
    """
    if query.text is None:
        raise UsageError("text", None, "what to look for", "give a word")
    if not no_limits:
        refuse_too_many(query.text)
    neighbours = neighbours_of(context, before, after)
    if neighbours is None:
        return select(asked, query, notes)
    order_of(query.sort, in_context=True)
    found = select(asked, replace(query, limit=None), notes)
    first = found.rows[: query.limit]  # in the order of time, as grep counts
    left_out = replace(found.left_out, limit=len(found) - len(first))
    return _in_context(replace(found, query=query, rows=first, left_out=left_out), neighbours)


def _in_context(answer: Answer[Hit], neighbours: tuple[int, int]) -> Answer[Hit]:
    before, after = neighbours
    found = {hit.event.id: hit for hit in answer}
    in_time = in_order(everyone(answer.store, answer.query))
    shown: dict[str, Hit] = {}
    for place, hit in enumerate(in_time):
        if hit.event.id in found:
            near = in_time[max(0, place - before) : place + after + 1] if hit.is_dated else [hit]
            shown |= {one.event.id: found.get(one.event.id, one) for one in near if one.is_dated or one is hit}
    places = {hit.event.id: place for place, hit in enumerate(in_time)}
    rows: list[Hit] = []
    for hit in in_order(shown.values(), reverse=answer.query.reverse):
        follows = not rows or abs(places[hit.event.id] - places[rows[-1].event.id]) == 1
        rows.append(replace(hit, context="hit" if hit.event.id in found else "context", follows=follows))
    return replace(answer, table=IN_CONTEXT, rows=tuple(rows))
