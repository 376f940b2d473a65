"""Neighbours in time: of a date or an event, and of every hit of a search."""

from collections.abc import Iterable
from operator import attrgetter

from msgspec.structs import replace

from relations_cli.dates import FuzzyDate, parse_edtf, parse_typed
from relations_cli.errors import DateError, UsageError
from relations_cli.escaping import quoted
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer, Field, Hit, Table, in_order
from relations_cli.query.fields import EVENTS, SEARCHED
from relations_cli.query.lookup import ids_named
from relations_cli.query.query import Query
from relations_cli.query.select import everyone, select

_DISTANCE = Field(
    "distance", "text", attrgetter("distance"), "anchor, -12 d, +3 d, same day, during (it holds the anchor) ..."
)
_DAYS = Field("days", "number", attrgetter("days"), "the same as a number: days after the anchor, negative before it")

NEAR = Table(
    {"distance": _DISTANCE, "days": _DAYS, **EVENTS.fields},
    ("distance", "id", "date", "title"),
    ("distance", "days", *EVENTS.csv),
    whole=True,
)
IN_CONTEXT = Table(
    {
        **SEARCHED.fields,
        "context": Field("context", "text", attrgetter("context"), "hit, or context: a neighbour in time of one"),
    },
    (*SEARCHED.tsv, "context"),
    (*SEARCHED.csv, "context"),
    whole=True,
)


def around(
    chronology: Chronology, query: Query, name: str, *, before: int, after: int, notes: Iterable[str] = ()
) -> Answer[Hit]:
    """The events that pass the query and lie at most so many days from the anchor, in order, the anchor among them.

    Args:
        chronology: where to look.
        query: the filters.
        name: the anchor: a date, an id, or a part of one.
        before: how many days before the anchor at most.
        after: how many days after it at most.
        notes: what the reader should be told besides.

    Raises:
        UsageError: the name stands for nothing, for several events, or for an undated one.
    """
    anchor, event_id = _anchor(chronology, query, name)
    answer = select(chronology, query, notes, whole=True)
    kept = []
    for hit in _with_anchor(answer, event_id):
        if hit.date is None or not hit.is_dated:
            continue
        hit.days = hit.date.distance_to(anchor)
        is_anchor = hit.event.id == event_id
        if is_anchor or -before <= hit.days <= after:
            hit.distance = "anchor" if is_anchor else _distance(hit.date, anchor, hit.days)
            kept.append(hit)
    return answer.with_rows(NEAR, in_order(kept))


def _anchor(chronology: Chronology, query: Query, name: str) -> tuple[FuzzyDate, str | None]:
    """The date around which to look, and the id of the event that has it, where an event was named."""
    try:
        date = parse_typed(name, today=query.today)
    except DateError:
        pass
    else:
        if date.undated or date.first_day is None or date.last_day is None:
            raise UsageError(f"around: {quoted(name)} has no first or last day: give a day, a month or an id")
        return date, None
    events, propositions = ids_named(chronology, [name], query.today)
    if propositions:
        raise UsageError(f"around: {quoted(name)} is a proposition, which has no date: give a date or an event's id")
    event = next(event for event in chronology.events if event.id == events[0])
    if event.date is None or parse_edtf(event.date).undated:
        raise UsageError(f"around: the event {quoted(event.id)} is undated: give a date or another id")
    return parse_edtf(event.date), event.id


def _with_anchor(answer: Answer[Hit], event_id: str | None) -> list[Hit]:
    """The rows and, where the filters left it out, the anchor."""
    hits = list(answer)
    if event_id is not None and all(hit.event.id != event_id for hit in hits):
        known = answer.chronology
        hits += [hit for hit in everyone(known, answer.query) if hit.event.id == event_id]
    return hits


def _distance(date: FuzzyDate, anchor: FuzzyDate, days: int) -> str:
    if days:
        return f"{days:+d} d"
    if date.first_day == anchor.first_day and date.last_day == anchor.last_day:
        return "same day" if date.first_day == date.last_day else "same time"
    if _holds(date, anchor):
        return "during" if date.precision == "interval" else f"same {date.precision}"
    return "within" if _holds(anchor, date) else "overlapping"


def _holds(outer: FuzzyDate, inner: FuzzyDate) -> bool:
    """Whether the first date begins no later and ends no earlier than the second; what is open has no bound."""
    begins = outer.first_day is None or (inner.first_day is not None and outer.first_day <= inner.first_day)
    ends = outer.last_day is None or (inner.last_day is not None and inner.last_day <= outer.last_day)
    return begins and ends


def neighbours_of(context: int | None, before: int | None, after: int | None) -> tuple[int, int] | None:
    """How many neighbours before and after each hit, as grep reads -C, -B and -A; None where none are asked for."""
    if context is before is after is None:
        return None
    default = context or 0
    return (default if before is None else before, default if after is None else after)


def in_context(
    chronology: Chronology, query: Query, neighbours: tuple[int, int], notes: Iterable[str] = ()
) -> Answer[Hit]:
    """The hits of a search in the order of time, each with its neighbours in time, as grep gives lines of context.

    Neighbours are of the whole chronology as then known, whatever the filters; where they overlap, each event stands
    once. Undated hits have no neighbours. ``limit`` counts hits.

    Args:
        chronology: where to look.
        query: a search.
        neighbours: how many before each hit, how many after it.
        notes: what the reader should be told besides.
    """
    before, after = neighbours
    answer = select(chronology, query, notes)
    found = {hit.event.id: hit for hit in answer}
    in_time = in_order(everyone(answer.chronology, query))
    shown: dict[str, Hit] = {}
    for place, hit in enumerate(in_time):
        if hit.event.id in found:
            near = in_time[max(0, place - before) : place + after + 1] if hit.is_dated else [hit]
            shown |= {one.event.id: found.get(one.event.id, one) for one in near if one.is_dated or one is hit}
    places = {hit.event.id: place for place, hit in enumerate(in_time)}
    rows = in_order(shown.values(), reverse=query.reverse)
    for before_it, hit in zip([None, *rows], rows, strict=False):
        hit.context = "hit" if hit.event.id in found else "context"
        hit.follows = before_it is None or abs(places[hit.event.id] - places[before_it.event.id]) == 1
    return replace(answer, table=IN_CONTEXT, rows=tuple(rows))
